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
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the folder; while another run does, `Broken`. `name` is what is published to. Windows has no such lock."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _take(handle, name)
        yield
    finally:
        os.close(handle)


def _take(handle: int, name: str) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise broken(name, "is being published to by another run", "wait until that has ended") from error
