"""`readalso import`: articles -> briefings in content/."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from readalso import register
from readalso.commands.flags import add_clock_argument, add_result_arguments, root_of
from readalso.commands.job import clock, settings_of
from readalso.commands.result import problems_as_data, say_as_json
from readalso.errors import UsageError
from readalso.intake import fetch
from readalso.intake.receipt import OUTCOMES, Receipt, Received
from readalso.intake.receive import Progress, receive, silent
from readalso.layout import SEEDS, WORK
from readalso.report import Voice, count
from readalso.settings import Settings

_QUIET = ("unchanged", "older", "deleted")
"""Outcomes that are counted and not named: nothing happened."""


def add_arguments(parser: ArgumentParser) -> None:
    """What to import, and how much to tell."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="articles, folders of them, or addresses (default: seeds/)"
    )
    parser.add_argument("--allow-private", action="store_true", help="let an address lead into a private network")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
    parser.add_argument("--report", action="store_true", help="say what became of every paragraph")
    add_clock_argument(parser)
    add_result_arguments(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Import and tell; 1 where a file could not be read, or needs a human and the run is strict."""
    root = root_of(args)
    receipt = import_articles(
        args, root, settings_of(args, root), args.paths, args.dry_run, args.report or args.json, voice.progress
    )
    if args.json:
        say_as_json(_as_data(receipt))
    else:
        tell(receipt, voice, args.report)
    return exit_code(receipt, args.strict)


def import_articles(
    args: Namespace,
    root: Path,
    settings: Settings,
    paths: list[str],
    is_dry: bool = False,
    with_ledger: bool = False,
    progress: Progress = silent,
) -> Receipt:
    """Import the articles at `paths`, or in seeds/ where none is named; a path that is not there is a `UsageError`."""
    for path in paths:
        if not fetch.is_url(path) and not Path(path).exists():
            raise UsageError(f"there is no file or folder {path}")
        if fetch.is_url(path) and is_dry:
            raise UsageError(f"{path} would be fetched into seeds/, and a dry run writes nothing")
        _check_foreign(path, root, settings)
    places = [_place(path, root, args) for path in paths] or [root / SEEDS]
    if not paths and not places[0].exists():
        return Receipt(())
    now = clock(args, settings)
    return receive(root, places, settings, register.load(root), now, is_dry, with_ledger, progress)


def _check_foreign(path: str, root: Path, settings: Settings) -> None:
    """Refuse, with `UsageError`, what the site itself is made of: its briefings, its pages, its memory."""
    place = Path(path).resolve()
    for own in (root / "content", root / settings.output, root / WORK):
        if not fetch.is_url(path) and (place == own or own in place.parents or place in own.parents):
            raise UsageError(f"{path} holds the site's own {own.name}/, which is no wire copy; name files or seeds/")


def _place(path: str, root: Path, args: Namespace) -> Path:
    """Where a PATH lies; an address is fetched into seeds/ first, and is a file like any other from then on."""
    return fetch.save(path, root / SEEDS, args.allow_private) if fetch.is_url(path) else Path(path).resolve()


def exit_code(receipt: Receipt, is_strict: bool) -> int:
    """1 where there are errors, or warnings and the run is strict."""
    return int(any(is_strict or not problem.is_warning for problem in receipt.problems))


def tell(receipt: Receipt, voice: Voice, with_ledger: bool = False) -> None:
    """Say what an import did: what happened to each file, and one summary."""
    for received in receipt.files:
        if with_ledger or received.outcome not in _QUIET:
            voice.say(
                f"{received.outcome}: {received.file}" + (f" -> {received.briefing}" if received.briefing else "")
            )
        for entry in received.ledger if with_ledger else ():
            voice.say(f"  {entry.number:>4}  {entry.fate}: {entry.text}")
    voice.show(receipt.problems)
    voice.say(summary(receipt))


def summary(receipt: Receipt) -> str:
    """How many articles there were, and what became of them."""
    counts = [f"{receipt.count(outcome):,} {outcome}" for outcome in OUTCOMES if receipt.count(outcome)]
    return f"imported {count(len(receipt.files), 'article')}: {', '.join(counts) or 'nothing new'}"


def is_nothing(receipt: Receipt) -> bool:
    """Whether nothing happened, and nothing is to be told but the summary."""
    return not receipt.problems and all(received.outcome in _QUIET for received in receipt.files)


def _as_data(receipt: Receipt) -> dict[str, object]:
    return {
        "files": [_received(received) for received in receipt.files],
        "problems": problems_as_data(receipt.problems),
    }


def _received(received: Received) -> dict[str, object]:
    return {
        "file": received.file,
        "outcome": received.outcome,
        "briefing": received.briefing,
        "paragraphs": [{"number": entry.number, "fate": entry.fate, "text": entry.text} for entry in received.ledger],
    }
