"""Whether the last build still stands, so that a run with nothing to do need not find that out page by page.

A build that ends well leaves a note of all it looked at: a fingerprint of the settings and of the stamp of every file
that goes into a site, one of the stamps of the output folder, and the time at which the first date of a briefing comes
or goes. As long as all of that is so, the same build would end in the same site, and what was said of it holds. The
note is one file, `.readalso/standing`; one that is lost, damaged or of another program costs time and nothing else.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from readalso import files, memo, register
from readalso.errors import Broken
from readalso.files import Stamp
from readalso.library import ledger, rulings
from readalso.library.library import Library
from readalso.library.threads import decisions
from readalso.library.visibility import Show
from readalso.pages.kinds.news import RECENT
from readalso.settings import Settings
from readalso.site import MANIFEST, Site
from readalso.theme.theme import folders
from readalso.words import digest

Said = TypeVar("Said")

_FORMAT = "readalso standing 1"
_NO_INPUT = ("_desk/received/",)
"""What of `content/` no page depends on: what intake remembers."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What goes into a build."""

    fingerprint: str
    """Of all but the ledger of addresses, which a build writes itself."""
    is_settled: bool
    """Whether every file has some age, so that a later change would show in its stamp."""


@dataclass(frozen=True, slots=True)
class Note(Generic[Said]):
    """What a build leaves behind."""

    taken: str
    """The fingerprint of all that went in, and of the ledger as it was left."""
    given: str
    """That of the output folder."""
    begin: datetime
    """The time for which it was built."""
    end: datetime | None
    """The first time after that at which a date comes or goes; None where there is none."""
    said: Said
    """What there is to say of a build that finds nothing to do."""


def take(root: Path, settings: Settings, show: Show, version: str, started: int) -> Taken:
    """What goes into a build of the site in `root` that begins at `started` (nanoseconds)."""
    stamps = dict(_stamps(root, settings))
    said = (version, settings, show, sorted(stamps.items()))
    fingerprint = digest(msgspec.msgpack.encode(said))
    return Taken(fingerprint, len(memo.settled(stamps, started)) == len(stamps))


def _stamps(root: Path, settings: Settings) -> Iterator[tuple[str, Stamp]]:
    """Of every file that a build may read, but for the ledger; the desk may have put links in the place of its own."""
    for name in (register.FILE, rulings.FILE, decisions.FILE):
        if seen := files.stamp(root / name):
            yield name, seen
    for folder in (root / "content", *folders(settings.theme, root)):
        for path, entry in files.walk(folder, hidden=True, passed=_NO_INPUT):
            if f"content/{path}" != ledger.FILE and (seen := files.stamp(entry)):
                yield entry.path, seen


def find(path: Path, taken: Taken, root: Path, site: Site, now: datetime, form: type[Note[Said]]) -> Said | None:
    """What there is to say of the site, if the last build of it still stands at the time `now`."""
    try:
        head, _, rest = files.read_bytes(path).partition(b"\n")
        if head.decode("utf-8", "replace") != _head(rest):
            return None
        note = msgspec.msgpack.decode(rest, type=form)
    except (Broken, msgspec.MsgspecError):
        return None
    is_time = note.begin <= now and (note.end is None or now < note.end)
    if is_time and note.taken == _with_ledger(taken, root) and note.given == _given(site):
        return note.said
    return None


def leave(path: Path, taken: Taken, root: Path, site: Site, library: Library, settings: Settings, said: object) -> None:
    """Write the note of a build that took in `taken`; none where a file is too young to be trusted."""
    with suppress(OSError):  # a full disk costs the next build some time, and this one nothing
        if not taken.is_settled:
            path.unlink(missing_ok=True)
            return
        end = min((moment for moment in _dates(library, settings) if moment > library.now), default=None)
        note = Note(_with_ledger(taken, root), _given(site), library.now, end, said)
        rest = msgspec.msgpack.encode(note)
        files.write_changed(path, _head(rest).encode() + b"\n" + rest)


def _with_ledger(taken: Taken, root: Path) -> str:
    path = root / ledger.FILE
    return digest(taken.fingerprint + (digest(files.read_bytes(path)) if path.is_file() else ""))


def _given(site: Site) -> str:
    return digest(msgspec.msgpack.encode((site.stamps(), site.stamp(MANIFEST))))


def _dates(library: Library, settings: Settings) -> Iterable[datetime]:
    """Every time at which a build may give something else though no file has changed."""
    for entry in (*library.entries.values(), *library.hidden):
        matter = entry.facts.matter
        yield from (one.point(settings.zone) for one in (matter.date, matter.embargo, matter.expires) if one)
        yield entry.order + RECENT


def _head(rest: bytes) -> str:
    return f"{_FORMAT} {digest(rest)}"
