"""`readalso check`: name everything that is wrong, in content and in the pages made of it."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from readalso import contents, files, pictures, register
from readalso.build import build_whole
from readalso.commands.flags import add_full_arguments, root_of
from readalso.commands.job import job_of, settings_of
from readalso.commands.result import problems_as_data, say_as_json
from readalso.errors import Problem
from readalso.inspection import inspect
from readalso.intake import records
from readalso.intake.proof import Proof, prove
from readalso.library import rulings
from readalso.library.check import check
from readalso.library.library import Library
from readalso.library.stale import stale
from readalso.library.waiting import Waited, held_back, waited
from readalso.outcome import Outcome
from readalso.pages.page import path
from readalso.report import Voice, count
from readalso.theme import theme as themes
from readalso.theme.overrides import overrides
from readalso.theme.overrides import problems as dead_blocks

add_arguments = add_full_arguments


def run(args: Namespace, voice: Voice) -> int:
    """Build aside, look at everything, and tell; 1 where there are errors, or warnings and the run is strict."""
    root = root_of(args)
    settings = settings_of(args, root)
    job = job_of(args, root, settings)
    work = job.work / "check"
    aside = replace(job, output=work / "site", work=work, with_ledger=False)
    outcome, library = build_whole(aside, Voice(is_quiet=True))
    names = register.load(root)
    proof = prove(root, settings, names)
    problems = [
        *outcome.problems,
        *check(library, names, _texts(root), _received(root)),
        *stale(library, rulings.load(root)),
        *pictures.unused(root, library),
        *contents.misnamed(root / "content"),
        *inspect(work / "site", settings.base_url, _sources(library, _texts(root))),
        *dead_blocks(overrides(themes.load(settings.theme, root), root)),
        *proof.problems,
    ]
    waiting = tuple(waited(library, settings))
    if args.json:
        say_as_json(_as_data(waiting, proof, problems))
    else:
        _tell(outcome, proof, problems, waiting, voice)
    return 1 if any(args.strict or not problem.is_warning for problem in problems) else 0


def _texts(root: Path) -> Callable[[str], str]:
    """A briefing's file by its path."""
    return lambda name: files.read_text(root / "content" / name, f"content/{name}")


def _sources(library: Library, text: Callable[[str], str]) -> Callable[[str], tuple[str, str]]:
    """The briefing's file that a page is made of, and its text; empty for a page of no briefing."""
    owners = {path(entry.url): entry for entry in library.entries.values()}
    return lambda page: (owners[page].file, text(owners[page].facts.path)) if page in owners else ("", "")


def _received(root: Path) -> Callable[[str], str]:
    """A briefing's file by its id, as it was generated; "" where it was not."""
    return lambda id: files.read_text(base) if (base := root / records.base_path(id)).is_file() else ""


def _tell(outcome: Outcome, proof: Proof, problems: list[Problem], waiting: Sequence[Waited], voice: Voice) -> None:
    for one in waiting:
        for line in waiting_lines(one):
            voice.say(line)
    for source in proof.missing:
        voice.detail(f"not there any more: {source}, so nothing of it can be shown")
    voice.show(problems)
    counts = (
        count(outcome.briefings, "briefing"),
        count(len(proof.shown), "source") + " accounted for",
        count(len(problems), "problem"),
        count(len(waiting), "headline") + " pending",
    )
    voice.say(", ".join(counts))


def _as_data(waiting: Sequence[Waited], proof: Proof, problems: list[Problem]) -> dict[str, object]:
    return {
        "problems": problems_as_data(problems),
        "pending": [_pending(one) for one in waiting],
        "accounted": list(proof.shown),
        "missing": list(proof.missing),
    }


def _pending(one: Waited) -> dict[str, object]:
    return {
        "headline": one.headline,
        "why": one.why,
        "since": one.since.isoformat() if one.since else None,
        "times": one.times,
        "sources": [entry.file for entry in one.sources],
        "candidates": [entry.file for entry in one.candidates],
        "held": [{"file": entry.file, "why": held_back(entry)} for entry in one.held],
        "nearest": [{"file": entry.file, "why": why} for entry, why in one.nearest],
    }


def waiting_lines(one: Waited) -> Iterator[str]:
    """What the desk is told of a headline that is waited for."""
    since = f" since {one.since.isoformat()}" if one.since else ""
    yield f'pending: "{one.headline}", waited for{since} by {", ".join(entry.file for entry in one.sources)}'
    if one.candidates:
        yield f"  ambiguous: {' and '.join(entry.file for entry in one.candidates)} have an equal claim"
    for entry in one.held:
        yield f"  {entry.file} answers to it, but {held_back(entry)}"
    for entry, why in one.nearest:
        yield f"  not {entry.file}: {why}"
