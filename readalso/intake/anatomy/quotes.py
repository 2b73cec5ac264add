"""Who said what: the quotations of a text with their speakers.

Marks alone do not make a quotation: a ship's name and a scare quote have them too. Words count as said where the
sentence around them attributes them, where they follow attributed words in the same paragraph, or where a whole
paragraph of them follows one that was attributed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from readalso.intake.anatomy.anatomy import Prose, Quotation
from readalso.intake.anatomy.grammar import grammar
from readalso.intake.anatomy.people import Cast, Person
from readalso.intake.anatomy.quotations import spans
from readalso.intake.anatomy.sentences import sentences
from readalso.intake.anatomy.speakers import Listener, uninverted
from readalso.intake.languages import Language

_LEAST_WORDS = 4
"""Of a quotation inside somebody's sentence; shorter ones are names or scare quotes."""
_MOST, _LONGEST = 60, 2_000
"""Quotations of one article, and characters of one; beyond them is a transcript."""
_CUT = re.compile(r"(?P<mark>[,!?…])\s(?:[—–]\s(?P<dashed>))?(?P<clause>[^,.;—–]{4,70})(?(dashed)[.,]?\s[—–]|,)\s")
_CLOSED = re.compile(r"[.!?…]\W*\Z")
_NEW_SENTENCE = re.compile(r"\A\s*[.;]|\A\s+[^\W\d_a-zа-яєіїґ]")


@dataclass(frozen=True, slots=True)
class _Setting:
    """A quotation and the words around it, up to the neighbouring quotations or the paragraph's ends."""

    text: str
    before: str
    after: str
    is_whole_paragraph: bool


def gather(blocks: Iterable[Prose], language: Language, cast: Cast) -> tuple[Quotation, ...]:
    """The quotations of the paragraphs, in order."""
    listener, found, last = Listener(language, cast), list[Quotation](), None
    for block in blocks:
        settings, said = _settings(block.text, language), []
        listener = listener.turned()
        for setting in settings:
            listener = _read(setting.before, listener)
            speaker = _speaker(setting, listener) or (last if _may_carry(setting) else None)
            if speaker:
                listener, last = listener.met(speaker), speaker
            if len(setting.text) <= _LONGEST and (speaker or _is_said_by_a_body(setting, language)):
                said.append(Quotation(block.number, setting.text.rstrip(","), speaker.name if speaker else ""))
        listener = _read(settings[-1].after if settings else block.text, listener)
        last = last if settings else None
        found += said
    return tuple(found[:_MOST])


def _settings(text: str, language: Language) -> tuple[_Setting, ...]:
    """The quotations of a paragraph; one that is cut by its attribution gives two."""
    found = spans(text, language.quotation_marks)
    edges = [0, *(edge for span in found for edge in (span.start, span.end)), len(text)]
    outside = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    is_whole = not any(char.isalnum() for piece in outside for char in piece)
    pairs = zip(found, pairwise(outside), strict=True)
    return tuple(
        part
        for span, (before, after) in pairs
        for part in _parts(_Setting(span.text, before, after, is_whole), language)
    )


def _parts(setting: _Setting, language: Language) -> tuple[_Setting, ...]:
    """Two quotations where the marks hold an attribution too: « I regret nothing, he said, but once is enough. »."""
    for cut in _CUT.finditer(setting.text):
        if grammar(language).said.search(uninverted(cut["clause"], language)):
            first, second = setting.text[: cut.start("mark") + 1], setting.text[cut.end() :]
            clause = f", {cut['clause']}"
            return _Setting(first, setting.before, clause, False), _Setting(second, clause, setting.after, False)
    return (setting,)


def _speaker(setting: _Setting, listener: Listener) -> Person | None:
    """Who the sentence around a quotation says it was, after it or else before it."""
    after, before = _clause_after(setting), _clause_before(setting)
    words = len(setting.text.split())
    if speaker := listener.hears(after):
        return speaker if words >= _LEAST_WORDS or _is_attached(setting) else None
    if words < _LEAST_WORDS:
        return None
    return listener.hears(before, backwards=True) or _unnamed(after, listener)


def _clause_after(setting: _Setting) -> str:
    """The rest of the sentence that the quotation is part of; "" where the quotation ends it."""
    starts_anew = _NEW_SENTENCE.match(setting.after) and not re.search(r"[!?,]\Z", setting.text)
    rest = sentences(setting.after.lstrip(" ,"))
    return rest[0] if rest and not starts_anew else ""


def _clause_before(setting: _Setting) -> str:
    """The beginning of the sentence that the quotation is part of; "" where the quotation begins it."""
    return sentences(setting.before)[-1] if setting.before.strip() and not _CLOSED.search(setting.before) else ""


def _is_attached(setting: _Setting) -> bool:
    """Whether a verb of saying follows at once, so that even two words are said: "No comment," she said."""
    return bool(re.search(r"[,!?…]\Z", setting.text) or re.match(r"\s?(?:,|[–—-]\s)", setting.after))


def _unnamed(clause: str, listener: Listener) -> Person | None:
    """The latest speaker, where a verb of saying has no subject at all, as in Ukrainian."""
    said = grammar(listener.language).said.match(clause.strip(" ,–—-"))
    return listener.recent[0] if said and listener.recent and len(clause.split()) <= 4 else None


def _may_carry(setting: _Setting) -> bool:
    """Whether a quotation without a speaker of its own goes on with the one before."""
    text = setting.text
    alone = not _clause_before(setting) and not any(char.isalnum() for char in _clause_after(setting))
    return (
        len(text.split()) >= _LEAST_WORDS
        and text[:1].isupper()
        and (setting.is_whole_paragraph or (alone and bool(setting.before)))
    )


def _is_said_by_a_body(setting: _Setting, language: Language) -> bool:
    """Whether a whole sentence is said, but by nobody who has a name: "Nothing changes," the company added."""
    is_long = len(setting.text.split()) >= _LEAST_WORDS
    return is_long and _is_attached(setting) and bool(grammar(language).said.search(_clause_after(setting)))


def _read(text: str, listener: Listener) -> Listener:
    """The listener after the sentences of `text`: who speaks in each, or else is named first."""
    for sentence in sentences(text):
        subject = listener.subject(sentence)
        listener = listener.met(subject) if subject else listener
    return listener
