"""The output folder. It holds exactly what its manifest says, and nothing is ever half there.

`.manifest.json` in the folder is the list of what Readalso put there, path -> digest. A build commits its changes in two
steps. New and changed files are first staged under the work folder; then a journal is written, and under it each staged
file is moved into place, each file that is no longer wanted is removed, and the manifest is written. A build that fails
before the journal has changed nothing; one that is killed after it is finished by the next `recover`.

Never touched are `.git`, `.gitignore`, `.nojekyll` and `CNAME`. A file of other origin is not deleted: it is moved to
`.readalso/strays/` and named. A folder with files and without a manifest is refused.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from os import DirEntry
from pathlib import Path
from typing import Any

from readalso import files
from readalso.errors import broken

MANIFEST = ".manifest.json"
KEPT = (".git", ".gitignore", ".nojekyll", "CNAME")
_JOURNAL = "journal.json"

Manifest = Mapping[str, str]
"""Path inside the folder -> digest of the file, in sorted order."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit did to the output folder."""

    written: tuple[str, ...]
    """Paths that are new or have other bytes."""
    removed: tuple[str, ...]
    """Paths that are gone."""
    strays: tuple[str, ...]
    """Paths of other origin, moved aside."""


@dataclass(frozen=True, slots=True)
class Site:
    """An output folder and the folder where its changes are staged."""

    folder: Path
    work: Path
    """On the same disk if possible, so that moving into place is one rename."""

    def manifest(self) -> Manifest:
        """What Readalso put into the folder; empty for a new folder. One that is damaged or missing is made from the files."""
        place = self.folder / MANIFEST
        if not place.exists():
            return {}
        read = _parse(files.read_bytes(place))
        return {path: "" for path, _ in self._present()} if read is None else read

    def check_owned(self) -> None:
        """Refuse a folder that has files and was never an output folder, with `Broken`."""
        if (self.folder / MANIFEST).exists() or self._journal().exists():
            return
        foreign = next((path for path, _ in self._present()), None)
        if foreign:
            hint = "name an empty folder as output, or empty this one"
            raise broken(self.folder.name, f"holds files that Readalso did not put there, such as {foreign}", hint)

    def stamps(self) -> dict[str, files.Stamp]:
        """The files that are there now, with their stamps."""
        return {path: seen for path, entry in self._present() if (seen := files.stamp(entry))}

    def holds(self, path: str, data: bytes) -> bool:
        """Whether the file is there and has just these bytes."""
        place = self.folder / path
        return place.is_file() and not place.is_symlink() and files.read_bytes(place) == data

    def stage(self, path: str, data: bytes) -> None:
        """Put a file's bytes aside for the commit."""
        place = self._staged(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def commit(self, wanted: Manifest, staged: Iterable[str]) -> Change:
        """Make the folder hold exactly `wanted`; the paths in `staged` are taken from the stage, the others are there."""
        written = tuple(sorted(staged))
        present = {path for path, _ in self._present()}
        owned = self.manifest()
        removed = tuple(sorted(path for path in present if path not in wanted and path in owned))
        strays = tuple(sorted(path for path in present if path not in wanted and path not in owned))
        if written or removed or strays or owned != wanted:
            journal = {
                "wanted": dict(sorted(wanted.items())),
                "written": written,
                "removed": removed,
                "strays": strays,
            }
            files.write(self._journal(), json.dumps(journal, ensure_ascii=False))
            self.recover()
        files.remove_tree(self.work / "stage")
        return Change(written, removed, strays)

    def recover(self) -> bool:
        """Finish a commit that was begun; whether there was one."""
        if not self._journal().exists():
            return False
        journal = _parse(files.read_bytes(self._journal()))
        if journal is None:  # cut off: that commit had not begun to move anything
            self._journal().unlink()
            return False
        for path in journal["strays"]:
            if (self.folder / path).exists():
                self._put_aside(path)
        for path in journal["removed"]:
            files.remove(self.folder / path, self.folder)
        for path in journal["written"]:
            if (staged := self._staged(path)).exists():
                self._clear(path)
                files.move(staged, self.folder / path)
        text = json.dumps(journal["wanted"], ensure_ascii=False, indent=0)
        files.write(self.folder / MANIFEST, text + "\n")
        self._journal().unlink()
        files.remove_tree(self.work / "stage")
        return True

    def clear(self) -> int:
        """Remove what Readalso put there and the manifest; how many files that were."""
        owned = self.manifest()
        for path in owned:
            files.remove(self.folder / path, self.folder)
        (self.folder / MANIFEST).unlink(missing_ok=True)
        return len(owned)

    def is_unfinished(self) -> bool:
        """Whether a commit was begun and not finished."""
        return self._journal().exists()

    def _clear(self, path: str) -> None:
        """Move aside what stands in a file's way: a folder in its place, a file or a link in place of its folders."""
        place = self.folder / path
        ways = [parent for parent in reversed(place.relative_to(self.folder).parents) if parent.name]
        for way in ways:
            if (self.folder / way).is_symlink() or (self.folder / way).is_file():
                self._put_aside(way.as_posix())
        if place.is_dir() and not place.is_symlink():
            self._put_aside(path)

    def _put_aside(self, path: str) -> None:
        aside = self.work / "strays" / path
        files.remove_tree(aside) if aside.is_dir() else aside.unlink(missing_ok=True)
        files.move(self.folder / path, aside)

    def _journal(self) -> Path:
        return self.work / _JOURNAL

    def _staged(self, path: str) -> Path:
        return self.work / "stage" / path

    def _present(self) -> Iterator[tuple[str, DirEntry[str]]]:
        for path, entry in files.walk(self.folder, hidden=True):
            if path != MANIFEST and path.split("/")[0] not in KEPT:
                yield path, entry


def _parse(data: bytes) -> Any:
    """A JSON object, or None for anything else: what was cut off or damaged says nothing."""
    try:
        value = json.loads(data)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
