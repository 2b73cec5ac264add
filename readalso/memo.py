"""What the last build knew, so that this one need not find it out again. Losing it costs time and nothing else.

`.readalso/memo` is one file: a line with the format, the fingerprint of the program that wrote it and that of the rest,
then MessagePack. It is written once, at the end of a build, by temporary file and rename. One that cannot be read, is
damaged, or was written by another program is an empty memo.

It remembers three things: of a content file by its stamp, the facts parsed from it; of a picture by its stamp, its
size; and of an output file, the key of the page that made it, the parts of that key (so that a build can say why it
makes a page again), and what was written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from readalso import files
from readalso.dimensions import Dimensions
from readalso.errors import Broken
from readalso.files import Stamp
from readalso.words import digest

Facts = TypeVar("Facts")

_FORMAT = "readalso memo 2"

SETTLED = 100_000_000
"""Nanoseconds. A file may be changed twice within one tick of the file system's clock, so a stamp younger than this
when it was taken tells nothing about later."""


@dataclass(frozen=True, slots=True)
class Read(Generic[Facts]):
    """A content file as it was last read."""

    stamp: Stamp
    facts: Facts
    """What was parsed from it."""


@dataclass(frozen=True, slots=True)
class Made:
    """An output file as it was last made."""

    key: str
    """The page's key."""
    parts: bytes
    """What it depends on, part by part; only for telling why it is made again."""
    digest: str
    """Of its bytes."""
    stamp: Stamp
    """Of the file in the output folder."""


@dataclass(frozen=True, slots=True)
class Memo(Generic[Facts]):
    """What a build leaves for the next one."""

    read: Mapping[str, Read[Facts]] = field(default_factory=dict)
    """Path in `content/` -> what was read."""
    made: Mapping[str, Made] = field(default_factory=dict)
    """Path in the output folder -> what was made."""
    pictures: Mapping[str, tuple[Stamp, Dimensions, str]] = field(default_factory=dict)
    """A picture's place -> its stamp, its size, and the digest of its bytes."""

    def facts(self, stamps: Mapping[str, Stamp]) -> dict[str, Facts]:
        """What is known of the content files that are as they were."""
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


def settled(stamps: Mapping[str, Stamp], now: int) -> dict[str, Stamp]:
    """The stamps, taken at `now` (nanoseconds), that will differ if the file is changed from now on."""
    return {path: stamp for path, stamp in stamps.items() if max(stamp[1], stamp[2]) < now - SETTLED}


def load(path: Path, version: str, form: type[Memo[Facts]]) -> Memo[Facts]:
    """The memo at `path` that the program `version` wrote, or an empty one. `form` tells what its facts are."""
    try:
        head, _, rest = files.read_bytes(path).partition(b"\n")
        if head.decode("utf-8", "replace") == _head(version, rest):
            return msgspec.msgpack.decode(rest, type=form)
    except (Broken, msgspec.MsgspecError, OSError):
        pass
    return Memo()


def save(path: Path, version: str, memo: Memo[Facts]) -> None:
    """Write the memo, whole or not at all; one that says the same is left alone."""
    rest = msgspec.msgpack.encode(memo)
    files.write_changed(path, _head(version, rest).encode() + b"\n" + rest)


def _head(version: str, rest: bytes) -> str:
    return f"{_FORMAT} {version} {digest(rest)}"
