"""Whether two headlines that are not equal still say the same, and if not, which word forbids it.

A resolved link is never a guess, so likeness is not a matter of degree here. Two headlines say the same when the
words that carry something (all but articles and the plainest particles) are the same in the same order; or are so but
for one stretch that was moved as a whole; or but for one ordinary word that is misspelt or stands in another number.
A number, a date, a name, a place, a word of denial or direction carries something: where one differs, it forbids.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readalso.library.neutral import INFLECTIONS, NEUTRAL, NUMBERS
from readalso.words import headline_key

_WORD = re.compile(r"\w+(?:[.,:]\d+)*%?|[€$£₴₽¥]")
STEM = 4
"""Letters that two forms of one word have in common."""
BEGINNING = 3
"""Letters before the first one that may be misspelt: a prefix makes another word, as in import and export."""
LONG_ENOUGH = 6
"""Letters of a word that may be misspelt: in a shorter one, one letter makes another word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries something."""

    key: str
    """Folded."""
    is_plain: bool
    """Whether it begins with a small letter and has no digit: no name, no number."""


def carrying(headline: str, language: str) -> tuple[Word, ...]:
    """The words of a headline that carry something, in their order."""
    neutral = NEUTRAL.get(language.split("-")[0], frozenset())
    words = (Word(headline_key(word), word[0].islower() and word.isalpha()) for word in _WORD.findall(headline))
    return tuple(word for word in words if word.key not in neutral)


def forbids(one: Sequence[Word], other: Sequence[Word], known: Mapping[str, object], language: str) -> str:
    """Why `one`, the words of a reference, does not say what `other` says; "" where it does.

    `known` has the words of all headlines: a word that others use as well is not misspelt, it is another word.
    """
    ours, theirs = [word.key for word in one], [word.key for word in other]
    if ours == theirs:
        return ""
    more, less = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    if not more and not less:
        return "" if _is_moved(one, other) else "the same words stand in another order"
    if len(ours) == len(theirs) and more.total() == less.total() == 1:
        places = [index for index, pair in enumerate(zip(ours, theirs, strict=True)) if pair[0] != pair[1]]
        if len(places) == 1 and _is_variant(one[places[0]], other[places[0]], known, language):
            return ""
    return _said(list(more), list(less))


def _said(more: Sequence[str], less: Sequence[str]) -> str:
    ours, theirs = (", ".join(f'"{word}"' for word in words) for words in (more, less))
    if more and less:
        return f"it says {ours} where the other says {theirs}"
    return f"it says {ours}, and the other does not" if more else f"the other says {theirs}, and it does not"


def _is_moved(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether names and numbers keep their order, and the ordinary words theirs, but for a stretch moved to the end."""
    plain = {
        word.key for word in (*one, *other) if word.is_plain
    }  # a sentence's first word is in small letters elsewhere
    names, others = ([word.key for word in words if word.key not in plain] for words in (one, other))
    ours, theirs = ([word.key for word in words if word.key in plain] for words in (one, other))
    is_rotated = len(ours) > 2 and any(ours[cut:] + ours[:cut] == theirs for cut in range(len(ours)))
    return names == others and (ours == theirs or is_rotated)


def _is_variant(one: Word, other: Word, known: Mapping[str, object], language: str) -> bool:
    """Whether an ordinary word is another one in another number or case, or misspelt by a letter."""
    if not (one.is_plain and other.is_plain) or {one.key, other.key} & NUMBERS:
        return False
    stem = _common(one.key, other.key)
    ends = {one.key[stem:], other.key[stem:]}
    if stem >= STEM and any(ends <= set(endings) for endings in INFLECTIONS.get(language.split("-")[0], ())):
        return True
    shorter, longer = sorted((one.key, other.key), key=len)
    is_misspelt = one.key not in known and len(longer) >= LONG_ENOUGH and stem >= BEGINNING
    return is_misspelt and is_one_letter_apart(shorter, longer)


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))


def is_one_letter_apart(shorter: str, longer: str) -> bool:
    """Whether one letter was changed, left out, or exchanged with its neighbour."""
    start = _common(shorter, longer)
    rest, other = shorter[start:], longer[start:]
    if len(shorter) != len(longer):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
