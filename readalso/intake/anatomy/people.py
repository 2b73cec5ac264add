"""The people of a text: who they are, what the text calls them, and what offices they hold.

Found are names in the desk's register, names after an office ("President Ana Rey") or before one ("Ana Rey, the port's
director,"), and names beside a verb of saying. A capitalised run that could as well be a place or a body is left out:
a missing name is mended more easily than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from readalso.intake.anatomy.grammar import Grammar, grammar
from readalso.intake.anatomy.known import Known
from readalso.intake.anatomy.words import LOWER, UPPER, WORD, either
from readalso.intake.languages import Language, months, stem, stems

_MOST = 200
"""People of one text; one with more is a list of names."""
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
"""Languages in which capitals tell no name."""
_LONE = re.compile(
    rf"(?:\A|(?<=\n)|[.!?…,:“\"«»”–—(]\s?|(?<!\w)[{LOWER}’'-]+\s)(?P<name>{WORD})(?=\s[{LOWER}]|[,.])"
)
"""A capitalised word between small ones."""
_PAIR = re.compile(
    rf"(?<!\w)(?<![{UPPER}]\s)(?P<name>(?P<first>{WORD})\s(?:(?:de|van|von|der|den|da|do|dos|della|di|Le|La|El)\s)?"
    rf"(?P<surname>{WORD}))(?!\w|\s{WORD})"
)
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
        found = ((match, self.by_form.get(stems(match.group(), self.language))) for match in self.pattern.finditer(text))
        return tuple(Mention(*match.span(), person) for match, person in found if person)


def gather(texts: Iterable[str], language: Language, known: Known, others: frozenset[str]) -> Cast:
    """The people of `texts`; `others` are words that belong to places, bodies and agencies and to no person."""
    whole_text = "\n".join(texts)
    rules = grammar(language)
    spellings = _spellings(whole_text, rules, language, known, others)
    forms = _unshared({name: _forms(name, said, language) for name, said in spellings.items()}, language)
    offices = _offices(whole_text, forms, rules, language)
    people = tuple(
        Person(name, own, _with_synonyms(offices[name], language), _gender(name, offices[name], whole_text, language))
        for name, own in forms.items()
    )
    by_form = {stems(form, language): person for person in people for form in person.forms}
    return Cast(people, _named((form for person in people for form in person.forms), language), by_form, language)


def _spellings(
    text: str, rules: Grammar, language: Language, known: Known, others: frozenset[str]
) -> dict[str, list[str]]:
    """Canonical name -> the spellings met; the cases of one name are one name."""
    found = [(hit.start, hit.name, text[hit.start : hit.end]) for hit in known.find(text) if hit.kind == "people"]
    registered = {name for _, name, _ in found}
    for match in _introduced(text, rules, language):
        name = _trim(match["name"], language, others, rules)
        if name and not _is_other(name, match, text, language, others):
            found.append((match.start("name"), _canonical(name, known), name))
    groups: dict[str, list[tuple[str, str]]] = {}
    full = {name for _, name, _ in found}
    for _, name, said in sorted(found):
        key = stems(_in_full(name, full, language), language)
        if key in groups or len(groups) < _MOST:
            groups.setdefault(key, []).append((name, said))
    return {
        next((name for name, _ in group if name in registered), "") or _best(group, language): [
            said for _, said in group
        ]
        for group in groups.values()
    }


def _best(group: list[tuple[str, str]], language: Language) -> str:
    names = [name for name, _ in group]
    return _nominative(names) if language.is_spaced else max(names, key=len)


def _in_full(name: str, names: set[str], language: Language) -> str:
    """The full name of somebody called by a surname, where no space stands between the two: 中村 is 中村健一."""
    if language.is_spaced:
        return name
    return next((other for other in sorted(names) if other.startswith(name) and other != name), name)


def _nominative(names: Iterable[str]) -> str:
    """Of the cases of a name the one that looks most like a nominative: Greek in -ς, else short, else in -a."""
    return min(
        dict.fromkeys(names),
        key=lambda name: (-name.count("ς"), len(name), -sum(word[-1] in "аяaá" for word in name.split())),
    )


def _introduced(text: str, rules: Grammar, language: Language) -> Iterator[re.Match[str]]:
    """Where a name stands in full beside an office or a verb, or ends in the surname of somebody who speaks."""
    for pattern in rules.introductions:
        yield from pattern.finditer(text)
    surnames = {match["name"] or match["other"] for match in rules.speaking_surname.finditer(text)}
    surnames -= language.not_names
    if surnames:
        first = WORD if language.is_cased else r"[^\W\d_]{2,}"
        yield from re.finditer(rf"(?<!\w)(?P<name>{first}\s{either(surnames)})(?!\w)", text)
    if language.is_cased and language.code not in _NOUNS_IN_CAPITALS:
        yield from _called_again(text, language)


def _called_again(text: str, language: Language) -> Iterator[re.Match[str]]:
    """Two capitalised words that stand there twice, or of which the second stands alone too; none with "the" or "in"."""
    lone = {match["name"] for match in _LONE.finditer(text)}
    before = language.function_words.union(language.articles, language.place_openings)
    pairs = [match for match in _PAIR.finditer(text) if match["first"] not in language.not_names]
    led = {match["name"] for match in pairs if _word_before(match, text) in before}
    counts = Counter(match["name"] for match in pairs)
    for match in pairs:
        if match["name"] not in led and (match["surname"] in lone or counts[match["name"]] > 1):
            yield match


def _word_before(match: re.Match[str], text: str) -> str:
    words = text[max(0, match.start() - _NEAR) : match.start()].rsplit(None, 1)
    return words[-1].casefold() if words else ""


def _trim(name: str, language: Language, others: frozenset[str], rules: Grammar) -> str:
    """The run without words at its ends that are no names; "" where less than two words are left."""
    least = 2 if language.is_cased else 0  # "Bakker" is a baker, but "Marie Bakker" is not
    ends = [office.end() for office in rules.role.finditer(name) if len(name[office.end() :].split()) >= least]
    words = name[ends[-1] if ends else 0 :].split()
    if not language.is_cased:
        return _trimmed_uncased(words, language)
    before = language.not_names.union(others, language.honorifics)
    after = language.not_names
    while words and (words[0] in before or _is_of_another(words, language)):
        words.pop(0)
    while words and (words[-1] in after or words[-1].casefold() in months(language)):
        words.pop()
    return " ".join(words) if len(words) > 1 else ""


def _trimmed_uncased(words: list[str], language: Language) -> str:
    """A run up to the first word that is none of a name, in a script without capitals."""
    strange = language.function_words.union(language.not_names, language.said, language.said_feminine)
    is_strange = [word in strange or _unprefixed(word, language) in strange for word in words]
    start = is_strange.index(False) if False in is_strange else len(words)
    words, is_strange = words[start:], is_strange[start:]
    end = is_strange.index(True) if True in is_strange else len(words)
    is_enough = end > 1 or (end and language.script in ("han", "kana", "hangul"))
    return " ".join(words[:end]) if is_enough else ""


def _unprefixed(word: str, language: Language) -> str:
    """A word without the small word that clings to it: وقالت is قالت."""
    return next((word.removeprefix(small) for small in language.prefixes if word.startswith(small)), word)


def _is_of_another(words: list[str], language: Language) -> bool:
    """Whether the first of three or more words is a place in the genitive, or in another script than the name."""
    first, last = words[0], words[-1]
    genitives = tuple(ending for ending, _ in language.place_endings if len(ending) > 1)
    is_place = bool(genitives) and first.endswith(genitives)
    return len(words) > 2 and (is_place or first.isascii() > last.isascii() and language.script != "latin")


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
        or (language.is_cased and any(len(word) > 3 and word.isupper() for word in words))
        or bool(before and before[-1].casefold() in (*language.articles, *language.place_openings))
    )


def _canonical(name: str, known: Known) -> str:
    """The register's spelling of a whole name."""
    hits = known.find(name)
    return hits[0].name if len(hits) == 1 and hits[0].kind == "people" else name


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
    if not language.endings:
        return re.compile(rf"{left}(?:{either(forms)}){right}")
    ending = f"(?:{either(language.endings)})?"
    cut = {" ".join(word[: len(stem(word, language))] for word in form.split()) for form in forms}
    return re.compile(rf"{left}{either(cut).replace(chr(92) + 's', ending + chr(92) + 's')}{ending}{right}")


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
    """"la ministre des Transports, Sophie Maran" is a woman."""
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
