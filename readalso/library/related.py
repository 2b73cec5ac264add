"""Related briefings, each with its reasons: what two briefings share that few others have.

A name weighs by how rare it is, in classes that double: two briefings, up to four, up to eight … up to 64; a name of
more says nothing, nor one that half of the site shares. So a score never depends on the size of the collection (but
for the half of a small one, which is counted in powers of two as well), and one more briefing changes the lists of
those alone that share something with it. Only briefings that stand together under such a name are ever compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import nsmallest

from msgspec import Struct

from readalso.settings import Related

MOST_SHARED = 64
"""Briefings that may share a name for it to be a reason."""
WEIGHTS = {"quoted": 3, "references": 3, "people": 2, "organisations": 2, "places": 1, "topics": 1}
"""Kind of tie -> what a name of it counts for each class of rarity; of equal weight, the first is said first."""
_ORDER = {kind: place for place, kind in enumerate(WEIGHTS)}
_NEAR = {days: 4 if days <= 1 else 3 if days <= 3 else 2 if days <= 7 else 1 for days in range(31)}
"""Days apart -> what they add to what is shared."""
_NEAREST = _NEAR[0]
_NEVER = 10**7
MOST_TIES = 2
MOST_NAMES = 3

Names = Mapping[str, tuple[str, ...]]


class Evidence(Struct, frozen=True):
    """What of one briefing can tie it to others."""

    id: str
    date: date | None
    names: Names
    """Kind, of WEIGHTS, -> the keys of what it names; of references, the ids of the briefings referred to."""
    shown: frozenset[str] = frozenset()
    """The ids that its page leads to anyway."""
    pins: tuple[str, ...] = ()
    """The ids that the desk has put there, in its order."""


class Tie(Struct, frozen=True):
    """What two briefings share, of one kind."""

    kind: str
    """Of WEIGHTS, or "pinned"."""
    names: tuple[str, ...]
    """The keys, the rarest first, at most MOST_NAMES; none for a pin."""


class Neighbour(Struct, frozen=True):
    """A related briefing."""

    id: str
    ties: tuple[Tie, ...]
    """The strongest first, at most MOST_TIES."""
    days: int | None
    """How many days later it is, negative where it is earlier; None where one of the two has no date."""


_PINNED = (Tie("pinned", ()),)


def relate(briefings: Sequence[Evidence], settings: Related) -> dict[str, tuple[Neighbour, ...]]:
    """The related briefings of each one that has any: pins first, then the most strongly tied; of equals the nearer.

    `briefings` are newest first, and of equals in time the first stands first.
    """
    if not settings.limit:
        return {}
    desk = _Desk(briefings, settings)
    found = {}
    for row, one in enumerate(briefings):
        pins = desk.pins(one)
        chosen = [*pins, *(other for other in desk.near(row) if other not in pins)][: settings.limit]
        if chosen:
            found[one.id] = tuple(desk.neighbour(row, other, other in pins) for other in chosen)
    return found


def most_shared(total: int) -> int:
    """How many of `total` briefings may share a name: half of the power of two in it, from 2 to MOST_SHARED."""
    return min(MOST_SHARED, max(2, (1 << total.bit_length()) // 4))


def weight(kind: str, count: int) -> int:
    """What a name of a kind says that `count` briefings share: 6 times the kind's weight for two, once for 33 to 64."""
    return WEIGHTS[kind] * (7 - (count - 1).bit_length())


class _Shared(Struct, frozen=True):
    """A name that few share."""

    kind: str
    key: str
    weight: int
    rows: tuple[int, ...]
    """The briefings that have it."""


class _Desk:
    """All briefings by row, each with its names that few share; a name is a number here, which is quick to compare."""

    def __init__(self, briefings: Sequence[Evidence], settings: Related) -> None:
        self.briefings, self.settings = briefings, settings
        self.rows = {one.id: row for row, one in enumerate(briefings)}
        self.days = [one.date.toordinal() if one.date else None for one in briefings]
        self.shared = tuple(_shared(briefings))
        found: list[list[int]] = [[] for _ in briefings]
        for number, name in enumerate(self.shared):
            for row in name.rows:
                found[row].append(number)
        self.names = tuple(map(frozenset, found))
        self.ties: dict[tuple[int, int], tuple[Tie, ...]] = {}

    def pins(self, one: Evidence) -> tuple[int, ...]:
        """The rows that the desk has put there, in its order."""
        known = (id for id in one.pins if id in self.rows and id != one.id and id not in one.shown)
        return tuple(dict.fromkeys(self.rows[id] for id in known))

    def near(self, row: int) -> Iterator[int]:
        """The rows that are tied strongly enough to a row, the strongest first."""
        scores: dict[int, int] = {}
        known = scores.get
        for number in self.names[row]:
            name = self.shared[number]
            said = name.weight
            for other in name.rows:
                scores[other] = known(other, 0) + said
        least, floor = self.settings.floor - _NEAREST, self.settings.floor
        after, shown = -1 if self.settings.include_newer else row, self.briefings[row].shown
        ranked = []
        for other, score in scores.items():
            if score >= least and other > after and other != row:
                apart = self.apart(row, other)
                score += _NEAR.get(abs(apart), 0) if apart is not None else 0
                if score >= floor and self.briefings[other].id not in shown:
                    ranked.append((-score, _NEVER if apart is None else abs(apart), other))
        return (other for _, _, other in nsmallest(self.settings.limit, ranked))

    def apart(self, row: int, other: int) -> int | None:
        """How many days later the other one is."""
        here, there = self.days[row], self.days[other]
        return None if here is None or there is None else there - here

    def neighbour(self, row: int, other: int, is_pinned: bool) -> Neighbour:
        """A related briefing with its reasons."""
        ties = _PINNED if is_pinned else self.tied(min(row, other), max(row, other))
        return Neighbour(self.briefings[other].id, ties, self.apart(row, other))

    def tied(self, one: int, other: int) -> tuple[Tie, ...]:
        """What two rows share, the strongest kind first; who is quoted by both is not named a second time."""
        if (one, other) not in self.ties:
            self.ties[one, other] = _ties([self.shared[number] for number in self.names[one] & self.names[other]])
        return self.ties[one, other]


def _shared(briefings: Sequence[Evidence]) -> Iterator[_Shared]:
    """The names that two briefings share and not too many, in the order in which they first stand."""
    rows: dict[tuple[str, str], list[int]] = {}
    for row, one in enumerate(briefings):
        for kind, keys in one.names.items():
            for key in keys:
                rows.setdefault((kind, key), []).append(row)
    most = most_shared(len(briefings))
    for (kind, key), found in rows.items():
        if 1 < len(found) <= most:
            yield _Shared(kind, key, weight(kind, len(found)), tuple(found))


def _ties(shared: Iterable[_Shared]) -> tuple[Tie, ...]:
    by_kind: dict[str, list[tuple[int, str]]] = {}
    for name in shared:
        by_kind.setdefault(name.kind, []).append((-name.weight, name.key))
    quoted = {key for _, key in by_kind.get("quoted", ())}
    if quoted and "people" in by_kind:
        by_kind["people"] = [row for row in by_kind["people"] if row[1] not in quoted]
    ranked = sorted((sum(one for one, _ in rows), _ORDER[kind], kind) for kind, rows in by_kind.items() if rows)
    return tuple(
        Tie(kind, tuple(key for _, key in sorted(by_kind[kind])[:MOST_NAMES])) for _, _, kind in ranked[:MOST_TIES]
    )
