"""The step from seeds/ to content/: articles are read, and briefings are made of them.

First everything is planned, then written. Importing the same files again changes nothing; a briefing that a human has
edited, moved or deleted is never overwritten, made twice or brought back.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from readalso import files
from readalso.errors import Problem, broken
from readalso.fields import Moment
from readalso.intake import records, seeds, study
from readalso.intake.desk import Desk
from readalso.intake.identity import order
from readalso.intake.receipt import Receipt
from readalso.intake.story import Write
from readalso.intake.study import Study, Terms, Unread
from readalso.register import Register
from readalso.settings import Settings

__all__ = ["Progress", "Receipt", "receive", "silent"]

_AT_A_TIME = 8
"""Stories that are written at a time; on a disk that takes 2 ms to flush, one would take 40 s for 10,000."""

Progress = Callable[[int, int, str], None]
"""Told how much of how much is done, and of what."""


def silent(done: int, total: int, what: str) -> None:
    """Say nothing."""


def receive(
    root: Path,
    paths: Sequence[Path],
    settings: Settings,
    register: Register,
    now: datetime,
    dry_run: bool = False,
    with_ledger: bool = True,
    progress: Progress = silent,
) -> Receipt:
    """Import `paths`, or seeds/ where there are none, into the site in `root`; `now` is when they come.

    What cannot be read is told in the receipt and stops nothing else. A dry run writes nothing. Without a ledger, files
    that came before in the same bytes are not read again, which is much quicker.
    """
    at = Moment(now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    found = [(seed, study.file_digest(seed)) for seed in seeds.find(root, paths)]
    desk = Desk(root, records.load(root), settings.zone)
    fresh = found if with_ledger else [pair for pair in found if not desk.knows(pair[0].name, pair[1])]
    studies, unread = _part(
        _counted(study.study(fresh, Terms(settings, register, at, with_ledger)), len(fresh), progress)
    )
    for one in sorted(studies, key=lambda one: order(one.arrival)):
        desk.take(one)
    fresh_names = {seed.name for seed, _ in fresh}
    for seed, data in found:
        if seed.name not in fresh_names:
            desk.pass_over(seed.name, data)
    for file, problems in unread:
        desk.refuse(file, problems)
    told = desk.close()
    if not dry_run:
        _write_all(root, tuple(filter(None, desk.writes())), progress)
        _write(root, desk.last_writes())
    return told


def _counted(results: Iterable[Study | Unread], total: int, progress: Progress) -> Iterator[Study | Unread]:
    for done, result in enumerate(results, 1):
        progress(min(done, total), total, "reading")
        yield result


def _part(results: Iterable[Study | Unread]) -> tuple[list[Study], list[tuple[str, tuple[Problem, ...]]]]:
    studies, unread = [], []
    for result in results:
        match result:
            case Study():
                studies.append(result)
            case Unread(file, problems):
                unread.append((file, problems))
    return studies, unread


def _write_all(root: Path, stories: Sequence[tuple[Write, ...]], progress: Progress) -> None:
    """Write several stories at a time: most of the time of a write is waiting for the disk to say that it holds it."""
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        for done, _ in enumerate(pool.map(partial(_write, root), stories), 1):
            progress(done, len(stories), "writing")


def _write(root: Path, writes: Iterable[Write]) -> None:
    for path, text in writes:
        place = root / path
        if place.is_symlink() or not files.is_inside(place.parent, root / "content"):
            raise broken(path, "is a link, or lies behind one that leads out of content/", "put a file or folder there")
        if text:
            files.write_changed(root / path, text)
        else:
            files.remove(root / path, root / "content")
