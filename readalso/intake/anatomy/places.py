"""The places of a text: countries by the names CLDR gives them in the text's language, and what stands after "in"."""

import re
from collections.abc import Iterator
from functools import cache

from readalso.intake.anatomy.grammar import grammar
from readalso.intake.anatomy.words import WORD, bounded, either
from readalso.intake.languages import Language, months, stem, stems

_RUN = re.compile(rf"(?<!\w){WORD}(?:[\s-](?:[a-z]{{1,3}}\s)?{WORD}){{0,3}}")
_LEAST_LETTERS = {"han": 2, "kana": 2, "hangul": 2}
"""Of a country's name, by script; elsewhere four."""


def find(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of the places in `text`; countries in the nominative."""
    territories = countries(language)
    if language.is_cased:
        for run in _RUN.finditer(text):
            yield from _countries_in(run, territories, language)
    else:
        for match in _countries(language).finditer(text):
            yield match.start("name"), match.end("name"), match["name"]
    for match in (match for pattern in _patterns(language) for match in pattern.finditer(text)):
        name = _place(match["name"], language)
        if name:
            start = match.start("name")
            yield start, start + len(name), territories.get(stems(name, language)) or name


def _countries_in(
    run: re.Match[str], territories: dict[str, str], language: Language
) -> Iterator[tuple[int, int, str]]:
    """A country that is the whole of a capitalised run, or else the words of it that are countries."""
    if name := _country(run.group(), territories, language):
        yield run.start(), run.end(), name
        return
    for word in re.finditer(WORD, run.group()):
        if name := _country(word.group(), territories, language):
            yield run.start() + word.start(), run.start() + word.end(), name


def _country(words: str, territories: dict[str, str], language: Language) -> str:
    """The country that `words` name in some case of the noun; a bare stem is another word (Франц is no Франція)."""
    found = territories.get(stems(words, language), "")
    is_bare = bool(language.endings) and len(words) < len(found) and words.casefold() == stem(words, language)
    return "" if is_bare else found


def _place(name: str, language: Language) -> str:
    """The run up to the first word that cannot be of a place; "" where nothing is left."""
    if not language.is_cased:
        return name
    kept: list[str] = []
    strange = language.not_places | language.not_names | language.acronyms | language.agency_words
    for word in name.split():
        if word in strange or word.casefold() in months(language) or (word.isupper() and len(word) > 1):
            break
        kept.append(word)
    is_body = kept and (
        kept[-1] in language.organisation_endings or " ".join(kept).startswith(language.organisation_openings)
    )
    return " ".join(kept) if kept and not is_body and kept[0].casefold() not in language.roles else ""


def nominative(name: str, texts: str, language: Language) -> str:
    """A place as it is called outside a sentence: as the text has it elsewhere, or "у Тавонії" is Тавонія."""
    if not language.endings or " " in name:
        return name
    own = stem(name, language)
    forms = {word for word in re.findall(WORD, texts) if word[0] == name[0] and stem(word, language) == own}
    shorter = min(forms | {name}, key=lambda word: (len(word), word))
    if len(shorter) < len(name):
        return shorter
    for ending, nominative in language.place_endings:
        if name.endswith(ending):
            return name.removesuffix(ending) + nominative
    return name


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """Behind a preposition, and the forms that the language's file writes out."""
    start = r"(?<!\w)" * language.is_cased
    return grammar(language).place, *(re.compile(start + form) for form in language.places)


@cache
def countries(language: Language) -> dict[str, str]:
    """The stems of each country's name -> the name. Babel is loaded here, at the first article of a language."""
    from babel import Locale, UnknownLocaleError

    least = _LEAST_LETTERS.get(language.script, 4)
    try:
        territories = Locale.parse(language.code).territories
    except UnknownLocaleError:
        return {}
    names = {name for code, name in territories.items() if len(code) == 2 and len(name) >= least}
    return {stems(name, language): name for name in sorted(names - language.not_places)}


@cache
def _countries(language: Language) -> re.Pattern[str]:
    """Any country, in a script without capitals."""
    return re.compile(bounded(f"(?P<name>{either(countries(language).values())})", language))
