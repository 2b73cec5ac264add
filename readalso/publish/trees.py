"""Folder trees as publishing to a folder handles them: looked over, and made again beside without copying.

Links are never followed. What is made is new: no file that another tree holds is ever opened for writing, since a hard
link would change it there as well.
"""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import Enum
from pathlib import Path

from readalso.errors import Broken, broken


class Leaf(Enum):
    """What ends a path of a tree."""

    FILE = "file"
    FOLDER = "empty folder"
    OTHER = "link, pipe, socket or device"


def scan(folder: Path) -> dict[str, Leaf]:
    """Every leaf below `folder`, by its path relative to it, with "/"; a missing folder has none.

    A disk mounted inside it is `Broken`: a tree made anew would not have it, and removing the old one would empty it.
    """
    return dict(_scan(folder, "", folder.stat().st_dev)) if folder.exists() else {}


def _scan(folder: Path, prefix: str, device: int) -> Iterator[tuple[str, Leaf]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    if not found and prefix:
        yield prefix.rstrip("/"), Leaf.FOLDER
    for entry in found:
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if entry.stat(follow_symlinks=False).st_dev != device:
                raise _mounted(Path(entry.path))
            yield from _scan(Path(entry.path), f"{path}/", device)
        else:
            yield path, Leaf.FILE if entry.is_file(follow_symlinks=False) else Leaf.OTHER


def _mounted(folder: Path) -> Broken:
    return broken(str(folder), "is where a disk is mounted", "publish to a folder without one")


def above(path: str) -> Iterator[str]:
    """The folders that a path lies in, inside its tree, the outermost first."""
    parts = path.split("/")
    return ("/".join(parts[:size]) for size in range(1, len(parts)))


def mirror(old: Path, new: Path, leaves: Mapping[str, Leaf]) -> None:
    """Make these leaves of `old` in the folder `new` too."""
    for path, leaf in leaves.items():
        if leaf is Leaf.FOLDER:
            (new / path).mkdir(parents=True)
        else:
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            _link(old / path, new / path)


def _link(old: Path, new: Path) -> None:
    """A second name for the same file, or link; where there are no second names, a copy."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno == errno.EXDEV:  # a folder of the same disk, mounted here
            raise _mounted(old.parent) from error
        shutil.copy2(old, new, follow_symlinks=False)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet; folders on the way are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "xb") as file:
        file.write(data)


def copy_folder_facts(old: Path, new: Path) -> None:
    """Give `new` and its folders the rights, owner and times of those of the same path in `old`."""
    for folder, _, _ in os.walk(new, topdown=False):
        model = old / Path(folder).relative_to(new)
        if model.is_dir() and not model.is_symlink():
            seen = model.stat()
            with suppress(PermissionError, AttributeError):  # only root may give files away; Windows has no owners
                os.chown(folder, seen.st_uid, seen.st_gid)
            shutil.copystat(model, folder)
