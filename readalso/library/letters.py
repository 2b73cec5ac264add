"""The letters of a word as words are compared: what writers leave out or exchange makes no other word."""

import re
from functools import lru_cache

from readalso.words import headline_key

_FOLD = str.maketrans({"ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ـ": None})
"""Russian "ё"; the hamza on an alif, the dots of a final "ة", and the stroke that lengthens a word."""
_UNWRITTEN = re.compile("[\u064b-\u0652\u0670]|(?<=[\u0400-\u04ff])'(?=[\u0400-\u04ff])")
"""Arabic vowels, which news leaves out, and the apostrophe inside a Ukrainian word."""
_LAST = re.compile(r"(?<=\w{3})ى\Z")


@lru_cache(maxsize=65_536)
def letters(word: str) -> str:
    """A word folded."""
    key = headline_key(word)
    if key.isascii():
        return key
    return _LAST.sub("ي", _UNWRITTEN.sub("", key.translate(_FOLD)))
