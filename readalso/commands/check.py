"""`readalso check`: name everything that is wrong, in content and in the pages made of it."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from readalso import files, register
from readalso.build import Outcome, build
from readalso.commands.job import add_full_arguments, job_of, root_of, settings_of
from readalso.commands.result import problems_as_data, say_as_json
from readalso.errors import Broken, Problem
from readalso.inspection import inspect
from readalso.intake import records
from readalso.intake.proof import Proof, prove
from readalso.library.check import check
from readalso.library.library import Library
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
    try:
        outcome = build(replace(job, output=work / "site", work=work, with_ledger=False), Voice(is_quiet=True))
    except Broken as error:
        if args.json:
            say_as_json({"problems": problems_as_data(error.problems)})
        raise
    names = register.load(root)
    proof = prove(root, settings, names)
    problems = [
        *outcome.problems,
        *check(outcome.library, names, _texts(root), _received(root)),
        *inspect(work / "site", settings.base_url),
        *dead_blocks(overrides(themes.load(settings.theme, root), root)),
        *proof.problems,
    ]
    if args.json:
        say_as_json(_as_data(outcome.library, proof, problems))
    else:
        _tell(outcome, proof, problems, voice)
    return 1 if any(args.strict or not problem.is_warning for problem in problems) else 0


def _texts(root: Path) -> Callable[[str], str]:
    """A briefing's file by its path."""
    return lambda path: files.read_text(root / "content" / path, f"content/{path}")


def _received(root: Path) -> Callable[[str], str]:
    """A briefing's file by its id, as it was generated; "" where it was not."""
    return lambda id: files.read_text(base) if (base := root / records.base_path(id)).is_file() else ""


def _tell(outcome: Outcome, proof: Proof, problems: list[Problem], voice: Voice) -> None:
    waiting = _waiting(outcome.library)
    for one in waiting:
        voice.say(f'pending: "{one.headline}", waited for by {", ".join(one.sources)}')
        if one.candidates:
            voice.say(f"  ambiguous: {' and '.join(one.candidates)} have an equal claim")
    for source in proof.missing:
        voice.detail(f"not there any more: {source}, so nothing of it can be shown")
    voice.show(problems)
    counts = (
        count(len(outcome.library.entries), "briefing"),
        count(len(proof.shown), "source") + " accounted for",
        count(len(problems), "problem"),
        count(len(waiting), "headline") + " pending",
    )
    voice.say(", ".join(counts))


def _as_data(library: Library, proof: Proof, problems: list[Problem]) -> dict[str, object]:
    return {
        "problems": problems_as_data(problems),
        "pending": [asdict(one) for one in _waiting(library)],
        "accounted": list(proof.shown),
        "missing": list(proof.missing),
    }


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A headline that is waited for."""

    headline: str
    why: str
    """absent or ambiguous."""
    sources: tuple[str, ...]
    """The files that refer to it."""
    candidates: tuple[str, ...]
    """The files with an equal claim to it."""


def _waiting(library: Library) -> list[_Waiting]:
    return [
        _Waiting(
            links[0].reference.headline,
            links[0].why,
            tuple(_file(library, link.source) for link in links),
            tuple(dict.fromkeys(_file(library, id) for link in links for id in link.nearest)),
        )
        for links in library.waiting().values()
    ]


def _file(library: Library, id: str) -> str:
    return f"content/{library.entries[id].facts.path}"
