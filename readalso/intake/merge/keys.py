"""The merge of two front matters, key by key, spliced into the text that a human has edited.

Nothing is written anew but the values that change: comments, the order of keys, quotation marks and blank lines are the
human's. A list is merged as a set that has an order: what the source adds and drops flows in, what a human added or
dropped stays so. The result is read again; a change that cannot be spliced in with certainty becomes a conflict.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from readalso.errors import Broken
from readalso.intake.merge.conflicts import Conflict
from readalso.intake.merge.splices import Splice, Unspliceable, apply, change
from readalso.yamltext import Document, Key, Value, quote, read

_BOOKKEEPING = (("source", "file"), ("source", "sha256"), ("source", "received"))
"""Nobody need settle these."""


class _Absent(Enum):
    """The value of a key that is not there."""

    ABSENT = 0


ABSENT = _Absent.ABSENT
Held = Value | _Absent


@dataclass(frozen=True, slots=True)
class _Sides:
    """One value in the three texts."""

    was: Held
    ours: Held
    theirs: Held

    @property
    def is_conflict(self) -> bool:
        """Whether both have changed it, and in different ways."""
        return self.theirs != self.was and self.ours not in (self.was, self.theirs)


def merge_keys(base: str, theirs: str, ours: str, name: str = "") -> tuple[str, tuple[Conflict, ...]]:
    """`ours`, of the file called `name`, with what changed from `base` to `theirs`; and the keys that both changed."""
    old, new, mine = read(base, ""), read(theirs, ""), read(ours, name, first_line=2)
    conflicts: list[Conflict] = []
    splices: dict[Key, tuple[Held, list[Splice]]] = {}
    for way, sides in _differences((), old.value, mine.value, new.value):
        wanted = _wanted(sides)
        try:
            if wanted != sides.ours:
                splices[way] = (wanted, change(mine, new, old, way, None if wanted is ABSENT else (wanted,)))
        except Unspliceable:
            conflicts.append(_conflict(way, sides))
        if wanted == sides.ours and _needs_settling(way, sides):
            conflicts.append(_conflict(way, sides))
    text, refused = _splice(mine, splices)
    sides_of = dict(_differences((), old.value, mine.value, new.value)) if refused else {}
    return text, (*conflicts, *(_conflict(way, sides_of[way]) for way in refused))


def _differences(way: Key, was: Value, ours: Value, theirs: Value) -> Iterable[tuple[Key, _Sides]]:
    """Each value that the source has changed, mappings entered."""
    old, mine, new = _items(was), _items(ours), _items(theirs)
    for key in dict.fromkeys([*new, *old]):
        sides = _Sides(old.get(key, ABSENT), mine.get(key, ABSENT), new.get(key, ABSENT))
        if sides.theirs == sides.was:
            continue
        if isinstance(sides.was, dict) and isinstance(sides.ours, dict) and isinstance(sides.theirs, dict):
            yield from _differences((*way, key), sides.was, sides.ours, sides.theirs)
        else:
            yield (*way, key), sides


def _items(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _wanted(sides: _Sides) -> Held:
    """What the value shall be; ours, where it is to stay or both have changed it."""
    if sides.ours == sides.was:
        return sides.theirs
    if (
        isinstance(sides.ours, list)
        and isinstance(_listed(sides.was), list)
        and isinstance(_listed(sides.theirs), list)
    ):
        return _union(_listed(sides.was), sides.ours, _listed(sides.theirs))
    return sides.ours


def _listed(value: Held) -> list[Value]:
    """A list; a value that is absent is an empty one, and anything else is a list of one."""
    if isinstance(value, list):
        return value
    return [] if value is ABSENT else [value]


def _union(was: list[Value], ours: list[Value], theirs: list[Value]) -> list[Value]:
    """Ours without what the source dropped, with what it added behind the one that it follows there."""
    old, new = {quote(item) for item in was}, {quote(item) for item in theirs}
    result = [item for item in ours if quote(item) in new or quote(item) not in old]
    held = [quote(item) for item in result]
    after = 0
    for item in theirs:
        key = quote(item)
        if key in held:
            after = held.index(key) + 1
        elif key not in old:
            result.insert(after, item)
            held.insert(after, key)
            after += 1
    return result


def _needs_settling(way: Key, sides: _Sides) -> bool:
    """Whether a human should look: not for lists, which have been merged or are not wanted, nor for bookkeeping."""
    is_list = isinstance(sides.was, list) or isinstance(sides.ours, list)
    return sides.is_conflict and not is_list and way not in _BOOKKEEPING


def _conflict(way: Key, sides: _Sides) -> Conflict:
    was, ours, theirs = ("" if side is ABSENT else quote(side) for side in (sides.was, sides.ours, sides.theirs))
    return Conflict(".".join(map(str, way)), was, ours, theirs)


def _splice(mine: Document, splices: dict[Key, tuple[Held, list[Splice]]]) -> tuple[str, list[Key]]:
    """The text with all splices, or else with each that can be proved alone; and the ways of those that cannot."""
    wanted = {way: value for way, (value, _) in splices.items()}
    every = [splice for _, group in splices.values() for splice in group]
    if (text := apply(mine.text, every)) and _proves(text, _expected(mine.value, wanted)):
        return text, []
    good: list[Key] = []
    text = mine.text
    for way in splices:
        tried = [*good, way]
        attempt = apply(mine.text, [splice for one in tried for splice in splices[one][1]])
        if _proves(attempt, _expected(mine.value, {one: wanted[one] for one in tried})):
            good, text = tried, attempt
    return text, [way for way in splices if way not in good]


def _expected(value: Value, wanted: Mapping[Key, Held], way: Key = ()) -> Value:
    """The value with the wanted ones in their places."""
    if not isinstance(value, dict):
        return value
    result = {key: _expected(item, wanted, (*way, key)) for key, item in value.items()}
    for place, held in wanted.items():
        if place[:-1] == way:
            result.pop(str(place[-1]), None)
            if held is not ABSENT:
                result[str(place[-1])] = held
    return result


def _proves(text: str, expected: Value) -> bool:
    try:
        return read(text, "").value == expected
    except Broken:
        return False
