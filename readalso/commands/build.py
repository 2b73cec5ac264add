"""`readalso build`: content/ -> site/."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from readalso.commands.flags import add_full_arguments, root_of
from readalso.commands.quick import Look, quick
from readalso.commands.summary import conclude
from readalso.outcome import Outcome
from readalso.report import Voice
from readalso.stopwatch import Stopwatch


def add_arguments(parser: ArgumentParser) -> None:
    """The flags of a build, and the one that asks where its time goes."""
    add_full_arguments(parser)
    parser.add_argument("--profile", action="store_true", help="print where the time went, by stage and by template")
    parser.add_argument("--executor", metavar="URL", help="read and make on a cluster: dask://HOST:PORT")


def run(args: Namespace, voice: Voice) -> int:
    """Build and tell; 1 where there are warnings and the run is strict."""
    root = root_of(args)
    watch = Stopwatch() if args.profile else None
    look = Look() if watch else quick(args, root)
    outcome, output = (look.outcome, look.output) if look.outcome else _built(args, root, voice, watch, look)
    return conclude(args, root, outcome, output, voice, watch)


def _built(args: Namespace, root: Path, voice: Voice, watch: Stopwatch | None, look: Look) -> tuple[Outcome, Path]:
    from readalso.build import build, build_whole  # all that a build needs takes 0.2 s to load
    from readalso.commands.job import job_of, settings_of

    job = job_of(args, root, settings_of(args, root))
    if not args.executor:
        outcome = build_whole(job, voice)[0] if look.is_sure else build(job, voice, watch)
        return outcome, job.output
    from dataclasses import replace

    from readalso.cluster import connected

    with connected(args.executor, job.work) as executor:
        return build(replace(job, executor=executor), voice, watch), job.output
