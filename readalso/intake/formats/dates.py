"""Moments as formats state them, in the form of RFC 3339; what cannot be read with certainty is not read."""

import re
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime

from readalso.fields import moment

# ISO 8601, long or short, as ninjs, NewsML and pages have it: 2025-03-29T10:15:00.123+0200, 20250329T101500Z, 20250329.
_ISO = re.compile(
    r"(?P<year>\d{4})(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    r"(?:[T ]\s?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?:[.,]\d+)?"
    r"\s?(?P<offset>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?(?!\d)"
)
_SLASHED = re.compile(
    r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})(?:[ ,]+(?P<hour>\d{1,2}):(?P<minute>\d\d))?\Z"
)
_MAIL = re.compile(r"(?:[A-Za-z]{3},?\s)?\s*\d{1,2}\s[A-Za-z]{3,9}\s\d{4}\b")


def stated(*texts: str) -> str:
    """The first of `texts` that is a day or a moment, in the form of RFC 3339; "" where none is."""
    return next((found for text in texts for form in _FORMS if (found := form(text.strip()))), "")


def _iso(text: str) -> str:
    match = _ISO.match(text)
    if not match:
        return ""
    day = f"{match['year']}-{match['month']}-{match['day']}"
    if not match["hour"]:
        return _valid(day)
    return _valid(f"{day}T{match['hour']}:{match['minute']}:{match['second'] or '00'}{_offset(match['offset'] or '')}")


def _offset(printed: str) -> str:
    digits = printed.lstrip("+-").replace(":", "")
    if not digits.isdigit():
        return "Z" if printed else ""
    return f"{printed[0]}{digits[:2]}:{digits[2:] or '00'}"


def _mail(text: str) -> str:
    """RFC 5322, as in e-mail and RSS: "Fri, 03 Oct 2026 08:00:00 +0300"."""
    if not _MAIL.match(text):
        return ""
    try:
        return _valid(parsedate_to_datetime(text).isoformat(timespec="seconds"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _slashed(text: str) -> str:
    """d/m/yyyy, where the day cannot be a month: "15/3/2026"; 3/4/2026 may be two days, and is neither."""
    match = _SLASHED.match(text)
    if not match or (int(match["day"]) <= 12 and match["day"].lstrip("0") != match["month"].lstrip("0")):
        return ""
    day = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    return _valid(f"{day}T{int(match['hour']):02}:{match['minute']}" if match["hour"] else day)


def _valid(iso: str) -> str:
    found = moment(iso)
    return found.iso if found and _possible(found.iso) else ""


def _possible(iso: str) -> bool:
    """Not a time stamp of nothing: the epoch, or the year 1."""
    return datetime.fromisoformat(iso).year > 1970


_FORMS: tuple[Callable[[str], str], ...] = (_iso, _mail, _slashed)
