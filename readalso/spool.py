"""Bodies that are too many to be held: they wait in a file until their pages are made.

The first MOST bytes of them stay in memory, since most sites have no more. Of a hundred thousand briefings the bodies
take half a gigabyte; the processes that make pages read each of theirs from the file, which is in the work folder.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

MOST = 64_000_000
"""Bytes."""
FILE = "bodies"


class Place(Struct, frozen=True):
    """Where bytes stand in the file."""

    start: int
    size: int


Kept = bytes | Place


class Spool:
    """Takes bytes, and says how to have them back."""

    def __init__(self, file: BinaryIO | None) -> None:
        self._file = file
        self._held = self._end = 0

    def put(self, data: bytes) -> Kept:
        """What `get` makes the same bytes of; where the disk is full, the bytes themselves."""
        self._held += len(data)
        if self._held <= MOST or self._file is None:
            return data
        is_there = False
        with suppress(OSError):
            is_there = self._file.write(data) == len(data)
        if not is_there:
            self._file = None
            return data
        place = Place(self._end, len(data))
        self._end += len(data)
        return place


@contextmanager
def spooling(work: Path) -> Iterator[Spool]:
    """A spool with its file in a folder; it is gone afterwards."""
    place = work / FILE
    with suppress(OSError):
        work.mkdir(parents=True, exist_ok=True)
    try:
        file = open(place, "wb", buffering=0)  # noqa: SIM115 - closed below, and there may be none
    except OSError:
        yield Spool(None)
        return
    try:
        with file:
            yield Spool(file)
    finally:
        with suppress(OSError):
            place.unlink()


def get(work: Path, kept: Kept) -> bytes:
    """The bytes that a spool was given; an `OSError` where its file is gone."""
    if isinstance(kept, bytes):
        return kept
    file = os.open(work / FILE, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        os.lseek(file, kept.start, os.SEEK_SET)
        return os.read(file, kept.size)
    finally:
        os.close(file)
