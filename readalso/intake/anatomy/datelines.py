"""The dateline at the head of a text: "HALDEN, Oct. 3, 2026 (Harbour Wire) — ".

Wires write it in many ways; the forms below are tried in order. A place, a day and an agency may each be missing, and a
dash inside an ordinary sentence must not make a dateline of its beginning: without an agency or a day, only a place in
capitals before a long dash is one, and not "EXCLUSIVE — " or "LE POINT SUR LA SITUATION — ".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from readalso.intake.anatomy.places import countries
from readalso.intake.anatomy.words import UPPER, WORD, either
from readalso.intake.languages import Language, language, months, stems
from readalso.intake.tags import read_tags

_DASH = r"(?:\s*(?:--|\.-|[—–_=])\s*|\s+-\s*|\s?-\s+|[.।]\s+|\s*:\s+)"
_LINKS = "(?:am|an|der|de|la|los|las|del|do|da|dos|sur|upon|on|nad|pod|le|les|el|al|of|the|in)"
_HAN = r"\u3400-\u9fff"
_REPORTER = r"(?:[（(](?:记者|記者|通讯员)\s?(?P<byline>[^（）()]{1,30}?)[)）])?"
_EAST_ASIAN = (
    rf"[（(]?(?P<agency>[{_HAN}]{{1,8}}?(?:社|报|報|网|網|电台))(?:[记記]者(?P<reporter>[{_HAN}]{{3}}|[{_HAN}]{{2}}))?"
    rf"(?P<place>[{_HAN}·]{{2,8}}?)(?P<day>(?:\d{{1,2}}月)?\d{{1,2}}日)[电電讯訊](?:[，,]?{_REPORTER})?[)）]?\s*[：:]?\s*",
    rf"[（(](?P<agency>[{_HAN}]{{1,6}}社)(?P<place>[{_HAN}]{{2,6}}?)(?P<day>(?:\d{{1,2}}月)?\d{{1,2}}日)[电電][)）]\s*",
    r"【(?P<place>[^＝=】\d]{1,12})[＝=](?P<agency>[^】]{1,20})】\s*",
    rf"【(?P<place>[{_HAN}\u30a0-\u30ff]{{2,10}}?)(?P<agency>共同|時事|ロイター|[A-Z]{{2,6}})】\s*",
    r"[(\[（](?P<place>[^=＝()\[\]\d]{1,15})[=＝](?P<agency>[^()\[\]（）]{1,20})[)\]）]\s*"
    r"(?:(?P<byline>[^\s=]{2,5}(?:[·,\s]+[^\s=]{2,5}){0,2})\s(?:특파원|기자|통신원)\s*)?[=＝]?\s*",
)
"""Xinhua's "新华社北京4月24日电（记者…）", CNA's, Kyodo's "【東京＝共同】", Yonhap's "(서울=연합뉴스) … 기자 = "."""
_ADDRESS = re.compile(r"@|://|\Awww\.", re.IGNORECASE)
"""What only words have that are addresses, of the web or of mail: they do not tell how a name is written."""


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
    byline: str = ""
    """Whoever is named in it as the reporter."""


def split(text: str, language: Language) -> tuple[Dateline, str]:
    """The dateline of a first paragraph, and the text after it."""
    for form in _forms(language):
        match = form.match(text[:300])
        if match and not _is_false_friend(match, language):
            return _dateline(match, language), text[match.end() :].lstrip()
    return Dateline(), text


def spelled(place: str, texts: Iterable[str]) -> str:
    """A place, without its region: in capitals as the text spells it elsewhere, or else HALDEN is Halden.

    An address does not spell it, and neither does a word in small letters: READING is no reading.
    """
    place = re.split(r"[,،]", place)[0].strip()
    if not place.isupper():
        return place
    prose = (" ".join(word for word in text.split() if not _ADDRESS.search(word)) for text in texts)
    found = (match.group() for text in prose for match in re.finditer(rf"(?<!\w)(?i:{re.escape(place)})(?!\w)", text))
    return next(
        (name for name in found if not name.isupper() and not name.islower()),
        re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", _capitalised, place),
    )


def _dateline(match: re.Match[str], language: Language) -> Dateline:
    part = {key: (value or "").strip(" ,.") for key, value in match.groupdict().items()}
    agency = part.get("agency", "").split("/")[0].strip(" .")  # "dpa/lno" is dpa and its desk
    if stems(agency, language) in countries(language):
        agency = ""
    printed = match["dateline"].strip(" ,.—–-_=:।")
    return Dateline(
        printed, part.get("place", ""), agency, part.get("day", ""), part.get("byline") or part.get("reporter", "")
    )


def _is_false_friend(match: re.Match[str], tongue: Language) -> bool:
    """Whether the place is a desk's label or a phrase in capitals."""
    place = match.groupdict().get("place") or ""
    words = place.split()
    is_phrase = len(words) > 3 and any(word.casefold() in tongue.function_words for word in words)
    is_alone = not match.groupdict().get("agency") and not match.groupdict().get("day")
    return is_alone and (is_phrase or place.casefold() in _desk_labels(tongue) or bool(read_tags(f"{place}: x").kind))


@cache
def _desk_labels(tongue: Language) -> frozenset[str]:
    words = (word for one in (tongue, language("en")) for word in (*one.labels, *one.labels_with_colon))
    return frozenset(word.casefold() for word in words)


def _capitalised(word: re.Match[str]) -> str:
    return word.group() if len(word.group()) == 1 else word.group().capitalize()


def day_pattern(tongue: Language) -> str:
    """A day and month, with a year or without, in any of the orders that dates have; English ones in any text."""
    month = rf"{either({*months(tongue), *months(language('en'))}, any_case=True)}(?!\w)\.?"
    year = r"(?:,?\s(?:de\s|del\s)?\d{4}(?:\s(?:року|р\.|года|г\.|r\.|рік))?)?"
    return (
        rf"(?:{month}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d){year}|\d{{1,2}}(?:er|[.ºª°])?\s(?:de\s|d[’'])?{month}{year}"
        rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d\d-\d\d)"
    )


@cache
def _forms(tongue: Language) -> tuple[re.Pattern[str], ...]:
    day = rf"(?P<day>{day_pattern(tongue)})"
    cased = tongue.is_cased
    word = WORD if cased else r"[^\W\d_]+"
    region = rf"(?:[,،]\s?(?:{word}\.?|(?:[{UPPER}]\.){{1,3}})(?:\s{word}){{0,2}})?"
    place = rf"(?P<place>{word}(?:(?:[ /-]|\s{_LINKS}\s|\s?/\s?){word}){{0,3}}{region})"
    capitals = rf"(?P<place>[{UPPER}][{UPPER}’'-]+(?:[ /][{UPPER}’'-]+){{0,3}}{region if cased else ''})"
    agency = r"\((?P<agency>[^()\d]{2,40})\)"
    slashed = r"/(?P<agency>[^/\d]{2,40})/\.?"
    bare = rf"(?P<agency>[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{2,}})*)"
    between = r"[,.،]?\s"
    weekday = r"(?:[^\W\d_]+,?\s)?"
    forms = [
        rf"{place}(?:{between}{day})?[,.]?\s?{agency}(?:{_DASH}|(?=[{UPPER}«“\"„])|\s*\Z)",
        rf"{place}{between}{weekday}{day}\.?[,\s]\s?{agency}(?:{_DASH}|\s*\Z)",
        rf"{place}{between}{day}\.?\s{slashed}\s*(?:{_DASH})?",
        rf"{slashed}\s*{place}(?:{between}{day})?(?:{_DASH})",
        rf"{place}{between}{day}\.?\s{bare}(?:{_DASH})",
        rf"{place}{between}{day}(?:{_DASH}|\s*\Z)",
        rf"{capitals}\.?-?(?:\s*(?:--|[—–]|\.-|_)\s*)",
        rf"{capitals}(?:\s-\s)(?={WORD})",
        rf"{day}\s?{agency}(?:{_DASH}|(?=[{UPPER}]))",
        rf"{agency}\s?(?:[-–—]+\s)?{place}(?:{between}{day})?(?:{_DASH})",
        rf"{agency}\s*(?:--|[—–]|-\s)\s*(?={WORD})",
    ]
    uncased = [
        rf"(?P<place>{word}(?:\s{word}){{0,2}}{region})(?:{between}{day})?\s?{agency}(?:{_DASH}|\s)",
        rf"(?P<place>{word}(?:\s{word}){{0,2}}){between}{day}(?:{_DASH})",
        rf"(?P<place>{word}(?:\s{word}){{0,1}})\s*(?:--|[—–]|\s-)\s+(?P<agency>{either(tongue.agency_words)})\s*[:：]\s*",
        rf"(?P<place>{word})\s*(?:--|[—–]|\s-\s)\s*(?=\S+\s\S+\s\S+)",
    ]
    chosen = (*_EAST_ASIAN, *(forms if cased else (*uncased[:3], *forms[8:9])))
    return tuple(re.compile(rf"(?P<dateline>{form})") for form in chosen)
