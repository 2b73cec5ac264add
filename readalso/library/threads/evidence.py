"""What speaks for two briefings being reports of one story: references, recollections, new versions, shared names.

Each adds to the likeness of what the two name, and the sum is the strength of their tie. None of them is enough alone:
a wire also refers to other stories, and recalls them.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice

from msgspec import Struct

from readalso.library.threads.beats import Beat, Name, Weights, words
from readalso.library.trim import trim

REFERENCE, RECOLLECTION, VERSION = 0.3, 0.3, 0.4
"""What each adds to the likeness of two briefings."""
VERSION_LIKE = 0.3
"""Likeness without which an equal headline says nothing."""
ENOUGH = 0.42
"""The strength from which on a tie holds."""
FORTNIGHT, FADING = 14, 0.05
"""Days between two briefings that nothing but names ties, and what each so many take from their likeness."""
LONGEST_GAP = 56
"""Days between them at most."""
LONGEST_MEMORY = 300
"""Days that a reference or recollection reaches back: an anniversary, or next year's edition, is another story."""
LONGEST_RUN = 3
"""Days between two versions of one headline."""
RECENT = 5
"""Earlier briefings of a name that are compared: the older ones are tied through these."""
TELLING = 3
"""Names of a briefing by which others are looked for: those that say most."""
FITTING, MARGIN = 0.1, 0.05
"""What the day, and each word of the headline, adds for a recollection; and by how much the best has to lead."""
MOST_OF_A_DAY = 30
"""Briefings of a name and a day, beyond which it is not certain which of them is recalled."""


class Refers(Struct, frozen=True):
    """One refers to the other by its headline."""

    is_back: bool
    """Whether the later one does."""


class Recalls(Struct, frozen=True):
    """The background of the later one tells of the day on which the earlier one was published."""

    day: str
    """"2026-10-05"."""
    sentence: str
    """What is said of it."""


class Renews(Struct, frozen=True):
    """One is a later version of the other: their headlines are the same but for tags."""


class Shares(Struct, frozen=True):
    """Both name the same people, organisations and places, a few days apart."""

    names: tuple[Name, ...]
    """The most telling first."""
    days: int


class Decided(Struct, frozen=True):
    """The desk said so."""


Why = Refers | Recalls | Renews | Shares | Decided


class Tie(Struct, frozen=True):
    """Two briefings that something ties."""

    later: str
    earlier: str
    weight: float
    """Its strength; a reference that little else speaks for has less than `ENOUGH`, and does not hold."""
    why: Why


def ties(weights: Weights, references: Mapping[str, Iterable[str]]) -> tuple[Tie, ...]:
    """All ties, the strongest first, one for each two. `references` has for each briefing those that it refers to."""
    found: dict[tuple[str, str], Tie] = {}
    recent: dict[int, deque[str]] = {}
    for beat in weights.beats.values():
        for tie in _ties(weights, beat, references.get(beat.id, ()), recent):
            pair = (tie.later, tie.earlier)
            if pair not in found or found[pair].weight < tie.weight:
                found[pair] = tie
        for number in weights.of(beat.id).weights if beat.day else ():
            recent.setdefault(number, deque(maxlen=RECENT)).append(beat.id)
    return tuple(sorted(found.values(), key=lambda tie: (-tie.weight, tie.later, tie.earlier)))


def _ties(weights: Weights, beat: Beat, targets: Iterable[str], recent: Mapping[int, Iterable[str]]) -> Iterator[Tie]:
    """What ties a briefing to others: first what stands in it, then what it is like."""
    for target in targets:
        yield from _reference(weights, beat, target)
    yield from _recollections(weights, beat)
    if beat.day is not None:
        near = (id for number in _telling(weights, beat) for id in recent.get(number, ()))
        for id in dict.fromkeys(near):
            yield from _neighbour(weights, beat, weights.beats[id])


def _reference(weights: Weights, beat: Beat, target: str) -> Iterator[Tie]:
    other = weights.beats[target]
    if beat.id != target and _gap(beat, other) <= LONGEST_MEMORY:
        weight = weights.likeness(beat.id, target) + REFERENCE
        is_back = (other.order, target) < (beat.order, beat.id)
        later, earlier = (beat.id, target) if is_back else (target, beat.id)
        yield Tie(later, earlier, round(weight, 6), Refers(is_back))


def _recollections(weights: Weights, beat: Beat) -> Iterator[Tie]:
    """The briefing of the day that is recalled, or of the next, that the sentence fits best."""
    for mention in beat.mentions:
        day = date.fromisoformat(mention.day).toordinal()
        rows = [weights.between(number, day, day + 1) for number in _telling(weights, beat)]
        ids = {id: at == day for row in rows if len(row) <= MOST_OF_A_DAY for at, id in row if id != beat.id}
        said = words(mention.sentence)
        ranked = sorted(((_fit(weights, beat, id, ids[id], said), id) for id in ids), reverse=True)
        if ranked and _is_certain(weights, ranked[:2]):
            other = weights.beats[ranked[0][1]]
            is_back = (other.order, other.id) < (beat.order, beat.id)
            weight = round(ranked[0][0] + RECOLLECTION - FITTING * ids[other.id], 6)
            if is_back and weight >= ENOUGH and _gap(beat, other) <= LONGEST_MEMORY:
                yield Tie(beat.id, other.id, weight, Recalls(mention.day, mention.sentence))


def _is_certain(weights: Weights, ranked: list[tuple[float, str]]) -> bool:
    """Whether the first of two fits best; if both fit nearly as well, whether they at least tell of the same."""
    if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= MARGIN:
        return True
    return weights.likeness(ranked[0][1], ranked[1][1]) >= ENOUGH


def _fit(weights: Weights, beat: Beat, id: str, is_of_the_day: bool, said: set[str]) -> float:
    """How well a briefing fits what is recalled: like the one that recalls, of that day, its headline in the words."""
    common = len(said & words(weights.beats[id].headline))
    return weights.likeness(beat.id, id) + FITTING * (is_of_the_day + min(common, 3))


def _neighbour(weights: Weights, beat: Beat, other: Beat) -> Iterator[Tie]:
    """A briefing of the weeks before that has a telling name too: another version, or like enough."""
    gap = _gap(beat, other)
    if gap > LONGEST_GAP:
        return
    like = weights.likeness(beat.id, other.id)
    if gap <= LONGEST_RUN and like >= VERSION_LIKE and _is_version(beat, other):
        yield Tie(beat.id, other.id, round(like + VERSION, 6), Renews())
    weight = round(like - FADING * (gap // FORTNIGHT), 6)
    if weight >= ENOUGH and len(names := _shared(weights, beat.id, other.id)) > 1:
        yield Tie(beat.id, other.id, weight, Shares(names, gap))


def _is_version(beat: Beat, other: Beat) -> bool:
    return other.language == beat.language and trim(other.headline).core == trim(beat.headline).core


def _shared(weights: Weights, one: str, other: str) -> tuple[Name, ...]:
    """The people, organisations and places that both name, the most telling first."""
    theirs = weights.of(other).weights
    names = (weights.names[number] for number in weights.of(one).weights if number in theirs)
    return tuple(name for name in names if name[0] not in ("topics", "words"))


def _telling(weights: Weights, beat: Beat) -> tuple[int, ...]:
    return tuple(islice(weights.of(beat.id).weights, TELLING))


def _gap(one: Beat, other: Beat) -> int:
    """Days between two briefings; 0 where one has no date."""
    return abs((one.day - other.day).days) if one.day and other.day else 0
