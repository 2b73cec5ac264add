"""Inflected words: "Петренка" and "Петренком" are forms of "Петренко"; a stem is what they share."""

from functools import cache

from readalso.intake.languages.language import Language

_SHORTEST = 3
"""Letters of a stem."""


def stem(word: str, language: Language) -> str:
    """A word without the longest of the language's endings that leaves enough of it, in lower case."""
    folded = word.casefold().replace("’", "'").replace("ʼ", "'")
    for ending in _endings(language):
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST:
            return folded.removesuffix(ending)
    return folded


def stems(words: str, language: Language) -> str:
    """The stems of several words, with a space between."""
    return " ".join(stem(word, language) for word in words.split())


@cache
def _endings(language: Language) -> tuple[str, ...]:
    """The longest first."""
    return tuple(sorted(language.endings, key=lambda ending: (-len(ending), ending)))
