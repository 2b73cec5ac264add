"""`readalso` without a command: import what is new in seeds/, then build. The whole job."""

import time
from argparse import Namespace
from pathlib import Path

from readalso.commands.flags import add_full_arguments, root_of
from readalso.commands.quick import note_import, nothing
from readalso.commands.summary import conclude
from readalso.report import Voice

add_arguments = add_full_arguments


def run(args: Namespace, voice: Voice) -> int:
    """Import, build, tell. An article that cannot be read is named, and does not keep the others from the site."""
    root = root_of(args)
    found = nothing(args, root)
    if not found:
        return _run(args, root, voice)
    said, outcome, output = found
    if not args.json:
        voice.say(said)
    return conclude(args, root, outcome, output, voice)


def _run(args: Namespace, root: Path, voice: Voice) -> int:
    from readalso.build import build  # all that an import and a build need takes 0.2 s to load
    from readalso.commands import import_
    from readalso.commands.job import job_of, settings_of

    started = time.time_ns()
    settings = settings_of(args, root)
    job = job_of(args, root, settings)
    receipt = import_.import_articles(args, root, settings, [])
    if args.json:
        voice.show(receipt.problems)
    else:
        import_.tell(receipt, voice)
    code = conclude(args, root, build(job, voice), job.output, voice)
    if import_.is_nothing(receipt):
        note_import(args, root, import_.summary(receipt), started)
    return max(import_.exit_code(receipt, args.strict), code)
