"""Words as people type them: accents and tashkeel left out, any apostrophe, any form of alef, any white space."""

import re
import unicodedata

_APOSTROPHES = "'’ʼ`"
_ALEF = "اأإآٱ"
_TASHKEEL = "[\u064b-\u0652\u0640]*"
_BASES = {"ё": "е", "ø": "o", "ß": "ss", "ы": "ы", "й": "й", "ї": "ї"}
"""Letters that are typed without their mark, or that only look as if they had one."""


def freely(phrase: str) -> str:
    """A regular expression that matches `phrase` in each of those spellings; for use with IGNORECASE."""
    return "".join(map(_letter, unicodedata.normalize("NFC", phrase)))


def _letter(char: str) -> str:
    if char.isspace():
        return r"\s+"
    if char in _APOSTROPHES:
        return f"[{_APOSTROPHES}]"
    if char in _ALEF:
        return f"[{_ALEF}]{_TASHKEEL}"
    if "\u0620" <= char <= "\u064a":
        return char + _TASHKEEL
    if "\u064b" <= char <= "\u0652":
        return f"{char}?"
    base = _BASES.get(char.lower()) or unicodedata.normalize("NFD", char)[0]
    return re.escape(char) if base == char.lower() or base == char else f"(?:{re.escape(char)}|{re.escape(base)})"
