"""`readalso import`: articles -> briefings in content/."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from readalso import register
from readalso.commands.job import add_clock_argument, add_strict_argument, clock, root_of, settings_of
from readalso.errors import UsageError
from readalso.intake.receipt import OUTCOMES, Receipt, Received
from readalso.intake.receive import receive
from readalso.report import Voice, count
from readalso.settings import Settings

_QUIET = ("unchanged", "deleted")
"""Outcomes that are counted and not named: nothing happened."""


def add_arguments(parser: ArgumentParser) -> None:
    """What to import, and how much to tell."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="articles, or folders of them (default: seeds/)")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
    parser.add_argument("--report", action="store_true", help="say what became of every paragraph")
    add_clock_argument(parser)
    add_strict_argument(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Import and tell; 1 where a file could not be read, or needs a human and the run is strict."""
    root = root_of(args)
    receipt = import_articles(args, root, settings_of(args, root), args.paths, args.dry_run)
    if args.json:
        print(json.dumps(_as_data(receipt), ensure_ascii=False, indent=2))
    else:
        tell(receipt, voice, args.report)
    return exit_code(receipt, args.strict)


def import_articles(args: Namespace, root: Path, settings: Settings, paths: list[str], is_dry: bool = False) -> Receipt:
    """Import the articles at `paths`, or in seeds/ where none is named; a path that is not there is a `UsageError`."""
    for path in paths:
        if not Path(path).exists():
            raise UsageError(f"there is no file or folder {path}")
    places = [Path(path).resolve() for path in paths] or [root / "seeds"]
    if not paths and not places[0].exists():
        return Receipt(())
    return receive(root, places, settings, register.load(root), clock(args, settings), dry_run=is_dry)


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
    counts = [f"{receipt.count(outcome):,} {outcome}" for outcome in OUTCOMES if receipt.count(outcome)]
    voice.say(f"imported {count(len(receipt.files), 'article')}: {', '.join(counts) or 'nothing new'}")


def _as_data(receipt: Receipt) -> dict[str, object]:
    return {
        "files": [_received(received) for received in receipt.files],
        "problems": [str(problem) for problem in receipt.problems],
    }


def _received(received: Received) -> dict[str, object]:
    return {
        "file": received.file,
        "outcome": received.outcome,
        "briefing": received.briefing,
        "paragraphs": [{"number": entry.number, "fate": entry.fate, "text": entry.text} for entry in received.ledger],
    }
