"""Direct speech behind a dash, as French, Spanish, Polish, Swedish and Ukrainian have it.

    — Ми почекаємо, — сказав Бондар. — І ще раз.        – Vi väntar, säger Berg.        —Esperaremos —dijo Rey—.

A dash before a paragraph may also be a list's, so either a verb of saying has to stand in the paragraph, or speech has
to be expected there: after a colon, or after other speech.
"""

import re

from readalso.intake.anatomy.grammar import grammar
from readalso.intake.anatomy.setting import Setting
from readalso.intake.anatomy.speakers import uninverted
from readalso.intake.anatomy.words import weight
from readalso.intake.languages import Language

_DASH = re.compile(r"\A\s*(?P<dash>[—–―-])\s?(?=\S)")
_TURN = re.compile(r"\s[—–―-]+\s?(?=\S)|(?<=[\w,.!?…])[—–―]+(?=[\w\s.,;:!?]|\Z)")
"""From speech to attribution or back."""
_COMMA = re.compile(r"(?P<mark>[,!?…])\s+")
_SENTENCE = re.compile(r"[.!?…]\s+")
_NEAR = 3
"""Words of an attribution before its verb."""


def settings(text: str, language: Language, is_expected: bool) -> tuple[Setting, ...]:
    """The pieces of direct speech in a paragraph that a dash opens; () where it is no speech."""
    opening = _DASH.match(text)
    if not opening:
        return ()
    body = text[opening.end() :].strip()
    found = _between_dashes(body, language) or _after_comma(body, language)
    if found:
        return found
    is_speech = is_expected and bool(language.quotation_dash) and opening["dash"] != "-"
    return (Setting(body, "", "", is_whole_paragraph=True),) if is_speech else ()


def _between_dashes(body: str, language: Language) -> tuple[Setting, ...]:
    """Speech, attribution, speech, …, divided by dashes; () where no piece is an attribution."""
    pieces = _joined([piece.strip() for piece in _TURN.split(body)], language)
    if len(pieces) < 2:
        return ()
    said = pieces[::2]
    clauses = [f", {piece}" for piece in pieces[1::2]]
    after = [*clauses, ""][: len(said)]
    before = ["", *clauses][: len(said)]
    return tuple(
        Setting(text.lstrip(" .,;"), left, right)
        for text, left, right in zip(said, before, after, strict=True)
        if text.strip(" .")
    )


def _joined(pieces: list[str], language: Language) -> list[str]:
    """Pieces in turns of speech and attribution: a dash inside speech divides nothing."""
    turns = pieces[:1]
    for piece in pieces[1:]:
        is_clause = len(turns) % 2 == 1 and _is_attribution(piece, language)
        if is_clause or len(turns) % 2 == 0:
            turns.append(piece)
        else:
            turns[-1] = f"{turns[-1]} — {piece}"
    return turns


def _after_comma(body: str, language: Language) -> tuple[Setting, ...]:
    """Speech up to a comma or question mark, an attribution to the sentence's end, and the speech that goes on."""
    for match in _COMMA.finditer(body):
        rest = body[match.end() :]
        clause = _SENTENCE.split(rest)[0]
        if _is_attribution(clause, language, most=1):
            said = body[: match.start()] + match["mark"].strip(",")
            more = rest[len(clause) :].lstrip(".!?… ")
            first = Setting(said, "", f", {clause}")
            return (first, Setting(more, f", {clause}", "", is_part=True)) if more else (first,)
    return ()


def _is_attribution(clause: str, language: Language, most: int = _NEAR) -> bool:
    """Whether a verb of saying stands near the beginning of a clause."""
    plain = uninverted(clause, language)
    found = grammar(language).said.search(plain)
    return found is not None and weight(plain[: found.start()]) <= most
