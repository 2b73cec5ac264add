"""The dateline at the head of a text: "HALDEN, Oct. 3, 2026 (Harbour Wire) — ".

Wires write it in many ways; the forms below are tried in order. A place, a day and an agency may each be missing, and a
dash inside an ordinary sentence must not make a dateline of its beginning: without an agency or a day, only a place in
capitals before a long dash is one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from readalso.intake.anatomy.grammar import UPPER, WORD, either
from readalso.intake.languages import Language

_DASH = r"\s*(?:--|\.-|[—–_=])\s*|\s+-\s+|\.\s+"


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence; all empty where nothing does."""

    printed: str = ""
    """All of it, without the dash."""
    place: str = ""
    """As printed; "" where only a day or an agency is given."""
    agency: str = ""
    day: str = ""
    """As printed, with or without a year."""


def split(text: str, language: Language) -> tuple[Dateline, str]:
    """The dateline of a first paragraph, and the text after it."""
    for form in _forms(language):
        if match := form.match(text):
            part = {key: value or "" for key, value in match.groupdict().items()}
            agency = part.get("agency", "").split("/")[0].strip(" .")  # "dpa/lno" is dpa and its desk
            printed = match["dateline"].strip(" ,.—–-_=")
            return Dateline(printed, part.get("place", "").strip(" ,."), agency, part.get("day", "")), text[
                match.end() :
            ]
    return Dateline(), text


def spelled(place: str, texts: Iterable[str]) -> str:
    """A place, without its region: in capitals as the text spells it elsewhere, or else HALDEN is Halden."""
    place = place.partition(",")[0].strip()
    if not place.isupper():
        return place
    found = (match.group() for text in texts for match in re.finditer(rf"(?<!\w)(?i:{re.escape(place)})(?!\w)", text))
    return next(
        (name for name in found if not name.isupper()), re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", _capitalised, place)
    )


def _capitalised(word: re.Match[str]) -> str:
    return word.group() if len(word.group()) == 1 else word.group().capitalize()


def day_pattern(language: Language) -> str:
    """A day and month, with a year or without, in any of the orders that the language's dates have."""
    month = rf"(?i:{either(language.months)})(?!\w)\.?"
    year = r"(?:,?\s\d{4}(?:\s(?:року|р\.))?)?"
    return rf"(?:{month}\s\d{{1,2}}(?!\d){year}|\d{{1,2}}(?:er)?\s{month}{year})"


@cache
def _forms(language: Language) -> tuple[re.Pattern[str], ...]:
    day = rf"(?P<day>{day_pattern(language)})"
    region = rf"(?:,\s(?:{WORD}\.?|(?:[{UPPER}]\.){{1,3}})(?:\s{WORD})?)?"
    place = rf"(?P<place>{WORD}(?:[ /-]{WORD}){{0,3}}{region})"
    capitals = rf"(?P<place>[{UPPER}][{UPPER}’'-]+(?:[ /][{UPPER}’'-]+){{0,3}})"
    agency = r"\((?P<agency>[^()\d]{2,40})\)"
    slashed = r"/(?P<agency>[^/\d]{2,40})/\.?"
    bare = rf"(?P<agency>[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{2,}})*)"
    between = r"[,.]?\s"
    forms = (
        rf"{place}(?:{between}{day})?{between}{agency}(?:{_DASH})",
        rf"{place}{between}{day}\.?\s{slashed}\s*",
        rf"{place}{between}{day}\.?\s{bare}(?:{_DASH})",
        rf"{place}{between}{day}(?:{_DASH})",
        rf"{capitals}(?:\s*(?:--|[—–])\s+)",
        rf"{day}\s{agency}(?:{_DASH})",
        rf"{agency}\s(?:[-–—]\s)?{place}(?:{between}{day})?(?:{_DASH})",
    )
    return tuple(re.compile(rf"(?P<dateline>{form})") for form in forms)
