"""Web pages: what the page says of itself in its head, and its main text without what stands on every page."""

from dataclasses import replace

from readalso.intake.article import Article
from readalso.intake.formats import metadata, related, trees
from readalso.intake.formats.draft import Draft, single
from readalso.intake.formats.encodings import decode, opening
from readalso.intake.formats.furnishing import role_of
from readalso.intake.formats.maintext import main_text
from readalso.intake.formats.markup import Block, blocks
from readalso.words import headline_key

_ROOTS = frozenset(
    "html head body article main section div p h1 h2 h3 table center meta title header blockquote ul ol".split()
)
"""First elements of pages and of pieces of them."""


def accepts(data: bytes, name: str) -> bool:
    """A file that begins with an element of HTML, or is called so and has any."""
    head = opening(data)
    return trees.root(head) in _ROOTS or (name.casefold().endswith((".html", ".htm", ".xhtml")) and "</" in head)


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The one article of a page."""
    decoded = decode(data, name)
    page = trees.page(decoded.text, name)
    about = metadata.gather(page)
    main = main_text(page)
    paragraphs = related.paragraphs(_below_headline(list(blocks(main, role_of)), about.headline))
    return single(Draft(about.headline, paragraphs, about.stated, tuple(filter(None, [decoded.note]))), data, name)


def _below_headline(found: list[Block], headline: str) -> list[Block]:
    """What stands above the headline (a section's name, breadcrumbs) is furniture."""
    key = headline_key(headline)
    heads = (index for index, block in enumerate(found) if block.kind == "heading" and headline_key(block.text) == key)
    top = next(heads, 0)
    return [replace(block, kind="furniture", links=()) if index < top else block for index, block in enumerate(found)]
