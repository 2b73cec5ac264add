"""`readalso names`: which spellings in the briefings are probably one name's, for the desk to decide."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from readalso import files, register
from readalso.briefing.facts import Facts
from readalso.build import Survey, recall, survey
from readalso.commands.flags import add_build_arguments, root_of
from readalso.commands.job import job_of, settings_of
from readalso.commands.result import say_as_json
from readalso.library.suggest import KINDS, Suggestion, suggest
from readalso.library.suggested import add, fresh
from readalso.library.terms import KINDS as NAMES
from readalso.report import Voice, count


def add_arguments(parser: ArgumentParser) -> None:
    """Whether to write, and how to tell."""
    parser.add_argument(
        "--write", action="store_true", help=f"put the suggestions into {register.FILE}, to be decided on"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    add_build_arguments(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Read the briefings and the register, and tell; --write adds to the register's list of suggestions."""
    root = root_of(args)
    job = job_of(args, root, settings_of(args, root))
    known = survey(job, recall(job), voice)
    names = register.load(root)
    found = suggest(_seen(known), names, _text(root))
    new = fresh(found, names)
    if args.write and new:
        path = root / register.FILE
        files.write_text(path, add(files.read_text(path, register.FILE) if path.exists() else "", new))
    if args.json:
        say_as_json({"suggestions": list(map(_as_data, found)), "written": len(new) if args.write else 0})
    else:
        _tell(found, new, args.write, voice)
    return 0


def _seen(known: Survey) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Kind -> spelling -> the briefings that have it; who is quoted is named too."""
    seen: dict[str, dict[str, dict[str, None]]] = {kind: {} for kind in KINDS}
    for path, facts in sorted(known.facts.items()):
        for kind, spelling in _spellings(facts, known.library.speakers):
            seen[kind].setdefault(spelling, {})[path] = None
    return {kind: {name: tuple(paths) for name, paths in found.items()} for kind, found in seen.items()}


def _spellings(facts: Facts, speakers: Mapping[str, str]) -> list[tuple[str, str]]:
    named = [(kind, name) for kind in KINDS for name in NAMES[kind](facts.matter)]
    return named + [(speakers.get(one.speaker, "people"), one.speaker) for one in facts.matter.quotes if one.speaker]


def _text(root: Path) -> Callable[[str], str]:
    return lambda path: files.read_text(root / "content" / path, f"content/{path}")


def _tell(found: tuple[Suggestion, ...], new: tuple[Suggestion, ...], is_written: bool, voice: Voice) -> None:
    for one in found:
        more = f" and {len(one.seen) - 1} more" if len(one.seen) > 1 else ""
        voice.say(f'{one.kind}: "{one.spelling}" is probably {one.name} ({one.why}): content/{one.seen[0]}{more}')
    written = f", {len(new)} written to {register.FILE}" if is_written else ""
    hint = "" if is_written or not new else f"; --write puts them into {register.FILE}, where they wait for you"
    voice.say(count(len(found), "suggestion") + written + hint)


def _as_data(one: Suggestion) -> dict[str, object]:
    return {
        "kind": one.kind,
        "name": one.name,
        "spelling": one.spelling,
        "why": one.why,
        "briefings": [f"content/{path}" for path in one.seen],
    }
