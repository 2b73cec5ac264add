"""How well threads are found: `python -m tests.library.score_threads [-v] [DOSSIER ...]`.

The dossiers lie in tests/fixtures/threads. `demo` labels the repository's own content/; each other one is a world of its
own, with the briefings and their labels in one file. Two briefings of one label belong together. Precision counts the
pairs that the program put together, recall the pairs to be put together; a label "a|b" may be in either or in none, and
its pairs are not counted. A thread is exact where its briefings are those of one label.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from readalso import register
from readalso.briefing.body import Reference
from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import FrontMatter, Source
from readalso.fields import Moment
from readalso.intake.anatomy.recollections import recollections
from readalso.intake.languages import labels
from readalso.job import Manner
from readalso.library.desk import Desk
from readalso.library.library import Library, assemble
from readalso.library.threads.threads import FEWEST
from readalso.library.visibility import Show
from readalso.reading import read_all
from readalso.settings import Settings

ROOT = Path(__file__).parents[2]
DOSSIERS = ROOT / "tests/fixtures/threads"
NOW = datetime(2026, 12, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Score:
    """What became of one dossier."""

    name: str
    stories: Mapping[str, frozenset[str]]
    """Label -> its briefings, where they are enough for a thread."""
    threads: Mapping[str, frozenset[str]]
    """Title of a thread -> its briefings."""
    free: frozenset[str]
    """Briefings that may be anywhere."""

    @property
    def due(self) -> set[tuple[str, str]]:
        """The pairs to be put together."""
        return set(self._pairs(self.stories.values()))

    @property
    def made(self) -> set[tuple[str, str]]:
        """The pairs put together."""
        return set(self._pairs(self.threads.values()))

    @property
    def exact(self) -> tuple[str, ...]:
        """The labels of which every briefing, and no other, is in one thread."""
        found = {ids - self.free for ids in self.threads.values()}
        return tuple(label for label, ids in self.stories.items() if ids - self.free in found)

    @property
    def glued(self) -> tuple[str, ...]:
        """The threads in which briefings of two labels are, or one that belongs to none."""
        inside = {id: label for label, ids in self.stories.items() for id in ids}
        homes = {title: {inside.get(id, id) for id in ids - self.free} for title, ids in self.threads.items()}
        return tuple(title for title, labels in homes.items() if len(labels) > 1)

    def _pairs(self, groups: Iterable[frozenset[str]]) -> Iterator[tuple[str, str]]:
        return (pair for ids in groups for pair in combinations(sorted(ids - self.free), 2))


def names() -> tuple[str, ...]:
    """The dossiers there are."""
    return tuple(sorted(path.stem for path in DOSSIERS.glob("*.yml")))


def score(name: str) -> Score:
    """The score of a dossier."""
    raw = yaml.safe_load((DOSSIERS / f"{name}.yml").read_text(encoding="utf-8"))
    labelled = raw.get("stories") or {row["id"]: row["story"] for row in raw["briefings"]}
    return judge(name, labelled, library(name))


def judge(name: str, labelled: Mapping[str, str], found: Library) -> Score:
    """How the threads of a library agree with the labels of its briefings."""
    stories: dict[str, set[str]] = {}
    for id, label in labelled.items():
        if label and "|" not in label:
            stories.setdefault(label, set()).add(id)
    due = {label: frozenset(ids) for label, ids in stories.items() if len(ids) >= FEWEST}
    threads = {thread.title: frozenset(thread.ids) for thread in found.threads.all}
    return Score(name, due, threads, frozenset(id for id, label in labelled.items() if "|" in label))


def library(name: str) -> Library:
    """The library of a dossier. All that this file knows of readalso is here and below."""
    if name == "demo":
        content = ROOT / "content"
        paths = sorted(path.relative_to(content).as_posix() for path in content.glob("[!_]*/*.md"))
        read = [result[0] for _, result in read_all(content, paths, Manner(labels)) if isinstance(result, tuple)]
        return assemble(read, Settings(), NOW, Show(), Desk(register.load(ROOT)))
    raw = yaml.safe_load((DOSSIERS / f"{name}.yml").read_text(encoding="utf-8"))
    known = register.parse(yaml.safe_dump(raw["names"], allow_unicode=True))
    return assemble((_facts(row) for row in raw["briefings"]), Settings(), NOW, Show(), Desk(known))


def _facts(row: Mapping[str, Any]) -> Facts:
    day: date | None = row.get("date")
    language = row.get("language", "en")
    matter = FrontMatter(
        row["id"],
        row["title"],
        date=Moment(day.isoformat()) if day else None,
        language=language,
        source=Source(received=Moment("2026-10-01")),
        people=tuple(row.get("people", ())),
        organisations=tuple(row.get("organisations", ())),
        places=tuple(row.get("places", ())),
        topics=tuple(row.get("topics", ())),
    )
    references = tuple(Reference(headline, label="Read also") for headline in row.get("refers", ()))
    told = recollections(row.get("background", ""), language, day)
    return Facts(f"{row['id']}.md", matter, references, row["title"], 100, False, (), mentions=told)


def _row(score: Score) -> str:
    right = len(score.due & score.made)
    precision = f"{right / len(score.made):9.2%}" if score.made else f"{'-':>9}"
    recall = f"{right / len(score.due):9.2%}" if score.due else f"{'-':>9}"
    counts = f"{len(score.stories):9}{len(score.exact):7}{len(score.glued):7}{len(score.due):7}{len(score.made):7}"
    return f"{score.name:12}{counts}  {precision}{recall}"


def _faults(score: Score) -> Iterator[str]:
    yield f"\n{score.name}"
    inside = {id: label for label, ids in score.stories.items() for id in ids}
    for title, ids in score.threads.items():
        yield f"  {title}"
        for label in sorted({inside.get(id, "") for id in ids}):
            some = sorted(id for id in ids if inside.get(id, "") == label)
            yield f"    {label or '(none)'}: {' '.join(some)}"
    for label, ids in score.stories.items():
        if missing := sorted(ids - frozenset().union(*score.threads.values())):
            yield f"  in no thread, of {label}: {' '.join(missing)}"


def main() -> None:
    """Print the score."""
    parser = argparse.ArgumentParser(description="Precision and recall of threads.")
    parser.add_argument("-v", action="store_true", dest="verbose", help="show what is in each thread")
    parser.add_argument("dossier", nargs="*", help="dossiers to score; all of them without any")
    wanted = parser.parse_args()
    scores = [score(name) for name in wanted.dossier or names()]
    print(f"{'':12}{'stories':>9}{'exact':>7}{'glued':>7}{'due':>7}{'made':>7}  {'precision':>9}{'recall':>9}")
    print(*map(_row, scores), sep="\n")
    if wanted.verbose:
        print(*(line for one in scores for line in _faults(one)), sep="\n")


if __name__ == "__main__":
    main()
