"""References: the "Read also" lines of an article, told apart from its paragraphs.

A label and a headline may share a line, or the label stands alone and the next paragraph is the headline; the second
form counts only if that paragraph looks like one: short, and without a full stop.
"""

from collections.abc import Iterable

from readalso.intake.anatomy.anatomy import Reference
from readalso.intake.article import Paragraph
from readalso.intake.languages.lines import label

_LONGEST = 200
"""Characters of a headline."""


def part(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph | Reference, ...]:
    """The paragraphs with each reference in the place of the paragraphs it was read from."""
    found: list[Paragraph | Reference] = []
    waiting: tuple[Paragraph, str] | None = None
    for paragraph in paragraphs:
        if waiting and _is_headline(paragraph.text):
            found[-1] = Reference((waiting[0].number, paragraph.number), waiting[1], paragraph.text)
            waiting = None
            continue
        words, headline = label(paragraph.text)
        waiting = (paragraph, words) if words and not headline else None
        is_reference = bool(words and headline and len(headline) <= _LONGEST)
        found.append(Reference((paragraph.number,), words, headline) if is_reference else paragraph)
    return tuple(found)


def _is_headline(text: str) -> bool:
    return len(text) <= _LONGEST and not text.endswith(".") and not label(text)[0]
