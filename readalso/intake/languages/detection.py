"""Which language a text is in, by its script and its small words. Offline, and the same on every machine."""

import re
from collections import Counter

from readalso.intake.languages.language import codes, language

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ENOUGH = 20_000
"""Characters; small words are frequent, and more text does not change the answer."""


def detect(text: str, default: str = "en") -> str:
    """The tag of the known language whose function words are most frequent in `text`.

    Only languages of the text's script are asked. Without any function word the script alone decides, and where it
    leaves a choice, `default`.
    """
    words = Counter(_WORD.findall(text[:_ENOUGH].casefold()))
    known = [code for code in codes() if language(code).script == _script(words)]
    scores = {code: sum(words[word] for word in language(code).function_words) for code in known}
    best = max(scores, key=lambda code: (scores[code], code == default, code), default=default)
    return best if scores.get(best) or default not in known else default


def _script(words: Counter[str]) -> str:
    cyrillic = sum(count for word, count in words.items() if _CYRILLIC.match(word))
    return "cyrillic" if 2 * cyrillic > words.total() else "latin"
