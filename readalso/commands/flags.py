"""The flags that the commands have in common, and what can be known of a run before anything slow is loaded."""

import os
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from readalso import engine, files
from readalso.errors import UsageError
from readalso.layout import WORK
from readalso.words import digest

SETTINGS = "readalso.yml"


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


def work_of(args: Namespace, root: Path) -> Path:
    """The work folder of a run: each output folder has a memory of its own."""
    if not args.destination:
        return root / WORK
    return root / WORK / ("out-" + digest(str(Path(args.destination).resolve()))[:12])


def typed_by(args: Namespace, root: Path) -> str:
    """The fingerprint of the program, the settings' file and the flags: runs of the same one are the same build."""
    place = root / SETTINGS
    settings = digest(files.read_bytes(place)) if place.is_file() else ""
    flags = (args.destination, getattr(args, "base_url", None), args.drafts, args.future, args.expired)
    return digest("\n".join(map(repr, (engine.version(), str(root), settings, *flags))))


def now() -> datetime:
    """The time it is: SOURCE_DATE_EPOCH (reproducible-builds.org), or else now, to the second."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(f'SOURCE_DATE_EPOCH is "{epoch}"; it is a count of seconds') from error
    return datetime.now(UTC).replace(microsecond=0)
