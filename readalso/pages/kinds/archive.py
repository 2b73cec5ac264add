"""The archive: all years, a page for each year and month, and one for what has no date."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from readalso.pages.calendar import months
from readalso.pages.kinds import day
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, archive_url, day_of, paged
from readalso.pages.views import Archive, Label, Pager

_Periods = Mapping[str, tuple[str, ...]]
"""Each year, month and day that has a page, newest first -> its briefings, newest first."""


def pages(shelf: Shelf) -> Iterator[Page]:
    """All periods, each with the pages that continue it.

    "/archive/", "/archive/2026/", "/archive/2026/10/", "/archive/2026/10/page/2/", "/archive/2026/10/05/",
    "/archive/undated/".
    """
    if not shelf.settings.has("archive"):
        return
    changes = day.changes(shelf)
    periods = _periods(shelf, changes)
    undated = tuple(id for id, entry in shelf.library.entries.items() if entry.date is None)
    inside: dict[str, list[Label]] = {}
    for period, ids in periods.items():
        inside.setdefault(period.rpartition("-")[0], []).append(Label(period, archive_url(period), len(ids)))
    if undated:
        yield from _pages(shelf, "undated", (), undated)
    for period, (newer, older) in _neighbours(periods).items():
        if len(period) == 10:
            yield from day.pages(shelf, period, periods[period], changes.get(period, day.Changes()), newer, older)
        else:
            ids = periods[period] if len(period) == 7 else ()
            yield from _pages(shelf, period, tuple(inside[period]), ids, _days(period, inside), newer, older)
    years = tuple(inside.get("", ()))
    rest = (Label("undated", archive_url("undated"), len(undated)),) if undated else ()
    yield Page("/archive/", "archive.html", Archive("/archive/", "", "", years + rest, (), Pager(1, 1, "", "")))


def _periods(shelf: Shelf, changes: Mapping[str, day.Changes]) -> _Periods:
    """A day has a page where there were briefings on it, and where older ones were changed."""
    found: dict[str, list[str]] = {}
    for date in changes:
        for period in (date[:4], date[:7], date):
            found.setdefault(period, [])
    for id, entry in shelf.library.entries.items():
        if date := day_of(entry):
            for period in (date[:4], date[:7], date):
                found.setdefault(period, []).append(id)
    return {period: tuple(found[period]) for period in sorted(found, reverse=True)}


def _neighbours(periods: _Periods) -> dict[str, tuple[str, str]]:
    """The urls of the period after and the one before each, of its own length."""
    found: dict[str, tuple[str, str]] = {}
    for length in (4, 7, 10):
        row = [period for period in periods if len(period) == length]
        urls = ["", *map(archive_url, row), ""]
        found |= {period: (urls[index], urls[index + 2]) for index, period in enumerate(row)}
    return found


def _days(period: str, inside: Mapping[str, list[Label]]) -> tuple[Label, ...]:
    """The days of a year or a month that had briefings, the first one first."""
    rows = inside[period] if len(period) == 7 else [one for month in inside[period] for one in inside[month.name]]
    return tuple(sorted((label for label in rows if label.count), key=lambda label: label.name))


def _pages(
    shelf: Shelf,
    period: str,
    parts: tuple[Label, ...],
    ids: tuple[str, ...],
    days: tuple[Label, ...] = (),
    newer: str = "",
    older: str = "",
) -> Iterator[Page]:
    parent = archive_url(period.rpartition("-")[0]) if "-" in period else "/archive/"
    for url, pager, some in paged(archive_url(period), ids, shelf.settings.paginate):
        is_first = pager.number == 1
        view = partial(_view, shelf, some, url, period, parent, parts, pager, days if is_first else (), newer, older)
        yield Page(url, "archive.html", view, is_listed=is_first)


def _view(
    shelf: Shelf,
    ids: Sequence[str],
    url: str,
    period: str,
    parent: str,
    parts: tuple[Label, ...],
    pager: Pager,
    days: tuple[Label, ...],
    newer: str,
    older: str,
) -> Archive:
    return Archive(url, period, parent, parts, shelf.days(ids), pager, months(days, archive_url), newer, older)
