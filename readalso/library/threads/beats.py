"""A briefing as the rules of threads see it, and how much two of them have in common.

What two briefings share is measured by the names they share: a person says more than a place, and a name says less the
more briefings of the same weeks have it. Only these weeks count, and not the size of the archive: so a name's weight
does not change with what is published elsewhere, and a new briefing moves only the threads it has to do with.

Weights are whole numbers, so that no order of adding them up makes a difference.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import sqrt

from msgspec import Struct

from readalso.briefing.facts import Mention

Name = tuple[str, str]
"""(kind, key) of a person, organisation, place or topic, or of a word of the headline."""

KINDS: Mapping[str, int] = {"people": 100, "organisations": 100, "places": 50, "topics": 60, "words": 30}
"""How much a name of each kind says; the words are the headline's own."""
RARITY = (100, 100, 80, 60, 40, 25, 15)
"""How much of that, in hundredths, is left where 1, 2, up to 4, 8, 16, 32, 64 briefings of these weeks have the name;
one that more have says nothing."""
WEEKS = 21
"""Days before and after, in which they are counted."""
MOST_SAY_IT = 8
"""Headlines of these weeks, beyond which a word of theirs says nothing."""
FEW = 75_000_000
"""What is added to the square of a briefing's size: two that name little are not alike for naming the same little."""

_WORD = re.compile(r"[^\W\d_]{4,}")


class Beat(Struct, frozen=True):
    """One briefing."""

    id: str
    order: datetime
    """What lists sort by."""
    day: date | None
    """When it was published; None where nobody stated it."""
    headline: str
    language: str
    names: tuple[Name, ...] = ()
    """The people, organisations, places and topics that it names, each once, by the register's keys."""
    mentions: tuple[Mention, ...] = ()
    """The earlier events that its background names."""


def words(text: str) -> set[str]:
    """The longer words of a text, in small letters."""
    return set(_WORD.findall(text.casefold()))


@dataclass(slots=True)
class Sum:
    """What a briefing or a group of them names, added up."""

    weights: dict[int, int]
    """Number of a name -> its weight; names that nobody shares are left out."""
    square: int
    """Of its size, with the names that nobody shares."""

    def likeness(self, other: "Sum") -> float:
        """How much of two sums is the same, from 0 to 1 (the cosine of their weights)."""
        size = sqrt(self.square) * sqrt(other.square)
        return self.inner(other) / size if size else 0.0

    def inner(self, other: "Sum") -> int:
        """The sum of the products of their weights."""
        few, many = self.weights, other.weights
        if len(many) < len(few):
            few, many = many, few
        total = 0
        for number, weight in few.items():
            if number in many:
                total += weight * many[number]
        return total

    def add(self, other: "Sum") -> None:
        """Take all of another sum in."""
        self.square += other.square + 2 * self.inner(other)
        for number, weight in other.weights.items():
            self.weights[number] = self.weights.get(number, 0) + weight


class Weights:
    """How much each name of each briefing says."""

    def __init__(self, beats: Iterable[Beat]) -> None:
        self.beats = {beat.id: beat for beat in sorted(beats, key=_order)}
        rows: dict[Name, list[str]] = {}
        for beat in self.beats.values():
            for name in (*beat.names, *(("words", word) for word in words(beat.headline))):
                rows.setdefault(name, []).append(beat.id)
        self._days = {id: beat.day.toordinal() if beat.day else 0 for id, beat in self.beats.items()}
        self._found: dict[str, list[tuple[int, int]]] = {id: [] for id in self.beats}
        self._alone = dict.fromkeys(self.beats, 0)
        self.names = sorted(name for name, row in rows.items() if len(row) > 1)
        """The names that two briefings have or more, by number."""
        self._rows = [rows[name] for name in self.names]
        for (kind, _), row in rows.items():
            if len(row) == 1 and kind != "words":
                self._alone[row[0]] += (KINDS[kind] * RARITY[0]) ** 2
        for number, row in enumerate(self._rows):
            for id, weight in self._weigh(self.names[number][0], row):
                self._found[id].append((-weight, number))
        self._sums = {id: self._sum(id) for id in self.beats}

    def of(self, id: str) -> Sum:
        """What a briefing names, the most telling first."""
        return self._sums[id]

    def likeness(self, one: str, other: str) -> float:
        """How much of what two briefings name is the same, from 0 to 1; less where one names little."""
        ours, theirs = self._sums[one], self._sums[other]
        return ours.inner(theirs) / (sqrt(ours.square + FEW) * sqrt(theirs.square + FEW))

    def between(self, number: int, start: int, end: int) -> list[tuple[int, str]]:
        """The briefings that have a name, from one day to another, as (day, id), oldest first."""
        row, days = self._rows[number], self._days
        first = bisect_left(row, start, key=days.__getitem__)
        last = bisect_left(row, end + 1, lo=first, key=days.__getitem__)
        return [(days[id], id) for id in row[first:last]]

    def _weigh(self, kind: str, row: list[str]) -> Iterator[tuple[str, int]]:
        """The briefings of a name, with its weight: less with each doubling of those that have it in these weeks."""
        days = [self._days[id] for id in row]
        first = last = 0
        for id, day in zip(row, days, strict=True):
            while days[first] < day - WEEKS:
                first += 1
            while last < len(days) and days[last] <= day + WEEKS:
                last += 1
            rarity = (last - first - 1).bit_length()
            if rarity < len(RARITY) and (kind != "words" or 1 < last - first <= MOST_SAY_IT):
                yield id, KINDS[kind] * RARITY[rarity]

    def _sum(self, id: str) -> Sum:
        found = sorted(self._found.pop(id))
        return Sum(
            {number: -weight for weight, number in found},
            sum(weight * weight for weight, _ in found) + self._alone[id],
        )


def _order(beat: Beat) -> tuple[bool, datetime, str]:
    """Those without a date first."""
    return beat.day is not None, beat.order, beat.id
