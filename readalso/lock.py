"""One run at a time: a lock that ends with the process that holds it, however that ends, and leaves no file behind."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readalso.errors import broken

if sys.platform != "win32":
    import fcntl


@contextmanager
def waiting_for(folder: Path) -> Iterator[None]:
    """Hold the folder, which is made if need be; while another run does, wait. Windows has no such lock."""
    folder.mkdir(parents=True, exist_ok=True)
    with _handle(folder) as handle:
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the folder; while another run does, `Broken`. `name` is what is published to. Windows has no such lock."""
    with _handle(folder) as handle:
        _take(handle, name)
        yield


@contextmanager
def _handle(folder: Path) -> Iterator[int]:
    """The open folder; Windows cannot open one, and has 0."""
    if sys.platform == "win32":
        yield 0
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def _take(handle: int, name: str) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise broken(name, "is being published to by another run", "wait until that has ended") from error
