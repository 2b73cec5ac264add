"""Which paragraph of a new text is which of an old one: equal, or else alike and about where it was."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

_ALIKE = 0.5
"""The share of words that two versions of one paragraph have in common, at least."""
_WINDOW = 8
"""How many of the paragraphs left over are looked at on either side; so the time is linear in the text's length."""

_WORD = re.compile(r"\w+|[^\w\s]")


def align(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Index in `old` -> index in `new`, none for what was removed. Equal paragraphs are found wherever they went."""
    pairs = dict(_ends(old, new))
    pairs |= _equal(old, new, pairs)
    return dict(sorted((pairs | _alike(old, new, pairs)).items()))


def _ends(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The equal paragraphs at the beginning and at the end, so that of several equal ones the right ones are paired."""
    least = min(len(old), len(new))
    head = next((index for index in range(least) if old[index] != new[index]), least)
    rest = least - head
    tail = next((index for index in range(rest) if old[-1 - index] != new[-1 - index]), rest)
    yield from ((index, index) for index in range(head))
    yield from ((len(old) - 1 - index, len(new) - 1 - index) for index in range(tail))


def _equal(old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> dict[int, int]:
    """The first of some equal paragraphs with the first, the second with the second."""
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for index in _left(new, pairs.values()):
        places[new[index]].append(index)
    return {index: places[old[index]].popleft() for index in _left(old, pairs) if places[old[index]]}


def _alike(old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> dict[int, int]:
    """Of the paragraphs left over, each with the most alike near the place where it is to be expected."""
    found: dict[int, int] = {}
    left = _left(new, pairs.values())
    bags = {index: Counter(_WORD.findall(new[index])) for index in left}
    expected = 0
    for index in range(len(old)):
        if index in pairs:
            expected = pairs[index] + 1
        elif left:
            middle = bisect_left(left, expected)
            bag = Counter(_WORD.findall(old[index]))
            near = left[max(0, middle - _WINDOW) : middle + _WINDOW]
            share, best = max((_share(bag, bags[candidate]), -abs(candidate - expected)) for candidate in near)
            if share >= _ALIKE:
                found[index] = next(j for j in near if (_share(bag, bags[j]), -abs(j - expected)) == (share, best))
                left.remove(found[index])
                expected = found[index] + 1
            else:
                expected += 1
    return found


def _left(texts: Sequence[str], taken: object) -> list[int]:
    gone = set(taken)  # type: ignore[call-overload]  # a mapping's keys or values
    return [index for index in range(len(texts)) if index not in gone]


def _share(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())
