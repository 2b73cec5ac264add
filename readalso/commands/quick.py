"""Builds that need not load what builds: there is nothing to do, or little enough for `retouch`."""

import time
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from readalso import standing
from readalso.collector import without_collector
from readalso.commands.flags import now, typed_by, work_of
from readalso.files import Stamp
from readalso.lock import waiting_for
from readalso.outcome import Outcome
from readalso.site import Site

_Note = standing.Note[Outcome]


def quick(args: Namespace, root: Path) -> tuple[Outcome, Path] | None:
    """What such a build did, and the output folder; None where there has to be a whole one."""
    started, work = time.time_ns(), work_of(args, root)
    if args.fresh or args.clock or not (work / standing.FILE).exists():
        return None
    with waiting_for(work), without_collector():
        note = standing.read(work, _Note)
        if note is None or note.asked.typed != typed_by(args, root) or Site(Path(note.output), work).is_unfinished():
            return None
        taken, is_rest_same = standing.look(note, now())
        outcome: Outcome | None = None
        if is_rest_same and standing.is_taken(note, taken):
            outcome = replace(note.said, seconds=(time.time_ns() - started) / 1e9)
        elif is_rest_same:
            outcome = _retouched(args, root, note, taken, started)
    return (outcome, Path(note.output)) if outcome else None


def _retouched(args: Namespace, root: Path, note: _Note, taken: Mapping[str, Stamp], started: int) -> Outcome | None:
    from readalso.commands.job import job_of, settings_of
    from readalso.retouch import retouch

    return retouch(job_of(args, root, settings_of(args, root)), note, taken, started)
