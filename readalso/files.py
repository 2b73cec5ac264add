"""The one door to the disk: every file is read, written and walked through here.

Texts are UTF-8. A written file is either the old one or the new one, whatever happens in between: it is written
beside its place, flushed, and renamed into it. Walks do not follow links out of their folder and are in sorted order.
"""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EXDEV
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from readalso.errors import Broken, broken
from readalso.words import digest

Stamp = tuple[int, int, int, int]
"""What the file system says of a file: size, modified and changed (nanoseconds), inode."""

GONE: Stamp = (0, 0, 0, 0)
"""The stamp of no file."""
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe is opened without waiting for somebody to write into it."""
_JUNCTION = 0xA0000003
"""Of Windows, IO_REPARSE_TAG_MOUNT_POINT (winnt.h): a folder that leads to another one."""
SETTLED = 100_000_000
"""Nanoseconds. A file may be changed twice within one tick of the file system's clock, so a stamp younger than this
when it was taken tells nothing about later."""


def read_bytes(path: Path | str) -> bytes:
    """The whole of a regular file; `Broken` for a pipe, device or folder, and for a file that cannot be read."""
    try:
        file = os.open(path, _READING)
        try:
            state = os.fstat(file)
            if not S_ISREG(state.st_mode):
                raise FileNotFoundError
            data = os.read(file, state.st_size + 1)
            while len(data) > state.st_size and (more := os.read(file, 1 << 20)):  # it has grown meanwhile
                data += more
            return data
        finally:
            os.close(file)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise broken(str(path), "is not a file that can be read", "name an ordinary file") from error
    except OSError as error:
        raise broken(str(path), f"cannot be read: {error.strerror}", "check the name and the permissions") from error


def decode(data: bytes, path: str) -> str:
    """UTF-8 text without its byte order mark, each line end one line feed; other bytes are `Broken` at their line."""
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise broken(path, "is not UTF-8 text", "save the file as UTF-8", line) from error
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_text(path: Path | str, name: str = "") -> str:
    """`decode(read_bytes(path))`; `name` is how problems call the file."""
    return decode(read_bytes(path), name or str(path))


def write(path: Path, data: bytes | bytearray | str, is_lasting: bool = True) -> None:
    """Put `data` at `path`, whole or not at all; folders on the way are made.

    What is not `is_lasting` need not be there after the machine has failed, and nobody waits for the disk.
    """
    new = data.encode() if isinstance(data, str) else data
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    try:
        with open(beside, "wb") as file:
            file.write(new)
            if is_lasting:
                file.flush()
                os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def write_text(path: Path, text: str) -> None:
    """Put a text with line feeds at `path`, with the line ends and the byte order mark of the file that is there."""
    try:
        old = read_bytes(path)
    except Broken:
        old = b""
    if old.count(b"\r\n") * 2 > old.count(b"\n"):
        text = text.replace("\n", "\r\n")
    write(path, ("\ufeff" if old.startswith(b"\xef\xbb\xbf") else "") + text)


def write_new(place: str, data: bytes) -> None:
    """Put `data` at `place` as it is: no renaming, no flushing. For files that count only when all of them are there.

    Most have a folder of their own, so that is made first: with pathlib and the detour of an error it takes three times
    as long, and creating files is a third of what a cold build does.
    """
    folder = os.path.dirname(place)
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _beside(path: Path) -> Path:
    """Where a file is written before it is put in its place: a name of its own, however long or alike names are.

    Two threads, or two machines that share the folder, may write one file at a time.
    """
    name = digest(os.fsencode(path.name))[:16]
    return path.with_name(f".{name}-{os.urandom(4).hex()}.{os.getpid()}.part")


def write_changed(path: Path, data: bytes | str) -> bool:
    """Like `write`, but a file that already holds `data` is left alone, time stamp included; True if written."""
    new = data.encode() if isinstance(data, str) else data
    with suppress(OSError, Broken):
        if read_bytes(path) == new:
            return False
    write(path, new)
    return True


def stamp(path: Path | str | os.DirEntry[str]) -> Stamp | None:
    """The file's stamp, or None where there is no file."""
    try:
        seen = path.stat() if isinstance(path, os.DirEntry) else os.stat(path)
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


def settled(stamps: Mapping[str, Stamp], now: int) -> dict[str, Stamp]:
    """The stamps, taken at `now` (nanoseconds), that will differ if the file is changed from now on."""
    return {path: stamp for path, stamp in stamps.items() if max(stamp[1], stamp[2]) < now - SETTLED}


def stamps(folder: Path, passed: Iterable[str] = (), before: str = "") -> dict[str, Stamp]:
    """The stamps of all that `walk` finds, hidden files too, by path with `before` in front; in a third of its time."""
    found: dict[str, Stamp] = {}
    waiting = [(str(folder), before)]
    left_out = {before + one for one in passed}
    while waiting:
        place, prefix = waiting.pop()
        for name, seen in _seen(place):
            if S_ISREG(seen.st_mode):
                found[prefix + name] = seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino
            elif S_ISDIR(seen.st_mode) and (below := f"{prefix}{name}/") not in left_out:
                waiting.append((f"{place}/{name}", below))
    return {name: found[name] for name in sorted(found)}


def _seen(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """What stands in a folder, by name; links are not followed."""
    try:
        with opened(folder) as handle:
            for name in os.listdir(folder if handle is None else handle):
                way = f"{folder}/{name}" if handle is None else name
                try:
                    yield name, os.stat(way, dir_fd=handle, follow_symlinks=False)
                except OSError:  # it has gone meanwhile, or lies where nobody may look
                    continue
    except FileNotFoundError:
        return
    except OSError as error:
        raise broken(folder, f"cannot be read: {error.strerror}", "check the name and the permissions") from error


@contextmanager
def opened(folder: Path | str) -> Iterator[int | None]:
    """An open folder; None on Windows, which opens none.

    To look from it at what is inside (`dir_fd`) takes two thirds of the time of going there for each file.
    """
    if sys.platform == "win32":
        yield None
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def walk(
    folder: Path, hidden: bool = False, passed: Container[str] = (), links: bool = False
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Each regular file below `folder` as (path relative to it, with "/", entry), sorted by path.

    Names that begin with "." are passed over unless `hidden`, and so are the folders in `passed` ("a/b/"); links are
    not followed, and told only with `links`; a missing folder is empty.
    """
    yield from sorted(_scan(folder, hidden, passed, links), key=lambda pair: pair[0])


def _scan(folder: Path, hidden: bool, passed: Container[str], links: bool) -> Iterator[tuple[str, os.DirEntry[str]]]:
    waiting = [(str(folder), "")]
    while waiting:
        place, prefix = waiting.pop()
        for entry in _entries(place):
            if entry.name.startswith(".") and not hidden:
                continue
            if entry.is_dir(follow_symlinks=False):
                if (below := f"{prefix}{entry.name}/") not in passed:
                    waiting.append((entry.path, below))
            elif entry.is_file(follow_symlinks=False) or (links and entry.is_symlink()):
                yield f"{prefix}{entry.name}", entry


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise broken(folder, f"cannot be read: {error.strerror}", "check the name and the permissions") from error


def kind(place: str) -> str:
    """What stands at `place`: "file" (a device too), "folder", "link" (on Windows, a junction too); "" for nothing."""
    try:
        seen = os.lstat(place)
    except OSError:
        return ""
    if S_ISLNK(seen.st_mode) or getattr(seen, "st_reparse_tag", 0) == _JUNCTION:
        return "link"
    return "folder" if S_ISDIR(seen.st_mode) else "file"


def move(origin: Path | str, place: Path | str) -> None:
    """Rename `origin` to `place`, making folders on the way; across file systems it is copied and then removed."""
    try:
        _rename(origin, place)
    except OSError as error:
        if error.errno != EXDEV:
            raise
        _move_afar(Path(origin), Path(place))


def _rename(origin: Path | str, place: Path | str) -> None:
    try:
        os.replace(origin, place)
    except FileNotFoundError:  # most folders are there, so nobody asks first
        os.makedirs(os.path.dirname(place), exist_ok=True)
        os.replace(origin, place)


def _move_afar(origin: Path, place: Path) -> None:
    """The same from one file system to another."""
    if origin.is_symlink() or not origin.is_file():
        import shutil  # with all that it can pack and unpack it takes longer to load than most runs need it

        shutil.move(origin, place)
    else:
        write(place, origin.read_bytes())
        origin.unlink()


def remove(path: Path, upto: Path) -> None:
    """Remove a file, then each folder above it that is left empty, below `upto`; what is already gone is fine."""
    with suppress(FileNotFoundError):
        path.unlink()
    for folder in path.parents:
        if folder == upto or upto not in folder.parents:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def remove_tree(folder: Path) -> None:
    """Remove a folder with all in it; a link or file in its place is removed, not followed; a missing one is fine."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        import shutil  # see above

        shutil.rmtree(folder)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether `path`, with every link on the way resolved, lies in `folder` or is it."""
    real, home = path.resolve(), folder.resolve()
    return real == home or home in real.parents
