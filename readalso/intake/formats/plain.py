"""Plain text: a headline, then paragraphs, in any layout, and out of any wire's envelope."""

import re

from readalso.intake.article import Article, Paragraph
from readalso.intake.formats import envelopes, letters
from readalso.intake.formats.characters import clean
from readalso.intake.formats.draft import Draft, join, single
from readalso.intake.formats.encodings import decode_raw
from readalso.intake.formats.layout import Layout, Line, lay_out
from readalso.intake.formats.mojibake import repair
from readalso.intake.formats.overlines import above
from readalso.intake.formats.pagination import without_marks
from readalso.intake.languages.lines import is_salutation

_WRAPPED_HEADLINE = 90
"""Characters; a first block with longer lines holds the first paragraph too."""
_MOST_LINES = 3
"""Lines of a headline."""
_SOFT_BREAK = re.compile("\u00ad[ \t]*\r?\n[ \t]*")


def accepts(data: bytes, name: str) -> bool:
    """Any bytes are tried as text."""
    return True


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The one article of a text file; a file without any text is `Broken`."""
    decoded = decode_raw(data, name)
    letter = envelopes.open_envelope(decoded.text)
    text, marks = without_marks(_SOFT_BREAK.sub("", letter.text))
    layout = lay_out(clean(repair(text)))
    is_letter = letters.is_letter(layout.paragraphs())
    lines, layout = _without_overlines(layout, is_letter)
    headline, texts = (letter.headline, list(layout.paragraphs())) if letter.headline else _parted(layout)
    paragraphs = join(
        (Paragraph(1, words, "salutation" if is_letter and is_salutation(words) else "credit") for words in lines),
        (Paragraph(1, text) for text in texts),
        (Paragraph(1, text, kind) for text, kind in letter.lines),
        (Paragraph(1, mark, "furniture") for mark in marks),
    )
    paragraphs = letters.marked(paragraphs) if is_letter else paragraphs
    return single(Draft(headline, paragraphs, letter.stated, tuple(filter(None, [decoded.note]))), data, name)


def _without_overlines(layout: Layout, is_letter: bool) -> tuple[list[str], Layout]:
    """The lines above the headline, a mail's salutation among them, and the layout below them."""
    lines = [line for block in layout.blocks[:_MOST_LINES] for line in block]
    count = above(lines)
    count += is_letter and count + 1 < len(lines) and is_salutation(lines[count].text)
    skipped = [line.text for line in lines[:count]]
    blocks = []
    for block in layout.blocks:
        blocks.append(block[count:])
        count = max(0, count - len(block))
    return skipped, Layout(tuple(filter(None, blocks)))


def _parted(layout: Layout) -> tuple[str, list[str]]:
    """The headline and the paragraphs of a text that marks none."""
    if not layout.blocks:
        return "", []
    first, *blocks = layout.blocks
    head, below = _head(first, layout)
    return layout.joined(head).removesuffix("=").rstrip(), [
        *layout.paragraphs([below] if below else []),
        *layout.paragraphs(blocks),
    ]


def _head(block: tuple[Line, ...], layout: Layout) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of a first block that are the headline, and those below it."""
    ends = next((index for index, line in enumerate(block[1:], 1) if _is_below(block, index, layout)), len(block))
    is_whole = ends == len(block) and len(layout.blocks) > 1
    is_headline = ends <= _MOST_LINES and max(len(line.text) for line in block[:ends]) <= _WRAPPED_HEADLINE
    if ends == 1 or (is_headline and not (is_whole and block[-1].text.endswith(".") and ends > 1)):
        return block[:ends], block[ends:]
    return block[:1], block[1:]


def _is_below(block: tuple[Line, ...], index: int, layout: Layout) -> bool:
    """Whether a line stands below the headline and is not its next line."""
    before, line = block[index - 1], block[index]
    if line.stands_alone or line.indent > before.indent:
        return True
    return len(layout.blocks) == 1 and (before.is_closed or not layout.is_wrapped or not layout.is_full(before, line))
