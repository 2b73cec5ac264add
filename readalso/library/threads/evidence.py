"""What speaks for two briefings being reports of one story: references, recollections, new versions, shared names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from readalso.library.threads.beats import Beat, Name, Weights
from readalso.library.trim import trim

REFERENCE, RECOLLECTION, VERSION = 0.45, 0.4, 0.6
"""What each adds to the likeness of two briefings."""
LEAST_LIKE = 0.2
"""Likeness without which neither a reference nor a recollection speaks for one story: a wire also refers elsewhere."""
ENOUGH = 0.6
"""Likeness and what is added to it, from which on two briefings are tied."""
LONGEST_GAP = 28
"""Days between two briefings that nothing but names ties."""
LONGEST_RUN = 3
"""Days between two versions of one headline."""
RECENT = 6
"""Earlier briefings of a name that are compared: the older ones are tied through these."""
TELLING = 4
"""Names of a briefing by which others are looked for: those that say most."""


@dataclass(frozen=True, slots=True)
class Refers:
    """One refers to the other by its headline."""

    is_by_later: bool = True


@dataclass(frozen=True, slots=True)
class Recalls:
    """The background of one tells of the day on which the other was published."""

    day: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Renews:
    """One is a later version of the other: their headlines are the same but for tags."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Both name the same, a few days apart."""

    names: tuple[Name, ...]
    """The most telling first."""
    days: int


@dataclass(frozen=True, slots=True)
class Decided:
    """The desk said so."""


Why = Refers | Recalls | Renews | Shares | Decided


@dataclass(frozen=True, slots=True)
class Tie:
    """Two briefings that are tied."""

    later: str
    earlier: str
    weight: float
    why: Why


def ties(weights: Weights, references: Mapping[str, Iterable[str]]) -> tuple[Tie, ...]:
    """All ties, the strongest first. `references` has for each briefing those that it refers to."""
    found: dict[tuple[str, str], Tie] = {}
    for tie in _all(weights, references):
        pair = (tie.later, tie.earlier)
        if pair not in found or found[pair].weight < tie.weight:
            found[pair] = tie
    return tuple(sorted(found.values(), key=lambda tie: (-tie.weight, tie.later, tie.earlier)))


def _all(weights: Weights, references: Mapping[str, Iterable[str]]) -> Iterator[Tie]:
    for beat in weights.beats.values():
        for target in references.get(beat.id, ()):
            yield from _tie(weights, beat.id, target, REFERENCE, LEAST_LIKE, Refers())
        yield from _recollections(weights, beat)
        yield from _versions(weights, beat)
        yield from _neighbours(weights, beat)


def _tie(weights: Weights, one: str, other: str, more: float, least: float, why: Why) -> Iterator[Tie]:
    like = weights.likeness(one, other)
    if like >= least and like + more >= ENOUGH and one != other:
        is_later = _order(weights.beats[one]) > _order(weights.beats[other])
        if isinstance(why, Refers):
            why = Refers(is_later)
        later, earlier = (one, other) if is_later else (other, one)
        yield Tie(later, earlier, round(like + more, 6), why)


def _order(beat: Beat) -> tuple[object, str]:
    return beat.order, beat.id


def _recollections(weights: Weights, beat: Beat) -> Iterator[Tie]:
    """The briefing of the day that is recalled, or of the next, that is most like this one; of equals none."""
    for mention in beat.mentions:
        day = date.fromisoformat(mention.day).toordinal()
        ids = {
            id
            for name in _telling(weights, beat.id)
            for id in _between(weights, name, day, day + 1)
            if id != beat.id
        }
        ranked = sorted(((weights.likeness(beat.id, id), id) for id in ids), reverse=True)[:2]
        if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            why = Recalls(mention.day, mention.sentence)
            yield from _tie(weights, beat.id, ranked[0][1], RECOLLECTION, LEAST_LIKE, why)


def _versions(weights: Weights, beat: Beat) -> Iterator[Tie]:
    """Those of the days before whose headline is the same without its tags."""
    core = trim(beat.headline).core
    for id in _before(weights, beat, LONGEST_RUN):
        other = weights.beats[id]
        if other.language == beat.language and trim(other.headline).core == core:
            yield from _tie(weights, beat.id, id, VERSION, LEAST_LIKE, Renews())


def _neighbours(weights: Weights, beat: Beat) -> Iterator[Tie]:
    """Those of the weeks before that share a telling name."""
    for id in _before(weights, beat, LONGEST_GAP):
        ours, theirs = weights.of(beat.id), weights.of(id)
        shared = sorted((name for name in ours if name in theirs), key=lambda name: (-ours[name], name))
        if len([name for name in shared if name[0] != "topics"]) > 1:
            days = (beat.day - other).days if beat.day and (other := weights.beats[id].day) else 0
            yield from _tie(weights, beat.id, id, 0.0, ENOUGH, Shares(tuple(shared), days))


def _before(weights: Weights, beat: Beat, days: int) -> Iterable[str]:
    """The latest few of each telling name, no more than so many days before; those of one day stand before it by id."""
    if beat.day is None:
        return ()
    end = beat.day.toordinal()
    found: dict[str, None] = {}
    for name in _telling(weights, beat.id):
        row = weights.rows[name]
        stop = bisect_left(row, (end, beat.id))
        start = max(bisect_left(row, (end - days, "")), stop - RECENT)
        found |= dict.fromkeys(id for _, id in row[start:stop])
    return found


def _between(weights: Weights, name: Name, start: int, end: int) -> Iterable[str]:
    row = weights.rows.get(name, [])
    return (id for _, id in row[bisect_left(row, (start, "")) : bisect_right(row, (end, "\uffff"))])


def _telling(weights: Weights, id: str) -> list[Name]:
    """The names that say most in a briefing."""
    found = weights.of(id)
    return sorted(found, key=lambda name: (-found[name], name))[:TELLING]
