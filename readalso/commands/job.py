"""The job that the flags of a command describe."""

from argparse import Namespace
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from readalso import files
from readalso import settings as settings_file
from readalso.commands import flags
from readalso.commands.flags import typed_by, work_of
from readalso.errors import UsageError
from readalso.fields import moment
from readalso.job import Job
from readalso.layout import SEEDS, SOURCES
from readalso.library.visibility import Show
from readalso.settings import Settings


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
    return flags.now()


def check_site(args: Namespace, root: Path) -> None:
    """Refuse a folder that is no site, with `UsageError`."""
    if not any((root / name).exists() for name in (settings_file.FILE, "content", SEEDS)):
        why = "it has no readalso.yml, content/ or seeds/"
        raise UsageError(f"{args.source} is not a site: {why}; begin one with `readalso init`")


def job_of(args: Namespace, root: Path, settings: Settings) -> Job:
    """The build that the flags describe."""
    check_site(args, root)
    return Job(
        root=root,
        settings=settings,
        output=_output(args, root, settings),
        work=work_of(args, root),
        now=clock(args, settings),
        show=Show(args.drafts, args.future, args.expired),
        with_ledger=not (args.destination or args.drafts or args.future or args.expired),
        is_fresh=args.fresh,
        without_shortcuts=getattr(args, "no_shortcuts", False),
        typed=typed_by(args, root),
    )


def _output(args: Namespace, root: Path, settings: Settings) -> Path:
    """Where the pages go; never among the site's own sources."""
    output = Path(args.destination).resolve() if args.destination else root / settings.output
    for name in SOURCES:
        if output == root or output in root.parents or files.is_inside(output, root / name):
            raise UsageError(f"{output} is not a folder of its own; name another destination")
    return output
