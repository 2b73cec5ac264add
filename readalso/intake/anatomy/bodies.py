"""The organisations of a text: known initials, and runs that begin or end like a body's name ("Port Authority")."""

import re
from collections.abc import Iterator
from functools import cache

from readalso.intake.anatomy.grammar import either, grammar
from readalso.intake.languages import Language


def find(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of the organisations in `text`."""
    for match in _initials(language).finditer(text):
        yield match.start(), match.end(), match.group()
    for match in grammar(language).organisation.finditer(text):
        name = _trimmed(match.group(), language)
        if len(name.split()) > 1:
            yield match.end() - len(name), match.end(), name


def _trimmed(run: str, language: Language) -> str:
    """The run without the words before it that begin a sentence and no name: "The Harbour Council"."""
    words = run.split(" ")
    while words and (words[0] in language.not_names or words[0].casefold() in language.roles):
        words.pop(0)
    return " ".join(words)


@cache
def _initials(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){either(language.acronyms)}(?![\w])")
