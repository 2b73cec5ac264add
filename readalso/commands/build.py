"""`readalso build`: content/ -> site/."""

from argparse import Namespace
from pathlib import Path

from readalso.commands.flags import add_full_arguments, root_of, work_of
from readalso.commands.quick import quick
from readalso.commands.summary import tell, telling
from readalso.outcome import Outcome
from readalso.report import Voice

add_arguments = add_full_arguments


def run(args: Namespace, voice: Voice) -> int:
    """Build and tell; 1 where there are warnings and the run is strict."""
    root = root_of(args)
    with telling(args.json):
        outcome, output = quick(args, root) or _built(args, root, voice)
    tell(outcome, root, output, work_of(args, root), voice, args.json)
    voice.show(outcome.problems)
    return 1 if args.strict and outcome.problems else 0


def _built(args: Namespace, root: Path, voice: Voice) -> tuple[Outcome, Path]:
    from readalso.build import build  # all that a build needs takes 0.2 s to load
    from readalso.commands.job import job_of, settings_of

    job = job_of(args, root, settings_of(args, root))
    return build(job, voice), job.output
