"""`readalso check`: name everything that is wrong, in content and in the pages made of it."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import replace

from readalso import files, register
from readalso.briefing import briefing as briefings
from readalso.build import Outcome, build
from readalso.commands.job import add_build_arguments, add_strict_argument, job_of, root_of, settings_of
from readalso.errors import Problem
from readalso.inspection import inspect
from readalso.library.check import check
from readalso.library.library import Library
from readalso.report import Voice, count


def add_arguments(parser: ArgumentParser) -> None:
    """What to check, and how strictly."""
    add_build_arguments(parser)
    add_strict_argument(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Build aside, look at everything, and tell; 1 where there are errors, or warnings and the run is strict."""
    root = root_of(args)
    settings = settings_of(args, root)
    job = job_of(args, root, settings)
    work = job.work / "check"
    outcome = build(replace(job, output=work / "site", work=work), Voice(is_quiet=True))

    def text(path: str) -> str:
        return briefings.parse(path, files.read_text(root / "content" / path)).text

    problems = [
        *outcome.problems,
        *check(outcome.library, register.load(root), text),
        *inspect(work / "site", settings.base_url),
    ]
    if args.json:
        print(json.dumps(_as_data(outcome, problems), ensure_ascii=False, indent=2))
    else:
        _tell(outcome, problems, voice)
    return 1 if any(args.strict or not problem.is_warning for problem in problems) else 0


def _tell(outcome: Outcome, problems: list[Problem], voice: Voice) -> None:
    for headline, sources in _waiting(outcome.library):
        voice.say(f'pending: "{headline}" ({count(len(sources), "briefing")}: {", ".join(sources)})')
    voice.show(problems)
    counts = (
        count(len(outcome.library.entries), "briefing"),
        count(len(problems), "problem"),
        count(len(outcome.library.waiting()), "headline") + " pending",
    )
    voice.say(", ".join(counts))


def _as_data(outcome: Outcome, problems: list[Problem]) -> dict[str, object]:
    return {
        "problems": [
            {
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "what": problem.what,
                "hint": problem.hint,
                "severity": "warning" if problem.is_warning else "error",
            }
            for problem in sorted(problems)
        ],
        "pending": [{"headline": headline, "sources": sources} for headline, sources in _waiting(outcome.library)],
    }


def _waiting(library: Library) -> list[tuple[str, list[str]]]:
    """Each headline that is waited for, and the files that wait."""
    return [
        (links[0].reference.headline, [f"content/{library.entries[link.source].facts.path}" for link in links])
        for links in library.waiting().values()
    ]
