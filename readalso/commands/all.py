"""`readalso` without a command: import what is new in seeds/, then build. The whole job."""

from argparse import ArgumentParser, Namespace

from readalso.build import build
from readalso.commands import import_
from readalso.commands.job import add_build_arguments, add_strict_argument, job_of, root_of, settings_of
from readalso.commands.summary import tell
from readalso.report import Voice


def add_arguments(parser: ArgumentParser) -> None:
    """What to build, and how strictly."""
    add_build_arguments(parser)
    add_strict_argument(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Import, build, tell. An article that cannot be read is named, and does not keep the others from the site."""
    root = root_of(args)
    settings = settings_of(args, root)
    job = job_of(args, root, settings)
    receipt = import_.import_articles(args, root, settings, [])
    if not args.json:
        import_.tell(receipt, voice)
    outcome = build(job, voice)
    tell(outcome, job, voice, args.json)
    voice.show(outcome.problems)
    return max(import_.exit_code(receipt, args.strict), int(args.strict and bool(outcome.problems)))
