"""Case endings of Slavic names in Cyrillic letters, and the possessive of English ones: which names a form may be of.

The words of a name stand in one case, so its forms are looked for case by case: "Ганни Петрової" is no form of
"Ганна Петров".
"""

import re
from collections.abc import Iterator
from itertools import product


def _table(*cases: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Of each case, what a form ends in and what the nominative has there: "ого-ий а-"."""
    return tuple(
        tuple((ending, base) for ending, _, base in (pair.partition("-") for pair in case.split())) for case in cases
    )


_MEN = _table(
    "ого-ий ого-ой ого-ый ія-ій ия-ий я-й я-ь а- а-о и-а ы-а і-я и-я ї-я",
    "ому-ий ому-ой ому-ый ові- ові-о еві- єві-й у- у-о ю-й ю-ь і-а е-а",
    "им-ий им- ым- им-ой им-ый ом- ом-о ем- єм-й ем-й ем-ь ою-а ой-а ею-я ей-я",
    "ому-ий ом-ий ові- еві- і- е- у- і-а",
)
"""Of men and of what declines like them: genitive and accusative, dative, instrumental, locative."""
_WOMEN = _table(
    "ої-а ой-а и-а ы-а і-а ії-ія ии-ия і-я и-я і-ь и-ь",
    "ій-а ой-а і-а е-а ії-ія ии-ия і-я е-я і-ь и-ь",
    "у-а ую-ая ю-я",
    "ою-а ой-а ією-ія ией-ия єю-я ею-я ей-я",
)
"""Genitive, dative, accusative, instrumental."""
_FROM_THREE = 3
"""Letters that are left of a word."""
_MOST_WORDS = 6
"""Of a name: each may be a form of several nominatives, and all of these are tried together."""
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
_ALSO_WOMEN = frozenset(
    "олександр александр валентин віталі виталі євгені евгени валері август богдан ярослав мирослав станіслав "
    "станислав владислав павл юлі юли даніел даниел петр кристин стефан бронислав броніслав".split(" ")
)
"""Men's names that with an "а" or "я" may be a woman's: their genitive says nothing."""


def bases(words: tuple[str, ...], is_person: bool = True) -> Iterator[tuple[str, ...]]:
    """The names, in the nominative, that the words of a name may be a form of; small letters.

    The words of a person's name all stand in the case; of another name the first one or two may, and the rest stays.
    """
    if is_person:
        yield from _bases(words, is_person) if len(words) <= _MOST_WORDS else ()
        return
    for count in range(1, min(2, len(words)) + 1):
        for base in _bases(words[:count], is_person):
            yield (*base, *(word.casefold() for word in words[count:]))


def _bases(words: tuple[str, ...], is_person: bool) -> Iterator[tuple[str, ...]]:
    small = tuple(word.casefold() for word in words)
    for table, is_woman in ((_MEN, False), (_WOMEN, True)):
        for endings in table:
            found = [tuple(_stems(word, endings, is_woman)) for word in small]
            for base in product(*found):
                if base != small and (not is_person or _is_sound(small, base, is_woman)):
                    yield base


def possessed(name: str) -> str:
    """A name without the ending of an English possessive."""
    return _POSSESSIVE.sub("", name)


def _stems(word: str, endings: tuple[tuple[str, str], ...], is_woman: bool) -> Iterator[str]:
    """The nominatives of a word in one case; a word that has no cases is its own."""
    if word.endswith(("о", "е", "і", "и", "у", "ю", "их", "ых")) or (is_woman and word[-1:] not in "аяіїийеоую"):
        yield word
    for ending, base in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _FROM_THREE:
            yield word[: len(word) - len(ending)] + base


def _is_sound(words: tuple[str, ...], base: tuple[str, ...], is_woman: bool) -> bool:
    """Whether the first name of a base is a woman's or a man's, and the form could not be a woman's own name."""
    first = base[0]
    if is_woman:
        return first.endswith(("а", "я", "ь")) or first == words[0]
    looks_female = words[0] != first and words[0].endswith(("а", "я")) and first.rstrip("оьй") in _ALSO_WOMEN
    is_a_mans = base[-1].endswith("енко") and words[-1] != base[-1]  # no woman is called "Шевченка"
    return is_a_mans or not (looks_female and len(words) > 1)
