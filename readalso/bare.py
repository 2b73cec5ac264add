"""Pictures without what the camera and the desk's programs wrote into them: time, device, place, names.

What a browser needs to show the same pixels stays, byte for byte: pixels, colours (ICC, Adobe's mark), movement, and
how the camera was held, of which a block of EXIF is left that says nothing else. What follows the end of a picture goes
too: telephones put a second one there, and films.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import error as struct_error
from struct import pack, unpack_from
from zlib import crc32

from readalso.dimensions import orientation
from readalso.words import digest

_EXIF = b"Exif\0\0"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWN = {
    *(
        b"tRNS",
        b"cHRM",
        b"gAMA",
        b"iCCP",
        b"sBIT",
        b"sRGB",
        b"cICP",
        b"mDCV",
        b"cLLI",
        b"bKGD",
        b"hIST",
        b"pHYs",
        b"sPLT",
    ),
    *(b"acTL", b"fcTL", b"fdAT"),
}
"""The chunks of a PNG that say how it is shown (PNG, third edition, 11.3), beside those with a capital: they have to be
understood by whoever shows it."""
_WEBP_SHOWN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_WEBP_SAYS = ~0x0C
"""The flags of a WebP without those that announce EXIF and XMP (RFC 9649, 2.7)."""
_SCAN_ENDS = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""A marker after a JPEG's pixels: the numbers between are in use among them (T.81, B.1.1.2)."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A picture that is published without its metadata."""

    url: str
    path: Path
    digest: str
    """Of the file as it is."""

    @property
    def key(self) -> str:
        """What the bytes depend on; equal keys are equal bytes."""
        return digest(f"{self.digest} bare")


def bare(data: bytes) -> bytes | None:
    """A JPEG, PNG or WebP without metadata; any other file as it is. None for one that is cut off or damaged."""
    for begins, pieces in _READERS:
        if begins(data):
            try:
                return b"".join(pieces(data))
            except (struct_error, _Damaged):
                return None
    return data


class _Damaged(Exception):
    """The file does not hold what it announces."""


def _turned(exif: bytes) -> bytes:
    """Of a block of EXIF, one that holds the orientation alone; empty where the picture is not turned."""
    found = orientation(exif.removeprefix(_EXIF))
    return pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, found, 0, 0) if found != 1 else b""


def _jpeg(data: bytes) -> Iterator[bytes]:
    """The segments that stay; what stands between two scans is kept as any other (T.81, B.2)."""
    yield data[:2]
    at = 2
    while True:
        start = at
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        mark, number, length = unpack_from(">BBH", data, at) if data[at + 1 : at + 2] != b"\xd9" else (0xFF, 0xD9, 0)
        if mark != 0xFF or (number != 0xD9 and (length < 2 or len(data) < at + 2 + length)):
            raise _Damaged
        end = at + 2 + length
        if number == 0xDA:
            found = _SCAN_ENDS.search(data, end)
            end = found.start() if found else len(data)
        yield _segment(number, data[at + 4 : end], data[start:end])
        if number == 0xD9 or end == len(data):
            return
        at = end


def _segment(number: int, body: bytes, whole: bytes) -> bytes:
    if number == 0xE1 and body.startswith(_EXIF) and (turned := _turned(body)):
        return pack(">BBH", 0xFF, 0xE1, len(turned) + 8) + _EXIF + turned
    is_application = 0xE0 <= number <= 0xEF or number == 0xFE
    is_shown = (number, body[:5]) in ((0xE0, b"JFIF\0"), (0xE2, b"ICC_P"), (0xEE, b"Adobe"))
    return whole if is_shown or not is_application else b""


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    name = b""
    while name != b"IEND":
        length, name = unpack_from(">I4s", data, at)
        end = at + 12 + length
        if len(data) < end:
            raise _Damaged
        if name == b"eXIf" and (turned := _turned(data[at + 8 : end - 4])):
            yield pack(">I", len(turned)) + name + turned + pack(">I", crc32(name + turned))
        elif name in _PNG_SHOWN or not name[0] & 0x20:
            yield data[at:end]
        at = end


def _webp(data: bytes) -> Iterator[bytes]:
    (length,) = unpack_from("<I", data, 4)
    if len(data) < 8 + length:
        raise _Damaged
    chunks = list(_chunks(data, 8 + length))
    has_turn = any(name == b"EXIF" for name, _ in chunks)
    found = b"".join(_chunk(name, _flagged(name, body, has_turn)) for name, body in chunks)
    yield data[:4] + pack("<I", len(found) + 4) + b"WEBP" + found


def _chunks(data: bytes, end: int) -> Iterator[tuple[bytes, bytes]]:
    """(name, content) of those that stay (RFC 9649, 2.3)."""
    at = 12
    while at < end:
        name, length = unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if at + 8 + length > end:
            raise _Damaged
        if name in _WEBP_SHOWN:
            yield name, body
        elif name == b"EXIF" and (turned := _turned(body)):
            yield name, turned
        at += 8 + length + length % 2


def _flagged(name: bytes, body: bytes, has_turn: bool) -> bytes:
    if name != b"VP8X" or not body:
        return body
    return bytes((body[0] & _WEBP_SAYS | 0x08 * has_turn,)) + body[1:]


def _chunk(name: bytes, body: bytes) -> bytes:
    return pack("<4sI", name, len(body)) + body + b"\0" * (len(body) % 2)


_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Iterator[bytes]]], ...] = (
    (lambda data: data.startswith(b"\xff\xd8\xff"), _jpeg),
    (lambda data: data.startswith(_PNG), _png),
    (lambda data: data.startswith(b"RIFF") and data[8:12] == b"WEBP", _webp),
)
"""(how such a file begins, what gives the pieces of it that stay)."""
