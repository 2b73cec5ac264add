"""The merge of two bodies, paragraph by paragraph.

A paragraph is a run of lines that are not blank; the blank lines after it are its gap. Putting the pieces together
again gives the text byte for byte, so whatever is not touched here stays as its writer left it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from readalso.intake.merge.alignment import align
from readalso.intake.merge.conflicts import PARAGRAPH, Conflict

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Cut:
    """A body in its pieces."""

    lead: str
    """The blank lines before the first paragraph."""
    texts: tuple[str, ...]
    """The paragraphs."""
    gaps: tuple[str, ...]
    """What stands after each: the end of its last line, and blank lines."""


@dataclass(slots=True)
class _Changes:
    """What becomes of the paragraphs of ours, by their index."""

    replaced: dict[int, str] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    added: dict[int, list[str]] = field(default_factory=dict)
    """After which paragraph; -1 is before the first."""
    conflicts: list[Conflict] = field(default_factory=list)


def cut(body: str) -> Cut:
    """A body's pieces."""
    lines = [line + "\n" for line in body.split("\n")]
    lines[-1] = lines[-1][:-1]
    runs = ["".join(run) for _, run in groupby(filter(None, lines), key=lambda line: not line.strip())]
    lead = runs.pop(0) if runs and not runs[0].strip() else ""
    texts = tuple(run.removesuffix("\n") for run in runs[::2])
    ends = ("\n" * run.endswith("\n") for run in runs[::2])
    blanks = [*runs[1::2], *[""] * (len(runs) % 2)]
    return Cut(lead, texts, tuple(end + blank for end, blank in zip(ends, blanks, strict=True)))


def merge_bodies(base: str, theirs: str, ours: str) -> tuple[str, tuple[Conflict, ...]]:
    """`ours` with what changed between `base` and `theirs`, and the paragraphs that both have changed."""
    old, new, mine = cut(base), cut(theirs), cut(ours)
    changes = _Changes()
    to_new, to_mine = align(old.texts, new.texts), align(old.texts, mine.texts)
    for index, was in enumerate(old.texts):
        now = new.texts[to_new[index]] if index in to_new else ""
        if now != was:
            _change(changes, was, now, to_mine.get(index), mine.texts)
    _add(changes, new.texts, mine.texts, {to_new[index]: index for index in to_new}, to_mine)
    return _put_together(mine, changes), tuple(changes.conflicts)


def _change(changes: _Changes, was: str, now: str, place: int | None, mine: Sequence[str]) -> None:
    """What the source's change from `was` to `now` ("" where it is gone) does to the paragraph at `place`."""
    held = mine[place] if place is not None else ""
    if held == now or (place is None and now in mine):
        return
    if place is not None and held == was:
        if now:
            changes.replaced[place] = now
        else:
            changes.removed.add(place)
    else:
        changes.conflicts.append(Conflict(PARAGRAPH, was, held, now))


def _add(
    changes: _Changes, new: Sequence[str], mine: Sequence[str], to_old: dict[int, int], to_mine: dict[int, int]
) -> None:
    """Place the source's new paragraphs behind the one that they follow there, or before the one that follows them."""
    taken = set(to_mine.values())
    free = Counter(text for index, text in enumerate(mine) if index not in taken)
    known = {index: to_mine[old] for index, old in to_old.items() if old in to_mine}
    after = next((known[index] - 1 for index in range(len(new)) if index in known), len(mine) - 1)
    for index, text in enumerate(new):
        if index in to_old:
            after = known.get(index, after)
        elif free[text]:
            free[text] -= 1  # a human has added it already
        else:
            changes.added.setdefault(after, []).append(text)


def _put_together(mine: Cut, changes: _Changes) -> str:
    pieces: list[tuple[str, str]] = [(text, _GAP) for text in changes.added.get(-1, ())]
    end = mine.gaps[-1] if mine.gaps else "\n"
    for index, (text, gap) in enumerate(zip(mine.texts, mine.gaps, strict=True)):
        if index not in changes.removed:
            pieces.append((changes.replaced.get(index, text), gap))
        added = changes.added.get(index, ())
        if added and index not in changes.removed and index == len(mine.texts) - 1:
            pieces[-1] = (pieces[-1][0], _GAP)
        pieces.extend((text, _GAP) for text in added)
    if not pieces:
        return mine.lead
    if changes.removed or changes.added:
        pieces[-1] = (pieces[-1][0], end)
    lead = mine.lead or "\n" * (not mine.texts)
    return lead + "".join(text + gap for text, gap in pieces)
