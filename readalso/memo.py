"""What the last build knew, so that this one need not find it out again. Losing it costs time and nothing else.

`.readalso/memo` is one file: a line with the format, the fingerprint of the program that wrote it and that of the rest,
then MessagePack. It is written once, at the end of a build, by temporary file and rename. One that cannot be read, is
damaged, or was written by another program is an empty memo. Builds that set a few texts anew write what has become of
those into `.readalso/memo-since`, a small file of the same kind that names the memo it belongs to.

It remembers four things: of a content file by its stamp, the facts parsed from it; of a picture by its stamp, its
size; of an output file, the key of the page that made it, the parts of that key (so that a build can say why it
makes a page again), and what was written; and of a template, what all its pages were made with.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from readalso import files
from readalso.dimensions import Dimensions
from readalso.errors import Broken
from readalso.files import Stamp
from readalso.words import digest

Facts = TypeVar("Facts")

_FORMAT = "readalso memo 4"


class Read(Struct, Generic[Facts], frozen=True, array_like=True):
    """A content file as it was last read."""

    stamp: Stamp
    facts: Facts
    """What was parsed from it."""


class Made(Struct, frozen=True, array_like=True):
    """An output file as it was last made."""

    key: str
    """The page's key."""
    parts: bytes
    """What it depends on, part by part; only for telling why it is made again."""
    digest: str
    """Of its bytes."""
    stamp: Stamp
    """Of the file in the output folder."""


class Memo(Struct, Generic[Facts], frozen=True):
    """What a build leaves for the next one."""

    read: Mapping[str, Read[Facts]] = field(default_factory=dict)
    """Path in `content/` -> what was read."""
    made: Mapping[str, Made] = field(default_factory=dict)
    """Path in the output folder -> what was made."""
    pictures: Mapping[str, tuple[Stamp, Dimensions, str, bool]] = field(default_factory=dict)
    """A picture's place -> its stamp, its size, the digest of its bytes, and whether its metadata can be taken out."""
    manner: str = ""
    """How the content files were read; of another manner nothing that was read is known."""
    is_proven: bool = False
    """Whether the program that wrote it has seen that its shortcuts past Markdown hold; see `Manner`."""
    grounds: Mapping[str, str] = field(default_factory=dict)
    """Template -> the fingerprint of what its pages have in common; of another one, no page is as it was."""

    def facts(self, stamps: Mapping[str, Stamp], manner: str) -> dict[str, Facts]:
        """What is known of the content files that are as they were, to who reads them in a manner."""
        if manner != self.manner:
            return {}
        pairs = ((path, self.read.get(path)) for path in stamps)
        return {path: read.facts for path, read in pairs if read and read.stamp == stamps[path]}

    def is_made(self, path: str, key: str, stamp: Stamp | None) -> bool:
        """Whether the output file is the one that a page of this key made, and untouched since."""
        made = self.made.get(path)
        return made is not None and made.key == key and made.stamp == stamp

    def parts(self, path: str) -> bytes | None:
        """What the page at an output path depended on when it was last made; None for one that never was."""
        made = self.made.get(path)
        return made.parts if made else None


def load(path: Path, version: str, form: type[Memo[Facts]]) -> Memo[Facts]:
    """The memo at `path` that the program `version` wrote, or an empty one. `form` tells what its facts are."""
    memo = _read(path, version, form)
    if memo.read or memo.made:
        return _joined(memo, _read(_since(path), f"{version} {digest(_first_line(path))}", form))
    return memo


def _read(path: Path, version: str, form: type[Memo[Facts]]) -> Memo[Facts]:
    try:
        data = memoryview(files.read_bytes(path))  # of many briefings some hundred megabytes, so nothing copies it
        size = len(_begin(version, data[:0]))
        if data[:size] == _begin(version, data[size:]):
            return msgspec.msgpack.decode(data[size:], type=form)
    except (Broken, msgspec.MsgspecError, OSError):
        pass
    return Memo()


def save(path: Path, version: str, memo: Memo[Facts]) -> None:
    """Write the memo, whole or not at all; one that says the same is left alone. It takes in what was added since."""
    _write(path, version, memo)
    _since(path).unlink(missing_ok=True)


def add(path: Path, version: str, more: Memo[Facts], form: type[Memo[Facts]]) -> None:
    """Add to the memo at `path` what a build has found out that looked at a few files."""
    base = _first_line(path)
    known = _read(_since(path), f"{version} {digest(base)}", form)
    _write(_since(path), f"{version} {digest(base)}", _joined(known, more))


def _joined(memo: Memo[Facts], more: Memo[Facts]) -> Memo[Facts]:
    return replace(memo, read={**memo.read, **more.read}, made={**memo.made, **more.made})


def _since(path: Path) -> Path:
    return path.with_name(path.name + "-since")


def _first_line(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.readline(200)
    except OSError:
        return b""


def _write(path: Path, version: str, memo: Memo[Facts]) -> None:
    size = len(_begin(version, b""))
    data = bytearray(size)
    msgspec.msgpack.Encoder().encode_into(memo, data, size)
    data[:size] = _begin(version, memoryview(data)[size:])
    if _first_line(path) != data[:size] or files.read_bytes(path) != data:  # the line tells what should follow it
        files.write(path, data, is_lasting=False)


def _begin(version: str, rest: bytes | memoryview) -> bytes:
    """The first line, which is as long for every memo of a version."""
    return f"{_FORMAT} {version} {digest(rest)}\n".encode()
