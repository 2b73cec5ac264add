"""`readalso build`: content/ -> site/."""

from argparse import Namespace

from readalso.build import build
from readalso.commands.job import add_full_arguments, job_of, root_of, settings_of
from readalso.commands.summary import tell, telling
from readalso.report import Voice

add_arguments = add_full_arguments


def run(args: Namespace, voice: Voice) -> int:
    """Build and tell; 1 where there are warnings and the run is strict."""
    root = root_of(args)
    job = job_of(args, root, settings_of(args, root))
    with telling(args.json):
        outcome = build(job, voice)
    tell(outcome, job, voice, args.json)
    voice.show(outcome.problems)
    return 1 if args.strict and outcome.problems else 0
