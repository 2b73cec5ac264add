"""Who said what: the quotations of a text with their speakers.

Marks alone do not make a quotation: a ship's name and a scare quote have them too. Words count as said where the
sentence around them attributes them, where they follow attributed words in the same paragraph, where a whole paragraph
of them follows one that was attributed or announced, and where they are too many for a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from readalso.intake.anatomy import dialogue
from readalso.intake.anatomy.anatomy import Prose, Quotation
from readalso.intake.anatomy.grammar import grammar
from readalso.intake.anatomy.people import Cast, Person
from readalso.intake.anatomy.quotations import spans
from readalso.intake.anatomy.sentences import sentences
from readalso.intake.anatomy.setting import Setting
from readalso.intake.anatomy.speakers import Listener, uninverted
from readalso.intake.anatomy.words import weight
from readalso.intake.languages import Language

_LEAST_WORDS = 4
"""Of a quotation inside somebody's sentence; shorter ones are names or scare quotes, unless they are part of it."""
_SURE_WORDS = 8
"""Of one that is a quotation though nobody is said to have said it."""
_MOST, _LONGEST = 60, 2_000
"""Quotations of one article, and characters of one; beyond them is a transcript."""
_CUTS = (
    re.compile(r"(?P<mark>[,!?….])\s?[—–-]\s(?=(?P<clause>[^;—–]{3,90}?)(?P<end>[.,]?\s[—–-]\s?))"),
    re.compile(r"(?P<mark>[,!?…])\s(?=(?P<clause>[^,.;—–]{4,90})(?P<end>,\s|\.\s(?=[^\W\d_])))"),
)
"""An attribution inside the marks, between dashes or commas, or between a comma and a full stop."""
_CLOSED = re.compile(r"[.!?…。！？]\W*\Z")
_NEW_SENTENCE = re.compile(r"\A\s*[.;。]|\A\s+[^\W\d_]")
_ANNOUNCED = re.compile(r"[:：]\s*\Z")


@dataclass(frozen=True, slots=True)
class _Hearing:
    """What is known where a paragraph begins."""

    listener: Listener
    last: Person | None = None
    """Who spoke in the paragraph before, if that was a quotation's."""
    is_announced: bool = False
    """Whether the paragraph before ends with a colon, or with somebody who speaks."""
    is_open: bool = False
    """Whether a quotation of the paragraph before goes on."""


def gather(blocks: Iterable[Prose], language: Language, cast: Cast) -> tuple[Quotation, ...]:
    """The quotations of the paragraphs, in order."""
    hearing = _Hearing(Listener(language, cast))
    found: list[Quotation] = []
    for block in blocks:
        said, hearing = _paragraph(block, hearing)
        if hearing.last and said:
            found = _answered(found, hearing.last, block.number)
        found += said
    return tuple(replace(quote, is_open=False) for quote in found[:_MOST])


def _paragraph(block: Prose, before: _Hearing) -> tuple[list[Quotation], _Hearing]:
    """The quotations of one paragraph, and what is known after it."""
    language = before.listener.language
    settings = _settings(block.text, language, before.is_announced or bool(before.last))
    listener, last, said = before.listener.turned(), before.last, list[Quotation]()
    for setting in settings:
        listener = _read(setting.before, listener)
        speaker = _speaker(setting, listener) or _carried(setting, last, before)
        if speaker:
            listener, last = listener.met(speaker), speaker
        if len(setting.text) <= _LONGEST and (speaker or _counts_unnamed(setting, language)):
            name = speaker.name if speaker else ""
            said.append(Quotation(block.number, setting.text.rstrip(",，"), name, setting.is_open and not speaker))
    rest = settings[-1].after if settings else block.text
    listener = _read(rest, listener)
    is_open = bool(settings) and settings[-1].is_open
    return said, _Hearing(listener, last if settings else None, _announces(rest, listener, bool(settings)), is_open)


def _answered(found: list[Quotation], speaker: Person, number: int) -> list[Quotation]:
    """The quotations that stayed open and without a speaker until this paragraph named one."""
    return [replace(quote, speaker=speaker.name, is_open=False) if quote.is_open else quote for quote in found]


def _announces(text: str, listener: Listener, has_quotations: bool) -> bool:
    """Whether a paragraph leads to the next: by a colon, or by a last sentence in which somebody speaks."""
    if _ANNOUNCED.search(text):
        return True
    said = sentences(text)
    return not has_quotations and bool(said) and listener.hears(said[-1]) is not None


def _settings(text: str, language: Language, is_expected: bool) -> tuple[Setting, ...]:
    """The quotations of a paragraph; one that is cut by its attribution gives two."""
    if spoken := dialogue.settings(text, language, is_expected):
        return spoken
    if "``" in text:  # ANPA has no other marks
        text = text.replace("``", "“").replace("''", "”")
    found = spans(text, language.quotation_marks)
    edges = [0, *(edge for span in found for edge in (span.start, span.end)), len(text)]
    outside = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    is_whole = not any(char.isalnum() for piece in outside for char in piece)
    pairs = zip(found, pairwise(outside), strict=True)
    return tuple(
        part
        for span, (before, after) in pairs
        for part in _parts(Setting(span.text, before, after, is_whole, is_open=span.is_open), language)
    )


def _parts(setting: Setting, language: Language) -> tuple[Setting, ...]:
    """Two quotations where the marks hold an attribution too: « I regret nothing, he said, but once is enough. »."""
    for pattern in _CUTS:
        for cut in pattern.finditer(setting.text):
            if _has_verb(uninverted(cut["clause"], language), language):
                first, second = setting.text[: cut.start("mark") + 1], setting.text[cut.end("end") :]
                clause = f", {cut['clause']}"
                head = Setting(first, setting.before, clause, is_part=True)
                return head, Setting(second, clause, setting.after, is_part=True)
    return (setting,)


def _speaker(setting: Setting, listener: Listener) -> Person | None:
    """Who the sentence around a quotation says it was, after it or else before it."""
    after, before = _clause_after(setting), _clause_before(setting)
    is_sentence = bool(_CLOSED.search(setting.text) and _ANNOUNCED.search(before)) or setting.is_part
    is_long = weight(setting.text) >= (2 if is_sentence else _LEAST_WORDS - setting.text[:1].islower())
    if speaker := listener.hears(after):
        return speaker if is_long or _is_attached(setting) else None
    if not is_long:
        return None
    return (
        listener.hears(before, backwards=True)
        or (listener.named(before) if _has_verb(after, listener.language) or _ANNOUNCED.search(before) else None)
        or _unnamed(after, listener)
        or _announcer(setting, listener)
    )


def _announcer(setting: Setting, listener: Listener) -> Person | None:
    """The latest speaker, where a sentence that ends with a colon leads to the quotation."""
    is_led = (
        _ANNOUNCED.search(setting.before)
        and listener.recent
        and grammar(listener.language).said.search(_clause_before(setting))
    )
    return listener.recent[0] if is_led else None


def _clause_after(setting: Setting) -> str:
    """The rest of the sentence that the quotation is part of; "" where the quotation ends it."""
    starts_anew = _NEW_SENTENCE.match(setting.after) and (
        not setting.after.lstrip()[:1].islower() and not re.search(r"[!?,]\Z", setting.text)
    )
    rest = sentences(setting.after.lstrip(" ,，、"))
    return rest[0] if rest and not starts_anew else ""


def _clause_before(setting: Setting) -> str:
    """The beginning of the sentence that the quotation is part of; "" where the quotation begins it."""
    return sentences(setting.before)[-1] if setting.before.strip() and not _CLOSED.search(setting.before) else ""


def _has_verb(clause: str, language: Language) -> bool:
    """Whether a verb of saying stands near the clause's beginning, as where verbs come last ("…"라고 말했다)."""
    found = grammar(language).said.search(clause)
    return bool(found) and weight(clause[: found.start() if found else 0]) <= 2


def _is_attached(setting: Setting) -> bool:
    """Whether a verb of saying follows at once, so that even two words are said: "No comment," she said."""
    return bool(re.search(r"[,!?…]\Z", setting.text) or re.match(r"\s?(?:,|[–—-]\s)", setting.after))


def _unnamed(clause: str, listener: Listener) -> Person | None:
    """The latest speaker, where a verb of saying has no subject at all, as in Ukrainian."""
    said = grammar(listener.language).said.match(clause.strip(" ,–—-"))
    return listener.recent[0] if said and listener.recent and weight(clause) <= 4 else None


def _carried(setting: Setting, last: Person | None, before: _Hearing) -> Person | None:
    """Who goes on speaking, where a quotation has no speaker of its own."""
    if not _may_carry(setting):
        return None
    if before.is_open and not setting.before.strip():
        return last
    recent = before.listener.recent[0] if before.is_announced and before.listener.recent else None
    return last or (recent if setting.is_whole_paragraph else None)


def _may_carry(setting: Setting) -> bool:
    """Whether a quotation without a speaker of its own goes on with the one before."""
    text = setting.text
    alone = not _clause_before(setting) and not any(char.isalnum() for char in _clause_after(setting))
    return (
        weight(text) >= (_LEAST_WORDS if not _CLOSED.search(text) else 2)
        and not text[:1].islower()
        and (setting.is_whole_paragraph or (alone and bool(setting.before)))
    )


def _counts_unnamed(setting: Setting, language: Language) -> bool:
    """Whether words are said, but by nobody who has a name: "Nothing changes," the company added."""
    words = weight(setting.text)
    is_said = _is_attached(setting) and bool(grammar(language).said.search(_clause_after(setting)))
    is_led = bool(grammar(language).said.search(_clause_before(setting)))
    return words >= _SURE_WORDS or (words >= _LEAST_WORDS and (is_said or is_led))


def _read(text: str, listener: Listener) -> Listener:
    """The listener after the sentences of `text`: who speaks in each, or else is named first."""
    for sentence in sentences(text):
        subject = listener.subject(sentence)
        listener = listener.met(subject) if subject else listener
    return listener
