"""The places of a text: countries by the names CLDR gives them in the text's language, and what stands after "in"."""

import re
from collections.abc import Iterator
from functools import cache

from readalso.intake.anatomy.grammar import WORD, grammar
from readalso.intake.languages import Language

_RUN = re.compile(rf"(?<!\w){WORD}(?:[\s-](?:[a-z]{{1,3}}\s)?{WORD}){{0,3}}")
_LEAST_LETTERS = 4


def find(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of the places in `text`; countries in the nominative."""
    territories = countries(language)
    for run in _RUN.finditer(text):
        yield from _countries_in(run, territories)
    pattern = grammar(language).place
    for match in pattern.finditer(text) if pattern else ():
        name = _place(match["name"], language)
        if name:
            yield match.start("name"), match.start("name") + len(name), territories.get(name, name)


def _countries_in(run: re.Match[str], territories: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """A country that is the whole of a capitalised run, or else the words of it that are countries."""
    if run.group() in territories:
        yield run.start(), run.end(), territories[run.group()]
        return
    for word in re.finditer(WORD, run.group()):
        if word.group() in territories:
            yield run.start() + word.start(), run.start() + word.end(), territories[word.group()]


def _place(name: str, language: Language) -> str:
    """The run up to the first word that cannot be of a place; "" where nothing is left."""
    kept: list[str] = []
    for word in name.split():
        if (
            word in language.not_places | language.not_names | language.acronyms
            or word in language.months
            or word.isupper()
        ):
            break
        kept.append(word)
    return " ".join(kept) if kept and kept[-1] not in language.organisation_endings else ""


@cache
def countries(language: Language) -> dict[str, str]:
    """Each form of each country's name -> the name. Babel is loaded here, at the first article of a language."""
    from babel import Locale

    names = {
        name
        for code, name in Locale.parse(language.code).territories.items()
        if len(code) == 2 and len(name) >= _LEAST_LETTERS
    } - language.not_places
    return {form: name for name in sorted(names) for form in _forms(name, language)}


def _forms(name: str, language: Language) -> Iterator[str]:
    """The name and its inflected forms, where the language's file tells how a country's ending changes."""
    yield name
    for ending, *others in language.territory_endings:
        if " " not in name and name.endswith(ending):
            yield from (name.removesuffix(ending) + other for other in others)
            return
