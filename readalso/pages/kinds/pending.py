"""What the desk waits for: each headline that no briefing answers to, and who refers to it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from readalso.library.links import Pending
from readalso.library.waiting import since
from readalso.pages.kinds.story import citation
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, paged
from readalso.pages.views import Citation, PendingPage, Time, Wanted
from readalso.words import headline_key


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/pending/", "/pending/page/2/" and on."""
    if not shelf.settings.has("pending"):
        return
    rows = wanted(shelf)
    for url, pager, some in paged("/pending/", rows, shelf.settings.paginate):
        view = PendingPage(url, "", tuple(some), pager, len(rows))
        yield Page(url, "pending.html", view, is_listed=pager.number == 1)


def wanted(shelf: Shelf) -> tuple[Wanted, ...]:
    """Each headline once, however it is spelt; the one that most briefings wait for first, then by headline."""
    rows = sorted(shelf.library.waiting().items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_wanted(shelf, links) for _, links in rows)


def gathered(shelf: Shelf, links: Iterable[Pending]) -> tuple[Wanted, ...]:
    """The headlines that some references wait for, each once, in the order given."""
    rows: dict[str, list[Pending]] = {}
    for link in links:
        rows.setdefault(headline_key(link.reference.headline), []).append(link)
    return tuple(_wanted(shelf, row) for row in rows.values())


def _wanted(shelf: Shelf, links: Sequence[Pending]) -> Wanted:
    first = links[0]
    candidates = dict.fromkeys(id for link in links for id in link.nearest)
    return Wanted(
        first.reference.headline,
        first.why,
        _waiting(shelf, links),
        tuple(shelf.cards[id] for id in candidates),
        Time(day.isoformat()) if (day := _since(shelf, links)) else None,
        len(links),
    )


def _since(shelf: Shelf, links: Sequence[Pending]) -> date | None:
    """The day of the earliest dated briefing that waits."""
    return since([shelf.library.entries[link.source] for link in links])


def _waiting(shelf: Shelf, links: Sequence[Pending]) -> tuple[Citation, ...]:
    by_source = {link.source: link for link in reversed(links)}
    return tuple(citation(shelf, by_source[source]) for source in dict.fromkeys(link.source for link in links))
