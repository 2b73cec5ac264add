"""What kind of picture a file is, and how large it is shown: read from its first bytes, without decoding a pixel.

The kind is told by the content, whatever the name says. A JPEG that its camera held sideways (EXIF orientation 5 to 8)
is as wide as a browser shows it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from struct import error as struct_error
from struct import unpack, unpack_from

_MARKUP = re.compile(rb"\s*(?:<\?xml|<!--|<!DOCTYPE|<svg)", re.IGNORECASE)
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG's segments that state its size."""
_BARE = {0x01, *range(0xD0, 0xD9)}
"""The markers that stand alone."""


@dataclass(frozen=True, slots=True)
class Dimensions:
    """A picture's kind and size."""

    kind: str
    """jpeg, png, webp, gif or avif."""
    width: int
    height: int
    is_animated: bool = False
    """Whether it may hold more than one image."""


def measure(data: bytes) -> Dimensions | None:
    """The kind and size of a picture; None for anything else, and for a picture that is cut off or damaged."""
    for begins, read in _READERS:
        if begins(data):
            try:
                found = read(data)
            except (struct_error, IndexError):
                return None
            return found if found and found.width > 0 and found.height > 0 else None
    return None


def is_drawing(data: bytes) -> bool:
    """Whether the file looks like SVG or other markup, which may carry script."""
    return bool(_MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")[:1_000]))


def _png(data: bytes) -> Dimensions | None:
    if data[12:16] != b"IHDR":
        return None
    width, height = unpack_from(">II", data, 16)
    pixels = data.find(b"IDAT")
    return Dimensions("png", width, height, is_animated=b"acTL" in data[: pixels if pixels > 0 else None])


def _gif(data: bytes) -> Dimensions:
    width, height = unpack_from("<HH", data, 6)
    return Dimensions("gif", width, height, is_animated=True)


def _webp(data: bytes) -> Dimensions | None:
    form = data[12:16]
    if form == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return Dimensions("webp", width, height, is_animated=bool(data[20] & 2)) if len(data) >= 30 else None
    if form == b"VP8L" and data[20] == 0x2F:
        (bits,) = unpack_from("<I", data, 21)
        return Dimensions("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if form == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = unpack_from("<HH", data, 26)
        return Dimensions("webp", width & 0x3FFF, height & 0x3FFF)
    return None


def _avif(data: bytes) -> Dimensions | None:
    """The largest of the images that its properties tell of; the others are tiles and masks."""
    sizes = [unpack_from(">II", data, found.end() + 4) for found in re.finditer(rb"ispe", data[:65_536])]
    width, height = max(sizes, key=lambda size: size[0] * size[1], default=(0, 0))
    return Dimensions("avif", width, height, is_animated=data[8:12] == b"avis")


def _jpeg(data: bytes) -> Dimensions | None:
    is_sideways = False
    for marker, body in segments(data):
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            is_sideways = orientation(body[6:]) >= 5
        if marker in _FRAMES:
            height, width = unpack(">HH", body[1:5])
            return Dimensions("jpeg", height, width) if is_sideways else Dimensions("jpeg", width, height)
    return None


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG before its pixels: (marker, content)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == 0xDA:
            return
        (length,) = unpack_from(">H", data, at + 2)
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)


def orientation(exif: bytes) -> int:
    """How the camera was held, 1 to 8, as the TIFF structure in `exif` says; 1 where it does not."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        (start,) = unpack_from(f"{order}I", exif, 4)
        (entries,) = unpack_from(f"{order}H", exif, start)
        for index in range(min(entries, 200)):
            tag, _, _, value = unpack_from(f"{order}HHIH", exif, start + 2 + 12 * index)
            if tag == 0x0112:
                return value if 1 <= value <= 8 else 1
    except struct_error:
        pass
    return 1


_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Dimensions | None]], ...] = (
    (lambda data: data.startswith(b"\xff\xd8\xff"), _jpeg),
    (lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"), _png),
    (lambda data: data.startswith(b"RIFF") and data[8:12] == b"WEBP", _webp),
    (lambda data: data.startswith((b"GIF87a", b"GIF89a")), _gif),
    (lambda data: data[4:12] in (b"ftypavif", b"ftypavis"), _avif),
)
"""(how such a file begins, what reads its size), in order of trial."""
