"""The people of a text: who they are, what the text calls them, and what offices they hold.

Found are names in the desk's register, names after an office ("President Ana Rey") or before one ("Ana Rey, the port's
director,"), and names beside a verb of saying. A capitalised run that could as well be a place or a body is left out:
a missing name is mended more easily than a wrong one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readalso.intake.anatomy.grammar import WORD, Grammar, either, grammar
from readalso.intake.anatomy.known import Known
from readalso.intake.languages import Language

_MOST = 200
"""People of one text; one with more is a list of names."""
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
    """Their offices, and other words for those, in lower case."""
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
    """Any form of any of them."""
    by_form: dict[str, Person]
    """Whom a form means; a surname that two share means nobody."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where they are named in `text`, in order."""
        return tuple(Mention(*match.span(), self.by_form[match.group()]) for match in self.pattern.finditer(text))


def gather(texts: Iterable[str], language: Language, known: Known, others: frozenset[str]) -> Cast:
    """The people of `texts`; `others` are words that belong to places, bodies and agencies and to no person."""
    whole_text = "\n".join(texts)
    rules = grammar(language)
    spellings = _spellings(whole_text, rules, language, known, others)
    forms = _unshared({name: _forms(name, said) for name, said in spellings.items()})
    offices = _offices(whole_text, forms, rules)
    people = tuple(
        Person(name, own, _with_synonyms(offices[name], language), _gender(offices[name], language))
        for name, own in forms.items()
    )
    by_form = {form: person for person in people for form in person.forms}
    return Cast(people, _named(by_form), by_form)


def _spellings(
    text: str, rules: Grammar, language: Language, known: Known, others: frozenset[str]
) -> dict[str, list[str]]:
    """Canonical name -> the spellings met."""
    found = [(hit.start, hit.name, text[hit.start : hit.end]) for hit in known.find(text) if hit.kind == "people"]
    for match in _introduced(text, rules):
        name = _trim(match["name"], language, others, rules)
        if name and not _is_other(name, match, text, language, others):
            found.append((match.start("name"), _canonical(name, known), name))
    spellings: dict[str, list[str]] = {}
    for _, name, said in sorted(found):
        if name in spellings or len(spellings) < _MOST:
            spellings.setdefault(name, []).append(said)
    return spellings


def _introduced(text: str, rules: Grammar) -> Iterator[re.Match[str]]:
    """Where a name stands in full beside an office or a verb, or ends in the surname of somebody who speaks."""
    for pattern in (*rules.introductions, rules.apposition):
        yield from pattern.finditer(text)
    surnames = {match["name"] or match["other"] for match in rules.speaking_surname.finditer(text)}
    yield from re.finditer(rf"(?<!\w)(?P<name>{WORD}\s{either(surnames)})(?!\w)", text)


def _trim(name: str, language: Language, others: frozenset[str], rules: Grammar) -> str:
    """The run without words at its ends that are no names; "" where less than two words are left."""
    offices = list(rules.role.finditer(name))
    words = name[offices[-1].end() if offices else 0 :].split()
    before = language.not_names.union(others, language.honorifics)
    after = language.not_names.union(language.months)
    while words and (words[0] in before or _is_of_another(words, language)):
        words.pop(0)
    while words and words[-1] in after:
        words.pop()
    return " ".join(words) if len(words) > 1 else ""


def _is_of_another(words: list[str], language: Language) -> bool:
    """Whether the first of three or more words is a place in the genitive, or in another script than the name."""
    first, last = words[0], words[-1]
    return len(words) > 2 and (first.endswith(language.place_endings) or first.isascii() > last.isascii())


def _is_other(name: str, match: re.Match[str], text: str, language: Language, others: frozenset[str]) -> bool:
    """Whether a run is rather the name of a place, a body or an agency."""
    words = name.split()
    before = text[max(0, match.start("name") - _NEAR) : match.start("name")].rpartition("\n")[2].split()
    strange = others | language.organisation_endings | language.acronyms
    return (
        (name.isascii() and language.script == "cyrillic")
        or words[0].casefold() in language.function_words
        or not strange.isdisjoint((*words, name))
        or name.startswith(language.organisation_openings)
        or any(len(word) > 3 and word.isupper() for word in words)
        or bool(before and before[-1].casefold() in (*language.articles, *language.place_openings))
    )


def _canonical(name: str, known: Known) -> str:
    """The register's spelling of a whole name."""
    hits = known.find(name)
    return hits[0].name if len(hits) == 1 and hits[0].kind == "people" else name


def _forms(name: str, spellings: list[str]) -> tuple[str, ...]:
    """The full name, its spellings, and the surnames of all."""
    full = (name, *spellings)
    return tuple(dict.fromkeys([*full, *(spelling.split()[-1] for spelling in full)]))


def _unshared(forms: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Without the forms that two people share."""
    counts: dict[str, int] = {}
    for own in forms.values():
        for form in own:
            counts[form] = counts.get(form, 0) + 1
    return {name: tuple(form for form in own if counts[form] == 1) for name, own in forms.items()}


def _offices(text: str, forms: dict[str, tuple[str, ...]], rules: Grammar) -> dict[str, frozenset[str]]:
    """Name -> the offices that stand beside any of its forms."""
    owner = {form: name for name, own in forms.items() for form in own}
    held: dict[str, set[str]] = {name: set() for name in forms}
    for mention in _named(owner).finditer(text):
        before = rules.office_before.search(text, max(0, mention.start() - _NEAR), mention.start())
        after = rules.office_after.match(text, mention.end())
        for office in filter(None, (before, after)):
            roles = rules.role.finditer(office["role"])
            held[owner[mention.group()]].update(role.group().casefold() for role in roles)
    return {name: frozenset(roles) for name, roles in held.items()}


def _named(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms, as a whole word."""
    return re.compile(rf"(?<!\w){either(forms)}(?!\w)")


def _with_synonyms(offices: frozenset[str], language: Language) -> frozenset[str]:
    """The offices, and all other words for their holder."""
    return offices | {other for office in offices for other in language.roles.get(office, ())}


def _gender(offices: frozenset[str], language: Language) -> str:
    return "f" if offices & language.feminine_roles else ""
