"""Bytes to text, in whatever encoding they came.

In order of trial: a byte order mark, strict UTF-8, UTF-16 and UTF-32 without a mark, the encoding that the text itself
declares (meta element, XML declaration, mail header), UTF-8 with a few broken bytes, and last a guess, which is said.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from readalso.errors import broken
from readalso.intake.formats import alphabets
from readalso.intake.formats.characters import clean
from readalso.intake.formats.mojibake import repair

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNMARKED = ("utf-16-le", "utf-16-be")
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 4_096
"""Bytes in which a declaration is looked for."""
_SAMPLE = 20_000
"""Bytes that are enough for a guess."""
_EIGHT_BIT = (
    "cp1252", "cp1251", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257", "koi8_u", "iso8859_2", "iso8859_5",
    "cp866", "mac_cyrillic", "mac_roman", "cp850", "cp852",
)  # fmt: skip
_WIDE = ("gb18030", "shift_jis", "euc_jp", "euc_kr", "big5")
_BROKEN_BYTES = 50
"""One broken byte among so many good characters is damage; more of them are another encoding."""
_LIKELY = 0.5
"""The least likeness of a guess."""
_BINARY = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a sound, film or image",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"SQLite format": "a database",
    b"ID3": "a sound",
    b"OggS": "a sound or film",
    b"7z\xbc\xaf": "a 7z archive",
    b"II*\0": "a TIFF image",
    b"MM\0*": "a TIFF image",
}
"""How files begin that hold no text at all."""
_NO_TEXT = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b", 0x01, 0x02, 0x03, 0x04, 0x13, 0x14, 0x16, 0x1E, 0x1F})
"""Control bytes that neither texts nor wires use."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes."""

    text: str
    """Clean; see `characters.clean`."""
    note: str = ""
    """What a human should know of how it was read; "" where there was no doubt."""


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """The clean text of `data`; `declared` is an encoding that is stated elsewhere. What is no text is `Broken`."""
    raw = decode_raw(data, name, declared)
    return Decoded(clean(repair(raw.text)), raw.note)


def decode_raw(data: bytes, name: str, declared: str = "") -> Decoded:
    """As `decode`, with every character as it came: a wire's control bytes are still in it."""
    _refuse_binary(data, name)
    found = next((text for text in _certain(data, declared) if text is not None), None)
    if found is not None:
        return Decoded(found)
    return _damaged(data) or _guessed(data, name)


def opening(data: bytes) -> str:
    """The first characters of `data`, for a look at what it is; nothing is refused here."""
    head = data[:_HEAD]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    encoding = _unmarked(head) or "utf-8"
    return head.decode(encoding, "replace").lstrip(" \t\r\n\0")


def _refuse_binary(data: bytes, name: str) -> None:
    kind = next((kind for start, kind in _BINARY.items() if data.startswith(start)), "")
    if kind:
        raise broken(name, f"is {kind}, not an article", "save its text as a file of its own")
    sample = data[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, _NO_TEXT))
    if (
        strange * 10 > len(sample)
        and not _unmarked(sample)
        and not sample.startswith(tuple(mark for mark, _ in _MARKS))
    ):
        raise broken(name, "is not text", "save the article as a text file")


def _certain(data: bytes, declared: str) -> Iterator[str | None]:
    """What each way of reading that needs no guess makes of `data`."""
    yield from (_strict(data, encoding) for mark, encoding in _MARKS if data.startswith(mark))
    if not (unmarked := _unmarked(data[:_HEAD])):
        yield _strict(data, "utf-8")
    else:
        yield _strict(data, unmarked)
    yield from (_strict(data, encoding) for encoding in (declared, _declared(data)) if encoding)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):
        return None


def _unmarked(head: bytes) -> str:
    """UTF-16 without a mark shows in its zero bytes: every second one in a text of Latin letters and spaces."""
    if len(head) < 4 or b"\0" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 20 < len(head) or min(even, odd) * 10 > max(even, odd):
        return ""
    return _UNMARKED[even > odd]


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD])
    found = (match[1] or match[2]).decode("ascii", "ignore").casefold() if match else ""
    return _REALLY.get(found, found)


_REALLY = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What senders mean by a name, as browsers take it (https://encoding.spec.whatwg.org/#names-and-labels)."""


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are broken: cut characters, stray bytes of another encoding."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    whole = sum(char >= "\x80" for char in text) - lost
    if lost * 3 > whole or lost * _BROKEN_BYTES > len(text):
        return None
    return Decoded(text, f"has {lost} broken {'byte' if lost == 1 else 'bytes'}, each shown as \ufffd")


def _guessed(data: bytes, name: str) -> Decoded:
    """The likeliest of the older encodings, the more usual one where two are equal."""
    likeliest, _rank, encoding = max(_readings(data[:_SAMPLE]), default=(0.0, 0, ""))
    if likeliest < _LIKELY:
        raise broken(name, "is in an encoding that nobody can tell", "save the file as UTF-8")
    return Decoded(data.decode(encoding, "replace"), f"is read as {encoding}, which is a guess")


def _readings(sample: bytes) -> Iterator[tuple[float, int, str]]:
    """(how likely it is, rank, encoding) of those in which `sample` can be read."""
    for rank, encoding in enumerate(_EIGHT_BIT):
        if (text := _strict(sample, encoding)) is not None:
            yield alphabets.likeness(text), -rank, encoding
    for rank, encoding in enumerate(_WIDE):
        text = sample.decode(encoding, "replace")
        if text.count("\ufffd") * _BROKEN_BYTES <= len(text):
            yield alphabets.wide_likeness(text), -rank, encoding
