"""The picture of a thread in time: a dot for each report, an arc for each reference among them."""

from readalso.library.links import Resolved
from readalso.library.threads.threads import Thread
from readalso.pages.shelf import Shelf
from readalso.pages.views import Arc, Dot, Picture

WIDTH, HEIGHT, GROUND, EDGE = 640, 150, 110, 10
APART = 15
"""The least distance between two dots on one line; of nearer ones the later lies a line lower."""
LINES = 3
MOST = 40
"""Reports in a picture: of a longer thread, the newest."""
FLATTEST, STEEPEST = 14, 100
"""How high an arc reaches."""


def draw(shelf: Shelf, thread: Thread) -> Picture | None:
    """The picture of a thread's dated reports; None where they are all of one day."""
    dated = [(id, found.toordinal()) for id in thread.ids if (found := shelf.library.entries[id].day)]
    dated = sorted(dated, key=lambda pair: pair[1])[-MOST:]
    if not dated or dated[0][1] == dated[-1][1]:
        return None
    start, span = dated[0][1], dated[-1][1] - dated[0][1]
    dots: dict[str, Dot] = {}
    ends = [-APART] * LINES
    for id, day in dated:
        x = EDGE + (day - start) * (WIDTH - 2 * EDGE) // span
        line = next((line for line in range(LINES) if x - ends[line] >= APART), LINES - 1)
        ends[line] = x
        dots[id] = Dot(x, GROUND + line * APART, shelf.cards[id])
    arcs = (
        _arc(dots[id], dots[link.target])
        for id in dots
        for link in shelf.library.links[id]
        if isinstance(link, Resolved) and link.target in dots
    )
    return Picture(WIDTH, HEIGHT, GROUND, tuple(dots.values()), tuple(dict.fromkeys(arcs)))


def _arc(one: Dot, other: Dot) -> Arc:
    height = min(STEEPEST, FLATTEST + abs(one.x - other.x) // 3)
    return Arc(one.x, one.y, other.x, other.y, GROUND - height)
