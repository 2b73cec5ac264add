"""The front page, and those that continue it."""

from collections.abc import Iterator, Sequence

from readalso.library.library import Entry
from readalso.pages import photos
from readalso.pages.kinds import lanes, threads
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, headline, paged, term_label
from readalso.pages.views import Front, Label, Photo

MOST_SHOWN = 8
"""Names in a column beside the list."""
MOST_THREADS = 5


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/", "/page/2/" and on."""
    ids = tuple(shelf.library.entries)
    referenced, topics = _most_referenced(shelf), _busiest(shelf)
    moving = tuple(lanes.label(shelf, thread) for thread in threads.moving(shelf)[:MOST_THREADS])
    for url, pager, some in paged("/", ids, shelf.settings.paginate):
        is_first = pager.number == 1
        yield Page(
            url,
            "front.html",
            Front(
                url=url,
                title="",
                days=shelf.days(some),
                pager=pager,
                total=len(ids),
                waiting=len(shelf.library.waiting()) if is_first else 0,
                most_referenced=referenced if is_first else (),
                topics=topics if is_first else (),
                points=_points(shelf, some) if is_first else (),
                threads=moving if is_first else (),
                image=_image(shelf, some) if is_first else None,
            ),
            is_listed=is_first,
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
