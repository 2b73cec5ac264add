"""Right, wrong and missed, counted for each field, style and language, and printed as a table."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

FIELDS = (
    "briefings title title_loose date lang source dateline_place byline body_paragraphs verbatim verbatim_loose noise refs_found refs_target "
    "refs_position self_link quotes speakers people organisations places background distinct dedup render"
).split()
COLUMNS = (
    "title date source dateline_place byline body_paragraphs verbatim noise refs_found refs_target quotes speakers people "
    "background"
).split()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was counted."""

    style: str
    lang: str
    input: str


@dataclass(slots=True)
class Count:
    """How often a field was right, wrong (something else was given) and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __iadd__(self, other: "Count") -> "Count":
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        return self

    @property
    def precision(self) -> float | None:
        return _share(self.right, self.wrong)

    @property
    def recall(self) -> float | None:
        return _share(self.right, self.missed)

    @property
    def f1(self) -> float | None:
        """In per cent; None where nothing was to be found and nothing was."""
        if not self.right:
            return 0.0 if self.wrong or self.missed else None
        return 200 * self.right / (2 * self.right + self.wrong + self.missed)


def _share(right: int, other: int) -> float | None:
    return 100 * right / (right + other) if right + other else None


@dataclass(slots=True)
class Tally:
    """All counts of a run, and a note for each thing that was not right."""

    counts: dict[tuple[Place, str], Count] = field(default_factory=lambda: defaultdict(Count))
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """(input, field, what)"""

    def add(self, at: Place, name: str, right: int = 0, wrong: int = 0, missed: int = 0, note: str = "") -> None:
        self.counts[at, name] += Count(right, wrong, missed)
        if note and (wrong or missed):
            self.notes.append((at.input, name, note))

    def by_field(self, chosen: Callable[[Place], bool] = lambda place: True) -> dict[str, Count]:
        """The counts of each field at the chosen places."""
        found: dict[str, Count] = defaultdict(Count)
        for (place, name), count in self.counts.items():
            if chosen(place):
                found[name] += count
        return found

    def table(self) -> Iterator[str]:
        """One line for each field."""
        yield f"{'field':<16}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>8}{'wrong':>7}{'missed':>8}"
        counts = self.by_field()
        for name in FIELDS:
            if (count := counts.get(name)) and (count.right or count.wrong or count.missed):
                figures = f"{_cent(count.precision):>10}{_cent(count.recall):>8}{_cent(count.f1):>8}"
                yield f"{name:<16}{figures}{count.right:>8}{count.wrong:>7}{count.missed:>8}"

    def matrix(self, group: str) -> Iterator[str]:
        """F1 of the main fields, one line for each `style` or `lang`."""
        yield f"{group:<16}" + "".join(f"{name[:9]:>10}" for name in COLUMNS)
        for name in sorted({getattr(place, group) for place, _ in self.counts}):
            counts = self.by_field(lambda place, name=name: getattr(place, group) == name)  # type: ignore[misc]
            yield f"{name:<16}" + "".join(f"{_cent(counts[column].f1):>10}" for column in COLUMNS)


def _cent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1f}"
