"""Names in Latin letters, folded so that the spellings of one name in several scripts and romanisations are equal.

`light` folds what differs between romanisations of one language (Zelensky, Zelenskyy, Zelenskyi); `heavy` also what a
name loses on its way through another script (Hardane and Гардан, Quarrin and Кваррін). Heavy forms are compared across
scripts, or inside a script that is not Latin, and never between two Latin spellings.
"""

import re
import unicodedata
from functools import lru_cache

_ENDING = re.compile(r"(?<=[^aeou])(?:ii|iy|yi|yy|ij|yj|y|i)\Z")
_LIGHT = (
    (re.compile(r"['’ʼ`-]"), ""),
    (_ENDING, "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"(?<=\w)[yj]"), "i"),
    (re.compile(r"i{2,}"), "i"),
)
_HEAVY = (
    (re.compile(r"['’ʼ`-]"), ""),
    (re.compile(r"^shch|shch"), "sh"),
    (re.compile(r"sch|sz"), "sh"),
    (re.compile(r"tch|cz"), "ch"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"kh|gh|g"), "h"),
    (re.compile(r"qu"), "kv"),
    (re.compile(r"ck|c(?!h)|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"[yij]+(?=[aeou])"), ""),
    (re.compile(r"[yij]+"), "i"),
    (re.compile(r"([^aeiou])\1"), r"\1"),
    (re.compile(r"(?<=[a-z]{2}[^aeiou])e\Z"), ""),
)


def script(text: str) -> str:
    """latin, cyrillic, greek; "" for another one, or several."""
    found = {unicodedata.name(char, "").partition(" ")[0].lower() for char in text if char.isalpha()}
    return found.pop() if len(found) == 1 and found <= {"latin", "cyrillic", "greek"} else ""


@lru_cache(maxsize=65_536)
def light(word: str) -> str:
    """A word of a name without what differs between romanisations of one language."""
    return _fold(word, _LIGHT)


@lru_cache(maxsize=65_536)
def heavy(word: str) -> str:
    """A word of a name without what it loses on its way through another script."""
    return _fold(word, _HEAVY)


def _fold(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    latin = word
    if not word.isascii():
        from anyascii import anyascii  # its tables take a while to load

        latin = anyascii(word)
    folded = "".join(char for char in latin.casefold() if char.isalpha())
    for pattern, new in rules:
        folded = pattern.sub(new, folded)
    return folded
