"""Picture files made of bytes: as much of each format as a reader of headers needs, and PNG whole."""

import zlib
from struct import pack


def png(width: int, height: int, extra: bytes = b"") -> bytes:
    """A grey picture; `extra` are chunks that stand before its pixels."""
    header = _chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    pixels = _chunk(b"IDAT", zlib.compress((b"\0" + b"\x80" * width) * height))
    return b"\x89PNG\r\n\x1a\n" + header + extra + pixels + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def animated_png(width: int, height: int) -> bytes:
    return png(width, height, _chunk(b"acTL", pack(">II", 2, 0)))


def jpeg(width: int, height: int, orientation: int = 0, order: str = ">") -> bytes:
    """A JPEG up to its pixels."""
    exif = b""
    if orientation:
        mark = b"MM" if order == ">" else b"II"
        tiff = mark + pack(f"{order}HIHHHIHHI", 42, 8, 1, 0x0112, 3, 1, orientation, 0, 0)
        exif = _segment(0xE1, b"Exif\0\0" + tiff)
    frame = _segment(0xC2, pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
    return b"\xff\xd8" + _segment(0xE0, b"JFIF\0") + exif + b"\xff" + frame + _segment(0xDA, b"\0") + b"\xff\xd9"


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + pack(">H", len(data) + 2) + data


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + pack("<HH", width, height) + b"\0\0\0;"


def webp(width: int, height: int, form: str = "VP8X", flags: int = 0) -> bytes:
    size = {
        "VP8X": bytes([flags, 0, 0, 0]) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"),
        "VP8L": b"\x2f" + pack("<I", (width - 1) | (height - 1) << 14),
        "VP8 ": b"\0\0\0\x9d\x01\x2a" + pack("<HH", width, height),
    }[form]
    return b"RIFF" + pack("<I", 12 + len(size)) + b"WEBP" + form.encode() + pack("<I", len(size)) + size


def avif(width: int, height: int) -> bytes:
    sizes = b"".join(b"\0\0\0\x14ispe" + pack(">III", 0, *size) for size in ((1, 1), (width, height)))
    return b"\0\0\0\x14ftypavif\0\0\0\0" + sizes
