"""The front page, and those that continue it."""

from collections.abc import Iterator, Sequence
from functools import partial

from readalso.library.library import Entry
from readalso.pages import photos
from readalso.pages.kinds import lanes, threads
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, headline, paged, term_label
from readalso.pages.views import Front, Label, Pager, Photo

MOST_SHOWN = 8
"""Names in a column beside the list."""
MOST_THREADS = 5


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/", "/page/2/" and on."""
    ids = tuple(shelf.library.entries)
    for url, pager, some in paged("/", ids, shelf.settings.paginate):
        if pager.number > 1:
            view = partial(_further, shelf, url, pager, len(ids), some)
            yield Page(url, "front.html", view, is_listed=False)
            continue
        first = Front(
            url=url,
            title="",
            days=shelf.days(some),
            pager=pager,
            total=len(ids),
            waiting=len(shelf.library.waiting()),
            most_referenced=_most_referenced(shelf),
            topics=_busiest(shelf),
            points=_points(shelf, some),
            threads=tuple(lanes.label(shelf, thread) for thread in threads.moving(shelf)[:MOST_THREADS]),
            image=_image(shelf, some),
        )
        yield Page(url, "front.html", first)


def _further(shelf: Shelf, url: str, pager: Pager, total: int, ids: Sequence[str]) -> Front:
    """A page that continues the first."""
    return Front(
        url, "", shelf.days(ids), pager, total, waiting=0, most_referenced=(), topics=(), points=(), threads=()
    )


def _points(shelf: Shelf, ids: Sequence[str]) -> tuple[str, ...]:
    """The key points of the briefing that leads a page."""
    lead = _lead(shelf, ids)
    return lead.facts.matter.key_points if lead else ()


def _image(shelf: Shelf, ids: Sequence[str]) -> Photo | None:
    """The picture of the briefing that leads a page."""
    lead = _lead(shelf, ids)
    return photos.lead(shelf, lead) if lead else None


def _lead(shelf: Shelf, ids: Sequence[str]) -> Entry | None:
    """The briefing that leads a page: the first one with a date, or else the first."""
    entries = [shelf.library.entries[id] for id in ids]
    return next((entry for entry in entries if entry.date), entries[0] if entries else None)


def _most_referenced(shelf: Shelf) -> tuple[Label, ...]:
    """By the number of briefings that refer; of equals the newer first."""
    counts = {id: len(shelf.library.backlinks.get(id, ())) for id in shelf.library.entries}
    top = sorted((id for id, count in counts.items() if count > 1), key=lambda id: -counts[id])[:MOST_SHOWN]
    return tuple(headline(shelf.cards[id], counts[id]) for id in top)


def _busiest(shelf: Shelf) -> tuple[Label, ...]:
    topics = sorted(shelf.library.terms["topics"].values(), key=lambda term: (-len(term.ids), term.name))
    return tuple(term_label(term) for term in topics[:MOST_SHOWN])
