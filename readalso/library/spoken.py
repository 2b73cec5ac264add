"""What an edit did to words inside quotation marks: a briefing's text is held against the text as it was received.

Marks, punctuation and case are the editor's, and so are "[…]" for words left out, "[Veldan]" for words put in, and
words left off at either end. Any other word inside quotation marks is the speaker's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from readalso.briefing.quotations import Span, said, spans

_GAP = re.compile(r"\[[^\[\]]*\]|…|\.{3}")
_LETTER = re.compile(r"\[(\w)\]")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_LIKE = 0.5
"""The share of words in common from which one quotation may be what was made of another."""
_MOST = 100
"""Quotations of one text that are compared with one another."""


@dataclass(frozen=True, slots=True)
class Change:
    """A quotation that an edit has changed."""

    line: int
    """Of the body, from 1."""
    was: str
    now: str


def changes(body: str, received: str) -> Iterator[Change]:
    """The quotations in `body` whose words are not those of the `received` one; new and removed ones are no matter."""
    if body == received:
        return
    base, mine = tuple(spans(received)), tuple(spans(body))
    theirs, ours = _stream(base), _stream(mine)
    missing = [span for span in islice(base, _MOST) if f" {said(span.text)} " not in ours]
    for span in mine[:_MOST]:
        if not _stands(span.text, theirs) and (origin := _origin(span, missing)):
            missing.remove(origin)
            yield Change(span.line, origin.text, span.text)


def _stream(found: Sequence[Span]) -> str:
    return f" {' '.join(said(span.text) for span in found)} "


def _stands(text: str, stream: str) -> bool:
    """Whether the words of a quotation, gaps and insertions aside, stand in order among those that were received."""
    plain = _LETTER.sub(r"\1", _LINK.sub(r"\1", text.replace("\\", "")))
    at = 0
    for part in filter(None, map(said, _GAP.split(plain))):
        at = stream.find(f" {part} ", at)
        if at < 0:
            return False
        at += len(part)
    return True


def _origin(span: Span, missing: Sequence[Span]) -> Span | None:
    """The received quotation that was changed into this one: the most like it, or the one between the same words."""
    best = max(missing, key=lambda other: _likeness(span, other), default=None)
    return best if best and _likeness(span, best) >= _LIKE else None


def _likeness(span: Span, other: Span) -> float:
    """From 0 to 1."""
    if span.around and span.around == other.around:
        return 1.0
    return SequenceMatcher(None, said(span.text).split(), said(other.text).split(), autojunk=False).ratio()
