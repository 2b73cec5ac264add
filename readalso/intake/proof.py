"""The proof, at any later time, that nothing of a source was lost: from it, the stored base and the briefing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readalso import files
from readalso.errors import Broken, Problem, warning
from readalso.fields import Moment
from readalso.intake import records, seeds, study
from readalso.intake import story as stories
from readalso.intake.audit import account
from readalso.intake.identity import Arrivals
from readalso.intake.merge import conflicts
from readalso.intake.records import Arrival, Records
from readalso.intake.study import Study, Terms
from readalso.register import Register
from readalso.settings import Settings
from readalso.words import excerpt


@dataclass(frozen=True, slots=True)
class Proof:
    """What could be shown of the briefings that were imported."""

    shown: tuple[str, ...]
    """The sources of which every paragraph is accounted for."""
    missing: tuple[str, ...]
    """The sources that are no longer where they were, so that nothing can be shown: a desk may put them away."""
    problems: tuple[Problem, ...]
    """Warnings: what is not settled, sources that have changed, and paragraphs that are nowhere."""


def prove(root: Path, settings: Settings, register: Register) -> Proof:
    """Account for every paragraph of every source in the site in `root`. What a human has changed is no problem."""
    known = records.load(root)
    came = Arrivals(known.arrivals)
    sources = [one for id in sorted(known.places) if (one := came.current(id)) and id in known.bases]
    found = {one.file: seeds.Seed(one.file, root / one.file) for one in sources if (root / one.file).is_file()}
    digests = {file: study.file_digest(seed) for file, seed in found.items()}
    changed = [one for one in sources if one.file in found and one.data and digests[one.file] != one.data]
    same = {one.seed: one for one in sources if one.file in found and one not in changed}
    lost = tuple(_lost(root, known, same, _studies(found, same, settings, register)))
    unproved = {problem.path for problem in lost}
    return Proof(
        tuple(seed for seed in sorted(same) if seed not in unproved),
        tuple(sorted(one.seed for one in sources if one.file not in found)),
        (*unsettled(root, known), *map(_changed, changed), *lost),
    )


def unsettled(root: Path, known: Records) -> Iterator[Problem]:
    """What was changed by the desk and by a source, and nobody has settled."""
    for path, _ in files.walk(root / conflicts.FOLDER):
        id = path.removesuffix(".yml")
        if path.endswith(".yml") and id in known.places:
            try:
                yield from stories.problems(stories.settle(stories.load(root, id, f"content/{known.places[id]}")))
            except Broken as error:
                yield from error.problems


def _studies(
    found: dict[str, seeds.Seed], same: dict[str, Arrival], settings: Settings, register: Register
) -> Iterator[Study]:
    wanted = [(found[file], "") for file in sorted({one.file for one in same.values()})]
    for result in study.study(wanted, Terms(settings, register, Moment("1970-01-01"), with_traces=True)):
        if isinstance(result, Study) and result.arrival.seed in same:
            yield result


def _lost(root: Path, known: Records, same: dict[str, Arrival], studies: Iterator[Study]) -> Iterator[Problem]:
    for one in studies:
        id = same[one.arrival.seed].id
        try:
            story = stories.load(root, id, f"content/{known.places[id]}")
        except Broken as error:
            yield from error.problems
            continue
        for entry in account(one.traces, story.base, story.ours):
            if entry.fate == "lost":
                what = (
                    f"paragraph {entry.number} is neither in {story.path} nor in its base: “{excerpt(entry.text, 80)}”"
                )
                yield warning(one.arrival.seed, what, "see whether it should be there")


def _changed(one: Arrival) -> Problem:
    return warning(one.seed, "has changed since it was imported", "import it again")
