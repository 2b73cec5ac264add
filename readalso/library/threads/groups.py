"""From ties to groups, so that one tie does not glue two stories together.

Ties are taken from the strongest down. A briefing joins another, or a group that as a whole names much of what it
names. Two groups become one if as wholes they name the same; or if they name somewhat the same, and enough of the
smaller one's briefings are tied to the other: one of up to three, a third of more.

A briefing that refers to three others or more says nothing while groups form, since it may be a list. Then it, and
each briefing that is still alone, joins the group that two thirds of those it refers to are in, if it names something
of what that group names. A list of several stories so belongs to none of them.
"""

from collections.abc import Iterable, Mapping, Sequence

from readalso.library.threads.beats import Sum, Weights
from readalso.library.threads.evidence import ENOUGH, Tie

ALIKE_ONE, ALIKE, ALIKE_REFERRED = 0.4, 0.25, 0.25
"""How much of what it names a briefing alone, a group, and a briefing that refers, has to share with a group."""
ALIKE_SURELY = 0.5
"""How much two groups have to share for one tie to join them, however large they are."""
SMALL = 3
"""Briefings of a group that one tie joins to a group somewhat like it."""
LIST = 3
"""References from which on a briefing may be a list."""


def group(
    ids: Sequence[str], ties: Sequence[Tie], references: Mapping[str, Iterable[str]], weights: Weights
) -> tuple[tuple[str, ...], ...]:
    """The groups of two and more, each in the order of `ids`, which are oldest first."""
    lists = {id for id in ids if len(set(references.get(id, ()))) >= LIST}
    groups = _Groups(ids, weights)
    groups.join([tie for tie in ties if tie.weight >= ENOUGH and not lists & {tie.later, tie.earlier}])
    for id in ids:
        if groups.is_alone(id) and references.get(id):
            groups.follow(id, tuple(dict.fromkeys(references[id])))
    place = {id: index for index, id in enumerate(ids)}
    found = [tuple(sorted(members, key=place.__getitem__)) for members in groups.members.values() if len(members) > 1]
    return tuple(sorted(found, key=lambda members: place[members[0]]))


class _Groups:
    """Groups that grow together; each is called by one of its members."""

    def __init__(self, ids: Iterable[str], weights: Weights) -> None:
        self.members = {id: [id] for id in ids}
        self._of = {id: id for id in self.members}
        self._weights = weights
        self._sums: dict[str, Sum] = {}
        self._beside: dict[str, list[str]] = {}

    def is_alone(self, id: str) -> bool:
        return len(self.members[self._of[id]]) == 1

    def join(self, ties: Sequence[Tie]) -> None:
        """Join what the ties allow, until nothing more joins."""
        for tie in ties:
            self._beside.setdefault(tie.later, []).append(tie.earlier)
            self._beside.setdefault(tie.earlier, []).append(tie.later)
        refused: dict[tuple[str, str], int] = {}
        before = -1
        while ties and len(ties) != before:
            before = len(ties)
            ties = [tie for tie in ties if not self._join(tie, refused)]

    def follow(self, id: str, targets: Sequence[str]) -> None:
        """Join a briefing to the group that two thirds of those it refers to are in, if it is like it."""
        homes = [self._of[target] for target in targets]
        home = max(sorted(set(homes)), key=homes.count)
        is_most = homes.count(home) * 3 >= len(homes) * 2
        if is_most and home != id and self._sum(id).likeness(self._sum(home)) >= ALIKE_REFERRED:
            self._unite(id, home)

    def _join(self, tie: Tie, refused: dict[tuple[str, str], int]) -> bool:
        """Whether both are in one group, now or since before. Two that were refused wait until one has grown."""
        one, other = sorted((self._of[tie.later], self._of[tie.earlier]))
        if one == other:
            return True
        size = len(self.members[one]) + len(self.members[other])
        if refused.get((one, other)) == size:
            return False
        if len(self.members[one]) > len(self.members[other]):
            one, other = other, one
        if self._is_one_story(one, other):
            self._unite(one, other)
            return True
        refused[min(one, other), max(one, other)] = size
        return False

    def _is_one_story(self, smaller: str, larger: str) -> bool:
        members = self.members[smaller]
        least = ALIKE_ONE if len(members) == 1 else ALIKE
        if len(self.members[larger]) == 1:
            return True  # two briefings, and the tie between them
        like = self._sum(smaller).likeness(self._sum(larger))
        if like < least or like >= ALIKE_SURELY:
            return like >= least
        tied = sum(any(self._of[beside] == larger for beside in self._beside[id]) for id in members)
        return tied * 3 >= len(members) if len(members) > SMALL else tied > 0

    def _unite(self, one: str, other: str) -> None:
        self._sum(other).add(self._sum(one))
        for id in self.members.pop(one):
            self._of[id] = other
            self.members[other].append(id)

    def _sum(self, group: str) -> Sum:
        """What all of a group name; of one that grows, a copy."""
        if group not in self._sums:
            own = self._weights.of(group)
            self._sums[group] = Sum(dict(own.weights), own.square)
        return self._sums[group]
