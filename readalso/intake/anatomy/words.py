"""Words as patterns: many alternatives in one quick expression, whole words, capitals, and a text's weight."""

import re
from collections.abc import Iterable

from readalso.intake.languages import Language, stem

_LETTERS = [char for char in map(chr, (*range(0x41, 0x590), *range(0x1E00, 0x2000))) if char.isalpha()]
UPPER = "".join(char for char in _LETTERS if char.isupper() or char.istitle())
"""Capital letters of Latin, Greek, Cyrillic and Armenian."""
LOWER = "".join(char for char in _LETTERS if char.islower())
"""Their small letters."""
WORD = rf"[{UPPER}](?:[^\W\d_]|(?<=[^\W\d_])[-’'ʼ](?=[^\W\d_])(?!s\b)){{0,30}}"
"""A capitalised word, without a possessive "s"."""
INITIAL = rf"[{UPPER}]\."
_APOSTROPHES = "['’ʼ]"
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of which some two make a word."""

_Row = tuple[str, ...]


def either(words: Iterable[str], any_case: bool = False) -> str:
    """A group of alternatives, the longest first; white space and apostrophes are free; no word matches nothing.

    Alternatives that begin alike share their beginning, so that hundreds of them cost little more than one.
    """
    rows = {tuple(_piece(char, any_case) for char in word) for word in words if word}
    return f"(?:{_shared(rows)})" if rows else "(?!)"


def whole(words: Iterable[str], language: Language, any_case: bool = True) -> str:
    """Any of `words` as whole words, in any case, behind the small words that cling to them in the language."""
    return bounded(either(words, any_case), language)


def bounded(pattern: str, language: Language) -> str:
    """What `pattern` matches as a whole word, as far as the script shows where a word ends."""
    if not language.is_spaced:
        return f"(?:{pattern})"
    clinging = f"(?:{either(language.prefixes)})?" if language.prefixes else ""
    end = "" if language.script == "hangul" else r"(?!\w)"  # Korean particles follow without a space
    return rf"(?<!\w){clinging}(?:{pattern}){end}"


def inflected(phrases: Iterable[str], language: Language, any_case: bool = False) -> str:
    """Any of `phrases`, in any case of the noun where the language inflects."""
    if not language.endings:
        return either(phrases, any_case)
    ending = f"(?:{either(language.endings)})?"
    stumps = {" ".join(word[: len(stem(word, language))] for word in phrase.split()) for phrase in phrases}
    return either(stumps, any_case).replace(r"\s", rf"{ending}\s") + ending


def weight(text: str) -> int:
    """How many words a text has, where two letters of Chinese, Japanese or Korean count as one."""
    dense = len(_DENSE.findall(text))
    return len(_DENSE.sub(" ", text).split()) + (dense + 1) // 2


def _shared(rows: Iterable[_Row]) -> str:
    """The alternatives, with common beginnings written once."""
    branches: dict[str, list[_Row]] = {}
    is_optional = False
    for row in sorted(rows):
        if row:
            branches.setdefault(row[0], []).append(row[1:])
        else:
            is_optional = True
    parts = [first + _shared(rest) if rest != [()] else first for first, rest in branches.items()]
    if len(parts) == 1 and not is_optional:
        return parts[0]
    return f"(?:{'|'.join(parts)})" + "?" * is_optional if parts else ""


def _piece(char: str, any_case: bool) -> str:
    if char in "'’ʼ":
        return _APOSTROPHES
    if char.isspace():
        return r"\s"
    lower, upper = char.lower(), char.upper()
    return f"[{lower}{upper}]" if any_case and lower != upper and len(upper) == len(lower) == 1 else re.escape(char)
