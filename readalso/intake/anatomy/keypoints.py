"""Key points: a few sentences of the text itself that say most of it after the lede.

A sentence counts for the headline's and lede's words that it shares and for its numbers; questions, very short and very
long sentences, and sentences that lean on the one before ("He added") do not stand alone.
"""

import re
from collections.abc import Iterator
from math import sqrt

from readalso.intake.anatomy.anatomy import Anatomy, Prose
from readalso.intake.anatomy.sentences import sentences
from readalso.intake.languages import Language, language

_MOST = 5
_SHORTEST, _LONGEST = 40, 240
"""Characters of a sentence."""
_WORD = re.compile(r"[^\W_]{2,}")
_MARKS = re.compile(r"[“”\"«»„]")


def key_points(anatomy: Anatomy, lede: str) -> tuple[str, ...]:
    """At most five sentences, in the order of the text; fewer for a short text, one for each three that could serve."""
    tongue = language(anatomy.language)
    subject = _content(lede, tongue)
    able = list(_able(anatomy, lede, tongue))
    ranked = sorted(range(len(able)), key=lambda index: (-_weight(able[index], subject, tongue), index))
    chosen = sorted(ranked[: min(_MOST, len(able) // 2)])
    return tuple(able[index] for index in chosen)


def _able(anatomy: Anatomy, lede: str, tongue: Language) -> Iterator[str]:
    """The sentences that stand alone, once each."""
    told = [
        block.text
        for block in anatomy.blocks
        if isinstance(block, Prose) and not block.is_background and len(block.text) < 5_000
    ]
    for sentence in dict.fromkeys(sentence for text in told[:200] for sentence in sentences(text)):
        if sentence not in lede and _stands_alone(sentence, tongue):
            yield sentence


def _stands_alone(sentence: str, tongue: Language) -> bool:
    first = sentence.split()[0].casefold().strip(",")
    leans = {*tongue.pronouns_masculine, *tongue.pronouns_feminine, *tongue.pronouns_other, *tongue.leaning}
    return (
        _SHORTEST <= len(sentence) <= _LONGEST
        and sentence.endswith(".")
        and not _MARKS.search(sentence)
        and first not in leans
        and not sentence.casefold().startswith(tongue.according)
    )


def _weight(sentence: str, subject: frozenset[str], tongue: Language) -> float:
    """Words shared with the lede, and half as much for each number, over the square root of the length."""
    content = _content(sentence, tongue)
    numbers = sum(word.isdigit() for word in content)
    return (len(content & subject) + numbers / 2) / sqrt(max(1, len(content)))


def _content(text: str, tongue: Language) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - tongue.function_words
