"""Mojibake: UTF-8 that somebody read as an 8-bit encoding and saved again ("cafÃ©", "РџСЂРёРІРµС‚").

A line is repaired only where there is no doubt: all of its characters go back into the 8-bit encoding, and the bytes
that come out are strict UTF-8. One honest "é" in the line makes them invalid, so nothing that is right is touched.
"""

import re
from collections.abc import Iterator

_ROUNDS = 2
"""How many times one text may have been saved wrongly."""


def _backwards(encoding: str) -> dict[int, str]:
    """The encoding's characters above ASCII -> those of Latin-1 for the same bytes; a free byte stays as it is.

    Other characters of Latin-1 become one that is not, so that no byte comes of them.
    """
    pairs = ((bytes([code]).decode(encoding, "ignore"), chr(code)) for code in range(0x80, 0x100))
    return dict.fromkeys(range(0xA0, 0x100), "\u0100") | {ord(char): byte for char, byte in pairs if char}


# For each encoding: its table, and what its mojibake cannot do without, the first byte of a longer character and the
# next.
_ENCODINGS = tuple(
    (_backwards(encoding), re.compile(first))
    for encoding, first in (
        ("cp1252", "[Â-ô][^\0-\x7fÀ-ÿ]|[ÐÑ][^\0-\x7f]|Ã[^\0-\x7f]"),
        ("cp1251", "(?:[РС][^\0-\x7fА-Яа-я]){2}|вЂ"),
    )
)


def repair(text: str) -> str:
    """`text` with each line that is certainly mojibake as it was first written."""
    if text.isascii():
        return text
    return "\n".join(_repaired(line) for line in text.split("\n"))


def _repaired(line: str) -> str:
    for _ in range(_ROUNDS):
        line, before = next(_readings(line), line), line
        if line == before:
            break
    return line


def _readings(line: str) -> Iterator[str]:
    """What the line is where it is mojibake."""
    for table, signs in _ENCODINGS:
        if signs.search(line):
            try:
                yield line.translate(table).encode("latin-1").decode("utf-8")
            except UnicodeError:
                continue
