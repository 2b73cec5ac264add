"""From ties to groups, so that one weak tie does not glue two stories together.

Ties are taken from the strongest down. Two groups become one if enough of the smaller one's briefings are tied to the
other: one of up to three, and at least a third of more. A briefing that refers to three others or more waits until the
groups stand: if most of them are in one group it may join that one; else it is a list of several stories and joins none.
"""

from collections.abc import Iterable, Mapping, Sequence

from readalso.library.threads.evidence import Tie

LIST = 3
"""References from which on a briefing may be a list."""


def group(ids: Sequence[str], ties: Sequence[Tie], references: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """The groups of two and more, each in the order of `ids`, which are oldest first."""
    lists = {id for id in ids if len(set(references.get(id, ()))) >= LIST}
    groups = _Groups(id for id in ids)
    usual = [tie for tie in ties if not lists & {tie.later, tie.earlier}]
    groups.join(usual)
    for id in ids:
        if id in lists and (home := _home(references[id], groups)):
            near = [tie for tie in ties if id in (tie.later, tie.earlier)]
            groups.join(tie for tie in near if home in (groups.of[tie.later], groups.of[tie.earlier]))
    place = {id: index for index, id in enumerate(ids)}
    found = [tuple(sorted(members, key=place.__getitem__)) for members in groups.members.values() if len(members) > 1]
    return tuple(sorted(found, key=lambda members: place[members[0]]))


def _home(targets: Iterable[str], groups: "_Groups") -> str:
    """The group that two thirds of the targets are in, or ""."""
    homes = [groups.of[target] for target in dict.fromkeys(targets)]
    most = max(sorted(set(homes)), key=homes.count)
    return most if homes.count(most) * 3 >= len(homes) * 2 else ""


class _Groups:
    """Groups that grow together; each is called by one of its members."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.of = {id: id for id in ids}
        self.members = {id: [id] for id in self.of}
        self._beside: dict[str, list[str]] = {}

    def join(self, ties: Iterable[Tie]) -> None:
        """Join what the ties allow, until nothing more joins."""
        waiting = list(ties)
        for tie in waiting:
            self._beside.setdefault(tie.later, []).append(tie.earlier)
            self._beside.setdefault(tie.earlier, []).append(tie.later)
        before = -1
        while waiting and len(waiting) != before:
            before = len(waiting)
            waiting = [tie for tie in waiting if not self._join(tie)]

    def _join(self, tie: Tie) -> bool:
        """Whether both are in one group, now or since before."""
        one, other = self.of[tie.later], self.of[tie.earlier]
        if one == other:
            return True
        if len(self.members[one]) > len(self.members[other]):
            one, other = other, one
        if not self._is_supported(one, other):
            return False
        for id in self.members.pop(one):
            self.of[id] = other
            self.members[other].append(id)
        return True

    def _is_supported(self, smaller: str, larger: str) -> bool:
        members = self.members[smaller]
        tied = sum(any(self.of[beside] == larger for beside in self._beside.get(id, ())) for id in members)
        return tied * 3 >= len(members) if len(members) > 3 else tied > 0
