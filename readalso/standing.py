"""Whether the last build still stands, so that a run with nothing to do need not find that out page by page.

A build that ends well leaves a note of all it looked at: the stamp of every file that goes into a site and of every
file and folder of the output, what it was asked for, and the time at which the first date of a briefing comes or goes.
As long as all of that is so, the same build would end in the same site, and what was said of it holds. The note is one
file, `.readalso/standing`; one that is lost, damaged or of another program costs time and nothing else.

Nothing here knows what a briefing or a theme is: whoever only asks whether there is something to do need load no more.
"""

import os
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import active_count
from types import MappingProxyType
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from readalso import files
from readalso.errors import Broken
from readalso.files import Stamp
from readalso.layout import RECEIVED
from readalso.words import digest

Said = TypeVar("Said")

FILE = "standing"
_FORMAT = "readalso standing 2"
_NO_INPUT = (f"{RECEIVED.removeprefix('content/')}/",)
"""What of `content/` no page depends on: what intake remembers."""
FEW = 2_000
"""Places up to which no process is forked: it takes as long as they do, some 5 ms."""
_NO_STAMPS: Mapping[str, Stamp] = MappingProxyType({})
_SIZE = 32
"""Bytes of a stamp."""


class Sources(Struct, frozen=True):
    """Where the files lie that go into a site; all paths are absolute."""

    folders: tuple[str, ...]
    linked: tuple[str, ...]
    """Single files that may be links to others."""
    ledger: str
    """The ledger of addresses, which a build writes itself; "" where it is none of its business."""


class Asked(Struct, frozen=True):
    """What a build was asked for: two runs of the same are the same build."""

    settings: str
    """The fingerprint of the program, the settings and what is shown."""
    typed: str = ""
    """That of the program, the words of the settings' file and of the command line, which are known sooner; "" where
    nobody typed anything."""


class Note(Struct, Generic[Said], frozen=True):
    """What a build leaves behind."""

    asked: Asked
    sources: Sources
    taken: msgspec.Raw
    """What went in, path -> stamp, as MessagePack."""
    ledger: str
    """The digest of the ledger as the build left it."""
    output: str
    """The output folder."""
    places: str
    """The files of the output and the folders they stand in, apart by line feeds."""
    given: bytes
    """Their stamps."""
    begin: datetime
    """The time for which it was built."""
    end: datetime | None
    """The first time after that at which a date comes or goes; None where there is none."""
    said: Said
    """What there is to say of a build that finds nothing to do."""
    mark: str
    """Of the galleys that were left beside it."""


def take(sources: Sources) -> dict[str, Stamp]:
    """The stamps of all that goes into a site, but for the ledger."""
    seen = {path: files.stamp(Path(path)) or files.GONE for path in sources.linked}
    for folder in sources.folders:
        seen |= files.stamps(Path(folder), _NO_INPUT, before=f"{folder}/")
    seen.pop(sources.ledger, None)
    return seen


def read(work: Path, form: type[Note[Said]]) -> Note[Said] | None:
    """The note of the last build; None where there is none that this program can read."""
    try:
        head, _, rest = files.read_bytes(work / FILE).partition(b"\n")
        if head.decode("utf-8", "replace") == _head(rest):
            return msgspec.msgpack.decode(rest, type=form)
    except (Broken, msgspec.MsgspecError):
        pass
    return None


def look(note: Note[Said], now: datetime) -> tuple[dict[str, Stamp], bool]:
    """What goes in now, and whether all but that is as it was; another process looks at the output meanwhile."""
    is_given = _beside(note)
    taken = take(note.sources)
    return taken, is_given() and _is_same_time(note, now)


def is_taken(note: Note[Said], taken: Mapping[str, Stamp]) -> bool:
    """Whether what goes in is what went in."""
    return bytes(note.taken) == _encode(taken)


def is_rest_same(note: Note[Said], now: datetime, apart: Collection[str] = ()) -> bool:
    """Whether all but what goes in is as it was: the time, the ledger, and what came out apart from some files."""
    return _is_same_time(note, now) and (note.given == _given_apart(note, apart) if apart else _is_given(note))


def _is_same_time(note: Note[Said], now: datetime) -> bool:
    return note.begin <= now and (note.end is None or now < note.end) and note.ledger == _ledger(note.sources)


def _is_given(note: Note[Said]) -> bool:
    return note.given == _given(note.output, note.places)


def _given_apart(note: Note[Said], apart: Collection[str]) -> bytes:
    """The stamps of the output now, and those of some files, and of the folders they stand in, as they were."""
    now = _given(note.output, note.places)
    if len(now) != len(note.given):  # the whole folder has gone
        return now
    seen = memoryview(bytearray(now))
    for start in _starts(note, apart).values():
        seen[start : start + _SIZE] = note.given[start : start + _SIZE]
    return bytes(seen)


def _starts(note: Note[Said], paths: Iterable[str]) -> dict[str, int]:
    """Where the stamps of some files, and of the folders they stand in, begin among all."""
    lines = f"\n{note.places}\n"  # a text of thousands of lines is searched sooner than it is divided
    wanted = {place for path in paths for place in (path, os.path.dirname(path))}
    ends = {place: lines.find(f"\n{place}\n") for place in sorted(wanted)}
    return {place: lines.count("\n", 0, end) * _SIZE for place, end in ends.items() if end >= 0}


def _beside(note: Note[Said]) -> Callable[[], bool]:
    """Asks whether the output is as it was, in a forked process where that can be and pays; the answer, when called."""
    can_fork = hasattr(os, "fork") and active_count() == 1
    if not can_fork or len(note.given) < FEW * _SIZE or (os.cpu_count() or 1) < 2:
        return lambda: _is_given(note)
    child = os.fork()
    if child == 0:
        answer = 1
        try:
            answer = 0 if _is_given(note) else 1
        finally:
            os._exit(answer)

    def is_given() -> bool:
        try:
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        except ChildProcessError:  # whoever started this process lets nobody wait for a child
            return _is_given(note)

    return is_given


def edited(note: Note[Said], taken: Mapping[str, Stamp]) -> list[str]:
    """The files, and nothing but files, that have another stamp than they had; none where one came or has gone."""
    known = msgspec.msgpack.decode(note.taken, type=dict[str, Stamp])
    if known.keys() != taken.keys():
        return []
    return [path for path, stamp in taken.items() if stamp != known[path]]


def again(note: Note[Said], taken: Mapping[str, Stamp], started: int, written: Iterable[str]) -> Note[Said]:
    """The note after a build from `taken` that wrote some files of the output anew, and made and removed none."""
    stamps = memoryview(bytearray(note.given))
    for place, start in _starts(note, written).items():
        stamps[start : start + _SIZE] = _given(note.output, place)
    return replace(note, taken=msgspec.Raw(_encode(_trusted(taken, started))), given=bytes(stamps))


def leave(work: Path, note: Note[Said]) -> None:
    """Write the note of a build.

    A full disk, or a folder whose name is no text, costs the next build some time, and this one nothing.
    """
    with suppress(OSError, UnicodeEncodeError):
        rest = msgspec.msgpack.encode(note)
        files.write(work / FILE, _head(rest).encode() + b"\n" + rest, is_lasting=False)


def note(
    asked: Asked,
    sources: Sources,
    taken: Mapping[str, Stamp],
    output: Path,
    stamps: Mapping[str, Stamp],
    begin: datetime,
    end: datetime | None,
    said: Said,
    started: int,
    mark: str,
) -> Note[Said]:
    """The note of a build that began at `started`, took in `taken`, and left files with these `stamps` in `output`."""
    places = "\n".join(_places(stamps))
    given = _given(str(output), places, stamps)
    raw = msgspec.Raw(_encode(_trusted(taken, started)))
    return Note(asked, sources, raw, _ledger(sources), str(output), places, given, begin, end, said, mark)


def _trusted(taken: Mapping[str, Stamp], started: int) -> dict[str, Stamp]:
    """The stamps; of a file that was written just before the build, one that no file has: so it is looked at again."""
    settled = files.settled(taken, started)
    if len(settled) == len(taken):
        return settled
    return {**taken, **dict.fromkeys(taken.keys() - settled.keys(), files.GONE)}


def _places(paths: Iterable[str]) -> list[str]:
    """The files, and the folders with more than one thing in them: what was put there shows in a folder's stamp.

    A page's own folder holds nothing else, and is half of all there is to look at. What somebody puts there is found by
    the next build that has something to do.
    """
    files = sorted(paths)
    inside = Counter(map(os.path.dirname, files))
    waiting = list(inside)
    while waiting:
        folder = waiting.pop()
        above = os.path.dirname(folder)
        if folder and not inside[above]:
            waiting.append(above)
        if folder:
            inside[above] += 1
    return [*files, *sorted(folder for folder, count in inside.items() if count > 1 or not folder)]


def _given(output: str, places: str, known: Mapping[str, Stamp] = _NO_STAMPS) -> bytes:
    """The stamps of files and folders, one behind the other; those that are known are not looked up."""
    found = array("q")
    add, look = found.extend, os.stat
    try:
        with files.opened(output) as handle:
            for place in places.split("\n"):
                if place in known:
                    add(known[place])
                    continue
                try:
                    way = f"{output}/{place}" if handle is None else place or "."
                    seen = look(way, dir_fd=handle, follow_symlinks=False)
                except OSError:
                    add(files.GONE)
                else:
                    add((seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino))
    except OSError:  # the whole folder has gone
        return b""
    return found.tobytes()


def _ledger(sources: Sources) -> str:
    path = Path(sources.ledger)
    return digest(files.read_bytes(path)) if sources.ledger and path.is_file() else ""


def _encode(taken: Mapping[str, Stamp]) -> bytes:
    try:
        return msgspec.msgpack.encode(taken)
    except UnicodeEncodeError:  # names that are no text are spelt out
        return msgspec.msgpack.encode(
            {path.encode("utf-8", "backslashreplace").decode(): stamp for path, stamp in taken.items()}
        )


def _head(rest: bytes) -> str:
    return f"{_FORMAT} {digest(rest)}"
