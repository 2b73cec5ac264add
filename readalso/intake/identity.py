"""Which story an article belongs to: one that came before, in these words or as another version, or a new one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date

from readalso.fields import moment
from readalso.intake.records import Arrival

_NAMES = ("guid", "seed", "url")
"""What two versions of a story have in common, if they have it at all."""
_DAYS = 3
"""How far apart two versions under one headline may lie."""


@dataclass(frozen=True, slots=True)
class Again:
    """It came before, in these very bytes."""

    first: Arrival


@dataclass(frozen=True, slots=True)
class Copy:
    """Another file said the same before."""

    first: Arrival


@dataclass(frozen=True, slots=True)
class Version:
    """It is a version of a story that came before."""

    first: Arrival
    """What told so."""
    is_certain: bool
    """False where only a headline without a tag speaks for it, so that the texts have to be compared."""


class Arrivals:
    """All that has come, and how to find it; grows as articles come."""

    def __init__(self, arrivals: Iterable[Arrival]) -> None:
        self._by_seed: dict[str, Arrival] = {}
        self._by_trait: dict[tuple[str, str], dict[str, Arrival]] = {}
        self._current: dict[str, Arrival] = {}
        for arrival in arrivals:
            self.add(arrival)

    def __iter__(self) -> Iterator[Arrival]:
        return iter(self._by_seed.values())

    def add(self, arrival: Arrival) -> None:
        """Note an arrival, in the place of an earlier one of the same name; one in new bytes is the newest."""
        old = self._by_seed.get(arrival.seed)
        if old and old.sha256 != arrival.sha256:
            del self._by_seed[arrival.seed]
        for trait in _traits(old) if old else ():
            self._by_trait[trait].pop(arrival.seed, None)
        self._by_seed[arrival.seed] = arrival
        for trait in _traits(arrival):
            self._by_trait.setdefault(trait, {})[arrival.seed] = arrival
        current = self._current.get(arrival.id)
        if not arrival.fate and not (old and current and current.seed != arrival.seed and old.sha256 == arrival.sha256):
            self._current[arrival.id] = arrival

    def current(self, id: str) -> Arrival | None:
        """The version of a story that was taken last."""
        return self._current.get(id)

    def in_file(self, file: str, data: str) -> tuple[Arrival, ...]:
        """What came in a file of this name with these bytes."""
        return tuple(arrival for arrival in self._found("file", file) if data and arrival.data == data)

    def identify(self, new: Arrival) -> Again | Copy | Version | None:
        """What `new` is to what came before it; None for a story of its own."""
        for first in self._found("sha256", new.sha256):
            return Again(first)
        for trait in _NAMES:
            for first in self._found(trait, getattr(new, trait)):
                return Version(first, is_certain=True)
        for first in self._found("text", new.text):
            if _may_be_one_day(first, new) and new.kind not in ("kill", "correction"):
                return Copy(first)
        for first in self._found("head", new.head):
            if _may_be_one_story(first, new):
                return Version(first, is_certain=bool(first.kind or new.kind))
        return None

    def _found(self, trait: str, value: str) -> tuple[Arrival, ...]:
        """Those that have a trait, first those of which a briefing was made."""
        found = self._by_trait.get((trait, value), {}).values() if value else ()
        return tuple(sorted(found, key=lambda arrival: arrival.fate == "duplicate"))


def is_older(new: Arrival, first: Arrival, current: Arrival) -> bool:
    """Whether `new` is a version from before `current`; `first` is the arrival that told whose version it is.

    Where neither time nor number tells, what comes later is newer. Without a tag it is the first version, unless it
    comes under a name that the story has had; so it does not undo a correction of its day.
    """
    if new.kind == "kill" or current.kind == "kill":
        return new.kind != "kill"
    one, other = _point(new.updated), _point(current.updated)
    if one and other and one != other:
        return one < other
    has_name = any(getattr(new, trait) == getattr(first, trait) != "" for trait in _NAMES)
    untagged = None if has_name or new.kind in ("correction", "repeat") else 0
    mine = new.number if new.number is not None else untagged
    if mine is not None and current.number is not None and mine != current.number:
        return mine < current.number
    if new.day and current.day and new.day != current.day:
        return new.day < current.day
    return not (has_name or new.kind) and current.kind == "correction"


def order(arrival: Arrival) -> tuple[bool, int, float, bool, str]:
    """In which order the articles of one import are taken: versions by number and time, a kill last."""
    updated = _point(arrival.updated)
    return (
        arrival.kind == "kill",
        arrival.number or 0,
        updated or 0,
        arrival.kind in ("correction", "repeat"),
        arrival.seed,
    )


def _traits(arrival: Arrival) -> tuple[tuple[str, str], ...]:
    names = ("sha256", "guid", "seed", "url", "text", "head", "file")
    return tuple((name, value) for name in names if (value := getattr(arrival, name)))


def _may_be_one_day(one: Arrival, other: Arrival) -> bool:
    return not (one.day and other.day) or one.day == other.day


def _may_be_one_story(one: Arrival, other: Arrival) -> bool:
    """Equal headlines of two agencies are two stories, and so are those of two days, unless one has a tag."""
    if one.agency and other.agency and one.agency.casefold() != other.agency.casefold():
        return False
    days = abs(_day(one) - _day(other))
    return days <= _DAYS if one.kind or other.kind else _may_be_one_day(one, other) and days <= _DAYS


def _day(arrival: Arrival) -> int:
    """The day of publication, or else of coming."""
    said = arrival.day or arrival.received
    return date.fromisoformat(said).toordinal() if said else 0


def _point(text: str) -> float | None:
    found = moment(text) if text else None
    return found.point(UTC).timestamp() if found else None
