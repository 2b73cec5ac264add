"""The account of a source's paragraphs: none is lost without a word.

A paragraph stands in the body, became a field, was dropped by a rule that has a name, or was changed by a human: then
the base has it and the briefing has not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from readalso.intake.anatomy.anatomy import Anatomy, Prose, Reference
from readalso.intake.article import Article
from readalso.intake.compose import written
from readalso.intake.receipt import Entry
from readalso.words import headline_key

_KEYS = ("correction",)
"""Keys that may hold a paragraph: that of a kill holds its notice."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a paragraph went when the article was taken apart."""

    number: int
    """The article's paragraph, from 1."""
    fate: str
    """"body", "reference", "field NAME", or "dropped by RULE"."""
    text: str
    """As it came."""
    written: str = ""
    """The Markdown made of it; "" for what is not in the body."""


def trace(article: Article, anatomy: Anatomy) -> tuple[Trace, ...]:
    """Where each paragraph went, in order; a paragraph with a dateline went two ways."""
    printed = {paragraph.number: paragraph.text for paragraph in article.paragraphs}
    found: list[Trace] = []
    for block in anatomy.blocks:
        match block:
            case Prose(number=number):
                found.append(Trace(number, "body", printed[number], written(block)))
            case Reference(numbers=numbers):
                found.extend(Trace(number, "reference", printed[number], written(block)) for number in numbers)
    found.extend(Trace(moved.number, f"field {moved.field}", moved.text) for moved in anatomy.moved)
    found.extend(Trace(drop.number, f"dropped by {drop.rule}", drop.text) for drop in anatomy.dropped)
    told = {one.number for one in found}
    found.extend(Trace(number, "lost", text) for number, text in printed.items() if number not in told)
    return tuple(sorted(found, key=lambda one: (one.number, one.fate)))


def account(traces: Iterable[Trace], base: str, ours: str) -> tuple[Entry, ...]:
    """What became of each paragraph, where `ours` is the briefing's file, and `base` as it was generated.

    Both are "" where the briefing is no more.
    """
    matter, _, body = ours.partition("\n---\n")
    generated = base.partition("\n---\n")[2]
    return tuple(Entry(one.number, _fate(one, matter, body, generated), one.text) for one in traces)


def _fate(one: Trace, matter: str, body: str, generated: str) -> str:
    if not one.written or one.written in body:
        return one.fate
    if one.written in generated or not body:
        return "edited"
    said = _words(one.written)  # generated in another form, by an earlier version of the rules
    if said in _words(body):
        return one.fate
    if said in _words(generated):
        return "edited"
    return next((f"field {key}" for key in _KEYS if said in _words(_line(matter, key))), "lost")


def _line(matter: str, key: str) -> str:
    """A key's value in generated front matter, as it stands there."""
    found = re.search(rf"^{key}: (.*)", matter, re.MULTILINE)
    return found[1] if found else ""


@lru_cache(16)
def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", headline_key(text.replace("\\", ""))))
