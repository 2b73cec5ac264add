"""The people of a text: who they are, what the text calls them, and what offices they hold.

Whom a text names is found by `introductions`; what it calls them later, and what they are, stands around the names.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from readalso.intake.anatomy import introductions
from readalso.intake.anatomy.grammar import Grammar, grammar
from readalso.intake.anatomy.known import Known
from readalso.intake.anatomy.words import either, inflected
from readalso.intake.languages import Language, stems

_NEAR = 80
"""Characters before a name in which its bearer's office may stand."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the text speaks of."""

    name: str
    """In full, as the register spells it, or else the text."""
    forms: tuple[str, ...]
    """What the text may call them: the full name, the surname, the register's other spellings."""
    roles: frozenset[str]
    """The stems of their offices, and of other words for those."""
    gender: str
    """"m", "f", or "" where the text does not say."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody is named."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """All people of one text."""

    people: tuple[Person, ...]
    """In order of their first full mention."""
    pattern: re.Pattern[str]
    """Any form of any of them, in any case of the noun."""
    by_form: dict[str, Person]
    """Whom the stems of a form mean; a surname that two share means nobody."""
    language: Language

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where they are named in `text`, in order."""
        found = (
            (match, self.by_form.get(stems(match.group(), self.language))) for match in self.pattern.finditer(text)
        )
        return tuple(Mention(*match.span(), person) for match, person in found if person)


def gather(texts: Iterable[str], language: Language, known: Known, others: frozenset[str]) -> Cast:
    """The people of `texts`; `others` are words that belong to places, bodies and agencies and to no person."""
    whole_text = "\n\n".join(texts)  # two, since no name goes over a line
    rules = grammar(language)
    spellings = introductions.find(whole_text, rules, language, known, others)
    forms = _unshared({name: _forms(name, said, language) for name, said in spellings.items()}, language)
    offices = _offices(whole_text, forms, rules, language)
    people = tuple(
        Person(name, own, _with_synonyms(offices[name], language), _gender(name, offices[name], whole_text, language))
        for name, own in forms.items()
    )
    by_form = {stems(form, language): person for person in people for form in person.forms}
    return Cast(people, _named((form for person in people for form in person.forms), language), by_form, language)


def _forms(name: str, spellings: list[str], language: Language) -> tuple[str, ...]:
    """The full name, its spellings, and the surnames of all."""
    full = dict.fromkeys((name, *spellings))
    surnames = (_surname(spelling, language) for spelling in full)
    return tuple(dict.fromkeys([*full, *filter(None, surnames)]))


def _surname(name: str, language: Language) -> str:
    """The last word; of a Chinese or Korean name of three letters the first, which alone means too much: none."""
    if language.is_spaced:
        return name.split()[-1] if " " in name else ""
    return re.split("[·・＝=]", name)[-1] if re.search("[·・＝=]", name) else ""


def _unshared(forms: dict[str, tuple[str, ...]], language: Language) -> dict[str, tuple[str, ...]]:
    """Without the forms that two people share."""
    counts: dict[str, int] = {}
    for own in forms.values():
        for form in {stems(form, language) for form in own}:
            counts[form] = counts.get(form, 0) + 1
    return {name: tuple(form for form in own if counts[stems(form, language)] == 1) for name, own in forms.items()}


def _offices(
    text: str, forms: dict[str, tuple[str, ...]], rules: Grammar, language: Language
) -> dict[str, frozenset[str]]:
    """Name -> the offices that stand beside any of its forms."""
    owner = {stems(form, language): name for name, own in forms.items() for form in own}
    held: dict[str, set[str]] = {name: set() for name in forms}
    for mention in _named((form for own in forms.values() for form in own), language).finditer(text):
        name = owner.get(stems(mention.group(), language))
        before = rules.office_before.search(text, max(0, mention.start() - _NEAR), mention.start())
        after = rules.office_after.match(text, mention.end())
        for office in filter(None, (before, after)) if name else ():
            held[name or ""].update(_office(role.group(), language) for role in rules.role.finditer(office["role"]))
    return {name: frozenset(roles) for name, roles in held.items()}


def _office(printed: str, language: Language) -> str:
    return stems(printed, language)


def _named(forms: Iterable[str], language: Language) -> re.Pattern[str]:
    """Any of the forms, as a whole word, in any case of the noun."""
    left, right = (r"(?<!\w)" * language.is_spaced, r"(?!\w)" * (language.is_spaced and language.script != "hangul"))
    if language.script in ("hebrew", "arabic"):
        left = rf"(?<!\w){either(language.prefixes)}?"
    return re.compile(f"{left}{inflected(forms, language)}{right}")


def _with_synonyms(offices: frozenset[str], language: Language) -> frozenset[str]:
    """The offices, and all other words for their holder."""
    names = _synonyms(language)
    return offices | {other for office in offices for other in names.get(office, ())}


@cache
def _synonyms(language: Language) -> dict[str, tuple[str, ...]]:
    """The stems of an office -> those of the other words for its holder."""
    return {
        stems(office, language): tuple(stems(other, language) for other in others)
        for office, others in language.also_called.items()
    }


@cache
def _feminine(language: Language) -> frozenset[str]:
    return frozenset(stems(office, language) for office in language.feminine_roles)


def _gender(name: str, offices: frozenset[str], text: str, language: Language) -> str:
    """What an office, a verb of saying or an article beside the name says of its bearer, or the given name's ending."""
    if offices & _feminine(language) or _is_beside(name, language.said_feminine, text):
        return "f"
    if language.said_feminine and _is_beside(name, language.said, text):
        return "m"
    if gender := _gender_of_article(name, text, language):
        return gender
    given = name.split()[0]
    endings = {"f": language.feminine_names, "m": language.masculine_names}
    return next((gender for gender, own in endings.items() if given.endswith(own)), "")


def _gender_of_article(name: str, text: str, language: Language) -> str:
    """ "la ministre des Transports, Sophie Maran" is a woman."""
    articles = {"f": language.articles_feminine, "m": language.articles_masculine}
    at = text.find(name)
    office = grammar(language).office_before.search(text, max(0, at - _NEAR), at) if at > 0 and articles["f"] else None
    before = text[max(0, office.start() - _NEAR) : office.start()].split() if office else []
    return next((gender for gender, own in articles.items() if before and before[-1].casefold() in own), "")


def _is_beside(name: str, verbs: tuple[str, ...], text: str) -> bool:
    """Whether one of the verbs stands right before or after a name."""
    if not verbs:
        return False
    surname, verb = re.escape(name.split()[-1]), either(verbs)
    return bool(re.search(rf"{surname}\s{verb}(?!\w)|(?<!\w){verb}\s(?:[^\W\d_]+\s)?{surname}(?!\w)", text))
