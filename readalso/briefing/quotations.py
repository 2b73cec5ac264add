"""Quotations: what of them counts as words, and where they stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readalso.words import digest, headline_key

_PAIRS = {"“": "”“", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "″": "″", "”": "”"}
"""Opening mark -> what closes it: “English”, „deutsch“, «français», »dansk«, ”svenska”, 「日本語」."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Span:
    """Words that stand inside quotation marks."""

    text: str
    line: int
    """Of the body, from 1."""
    around: tuple[str, ...]
    """The three words before it and the three after it, in its paragraph."""


def said(text: str) -> str:
    """The words alone: Markdown's marks, punctuation and case are not part of what was said."""
    return " ".join(_WORD.findall(headline_key(text.replace("\\", ""))))


def anchor(text: str) -> str:
    """The name of a quotation's place on a page; the same words have the same, and no words have none."""
    words = said(text)
    return f"said-{digest(words)[:10]}" if words else ""


def spans(body: str) -> Iterator[Span]:
    """What stands inside quotation marks in a body, in order, the outermost marks of each paragraph.

    A mark that nothing closes before its paragraph ends opens nothing: it may be an inch, or a quotation that goes on.
    """
    line = 1
    for paragraph in re.split(r"(\n[ \t]*\n)", body):
        for start, end in _inside(paragraph):
            before, after = paragraph[:start], paragraph[end:]
            around = (*said(before).split()[-3:], *said(after).split()[:3])
            yield Span(paragraph[start:end], line + before.count("\n"), around)
        line += paragraph.count("\n")


def _inside(paragraph: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(paragraph):
        closing = _PAIRS.get(paragraph[at])
        if closing:
            ends = [end for mark in closing if (end := paragraph.find(mark, at + 1)) > 0]
            if ends:
                yield at + 1, min(ends)
                at = min(ends)
        at += 1
