"""A draft: what a reader of one format has found, before it is an article of a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from readalso.errors import broken
from readalso.intake.article import Article, Paragraph, Stated
from readalso.intake.formats.characters import line
from readalso.words import excerpt, headline_key

_LONGEST_HEADLINE = 500
"""Characters; what is longer is a paragraph without a headline, and its beginning has to serve as one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article of a file."""

    headline: str
    """"" where none is marked: then the text begins with it."""
    paragraphs: tuple[Paragraph, ...]
    stated: Stated = field(default_factory=Stated)
    notes: tuple[str, ...] = ()


def single(draft: Draft, data: bytes, name: str) -> tuple[Article, ...]:
    """The one article of a file; a file without any text is `Broken`."""
    whole = _whole(draft)
    if not whole.headline:
        raise broken(name, "holds no text", "remove the file, or put a headline on its first line")
    return (_article(whole, name, sha256(data).hexdigest()),)


def several(drafts: Iterable[Draft], name: str) -> tuple[Article, ...]:
    """The articles of a file that holds a list of them, each once; a list without any text is `Broken`."""
    found: dict[str, Article] = {}
    for draft in filter(lambda draft: draft.headline, map(_whole, drafts)):
        known_by = draft.stated.guid or draft.stated.url or draft.headline
        seed = f"{name}#{sha256(known_by.encode()).hexdigest()[:8]}"
        said = "\n".join(_said(draft))
        found.setdefault(seed, _article(draft, seed, sha256(said.encode()).hexdigest()))
    if not found:
        raise broken(name, "holds no article", "remove the file, or ask the sender for one with text")
    return tuple(found.values())


def paragraphs(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """Plain texts as numbered paragraphs."""
    return tuple(Paragraph(number, text) for number, text in enumerate(filter(None, map(line, texts)), 1))


def join(*parts: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs of several sources as one text, counted from 1."""
    found = (paragraph for part in parts for paragraph in part)
    return tuple(replace(paragraph, number=number) for number, paragraph in enumerate(found, 1))


def _whole(draft: Draft) -> Draft:
    """With a headline, if there is any text, which the text does not repeat in a heading of its own."""
    headline, texts = line(draft.headline), draft.paragraphs
    if not headline and texts:
        first, *rest = texts
        is_headline = first.kind in ("", "heading") and len(first.text) <= _LONGEST_HEADLINE
        headline, texts = (first.text, tuple(rest)) if is_headline else (excerpt(first.text, 100), texts)
    elif len(headline) > _LONGEST_HEADLINE:
        headline, texts = excerpt(headline, 100), (Paragraph(1, headline), *texts)
    key = headline_key(headline)
    kept = (text for text in texts if text.kind != "heading" or headline_key(text.text) != key)
    return replace(draft, headline=headline, paragraphs=join(kept))


def _said(draft: Draft) -> Iterator[str]:
    """All that a draft says, to tell a changed one by."""
    yield draft.headline
    yield from (f"{text.kind}\t{text.label}\t{text.text}\t{text.href}" for text in draft.paragraphs)
    yield repr(draft.stated)


def _article(draft: Draft, seed: str, digest: str) -> Article:
    return Article(draft.headline, draft.paragraphs, seed, digest, draft.stated, draft.notes)
