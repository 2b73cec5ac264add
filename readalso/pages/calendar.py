"""Calendars: on which days there were briefings, and how many."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from itertools import groupby

from readalso.pages.views import Label, Month

SHOWN = 12
"""Months of which a calendar shows each day, unless told otherwise; of those before it shows the count."""


def months(days: Iterable[Label], home: Callable[[str], str] | None = None, shown: int = SHOWN) -> tuple[Month, ...]:
    """The months of some days, in the order given: each a label named by its day, with its address and count.

    `home` gives a month's address, by its name; without it, a month leads where its newest day does.
    The first `shown` show each day.
    """
    rows = [(name, tuple(row)) for name, row in groupby(days, key=lambda day: day.name[:7])]
    return tuple(_month(name, row, home(name) if home else "", index < shown) for index, (name, row) in enumerate(rows))


def _month(name: str, days: tuple[Label, ...], url: str, is_shown: bool) -> Month:
    year, month = map(int, name.split("-"))
    first, length = monthrange(year, month)
    newest = max(days, key=_name)
    total = sum(day.count for day in days)
    return Month(name, url or newest.url, total, first, length, tuple(sorted(days, key=_name)) if is_shown else ())


def _name(day: Label) -> str:
    return day.name
