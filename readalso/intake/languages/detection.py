"""Which language a text is in: by its script, by letters that the neighbours lack, and by its small words.

Offline, and the same on every machine. Of a short text the letters tell most (ї is Ukrainian, ў Belarusian, ã
Portuguese), of a longer one the words.
"""

import re
from collections import Counter
from functools import cache

from readalso.intake.languages.language import Face, codes, face

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_ENOUGH = 20_000
"""Characters; small words are frequent, and more text does not change the answer."""
_SCRIPTS = {
    "latin": "a-zà-öø-ɏḀ-ỿ",
    "cyrillic": "Ѐ-ԯ",
    "greek": "Ͱ-Ͽἀ-῿",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "hebrew": "\u0590-\u05ff",
    "armenian": "\u0530-\u058f",
    "georgian": "\u10a0-\u10ff\u1c90-\u1cbf",
    "devanagari": "\u0900-\u097f",
    "bengali": "\u0980-\u09ff",
    "gujarati": "\u0a80-\u0aff",
    "thai": "\u0e00-\u0e7f",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "kana": "\u3041-\u30ff\uff66-\uff9d",
    "han": "\u3400-\u9fff",
}
"""A script -> its letters, as the inside of a regular expression's class."""
_LETTER = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_FREQUENT = ("en", "ru", "es", "fr", "de", "uk", "it", "pt", "pl", "zh", "ar")
_DENSE = {"han": 2.5, "kana": 2.5, "hangul": 2.0}
"""What a letter of a dense script weighs beside a Latin one."""


def detect(text: str, default: str = "en") -> str:
    """The tag of the known language that fits `text` best; `default` where its script leaves a choice and it none."""
    sample = text[:_ENOUGH].casefold()
    script = _script(sample)
    faces = [one for one in _faces() if one.script == script]
    words = Counter(_WORD.findall(sample.replace("ʼ", "'").replace("’", "'")))
    scores = {one.code: _score(one, sample, words) for one in faces}
    best = max(scores, key=lambda code: (scores[code], code == default, -_rank(code), code), default=default)
    return best if scores.get(best) or default not in scores else default


def _rank(code: str) -> int:
    """The place of a language among those that wires use most, for texts that fit several."""
    return _FREQUENT.index(code) if code in _FREQUENT else len(_FREQUENT)


def _score(one: Face, sample: str, words: Counter[str]) -> float:
    """How many of the words are small words of a language, and half as much for each letter its neighbours lack."""
    letters = sum(min(sample.count(letter), 20) for letter in one.letters)
    return sum(words[word] for word in one.function_words) + letters / 2


def _script(sample: str) -> str:
    """The script of most letters; Japanese is told from Chinese by its kana, however few."""
    counts = {script: len(letter.findall(sample)) * _DENSE.get(script, 1) for script, letter in _LETTER.items()}
    best = max(counts, key=lambda script: counts[script])
    return "kana" if best == "han" and counts["kana"] > counts["han"] / 20 else best


@cache
def _faces() -> tuple[Face, ...]:
    return tuple(map(face, codes()))
