"""One run at a time: a lock that ends with the process that holds it, however that ends, and leaves no file behind."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readalso import files
from readalso.errors import broken

if sys.platform != "win32":
    import fcntl


@contextmanager
def waiting_for(folder: Path) -> Iterator[None]:
    """Hold the folder, which is made if need be; while another run does, wait. Windows has no such lock."""
    folder.mkdir(parents=True, exist_ok=True)
    with files.opened(folder) as handle:
        if sys.platform != "win32" and handle is not None:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the folder; while another run does, `Broken`. `name` is what is published to. Windows has no such lock."""
    with files.opened(folder) as handle:
        _take(handle, name)
        yield


def _take(handle: int | None, name: str) -> None:
    if sys.platform == "win32" or handle is None:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise broken(name, "is being published to by another run", "wait until that has ended") from error
