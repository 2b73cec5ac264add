"""A briefing as the rules of threads see it, and how much two of them have in common.

What two briefings share is measured by the names they share: a person says more than a place, and a name says less the
more briefings of the same weeks have it. Only these weeks count, and not the size of the archive: so a name's weight
does not change with what is published elsewhere, and a new briefing moves only the threads it has to do with.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import sqrt

from readalso.briefing.facts import Mention
from readalso.library.near import carrying
from readalso.library.trim import trim

Name = tuple[str, str]
"""(kind, key) of a person, organisation, place or topic, or of a word of the headline."""

KINDS: Mapping[str, float] = {"people": 1.0, "organisations": 1.0, "places": 0.5, "topics": 0.6, "words": 0.3}
"""How much a name of each kind says; the words are the headline's own."""
RARITY = (1.0, 1.0, 0.8, 0.6, 0.4, 0.25, 0.15)
"""How much of that is left where 1, 2, up to 4, 8, 16, 32, 64 briefings of these weeks have the name; one that more
have says nothing."""
WEEKS = 21
"""Days before and after, in which they are counted."""
FEW = 0.75
"""What is added to the square of a briefing's size: two that name little are not alike for naming the same little."""
LONG_ENOUGH = 4
"""Letters of a headline's word."""


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
    """What it names, each once, by the register's keys; and its headline's words."""
    mentions: tuple[Mention, ...] = ()
    """The earlier events that its background names."""


def headline_words(headline: str, language: str) -> tuple[Name, ...]:
    """The words of a headline that carry something, without numbers and the shortest."""
    words = (word.key for word in carrying(trim(headline).text, language))
    return tuple(("words", word) for word in words if len(word) >= LONG_ENOUGH and word.isalpha())


class Weights:
    """How much each name of each briefing says."""

    def __init__(self, beats: Iterable[Beat]) -> None:
        self.beats = {beat.id: beat for beat in beats}
        self.rows: dict[Name, list[tuple[int, str]]] = {}
        """Name -> the briefings that have it, as (day, id), oldest first; those without a date stand on day 0."""
        for beat in self.beats.values():
            for name in beat.names:
                self.rows.setdefault(name, []).append((_number(beat.day), beat.id))
        for row in self.rows.values():
            row.sort()
        self._vectors = {id: self._vector(beat) for id, beat in self.beats.items()}
        self._sizes = {id: sqrt(FEW + _inner(vector, vector)) for id, vector in self._vectors.items()}

    def of(self, id: str) -> Mapping[Name, float]:
        """Name -> its weight in a briefing, the most telling first; names that say nothing are left out."""
        return self._vectors[id]

    def likeness(self, one: str, other: str) -> float:
        """How much of what two briefings name is the same, from 0 to 1 (the cosine of their weights)."""
        return _inner(self._vectors[one], self._vectors[other]) / (self._sizes[one] * self._sizes[other])

    def between(self, name: Name, start: int, end: int) -> list[tuple[int, str]]:
        """The briefings that have a name, from one day to another, as (day, id), oldest first."""
        row = self.rows.get(name, [])
        return row[bisect_left(row, (start, "")) : bisect_left(row, (end + 1, ""))]

    def _vector(self, beat: Beat) -> dict[Name, float]:
        found = [(-weight, name) for name in beat.names if (weight := self._weight(name, beat))]
        return {name: -weight for weight, name in sorted(found)}

    def _weight(self, name: Name, beat: Beat) -> float:
        """The kind's weight, less with each doubling of the briefings that have the name in these weeks."""
        row, day = self.rows[name], _number(beat.day)
        if len(row) == 1:
            return KINDS[name[0]] * (name[0] != "words")
        count = bisect_right(row, (day + WEEKS, "\uffff")) - bisect_left(row, (day - WEEKS, ""))
        rarity = (count - 1).bit_length()
        if rarity >= len(RARITY) or (count == 1 and name[0] == "words"):
            return 0.0
        return KINDS[name[0]] * RARITY[rarity]


def alike(one: Mapping[Name, float], other: Mapping[Name, float]) -> float:
    """How much of two sums of weights is the same, from 0 to 1."""
    size = sqrt(_inner(one, one) * _inner(other, other))
    return _inner(one, other) / size if size else 0.0


def _inner(one: Mapping[Name, float], other: Mapping[Name, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[name] for name, weight in one.items() if name in other)


def _number(day: date | None) -> int:
    return day.toordinal() if day else 0
