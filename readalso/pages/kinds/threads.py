"""Threads: a list of all, a map of those in motion, a page for each, and a briefing's place in its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from readalso.library import terms
from readalso.library.links import Pending, Resolved
from readalso.library.threads.beats import Name
from readalso.library.threads.evidence import Recalls, Refers, Renews, Shares
from readalso.library.threads.threads import MAP, OWNER, Reason, Thread
from readalso.pages.kinds import feeds, lanes, pictures
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, headline, paged
from readalso.pages.views import (
    Beat,
    Because,
    Citation,
    Label,
    Strip,
    ThreadIndex,
    ThreadPage,
    Time,
    Wanted,
)
from readalso.words import headline_key

SETTLED = 30
"""Days without a report, before the newest day of the site, after which a thread is settled."""
MOST_NAMES = 12
"""Names of a kind on a thread's page."""
MOST_SHARED = 3
"""Of the names that tie two reports, those that are told."""


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/threads/", "/threads/map/", "/threads/port-dispute/", "/threads/port-dispute/page/2/" and on."""
    if not shelf.settings.has("threads"):
        return
    known = {thread.id for thread in moving(shelf)}
    lines = [(thread.id in known, lanes.line(shelf, thread)) for thread in shelf.library.threads.all]
    index = ThreadIndex(
        "/threads/",
        "",
        tuple(line for is_moving, line in lines if is_moving),
        tuple(line for is_moving, line in lines if not is_moving),
        MAP,
    )
    yield Page("/threads/", "threads.html", index)
    yield Page(MAP, "threads-map.html", lanes.draw(shelf, moving(shelf)))
    for thread in shelf.library.threads.all:
        yield from _pages(shelf, thread)


def moving(shelf: Shelf) -> tuple[Thread, ...]:
    """The threads that were told on in the site's last weeks, the newest state first."""
    newest = max((entry.day for entry in shelf.library.entries.values() if entry.day), default=None)
    return tuple(
        thread
        for thread in shelf.library.threads.all
        if newest
        and not thread.is_closed
        and (last := shelf.library.entries[thread.ids[-1]].day)
        and (newest - last).days <= SETTLED
    )


def strip(shelf: Shelf, id: str) -> Strip | None:
    """A briefing's place in its thread."""
    thread = shelf.library.threads.of.get(id)
    if thread is None:
        return None
    index = thread.ids.index(id)
    before = _briefing(shelf, thread.ids[index - 1]) if index else None
    after = _briefing(shelf, thread.ids[index + 1]) if index + 1 < len(thread.ids) else None
    return Strip(replace(lanes.label(shelf, thread), count=0), index + 1, len(thread.ids), before, after)


def _pages(shelf: Shelf, thread: Thread) -> Iterator[Page]:
    line = lanes.line(shelf, thread)
    for url, pager, some in paged(thread.url, thread.ids[::-1], shelf.settings.paginate):
        is_first = pager.number == 1
        start = len(thread.ids) - (pager.number - 1) * shelf.settings.paginate
        view = ThreadPage(
            url=url,
            title=thread.title,
            language=lanes.language(shelf, thread),
            description=thread.description,
            total=len(thread.ids),
            first=line.first,
            last=line.last,
            newest=line.newest,
            beats=tuple(_beat(shelf, thread, id, start - index) for index, id in enumerate(some)),
            pager=pager,
            is_closed=thread.is_closed,
            people=_names(shelf, "people", thread.ids) if is_first else (),
            organisations=_names(shelf, "organisations", thread.ids) if is_first else (),
            open_ends=_open_ends(shelf, thread.ids) if is_first else (),
            picture=pictures.draw(shelf, thread) if is_first else None,
            feeds=feeds.home(shelf, thread),
        )
        yield Page(url, "thread.html", view, owner=OWNER + thread.id if is_first else "", is_listed=is_first)


def _beat(shelf: Shelf, thread: Thread, id: str, number: int) -> Beat:
    links = (link.target for link in shelf.library.links[id] if isinstance(link, Resolved))
    inside = (target for target in dict.fromkeys(links) if shelf.library.threads.of.get(target) is thread)
    reason = thread.reasons.get(id)
    because = _because(shelf, reason) if reason else None
    return Beat(shelf.cards[id], number, because, tuple(_briefing(shelf, target) for target in inside))


def _because(shelf: Shelf, reason: Reason) -> Because:
    other = _briefing(shelf, reason.other) if reason.other else None
    match reason.why:
        case Refers():
            return Because("refers" if reason.is_own else "referred", other)
        case Recalls(day, sentence):
            return Because("recalls" if reason.is_own else "recalled", other, date=Time(day), sentence=sentence)
        case Renews():
            return Because("renews", other)
        case Shares(names, days):
            return Because("shares", other, tuple(_name(shelf, name) for name in names[:MOST_SHARED]), days)
        case _:
            return Because("decided", None)


def _name(shelf: Shelf, name: Name) -> Label:
    term = shelf.library.terms[name[0]][name[1]]
    return Label(term.name, term.url)


def _briefing(shelf: Shelf, id: str) -> Label:
    return headline(shelf.cards[id])


def _names(shelf: Shelf, kind: str, ids: Iterable[str]) -> tuple[Label, ...]:
    """The names of a kind in most of the reports; one that a single report has is left out."""
    names = shelf.library.names
    counts: Counter[str] = Counter()
    for id in ids:
        found = terms.KINDS[kind](shelf.library.entries[id].facts.matter)
        counts.update({names.key(kind, name) for name in found})
    top = sorted(((-count, key) for key, count in counts.items() if count > 1))[:MOST_NAMES]
    known = shelf.library.terms[kind]
    return tuple(Label(known[key].name, known[key].url, -count) for count, key in top)


def _open_ends(shelf: Shelf, ids: Sequence[str]) -> tuple[Wanted, ...]:
    """The headlines that reports of the thread wait for, the one waited for last first."""
    found: dict[str, list[Pending]] = {}
    for id in reversed(ids):
        for link in shelf.library.links[id]:
            if isinstance(link, Pending) and link.is_waited_for:
                found.setdefault(headline_key(link.reference.headline), []).append(link)
    return tuple(
        Wanted(
            links[0].reference.headline,
            links[0].why,
            tuple(Citation(shelf.cards[id], "") for id in dict.fromkeys(link.source for link in links)),
            tuple(shelf.cards[id] for id in dict.fromkeys(id for link in links for id in link.nearest)),
        )
        for links in found.values()
    )
