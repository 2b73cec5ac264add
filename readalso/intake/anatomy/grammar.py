"""The patterns by which a language's sentences are read, made of its words once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from readalso.intake.anatomy.words import INITIAL, LOWER, WORD, bounded, either, inflected, whole
from readalso.intake.languages import Language


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Compiled patterns of one language."""

    said: re.Pattern[str]
    """A verb of saying."""
    told: re.Pattern[str]
    """One whose speaker always stands before it."""
    according: re.Pattern[str]
    """"According to", as a whole word or words."""
    pronoun: re.Pattern[str]
    """He, she or they."""
    role: re.Pattern[str]
    """An office, or another word for its holder, in any case of the noun."""
    introductions: tuple[re.Pattern[str], ...]
    """How a text names a person for the first time; the group `name` is the name."""
    speaking_surname: re.Pattern[str]
    """A lone capitalised word beside a verb of saying, as `name` or `other`."""
    office_before: re.Pattern[str]
    """An office, with what it is of, up to the end of what is searched."""
    office_after: re.Pattern[str]
    """An apposition alone: ", the port's director"."""
    organisation: re.Pattern[str]
    """A capitalised run that begins or ends like an organisation's name."""
    place: re.Pattern[str]
    """A capitalised run after a preposition of place."""


@cache
def grammar(language: Language) -> Grammar:
    """The patterns of a language."""
    said, told = (*language.said, *language.said_feminine), language.told
    role = bounded(_roles(language), language)
    return Grammar(
        said=re.compile(whole((*said, *told), language)),
        told=re.compile(whole(told, language)),
        according=re.compile(whole(language.according, language) + r"[\s,]*"),
        pronoun=re.compile(whole(_pronouns(language), language)),
        role=re.compile(role),
        introductions=_introductions(language, role, whole(said, language), whole((*said, *told), language)),
        speaking_surname=re.compile(
            _speaking_surname(language, whole(said, language), whole((*said, *told), language))
        ),
        office_before=re.compile(rf"(?P<role>{role}){_complement(language)}{{0,5}},?\s?\Z"),
        office_after=re.compile(rf"(?:,|،|\s?[\(（])?\s?(?P<role>[^,.;:«“\"、。]{{0,60}}?{role})"),
        organisation=re.compile(_organisation(language)),
        place=re.compile(_place(language)),
    )


def _pronouns(language: Language) -> tuple[str, ...]:
    return (*language.pronouns_masculine, *language.pronouns_feminine, *language.pronouns_other)


def _roles(language: Language) -> str:
    """Any office, and any other word for its holder."""
    others = (word for words in language.also_called.values() for word in words)
    return inflected({*language.roles, *others}, language, any_case=True)


def name_pattern(language: Language) -> str:
    """Two to four capitalised words, with initials and particles between; or a name of a script without capitals."""
    if not language.is_cased:
        return language.person or "(?!)"
    particle = rf"(?:{either(language.particles)}\s?)?" if language.particles else ""
    return rf"(?<!\w)(?:{WORD}|{INITIAL})(?:\s{particle}(?:{WORD}|{INITIAL})){{0,2}}\s{particle}{WORD}(?!\w)"


def _introductions(language: Language, role: str, said: str, any_said: str) -> tuple[re.Pattern[str], ...]:
    """Beside an office, before or behind a verb of saying, behind "according to", and before an office."""
    if not language.is_cased:
        return tuple(re.compile(_filled(form, language, role, any_said)) for form in language.people)
    name = f"(?P<name>{name_pattern(language)})"
    small = rf"(?:(?!{whole(language.function_words, language)})[{LOWER}’'-]+,?\s)"
    article = rf"(?:{either(language.articles, any_case=True)}\s?)?" if language.articles else ""
    unlike = whole((*language.function_words, *_heads(language)), language)
    according = language.according if not language.endings else ()
    return tuple(
        map(
            re.compile,
            (
                rf"{role}{_complement(language)}{{0,5}}?,?\s{name}",
                rf"(?<!\w)(?!{unlike}\s)[{LOWER}’'-]{{4,}}\s{name}(?=,|\.|\s[{LOWER}]|\Z)",
                rf"[\"”»“—–],?\s{name}(?:,[^,.;:]{{1,80}},)?\s{small}?{any_said}",
                rf"{said}\s(?:{WORD}\s(?={small}))?{article}{small}{{0,2}}{name}",
                rf"{whole(according, language)}\s{article}{small}{{0,2}}{name}",
                rf"{name}(?:,\s?|\s?\()(?P<role>[^,.;:()«“\"]{{0,60}}?{role}[^,.;:()«“\"]{{0,80}})(?=[,.–—)]|\s[–—])",
                rf"(?:\A|(?<=\n)){name}\s?:\s",
                rf"(?:\A|(?<=[.!?]\s)|(?<=\n)){name}(?:,[^,.;:]{{1,80}},)?\s{small}?{any_said}",
            ),
        )
    )


def _heads(language: Language) -> tuple[str, ...]:
    return (*language.organisation_heads, *language.place_heads, *language.place_openings, *language.articles)


def _filled(form: str, language: Language, role: str, said: str) -> str:
    """A form of the language's file with its placeholders filled."""
    if language.script == "hangul":  # an office may end a longer word
        role = _roles(language)
    parts = {"{role}": role, "{said}": said, "{name}": f"(?P<name>{name_pattern(language)})"}
    for placeholder, pattern in parts.items():
        form = form.replace(placeholder, pattern)
    return form


def _complement(language: Language) -> str:
    form = language.role_complement.replace("{word}", WORD)
    return f"(?:{form})" if form else "(?!)"


def _speaking_surname(language: Language, said: str, any_said: str) -> str:
    if not language.is_cased:
        spaced = language.is_spaced and language.script != "hangul"
        return (
            rf"(?P<name>(?!))|{said}\s(?P<other>[^\W\d_]{{3,}})(?=\s?[:،,.\"«“])"
            if spaced
            else "(?P<name>(?!))(?P<other>)"
        )
    honorific = rf"(?:{either(language.honorifics)}\s)?" if language.honorifics else ""
    before = rf"(?<!\w)(?P<name>{WORD})\s(?:[{LOWER}]+\s)?{any_said}"
    return rf"{before}|{said}\s{honorific}(?P<other>{WORD})(?!\s?{WORD})"


def _organisation(language: Language) -> str:
    if not language.is_cased:
        return "(?!)"
    link = rf"(?:{either(language.organisation_links)}\s?)"
    owned = rf"{WORD}(?:['’]s?(?=\s))?"
    last = either(language.organisation_endings)
    endings = rf"(?!{either(language.not_names)}\s){owned}(?:\s{owned}){{0,5}}\s{last}(?!\w|\s{link}\s?{WORD})"
    opening = inflected(language.organisation_openings, language)
    openings = rf"{opening}(?!\w)(?:\s{link}{{0,2}}{WORD})+"
    in_small_letters = rf"{opening}(?!\w)(?:\s(?:{link}\s?)?[{LOWER}]+){{1,3}}"
    forms = (openings, endings, *((in_small_letters,) if language.endings else ()))
    return rf"(?<!\w)(?:{'|'.join(forms)})"


def _place(language: Language) -> str:
    if not language.is_cased:
        return "(?P<name>(?!))"
    followers = rf"|\s{either(language.place_followers)}(?!\w)" if language.place_followers else rf"|\s[{LOWER}(«]"
    follower = rf"(?=[,.;:!?)–—»”\"]|\s[–—(]|\Z{followers})"
    opening = f"(?:{_first_capital(language.place_openings)}|{either(language.place_heads)})"
    return (
        rf"(?<!\w){opening}\s(?P<name>{WORD}(?:\s(?:{either(language.particles)}\s)?{WORD}){{0,2}})(?:['’]s)?{follower}"
    )


def _first_capital(words: Iterable[str]) -> str:
    """Any of the words, with a small or a capital first letter."""
    return either({form for word in words for form in (word, word[:1].upper() + word[1:])})
