"""`readalso publish`: build the site as the public sees it, then make a target of readalso.yml hold it."""

from argparse import ArgumentParser, Namespace

from readalso.build import build
from readalso.commands.flags import add_clock_argument, add_result_arguments, root_of
from readalso.commands.job import job_of, settings_of
from readalso.commands.result import say_as_json
from readalso.commands.summary import tell
from readalso.pages import page
from readalso.publish.choose import choose, open_host
from readalso.publish.deliver import Delivery, deliver
from readalso.report import Voice, count
from readalso.site import Site


def add_arguments(parser: ArgumentParser) -> None:
    """Where to, and how much to risk."""
    parser.add_argument("target", metavar="TARGET", nargs="?", default="", help="a target's name (default: the first)")
    parser.add_argument("--dry-run", action="store_true", help="build, say what would be sent and deleted, and stop")
    parser.add_argument("--force", action="store_true", help="publish even if most of the published pages would go")
    parser.add_argument("--fresh", action="store_true", help="forget what the last build knew")
    add_clock_argument(parser)
    add_result_arguments(parser)
    # What is published is never a preview: the flags that show drafts or choose another folder are not offered.
    parser.set_defaults(destination=None, drafts=False, future=False, expired=False)


def run(args: Namespace, voice: Voice) -> int:
    """Build, deliver, tell. With --strict, warnings stop it before anything is sent."""
    root = root_of(args)
    settings = settings_of(args, root)
    target = choose(settings, args.target)
    host = open_host(target, settings, root)
    job = job_of(args, root, settings)
    outcome = build(job, voice)
    if not args.json:
        tell(outcome, root, job.output, job.work, voice, is_json=False)
    voice.show(outcome.problems)
    if args.strict and outcome.problems:
        voice.fail("nothing was published: --strict takes warnings for errors")
        return 1
    gone = [page.path(url) for url in outcome.gone]
    delivery = deliver(Site(job.output, job.work), host, gone, is_dry=args.dry_run, is_forced=args.force)
    if args.json:
        say_as_json(_as_data(delivery))
    else:
        _tell(delivery, voice)
    return 0


def _tell(delivery: Delivery, voice: Voice) -> None:
    """Each file where that was asked for, and one summary."""
    say = voice.say if delivery.is_dry else voice.detail
    plan = delivery.plan
    for put in plan.puts:
        say(f"{'add' if put.is_new else 'change':<6} {put.path}")
    for path in plan.deletes:
        say(f"delete {path}")
    head = "nothing is sent yet to" if delivery.is_dry else "published to"
    added = sum(put.is_new for put in plan.puts)
    voice.say(
        f"{head} {delivery.place}: {count(added, 'file')} added, {len(plan.puts) - added:,} changed, "
        f"{len(plan.deletes):,} deleted, {len(plan.kept):,} left alone"
    )


def _as_data(delivery: Delivery) -> dict[str, object]:
    """A delivery as JSON has it; its keys are listed in docs/reference/commands.md."""
    plan = delivery.plan
    return {
        "place": delivery.place,
        "is_dry": delivery.is_dry,
        "added": [put.path for put in plan.puts if put.is_new],
        "changed": [put.path for put in plan.puts if not put.is_new],
        "deleted": list(plan.deletes),
        "left": len(plan.kept),
    }
