"""One folder takes another's place.

On Linux the two exchange their names in one step of the kernel (renameat2 with RENAME_EXCHANGE, since 3.15), so no
moment shows anything but the old tree or the new one. Where there is no such step (macOS, Windows, some network disks),
the old folder is renamed aside and the new one into its place; between these two renames, some microseconds, the folder
is missing, and a run that is killed just there leaves it to the next one to put the old tree back.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

Switch = Callable[[Path, Path, Path], None]
"""(new, place, aside): afterwards `place` is the new tree, and the old one is at `new` or at `aside`."""

_HERE = -100
"""AT_FDCWD: the paths are as they are (linux/fcntl.h)."""
_EXCHANGE = 2
"""RENAME_EXCHANGE (linux/fs.h)."""
_UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
"""What a kernel, disk or sandbox answers that has no exchange."""


def switch(new: Path, place: Path, aside: Path) -> None:
    """The best way that this machine has."""
    if not place.exists():
        os.rename(new, place)
        return
    _settle()
    if not exchange(new, place):
        step_aside(new, place, aside)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False, and nothing done, where that cannot be had."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)  # musl has it since 1.2.6
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))


def step_aside(new: Path, place: Path, aside: Path) -> None:
    """The two renames."""
    os.rename(place, aside)
    try:
        os.rename(new, place)
    except OSError:
        os.rename(aside, place)
        raise


def _settle() -> None:
    """Have the new tree on the disk before its name is, so that a loss of power does not leave empty files."""
    if hasattr(os, "sync"):
        os.sync()
