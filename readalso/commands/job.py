"""What the commands that build have in common: their flags, and the job that the flags describe."""

import os
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from readalso import files
from readalso import settings as settings_file
from readalso.build import Job
from readalso.errors import UsageError
from readalso.fields import moment
from readalso.library.visibility import Show
from readalso.settings import Settings
from readalso.words import digest

WORK = ".readalso"
"""The folder of what can be made again: the memory and the stage."""


def add_build_arguments(parser: ArgumentParser) -> None:
    """The flags that say what to build, by the names other generators gave them."""
    parser.add_argument(
        "-d", "--destination", metavar="DIR", help="the output folder (default: `output` of readalso.yml)"
    )
    parser.add_argument("-b", "--base-url", metavar="URL", help="where the site will stand (default: `base_url`)")
    parser.add_argument("-D", "--drafts", action="store_true", help="show drafts")
    parser.add_argument("-F", "--future", action="store_true", help="show what is dated or embargoed ahead")
    parser.add_argument("-E", "--expired", action="store_true", help="show what has expired")
    parser.add_argument("--fresh", action="store_true", help="forget what the last build knew")
    parser.add_argument("--no-shortcuts", action="store_true", help="let Markdown read plain prose too; same result")
    add_clock_argument(parser)


def add_full_arguments(parser: ArgumentParser) -> None:
    """The flags of a build, and those of a result."""
    add_build_arguments(parser)
    add_result_arguments(parser)


def add_clock_argument(parser: ArgumentParser) -> None:
    """--clock, for all that depends on the time."""
    parser.add_argument(
        "--clock", metavar="TIME", help="the time it is, say 2026-10-05T09:30 (default: now, or SOURCE_DATE_EPOCH)"
    )


def add_result_arguments(parser: ArgumentParser) -> None:
    """--strict and --json, for all that ends in problems."""
    parser.add_argument("--strict", action="store_true", help="let warnings fail the run")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def root_of(args: Namespace) -> Path:
    """The site's folder; one that does not exist is a `UsageError`."""
    root = Path(args.source)
    if not root.is_dir():
        raise UsageError(f"{args.source} is not a folder; make it with `readalso init {args.source}`")
    return root.resolve()


def settings_of(args: Namespace, root: Path) -> Settings:
    """The site's settings, with what the command line says instead."""
    settings = settings_file.load(root)
    url = getattr(args, "base_url", None)
    if not url:
        return settings
    if why := settings_file.check_base_url(url):
        raise UsageError(f"--base-url: {why}; write https://news.example/")
    return replace(settings, base_url=url.rstrip("/") + "/")


def clock(args: Namespace, settings: Settings) -> datetime:
    """The time it is: --clock, else SOURCE_DATE_EPOCH (reproducible-builds.org), else now; to the second."""
    if args.clock:
        found = moment(args.clock)
        if found is None:
            raise UsageError(f'--clock: "{args.clock}" is not a time; write 2026-10-05T09:30')
        return found.point(settings.zone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(f'SOURCE_DATE_EPOCH is "{epoch}"; it is a count of seconds') from error
    return datetime.now(UTC).replace(microsecond=0)


def check_site(args: Namespace, root: Path) -> None:
    """Refuse a folder that is no site, with `UsageError`."""
    if not any((root / name).exists() for name in (settings_file.FILE, "content", "seeds")):
        why = "it has no readalso.yml, content/ or seeds/"
        raise UsageError(f"{args.source} is not a site: {why}; begin one with `readalso init`")


def job_of(args: Namespace, root: Path, settings: Settings) -> Job:
    """The build that the flags describe."""
    check_site(args, root)
    return Job(
        root=root,
        settings=settings,
        output=_output(args, root, settings),
        work=root / WORK / _suffix(args),
        now=clock(args, settings),
        show=Show(args.drafts, args.future, args.expired),
        with_ledger=not (args.destination or args.drafts or args.future or args.expired),
        is_fresh=args.fresh,
        without_shortcuts=getattr(args, "no_shortcuts", False),
    )


def _output(args: Namespace, root: Path, settings: Settings) -> Path:
    """Where the pages go; never among the site's own sources."""
    output = Path(args.destination).resolve() if args.destination else root / settings.output
    for name in ("content", "seeds", "themes", "templates", "static", "languages"):
        if output == root or output in root.parents or files.is_inside(output, root / name):
            raise UsageError(f"{output} is not a folder of its own; name another destination")
    return output


def _suffix(args: Namespace) -> str:
    """Each output folder has a memory of its own."""
    if not args.destination:
        return ""
    return "out-" + digest(str(Path(args.destination).resolve()))[:12]
