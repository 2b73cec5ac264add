"""When an article was published, as far as anybody said so; a date is never guessed.

In order of trial: a line that states it, a dateline with a year, the file's name. A dateline without a year gives no
date. Where there is none, there may be evidence: the latest day that the text speaks of as past. Only full days and
stretches of a named year count ("27 March 2025", "first three months of 2025"), and only in references to earlier
articles and in background, in sentences that say nothing of what is to come. A day without a year never counts: the
only year that a text names need not be that day's (a text of January may speak of "Dec. 27" and of the new year).
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from readalso.fields import Moment
from readalso.intake.anatomy.sentences import sentences
from readalso.intake.anatomy.words import either, whole
from readalso.intake.languages import Language, months

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>\d{4})(?![\d/])")
"""A day and month that cannot be taken for each other; 01/02/2025 is ambiguous, and never guessed."""
_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_IPTC_TRAILER = re.compile(
    rf"(?<!\d)(?P<day>\d\d)\d{{4}}\s?(?:GMT|UTC|Z)\s(?P<month>(?i:{'|'.join(_ENGLISH)}))[A-Za-z]*\s(?P<year>\d\d)(?!\d)"
)
_ANPA_TRAILER = re.compile(r"-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)(?!\d)")
_LONGEST_STAMP, _MOST_STAMP_WORDS = 70, 3
"""Characters of a line that is a time alone, and its words beside the day and the hour."""
_CLOCK = re.compile(
    r"(?<![\d-])(?P<hour>[01]?\d|2[0-3])(?:[:hH時点시]| h |\.)(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\.?\d)"
    r"\s?(?P<meridiem>[ap]\.?m\b)?"
)
_OFFSET = re.compile(r"(?:(?P<sign>[+−-])(?P<hours>\d\d):?(?P<minutes>[0-5]\d)|Z|UTC|GMT)(?!\w)")
_FILE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)(?:[-_T](?!(?P=year))(?P<hour>[01]\d|2[0-3])[-_:]?(?P<minute>[0-5]\d)(?![\d]))?(?!\d)"
)


def stated(text: str, language: Language, zone: ZoneInfo) -> Moment | None:
    """The moment that a line states; a time without an offset is in `zone`; a day alone stays a day."""
    day, end = _day(text, language)
    clock = _CLOCK.search(text, end) or _CLOCK.search(text) if day else None
    if not day or not clock:
        return _moment(day)
    hour = (
        int(clock["hour"]) % 12 + 12 * clock["meridiem"].lower().startswith("p")
        if clock["meridiem"]
        else int(clock["hour"])
    )
    return _at(day, hour, int(clock["minute"]), _offset(text, clock.end(), zone))


def is_stamp(text: str, language: Language, zone: ZoneInfo) -> bool:
    """Whether a line is nothing but a day, perhaps with a time, a weekday and a place."""
    if len(text) > _LONGEST_STAMP or not _day(text, language)[0]:
        return False
    rest = beside(text, language)
    words = re.findall(r"[^\W\d_]+", rest)
    return len(words) <= _MOST_STAMP_WORDS and not re.search(r"\d", rest)


def beside(text: str, language: Language) -> str:
    """What a line says beside its day and time."""
    for pattern in (_ISO, _DOTTED, _SLASHED, *_worded(language), _OFFSET, _CLOCK):
        text = pattern.sub(" ", text)
    return " ".join(text.split()).strip(" ,|·—–-")


def trailer(text: str) -> Moment | None:
    """The day in a wire's trailer: "131137 GMT Nov 13" is 13 November 2013, "AP-WF-11-13-13" too (IPTC 7901, ANPA)."""
    if match := _IPTC_TRAILER.search(text):
        return _moment(_date(f"20{match['year']}", str(_ENGLISH.index(match["month"].casefold()) + 1), match["day"]))
    match = _ANPA_TRAILER.search(text)
    return _moment(_date(f"20{match['year']}", match["month"], match["day"])) if match else None


def named(file: str, zone: ZoneInfo) -> Moment | None:
    """The moment in a file's name, "2026-10-05-0930-port.txt" or "2026-10-05-port.txt"."""
    match = _FILE.search(file.rpartition("/")[2])
    day = _date(match["year"], match["month"], match["day"]) if match else None
    if not match or not day or not match["hour"]:
        return _moment(day)
    return _at(day, int(match["hour"]), int(match["minute"]), zone)


def evidence(texts: Iterable[str], language: Language) -> Moment | None:
    """The latest full day that `texts`, which tell of earlier events, speak of as past."""
    future = re.compile(whole(language.future, language))
    past = (sentence for text in texts for sentence in sentences(text) if not future.search(sentence))
    return _moment(max((day for sentence in past for day in _days(sentence, language)), default=None))


def day_in(text: str, language: Language) -> Moment | None:
    """The first full day in `text`."""
    return _moment(_day(text, language)[0])


def days_before(text: str, language: Language, end: date | None) -> Iterator[date]:
    """The days that `text` names, up to `end`; one without a year is the last of that name, if there is an `end`."""
    for match in (match for pattern in (_ISO, _DOTTED, *_worded(language, False)) for match in pattern.finditer(text)):
        year = match["year"] or str(end.year if end else "")
        day = _date(year, _month(match["month"], language), match["day"])
        if day and end and day > end and not match["year"]:
            day = _date(str(end.year - 1), str(day.month), str(day.day))
        if day and (end is None or day <= end):
            yield day


def _moment(day: date | None) -> Moment | None:
    return Moment(day.isoformat()) if day else None


def _day(text: str, language: Language) -> tuple[date | None, int]:
    """The first full day in `text` and where it ends."""
    for pattern in (_ISO, _DOTTED, *_worded(language), _SLASHED):
        for match in pattern.finditer(text):
            if day := _date(match["year"], _month(match["month"], language), match["day"]):
                return day, match.end()
    return None, 0


def _days(text: str, language: Language) -> Iterator[date]:
    """All full days in `text`, and the last days of the stretches it names."""
    for pattern in (_ISO, _DOTTED, *_worded(language)):
        found = (
            _date(match["year"], _month(match["month"], language), match["day"]) for match in pattern.finditer(text)
        )
        yield from filter(None, found)
    for match in _spans(language).finditer(text):
        year, month = int(match["year"]), language.spans[match["span"].casefold()]
        yield date(year, month, monthrange(year, month)[1])


@cache
def _worded(language: Language, has_year: bool = True) -> tuple[re.Pattern[str], ...]:
    """Days with the month as a word, in both orders; the year may be left out where it need not be there."""
    clinging = f"(?:{either(language.prefixes)})?" if language.prefixes else ""
    month = rf"{clinging}(?P<month>{either(months(language), any_case=True)})(?!\w)\.?"
    day, year = r"(?P<day>\d{1,2})(?:er|st|nd|rd|th|[.ºª°])?", r",?\s(?:de\s|del\s)?(?P<year>\d{4})(?!\d)"
    if not has_year:
        year = rf"(?:{year})?(?!\d)"
    return (
        re.compile(rf"(?<!\w){month}\s{day}{year}"),
        re.compile(rf"(?<!\w){day}\s(?:de\s|d[’'])?{month}{year}"),
        re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    )


@cache
def _spans(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?P<span>{either(language.spans, any_case=True)})\s(?P<year>(?:19|20)\d\d)(?!\d)")


def _month(printed: str, language: Language) -> str:
    if printed.isdigit():
        return printed
    return str(months(language)[printed.casefold()])


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _at(day: date, hour: int, minute: int, zone: tzinfo) -> Moment:
    """A moment with the offset that `zone` has then."""
    return Moment(datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).isoformat(timespec="seconds"))


def _offset(text: str, start: int, zone: ZoneInfo) -> tzinfo:
    """The offset printed after a time, else the zone's."""
    match = _OFFSET.match(text, start) or _OFFSET.match(text, start + 1)
    if not match:
        return zone
    minutes = int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)
    return timezone(timedelta(minutes=-minutes if match["sign"] in ("-", "−") else minutes)) if minutes < 1440 else zone
