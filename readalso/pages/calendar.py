"""Calendars: on which days there were briefings, and how many."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from readalso.pages.views import Label, Month

SHOWN = 12
"""Months of which a calendar shows each day, unless told otherwise; of those before it shows the count."""


def months(days: Iterable[Label], home: Callable[[str], str] | None = None, shown: int = SHOWN) -> tuple[Month, ...]:
    """The months of some days, in the order given: each a label named by its day, with its address and count.

    `home` gives a month's address, by its name; without it, a month leads where its newest day does.
    The first `shown` show each day.
    """
    rows = groupby(days, key=_month_of)
    return tuple(
        _month(name, sorted(row, key=_name), home(name) if home else "", index < shown)
        for index, (name, row) in enumerate(rows)
    )


def _month(name: str, days: Sequence[Label], url: str, is_shown: bool) -> Month:
    """A month of some days, the first of them first."""
    first, length = _extent(name)
    total = sum(day.count for day in days)
    return Month(name, url or days[-1].url, total, first, length, tuple(days) if is_shown else ())


@lru_cache(maxsize=4096)
def _extent(name: str) -> tuple[int, int]:
    """The weekday of a month's first day, and how many days it has."""
    year, month = map(int, name.split("-"))
    return monthrange(year, month)


def _month_of(day: Label) -> str:
    return day.name[:7]


def _name(day: Label) -> str:
    return day.name
