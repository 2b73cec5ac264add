"""Bytes to clean characters: what cannot be seen goes, what belongs to a word stays."""

import re

from readalso.errors import broken

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Dropped: control characters, soft hyphens, zero-width spaces, direction marks, byte order marks in mid-text, halves of
# surrogate pairs and non-characters. Kept: tabs, no-break spaces, and the joiners (U+200C, U+200D) that spell words.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def decode(data: bytes, name: str) -> str:
    """The text of UTF-8 or, with its byte order mark, UTF-16 bytes; others are `Broken` at their line."""
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8"
    try:
        return clean(data.decode(encoding))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise broken(name, f"is not {encoding.upper()} text", "save the file as UTF-8", line) from error


def clean(text: str) -> str:
    """`text` with line feeds for every kind of line end, and without characters that nobody can see."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
