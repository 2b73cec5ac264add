"""The archive: all years, a page for each year, month and day, and one for what has no date."""

from collections.abc import Iterator

from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, archive_url
from readalso.pages.views import Archive, Label


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/archive/", "/archive/2026/", "/archive/2026/10/", "/archive/2026/10/05/", "/archive/undated/"."""
    periods = _periods(shelf)
    undated = tuple(id for id, entry in shelf.library.entries.items() if entry.date is None)
    if undated:
        yield _page(shelf, "undated", (), undated)
    for period in periods:
        inside = tuple(
            other for other in periods if other[: len(period)] == period and len(other) == _next_size(period)
        )
        parts = tuple(Label(other, archive_url(other), len(periods[other])) for other in inside)
        yield _page(shelf, period, parts, periods[period] if len(period) >= 7 else ())
    years = tuple(Label(year, archive_url(year), len(periods[year])) for year in periods if len(year) == 4)
    rest = (Label("undated", archive_url("undated"), len(undated)),) if undated else ()
    yield Page("/archive/", "archive.html", Archive("/archive/", "", "", years + rest, ()))


def _periods(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """Each year, month and day with briefings, newest first, and their ids."""
    found: dict[str, list[str]] = {}
    for id, entry in shelf.library.entries.items():
        if entry.date:
            day = entry.date.date().isoformat()
            for period in (day[:4], day[:7], day):
                found.setdefault(period, []).append(id)
    return {period: tuple(found[period]) for period in sorted(found, reverse=True)}


def _next_size(period: str) -> int:
    return {4: 7, 7: 10}.get(len(period), 0)


def _page(shelf: Shelf, period: str, parts: tuple[Label, ...], ids: tuple[str, ...]) -> Page:
    url = archive_url(period)
    parent = archive_url(period.rpartition("-")[0]) if "-" in period else "/archive/"
    return Page(url, "archive.html", Archive(url, period, parent, parts, shelf.days(ids)))
