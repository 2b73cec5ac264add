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
from readalso.intake.anatomy.grammar import either, whole
from readalso.intake.anatomy.sentences import sentences
from readalso.intake.languages import Language

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d-])(?P<hour>[01]?\d|2[0-3])(?:[:hH]| h )(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)"
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


def named(file: str, zone: ZoneInfo) -> Moment | None:
    """The moment in a file's name, "2026-10-05-0930-port.txt" or "2026-10-05-port.txt"."""
    match = _FILE.search(file.rpartition("/")[2])
    day = _date(match["year"], match["month"], match["day"]) if match else None
    if not match or not day or not match["hour"]:
        return _moment(day)
    return _at(day, int(match["hour"]), int(match["minute"]), zone)


def evidence(texts: Iterable[str], language: Language) -> Moment | None:
    """The latest full day that `texts`, which tell of earlier events, speak of as past."""
    future = re.compile(whole(language.future))
    past = (sentence for text in texts for sentence in sentences(text) if not future.search(sentence))
    return _moment(max((day for sentence in past for day in _days(sentence, language)), default=None))


def day_in(text: str, language: Language) -> Moment | None:
    """The first full day in `text`."""
    return _moment(_day(text, language)[0])


def _moment(day: date | None) -> Moment | None:
    return Moment(day.isoformat()) if day else None


def _day(text: str, language: Language) -> tuple[date | None, int]:
    """The first full day in `text` and where it ends."""
    for pattern in (_ISO, _DOTTED, *_worded(language)):
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
def _worded(language: Language) -> tuple[re.Pattern[str], ...]:
    """Days with the month as a word, in both orders."""
    month = rf"(?P<month>(?i:{either(language.months)}))(?!\w)\.?"
    day, year = r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)?", r",?\s(?P<year>\d{4})(?!\d)"
    return re.compile(rf"(?<!\w){month}\s{day}{year}"), re.compile(rf"(?<!\w){day}\s{month}{year}")


@cache
def _spans(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?P<span>(?i:{either(language.spans)}))\s(?P<year>(?:19|20)\d\d)(?!\d)")


def _month(printed: str, language: Language) -> str:
    if printed.isdigit():
        return printed
    months = {word.casefold(): number for word, number in language.months.items()}
    return str(months[printed.casefold()])


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
