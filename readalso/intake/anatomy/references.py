"""References: the "Read also" lines of an article, told apart from its paragraphs.

A label and a headline may share a line, stand in brackets, or end a paragraph of the story; or the label stands alone
and the next paragraph is the headline, or the next few are, where each has a bullet. A headline below a label counts
only if it looks like one: short, and without a full stop.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from readalso.intake.anatomy.anatomy import Reference
from readalso.intake.anatomy.words import weight
from readalso.intake.article import Paragraph
from readalso.intake.languages.lines import label, trailing_label

_LONGEST = 200
"""Characters of a headline."""
_LEAST = 4
"""Words of a headline below another one; a shorter one may be a section's title."""
_CLOSED = re.compile(r"[.!?…:;,。！？、؟।۔\"”»」』)]\Z")
_BULLET = re.compile(r"\A(?:[•·*▪■●►▶»→➤–—-]|\d{1,2}[.)])\s*(?=\S)")
_ADDRESS = re.compile(r"(?<=\S)\s+[(<]?(?P<href>https?://[^\s)>]+)[)>]?\Z")
_BADGE = re.compile(
    r"\A(?:article réservé à nos abonnés|réservé aux abonnés|subscribers? only|for subscribers|premium|abo"
    r"|plus\+?|exclusive|nur für abonnenten|solo suscriptores|solo per abbonati|tylko dla prenumeratorów)[\s:|·-]*",
    re.IGNORECASE,
)


def part(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph | Reference, ...]:
    """The paragraphs with each reference in the place of the paragraphs it was read from."""
    found: list[Paragraph | Reference] = []
    waiting: Paragraph | None = None
    headlines = 0
    for paragraph in paragraphs:
        if waiting and _is_headline(paragraph, headlines):
            numbers = (paragraph.number,) if headlines else (waiting.number, paragraph.number)
            printed = label(waiting.text)[0]
            found[len(found) - (not headlines) :] = [_reference(numbers, printed, paragraph)]
            headlines += 1
            continue
        pieces = tuple(_pieces(paragraph))
        waiting = paragraph if _is_lone_label(paragraph) else None
        headlines = 0
        found += pieces
    return tuple(found)


def _is_lone_label(paragraph: Paragraph) -> bool:
    words, headline = label(paragraph.text)
    return bool(words) and not headline and paragraph.kind in ("", "heading")


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph | Reference]:
    """What a paragraph holds: itself, a reference, or its text and the reference at its end."""
    if paragraph.kind == "reference":
        yield _reference((paragraph.number,), paragraph.label, paragraph)
        return
    words, headline = label(paragraph.text)
    if words and headline and len(headline) <= _LONGEST:
        yield _reference((paragraph.number,), words, replace(paragraph, text=headline))
        return
    text, words, headline = trailing_label(paragraph.text)
    yield replace(paragraph, text=text) if words and text else paragraph
    if words and text:
        yield _reference((paragraph.number,), words, replace(paragraph, text=headline))


def _reference(numbers: tuple[int, ...], words: str, paragraph: Paragraph) -> Reference:
    """The reference whose headline is a paragraph's text, without a bullet or a badge for subscribers before it."""
    headline = _BADGE.sub("", _BULLET.sub("", paragraph.text)).strip()
    address = _ADDRESS.search(headline)
    bare = headline[: address.start()] if address else headline
    return Reference(numbers, words, bare or paragraph.text, paragraph.href or (address["href"] if address else ""))


def _is_headline(paragraph: Paragraph, already: int) -> bool:
    """Whether a paragraph below a label is a headline; a second one needs a bullet, a link, or a headline's length."""
    text = paragraph.text
    if paragraph.kind == "reference":
        return False
    if already and not (_BULLET.match(text) or paragraph.href):
        return not _CLOSED.search(text) and weight(text) >= _LEAST and len(text) <= _LONGEST and not label(text)[0]
    is_long = len(text) > _LONGEST or text.endswith((".", "。", ":", "।", "۔"))
    return bool(paragraph.href) or (not is_long and not label(text)[0])
