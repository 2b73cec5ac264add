"""Runs that need not load what imports and builds: there is nothing to do, or little enough for `retouch`."""

import time
from argparse import Namespace
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from readalso import files, standing
from readalso.commands.flags import now, typed_by, work_of
from readalso.errors import Broken
from readalso.files import Stamp
from readalso.layout import RECEIVED, SEEDS
from readalso.lock import waiting_for
from readalso.outcome import Outcome
from readalso.site import Site

_Note = standing.Note[Outcome]
_FILE = "imported"
_LOOKED_AT = (SEEDS, RECEIVED)
"""What an import looks at and a build does not."""


class _Import(Struct, frozen=True, array_like=True):
    """An import that had nothing to do."""

    typed: str
    """See `standing.Asked`."""
    stamps: Mapping[str, Stamp]
    """Of all that it looked at and that a build does not look at."""
    said: str
    """What it said."""


class Look(Struct, frozen=True):
    """What became of a build that was tried without loading what builds."""

    outcome: Outcome | None = None
    """What it did; None where there has to be a whole build."""
    output: Path = Path()
    """The output folder."""
    is_sure: bool = False
    """Whether it has been seen that there is more to do; otherwise the build may still find that there is not."""


def quick(args: Namespace, root: Path) -> Look:
    """Such a build."""
    return _quick(args, root, is_edit_allowed=True)


def nothing(args: Namespace, root: Path) -> tuple[str, Outcome, Path] | None:
    """What an import and a build say that have nothing to do, and the output folder; None where they may have."""
    last = _last_import(args, root)
    if last is None or last.stamps != _looked_at(root):
        return None
    found = _quick(args, root, is_edit_allowed=False)
    return (last.said, found.outcome, found.output) if found.outcome else None


def note_import(args: Namespace, root: Path, said: str, started: int) -> None:
    """Leave word for the next run that an import, which began at `started` (nanoseconds), had nothing to do."""
    stamps = _looked_at(root)
    if len(files.settled(stamps, started)) == len(stamps):
        with suppress(OSError, UnicodeEncodeError):  # it costs the next run some time, and this one nothing
            note = msgspec.msgpack.encode(_Import(typed_by(args, root), stamps, said))
            files.write(work_of(args, root) / _FILE, note, is_lasting=False)


def _last_import(args: Namespace, root: Path) -> _Import | None:
    with suppress(Broken, msgspec.MsgspecError):
        last = msgspec.msgpack.decode(files.read_bytes(work_of(args, root) / _FILE), type=_Import)
        return last if last.typed == typed_by(args, root) else None
    return None


def _looked_at(root: Path) -> dict[str, Stamp]:
    found: dict[str, Stamp] = {}
    for name in _LOOKED_AT:
        found |= files.stamps(root / name, before=f"{name}/")
    return found


def _quick(args: Namespace, root: Path, is_edit_allowed: bool) -> Look:
    started, work = time.time_ns(), work_of(args, root)
    if args.fresh or args.clock or not (work / standing.FILE).exists():
        return Look()
    with waiting_for(work):
        note = standing.read(work, _Note)
        if note is None or note.asked.typed != typed_by(args, root) or Site(Path(note.output), work).is_unfinished():
            return Look()
        taken, is_rest_same = standing.look(note, now())
        outcome: Outcome | None = None
        if is_rest_same and standing.is_taken(note, taken):
            outcome = replace(note.said, seconds=(time.time_ns() - started) / 1e9)
        elif is_rest_same and is_edit_allowed:
            outcome = _retouched(args, root, note, taken, started)
    return Look(outcome, Path(note.output), is_sure=outcome is None)


def _retouched(args: Namespace, root: Path, note: _Note, taken: Mapping[str, Stamp], started: int) -> Outcome | None:
    from readalso.commands.job import job_of, settings_of
    from readalso.retouch import retouch

    return retouch(job_of(args, root, settings_of(args, root)), note, taken, started)
