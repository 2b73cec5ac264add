"""The output folder. It holds exactly what its manifest says, and nothing is ever half there.

`.manifest.json` in the folder is the list of what Readalso put there, path -> digest. A build commits its changes in
two steps. New and changed files are first staged under the work folder; then a journal is written, and under it each
staged file is moved into place, each file that is no longer wanted is removed, and the manifest is written. A build
that fails before the journal has changed nothing; one that is killed after it is finished by the next `recover`.

Never touched are `.git`, `.gitignore`, `.nojekyll` and `CNAME`, unless the site itself makes one of them. A file of
other origin is not deleted: it is moved to `strays/` in the work folder and named. A folder with files and without a
manifest is refused. Both files are read with suspicion: one that is damaged, or names a path outside the folder, says
nothing, and no link inside the folder is followed to write or remove.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from os import DirEntry
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from readalso import files
from readalso.errors import broken
from readalso.outcome import Change

MANIFEST = ".manifest.json"
KEPT = (".git", ".gitignore", ".nojekyll", "CNAME")
STRAYS = "strays"
"""The folder, inside the work folder, of what was moved aside."""
_JOURNAL = "journal.json"

Manifest = Mapping[str, str]
"""Path inside the folder -> digest of the file, in sorted order."""
Form = TypeVar("Form")


class _Journal(Struct, frozen=True):
    """A commit that is under way: what it does, and the manifest it ends in."""

    wanted: dict[str, str]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    strays: tuple[str, ...]


class Site(Struct, frozen=True):
    """An output folder and the folder where its changes are staged."""

    folder: Path
    work: Path
    """On the same disk if possible, so that moving into place is one rename."""

    def manifest(self) -> Manifest:
        """What Readalso put into the folder; empty for a new one. Where it is damaged: the files there, undigested."""
        owned = self._owned()
        return {path: "" for path, _ in self._present()} if owned is None else owned

    def check_owned(self) -> None:
        """Refuse a folder that has files and was never an output folder, with `Broken`."""
        if (self.folder / MANIFEST).exists() or self._journal().exists():
            return
        foreign = next((path for path, _ in self._present()), None)
        if foreign:
            hint = "name an empty folder as output, or empty this one"
            raise broken(self.folder.name, f"holds files that Readalso did not put there, such as {foreign}", hint)

    def is_ours(self) -> bool:
        """Whether the folder is one that Readalso has put files into."""
        return (self.folder / MANIFEST).is_file()

    def stamps(self) -> dict[str, files.Stamp]:
        """The files that are there now, with their stamps."""
        return {path: seen for path, entry in self._present() if (seen := files.stamp(entry))}

    def holds(self, path: str, data: bytes) -> bool:
        """Whether the file is there and has just these bytes."""
        place = self.folder / path
        return place.is_file() and self._is_own(path) and files.read_bytes(place) == data

    def stamp(self, path: str) -> files.Stamp | None:
        """The stamp of a file that is there."""
        return files.stamp(f"{self.folder}/{path}")

    def stage(self, path: str, data: bytes) -> None:
        """Put a file's bytes aside for the commit. What is on the stage counts only when all of it is there."""
        files.write_new(f"{self.work}/stage/{path}", data)

    def commit(self, wanted: Manifest, staged: Iterable[str]) -> Change:
        """Make the folder hold exactly `wanted`; the paths in `staged` are taken from the stage, the others are there.

        Where the manifest is damaged nobody knows whose a file is, so what is not wanted is moved aside, not removed.
        """
        written = tuple(sorted(staged))
        unwanted = [path for path, _ in self._present() if path not in wanted]
        owned = self._owned()
        removed = tuple(path for path in unwanted if path in (owned or {}))
        strays = tuple(path for path in unwanted if path not in (owned or {}))
        if written or unwanted or owned != wanted:
            self._carry_out(_Journal(dict(sorted(wanted.items())), written, removed, strays))
        self._tidy()
        return Change(written, removed, strays)

    def amend(self, digests: Manifest, staged: Iterable[str]) -> Change:
        """Put what is staged into a folder that holds what its manifest says, and let everything else be.

        `digests` are those of the staged files, and of others that are there already.
        """
        written = tuple(sorted(staged))
        self._check_folders(written)
        if len(written) > 1 or not self._amend_in_place(digests):
            wanted = {**(self._owned() or {}), **digests}
            self._carry_out(_Journal(dict(sorted(wanted.items())), written, (), ()))
        self._tidy()
        return Change(written, (), ())

    def _amend_in_place(self, digests: Manifest) -> bool:
        """Put the one file that is staged, or none, into place, and digests over old ones; whether that could be.

        To rename one file is all or nothing by itself. Whoever is killed before its digest is written leaves a file
        that is not the manifest's, and the next build finds it as it finds any file that somebody changed.
        """
        place = self.folder / MANIFEST
        if not self._is_own(MANIFEST) or not os.access(place, os.W_OK) or os.stat(place).st_nlink > 1:
            return False
        with open(place, "r+b") as manifest:
            held = manifest.read()
            found = {_digest_place(held, path): digest.encode() for path, digest in digests.items()}
            if any(start < 0 or held[start + len(new) : start + len(new) + 1] != b'"' for start, new in found.items()):
                return False
            self._bring_in("")
            for start, new in found.items():
                manifest.seek(start)
                manifest.write(new)
        return True

    def show(self) -> None:
        """Put what is staged into place, and leave it to the build that follows to say so in the manifest."""
        self._bring_in("")
        self._tidy()

    def _carry_out(self, journal: "_Journal") -> None:
        self._make_ready(journal)
        files.write(self._journal(), _written(journal))
        self._finish()

    def recover(self) -> bool:
        """Finish a commit that was begun, or drop what one that was not begun had staged; whether there was one."""
        was_begun = self._finish()
        if os.path.lexists(stage := self.work / "stage"):
            raise broken(str(stage), "is left from another build and cannot be removed", "remove it")
        return was_begun

    def _finish(self) -> bool:
        journal = _parse(self._journal(), _Journal)
        if journal:
            for path in journal.strays:
                if files.is_inside((self.folder / path).parent, self.folder) and os.path.lexists(self.folder / path):
                    self._put_aside(path)
            for path in journal.removed:
                self._remove(path)
            self._bring_in("")
            if not self._staged(MANIFEST).exists():
                self._stage_manifest(journal)
            files.move(self._staged(MANIFEST), self.folder / MANIFEST)
        files.remove_tree(self._journal()) if self._journal().is_dir() else self._journal().unlink(missing_ok=True)
        self._tidy()
        return journal is not None

    def _bring_in(self, way: str) -> None:
        """Move what is staged below `way` ("" or "people/") into place, a folder that is not there yet as a whole."""
        stage = self._staged(way)
        for entry in sorted(os.scandir(stage), key=lambda entry: entry.name) if stage.is_dir() else ():
            path, place = way + entry.name, f"{self.folder}/{way}{entry.name}"
            is_folder, there = entry.is_dir(), files.kind(place)
            if is_folder and there == "folder":
                self._bring_in(path + "/")
            elif path != MANIFEST:
                if there == "folder" or (is_folder and there):
                    self._put_aside(path)
                files.move(entry.path, place)

    def _make_ready(self, journal: "_Journal") -> None:
        """Do beforehand all that needs room or leave, so that nothing but renaming and removing is left to do.

        A folder that may not be written to is `Broken`.
        """
        self._stage_manifest(journal)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._check_folders((*journal.written, *journal.removed, *journal.strays))

    def _check_folders(self, paths: Iterable[str]) -> None:
        """Refuse, with `Broken`, a folder in which one of `paths` is to change and that may not be written to."""
        known: dict[str, str] = {}
        for folder in sorted({_nearest(os.path.dirname(path), str(self.folder), known) for path in paths}):
            if not os.access(folder, os.W_OK | os.X_OK):
                raise broken(folder, "may not be written to", "give it back its permissions")

    def _stage_manifest(self, journal: "_Journal") -> None:
        # A quotation mark inside a text has a backslash before it, so this parts entries and nothing else.
        files.write(self._staged(MANIFEST), _written(journal.wanted).replace(b'","', b'",\n"') + b"\n")

    def _tidy(self) -> None:
        """Remove what is left of the stage; that it cannot be removed now is no reason to fail."""
        with suppress(OSError):
            files.remove_tree(self.work / "stage")

    def clear(self) -> int:
        """Remove what Readalso put there and the manifest; how many files that were. A damaged manifest is `Broken`."""
        owned = self._owned()
        if owned is None:
            raise broken(f"{self.folder.name}/{MANIFEST}", "is damaged, so nobody knows whose files these are", "build")
        removed = sum(map(self._remove, owned))
        (self.folder / MANIFEST).unlink(missing_ok=True)
        return removed

    def is_unfinished(self) -> bool:
        """Whether a commit was begun and not finished."""
        return self._journal().exists()

    def _owned(self) -> Manifest | None:
        """The manifest as it stands in the folder, empty where there is none; None where it is damaged."""
        place = self.folder / MANIFEST
        return _parse(place, dict[str, str]) if place.exists() else {}

    def _present(self) -> Iterator[tuple[str, DirEntry[str]]]:
        """All files and links but the manifest, and but what is kept and not ours."""
        owned = self._owned() or {}
        for path, entry in files.walk(self.folder, hidden=True, links=True):
            if path in owned or (path != MANIFEST and path.split("/")[0] not in KEPT):
                yield path, entry

    def _is_own(self, path: str) -> bool:
        """Whether no link stands on the way to the file or in its place."""
        ends = [index for index, char in enumerate(path) if char == "/"]
        return not any(files.kind(f"{self.folder}/{path[:end]}") == "link" for end in (*ends, len(path)))

    def _remove(self, path: str) -> bool:
        """Remove a file of ours, if it still is one; whether it was."""
        place = self.folder / path
        if not (self._is_own(path) and place.is_file()):
            return False
        files.remove(place, self.folder)
        return True

    def _put_aside(self, path: str) -> None:
        """Move something to the strays, beside those of the same name that are there already."""
        folders = (self.work / STRAYS / (f"{number}" if number else "") for number in count())
        files.move(self.folder / path, next(folder / path for folder in folders if _is_free(folder, path)))

    def _journal(self) -> Path:
        return self.work / _JOURNAL

    def _staged(self, path: str) -> Path:
        return self.work / "stage" / path


def _nearest(way: str, top: str, known: dict[str, str]) -> str:
    """The folder `way` below `top`, or the nearest above it that is there; `known` has what was looked up before."""
    if not way:
        return top
    if way not in known:
        above = os.path.dirname(way)
        over = _nearest(above, top, known)
        is_there = over == (f"{top}/{above}" if above else top) and os.path.isdir(f"{top}/{way}")
        known[way] = f"{top}/{way}" if is_there else over
    return known[way]


def _is_free(folder: Path, path: str) -> bool:
    """Whether nothing stands at `path` in the folder, nor anything but folders on the way."""
    *ways, _ = Path(path).parents
    return not os.path.lexists(folder / path) and all(
        (folder / way).is_dir() for way in ways if (folder / way).exists()
    )


def _digest_place(manifest: bytes, path: str) -> int:
    """Where the digest of a file begins in the text of a manifest, in which each has a line; -1 where it has none."""
    try:
        entry = msgspec.json.encode(path) + b':"'
    except UnicodeEncodeError:
        return -1
    if manifest.startswith(b"{" + entry):
        return 1 + len(entry)
    start = manifest.find(b"\n" + entry)
    return start if start < 0 else start + 1 + len(entry)


def _parse(place: Path, form: type[Form]) -> Form | None:
    """What the file holds; None where it is missing, cut off, damaged, or names anything outside its folder."""
    if not place.exists():
        return None
    data = files.read_bytes(place)
    try:
        held = msgspec.json.decode(data, type=form)
    except (ValueError, RecursionError):  # msgspec's own error is a ValueError too
        import json  # which few manifests need

        try:
            held = msgspec.convert(json.loads(data), form)
        except (ValueError, RecursionError):
            return None
    return held if are_inside(list(_paths(held))) else None


def _written(value: _Journal | Manifest) -> bytes:
    """What `_parse` reads; msgspec takes a tenth of json's time, and refuses names that are no text."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        import json  # see above

        return json.dumps(asdict(value) if isinstance(value, _Journal) else value, separators=(",", ":")).encode()


def _paths(held: object) -> Iterable[str]:
    """All paths that a manifest or a journal names."""
    if isinstance(held, _Journal):
        return (*held.wanted, *held.written, *held.removed, *held.strays)
    return map(str, held if isinstance(held, dict) else ())


def are_inside(paths: list[str], is_windows: bool = os.name == "nt") -> bool:
    """Whether each path stays inside the folder it is relative to: no part of it is empty, "." or "..".

    On Windows none has what else divides or begins a path there. All parts of all paths are looked at as one text:
    there may be a hundred thousand of them.
    """
    parts = "/".join(["", *paths, ""])
    odd = ("//", "/./", "/../", "\0", *("\\:" if is_windows else ""))
    return not any(one in parts for one in odd) if paths else True
