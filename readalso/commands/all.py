"""`readalso` without a command: import what is new in seeds/, then build. The whole job."""

from argparse import Namespace

from readalso.build import build
from readalso.commands import import_
from readalso.commands.flags import add_full_arguments, root_of
from readalso.commands.job import job_of, settings_of
from readalso.commands.summary import tell, telling
from readalso.report import Voice

add_arguments = add_full_arguments


def run(args: Namespace, voice: Voice) -> int:
    """Import, build, tell. An article that cannot be read is named, and does not keep the others from the site."""
    root = root_of(args)
    settings = settings_of(args, root)
    job = job_of(args, root, settings)
    receipt = import_.import_articles(args, root, settings, [])
    if args.json:
        voice.show(receipt.problems)
    else:
        import_.tell(receipt, voice)
    with telling(args.json):
        outcome = build(job, voice)
    tell(outcome, root, job.output, job.work, voice, args.json)
    voice.show(outcome.problems)
    return max(import_.exit_code(receipt, args.strict), int(args.strict and bool(outcome.problems)))
