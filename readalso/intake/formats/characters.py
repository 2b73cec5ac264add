"""Clean characters: what cannot be seen goes, what belongs to a word stays."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Dropped: control characters, soft hyphens, zero-width spaces, direction marks, byte order marks in mid-text, halves of
# surrogate pairs and non-characters. Kept: tabs, no-break spaces, and the joiners (U+200C, U+200D) that spell words.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "]"
)
_COLOURS = re.compile("\x1b\\[[0-9;]*m")
_SPACES = re.compile(r"[ \t\n\f]+")


def clean(text: str) -> str:
    """`text` with line feeds for every kind of line end, and without characters that nobody can see."""
    return _UNSEEN.sub("", _COLOURS.sub("", _LINE_ENDS.sub("\n", text)))


def line(text: str) -> str:
    """`text` clean and on one line, white space made single; no-break spaces inside it stay as they are."""
    return _SPACES.sub(" ", clean(text)).strip()
