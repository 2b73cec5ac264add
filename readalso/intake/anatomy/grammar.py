"""The patterns by which a language's sentences are read, made of its words once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from readalso.intake.languages import Language

UPPER = "".join(char for char in map(chr, range(0x41, 0x530)) if char.isupper())
"""Capital letters of Latin, Greek, Cyrillic and Armenian."""
WORD = rf"[{UPPER}](?:[^\W\d_]|(?<=[^\W\d_])[-’'ʼ](?=[^\W\d_])(?!s\b)){{0,30}}"
"""A capitalised word, without a possessive "s"."""
INITIAL = rf"[{UPPER}]\."


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
    """An office, or another word for its holder, with an article before it or not."""
    introductions: tuple[re.Pattern[str], ...]
    """How a text names a person for the first time; the group `name` is the name."""
    speaking_surname: re.Pattern[str]
    """A lone capitalised word beside a verb of saying, as `name` or `other`."""
    apposition: re.Pattern[str]
    """A name and an office after it: "Anna Rey, the port's director,"."""
    office_before: re.Pattern[str]
    """An office, with what it is of, up to the end of what is searched."""
    office_after: re.Pattern[str]
    """An apposition alone: ", the port's director"."""
    organisation: re.Pattern[str]
    """A capitalised run that begins or ends like an organisation's name."""
    place: re.Pattern[str] | None
    """A capitalised run after a preposition of place; None where the language inflects places."""


def either(words: Iterable[str]) -> str:
    """A group of alternatives, the longest first; white space and apostrophes are free; no word matches nothing."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    freed = (re.sub(r"['’]", "['’]", re.escape(word).replace(r"\ ", r"\s")) for word in ordered)
    return "(?:" + ("|".join(freed) or "(?!)") + ")"


def whole(words: Iterable[str]) -> str:
    """Any of `words`, as whole words, in any case."""
    return rf"(?<!\w)(?i:{either(words)})(?!\w)"


@cache
def grammar(language: Language) -> Grammar:
    """The patterns of a language."""
    said, told = (*language.said, *language.said_feminine), language.told
    return Grammar(
        said=re.compile(whole((*said, *told))),
        told=re.compile(whole(told)),
        according=re.compile(whole(language.according) + r"\s"),
        pronoun=re.compile(whole(_pronouns(language))),
        role=re.compile(whole(_roles(language))),
        introductions=_introductions(language, whole(said), whole((*said, *told))),
        speaking_surname=re.compile(_speaking_surname(language, whole(said), whole((*said, *told)))),
        apposition=re.compile(
            rf"(?P<name>{_name(language)}), "
            rf"(?P<role>[^,.;:«“\"]{{0,60}}?{whole(language.roles)}[^,.;:«“\"]{{0,80}})(?=[,.–—])"
        ),
        office_before=re.compile(rf"(?P<role>{whole(language.roles)}){_complement(language)}{{0,5}},?\s\Z"),
        office_after=re.compile(rf", (?P<role>[^,.;:«“\"]{{0,60}}?{whole(language.roles)})"),
        organisation=re.compile(_organisation(language)),
        place=_place(language),
    )


def _pronouns(language: Language) -> tuple[str, ...]:
    return (*language.pronouns_masculine, *language.pronouns_feminine, *language.pronouns_other)


def _roles(language: Language) -> tuple[str, ...]:
    return (*language.roles, *(word for others in language.roles.values() for word in others))


def _name(language: Language) -> str:
    """Two to four capitalised words, with initials and particles between."""
    particle = rf"(?:{either(language.particles)}\s?)?"
    return rf"(?<!\w)(?:{WORD}|{INITIAL})(?:\s{particle}(?:{WORD}|{INITIAL})){{0,2}}\s{particle}{WORD}(?!\w)"


def _introductions(language: Language, said: str, any_said: str) -> tuple[re.Pattern[str], ...]:
    name = f"(?P<name>{_name(language)})"
    small = rf"(?:(?!{whole(language.function_words)})[a-zà-ÿа-яєіїґ’'-]+\s)"
    article = rf"(?:(?i:{either(language.articles)})\s?)?"
    return tuple(
        map(
            re.compile,
            (
                rf"{whole(language.roles)}{_complement(language)}{{0,5}}?,?\s{name}",
                rf"[\"”»],?\s{name}(?:,[^,.;:]{{1,80}},)?\s{small}?{any_said}",
                rf"{said}\s(?:{WORD}\s(?={small}))?{article}{small}{{0,2}}{name}",
                rf"{whole(() if language.territory_endings else language.according)}\s{article}{small}{{0,2}}{name}",
            ),
        )
    )


def _complement(language: Language) -> str:
    return f"(?:{language.role_complement.format(word=WORD)})"


def _speaking_surname(language: Language, said: str, any_said: str) -> str:
    honorific = rf"(?:{either(language.honorifics)}\s)?"
    before = rf"(?<!\w)(?P<name>{WORD})\s(?:[a-zа-яєіїґ]+\s)?{any_said}"
    return rf"{before}|{said}\s{honorific}(?P<other>{WORD})(?!\s?{WORD})"


def _organisation(language: Language) -> str:
    link = rf"(?:{either(language.organisation_links)}\s?)"
    endings = rf"{WORD}(?:\s{WORD}){{0,5}}?\s{either(language.organisation_endings)}(?!\w|\s{link}\s?{WORD})"
    openings = rf"{either(language.organisation_openings)}(?!\w)(?:\s{link}{{0,2}}{WORD})+"
    return rf"(?<!\w)(?:{openings}|{endings})"


def _place(language: Language) -> re.Pattern[str] | None:
    if not language.place_openings:
        return None
    follower = rf"(?=[,.;:!?)–—]|\s[–—]|\Z|\s{either(language.place_followers)}(?!\w))"
    return re.compile(rf"(?<!\w){either(language.place_openings)}\s(?P<name>{WORD}(?:\s{WORD})?)(?:['’]s)?{follower}")
