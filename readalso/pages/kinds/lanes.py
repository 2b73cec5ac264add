"""The map of the threads in motion: a lane for each in one time, and where reports of one refer to another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from readalso.library.links import Resolved
from readalso.library.threads.threads import MAP, Thread
from readalso.pages.kinds.pictures import EDGE, WIDTH
from readalso.pages.shelf import Shelf
from readalso.pages.views import Arc, Dot, Label, Lane, Picture, ThreadLine, ThreadMap, Time

LANES = 20
"""Threads on the map: of more, those with the newest state."""
MOST = 100
"""Dots on the map; each lane has its share, and of a longer thread the newest reports."""
APART = 13
"""The least distance between two dots of a lane; what is nearer shares one."""
HEIGHT, TOP = 44, 26
"""Of a lane, and from the upper edge to the first one."""
MOST_REFERRED = 4
"""Threads that are named as referred to by one."""

Days = Mapping[str, int]
"""A dated report -> its day, as a number."""


def line(shelf: Shelf, thread: Thread) -> ThreadLine:
    """A thread's title, span and newest state."""
    days = [found for id in thread.ids if (found := shelf.library.entries[id].day)]
    first, last = (Time(min(days).isoformat()), Time(max(days).isoformat())) if days else (None, None)
    return ThreadLine(label(shelf, thread), first, last, shelf.cards[thread.ids[-1]])


def label(shelf: Shelf, thread: Thread) -> Label:
    """A thread's title, address and count of reports."""
    return Label(thread.title, thread.url, len(thread.ids), language(shelf, thread))


def language(shelf: Shelf, thread: Thread) -> str:
    """The language of a thread's title, where that is a headline."""
    return "" if thread.is_named else shelf.cards[thread.id].language


def draw(shelf: Shelf, threads: Sequence[Thread]) -> ThreadMap:
    """The map of `threads`, the one with the newest state first."""
    threads = threads[:LANES]
    shown = [_newest(shelf, thread, MOST // len(threads)) for thread in threads]
    days = sorted(number for row in shown for number in row.values())
    start, span = (days[0], max(1, days[-1] - days[0])) if days else (0, 1)
    dots: dict[str, Dot] = {}
    lanes = []
    for index, (thread, row) in enumerate(zip(threads, shown, strict=True)):
        places = {id: EDGE + (number - start) * (WIDTH - 2 * EDGE) // span for id, number in row.items()}
        y = TOP + index * HEIGHT
        dots |= dict(_dots(shelf, places, y))
        first = EDGE if len(row) < len(thread.ids) else min(places.values(), default=EDGE)
        lanes.append(Lane(line(shelf, thread), first, y, max(places.values(), default=EDGE), _referred(shelf, thread)))
    if len(set(days)) < 2:
        return ThreadMap(MAP, "", tuple(lanes))
    arcs = tuple(dict.fromkeys(_arcs(shelf, dots)))
    drawn = tuple(dict.fromkeys(dots.values()))
    ground = lanes[-1].y
    picture = Picture(WIDTH, ground + EDGE, ground, drawn, arcs)
    first_day, last_day = (Time(date.fromordinal(number).isoformat()) for number in (days[0], days[-1]))
    return ThreadMap(MAP, "", tuple(lanes), first_day, last_day, picture)


def _newest(shelf: Shelf, thread: Thread, most: int) -> dict[str, int]:
    """The newest dated reports of a thread, oldest first."""
    dated = [(found.toordinal(), id) for id in thread.ids if (found := shelf.library.entries[id].day)]
    return {id: number for number, id in sorted(dated, key=lambda pair: pair[0])[-most:]}


def _dots(shelf: Shelf, places: Mapping[str, int], y: int) -> Iterator[tuple[str, Dot]]:
    """The dot of each report of a lane: it stands where its last report is, and leads to that."""
    groups: list[list[str]] = []
    for id, x in reversed(tuple(places.items())):
        if groups and places[groups[-1][0]] - x < APART:
            groups[-1].append(id)
        else:
            groups.append([id])
    for group in reversed(groups):
        dot = Dot(places[group[0]], y, shelf.cards[group[0]], len(group) - 1)
        yield from ((id, dot) for id in group)


def _arcs(shelf: Shelf, dots: Mapping[str, Dot]) -> Iterator[Arc]:
    """The references from lane to lane: each leaves its dot upright and arrives upright."""
    for id, one in dots.items():
        for link in shelf.library.links[id]:
            other = dots.get(link.target) if isinstance(link, Resolved) else None
            if other and other.y != one.y:
                yield Arc(one.x, one.y, other.x, other.y, (one.y + other.y) // 2)


def _referred(shelf: Shelf, thread: Thread) -> tuple[Label, ...]:
    homes = shelf.library.threads.of
    targets = (link.target for id in thread.ids for link in shelf.library.links[id] if isinstance(link, Resolved))
    counts = Counter(home.id for target in targets if (home := homes.get(target)) and home is not thread)
    known = {id: homes[id] for id in counts}
    top = sorted((-count, known[id].title, id) for id, count in counts.items())[:MOST_REFERRED]
    return tuple(Label(title, known[id].url, -count, language(shelf, known[id])) for count, title, id in top)
