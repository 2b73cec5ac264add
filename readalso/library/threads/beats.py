"""A briefing as the rules of threads see it, and how much two of them have in common.

What two briefings share is measured by the names they share: a person says more than a place, and a name says less the
more briefings of the same weeks have it. Only these weeks count: a name's weight here does not change with what is
published elsewhere in the archive, so that a new briefing can move only the threads it has to do with.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import sqrt

from readalso.briefing.facts import Mention

Name = tuple[str, str]
"""(kind, key) of a person, organisation, place or topic."""

KINDS: Mapping[str, float] = {"people": 1.0, "organisations": 1.0, "places": 0.6, "topics": 0.6}
"""How much a name of each kind says."""
WEEKS = 21
"""Days before and after, in which it is counted how many briefings have a name."""
MOST_HAVE_IT = 64
"""Briefings of these days, beyond which a name says nothing."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One briefing."""

    id: str
    order: datetime
    """What lists sort by."""
    day: date | None
    """When it was published; None where nobody stated it."""
    headline: str
    language: str
    names: tuple[Name, ...] = ()
    """Its people, organisations, places and topics, each once, by the register's keys."""
    mentions: tuple[Mention, ...] = ()
    """The earlier events that its background names."""


class Weights:
    """How much each name of each briefing says."""

    def __init__(self, beats: Iterable[Beat]) -> None:
        self.beats = {beat.id: beat for beat in beats}
        self.rows: dict[Name, list[tuple[int, str]]] = {}
        """Name -> the dated briefings that have it, as (day, id), oldest first."""
        undated: dict[Name, int] = {}
        for beat in self.beats.values():
            for name in beat.names:
                if beat.day is None:
                    undated[name] = undated.get(name, 0) + 1
                else:
                    self.rows.setdefault(name, []).append((beat.day.toordinal(), beat.id))
        for row in self.rows.values():
            row.sort()
        self._undated = undated
        self._vectors: dict[str, tuple[dict[Name, float], float]] = {}

    def of(self, id: str) -> dict[Name, float]:
        """Name -> its weight in a briefing; names that say nothing are left out."""
        return self._vector(id)[0]

    def likeness(self, one: str, other: str) -> float:
        """How much of what two briefings name is the same, from 0 to 1 (the cosine of their weights)."""
        ours, size = self._vector(one)
        theirs, other_size = self._vector(other)
        if not size or not other_size:
            return 0.0
        if len(theirs) < len(ours):
            ours, theirs = theirs, ours
        return sum(weight * theirs[name] for name, weight in ours.items() if name in theirs) / (size * other_size)

    def _vector(self, id: str) -> tuple[dict[Name, float], float]:
        found = self._vectors.get(id)
        if found is None:
            beat = self.beats[id]
            pairs = ((name, self._weight(name, beat.day)) for name in beat.names)
            weights = {name: weight for name, weight in pairs if weight}
            found = self._vectors[id] = weights, sqrt(sum(weight * weight for weight in weights.values()))
        return found

    def _weight(self, name: Name, day: date | None) -> float:
        """The kind's weight, less with each doubling of the briefings that have the name in these weeks."""
        row = self.rows.get(name, [])
        if day is None:
            count = self._undated[name]
        else:
            middle = day.toordinal()
            count = bisect_right(row, (middle + WEEKS, "\uffff")) - bisect_left(row, (middle - WEEKS, ""))
        return KINDS[name[0]] / count.bit_length() if count <= MOST_HAVE_IT else 0.0
