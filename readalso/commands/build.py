"""`readalso build`: content/ -> site/."""

from argparse import ArgumentParser, Namespace

from readalso.build import build
from readalso.commands.job import add_build_arguments, add_strict_argument, job_of, root_of, settings_of
from readalso.commands.summary import tell
from readalso.report import Voice


def add_arguments(parser: ArgumentParser) -> None:
    """What to build, and how strictly."""
    add_build_arguments(parser)
    add_strict_argument(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Build and tell; 1 where there are warnings and the run is strict."""
    root = root_of(args)
    settings = settings_of(args, root)
    job = job_of(args, root, settings)
    outcome = build(job, voice)
    tell(outcome, job, voice, args.json)
    voice.show(outcome.problems)
    return 1 if args.strict and outcome.problems else 0
