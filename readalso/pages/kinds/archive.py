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
    inside: dict[str, list[Label]] = {}
    for period, ids in periods.items():
        inside.setdefault(period.rpartition("-")[0], []).append(Label(period, archive_url(period), len(ids)))
    for period in periods:
        parts = tuple(inside.get(period, ()))
        yield _page(shelf, period, parts, periods[period] if len(period) >= 7 else ())
    years = tuple(inside.get("", ()))
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


def _page(shelf: Shelf, period: str, parts: tuple[Label, ...], ids: tuple[str, ...]) -> Page:
    url = archive_url(period)
    parent = archive_url(period.rpartition("-")[0]) if "-" in period else "/archive/"
    return Page(url, "archive.html", Archive(url, period, parent, parts, shelf.days(ids)))
