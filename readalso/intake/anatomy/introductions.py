"""How a text introduces people: the names of those it speaks of, with every spelling of each.

Found are names in the desk's register, names beside an office or a verb of saying, in front of what they say, and names
that come again by their surname. A capitalised run that could as well be a place or a body is left out: a missing name
is mended more easily than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from readalso.intake.anatomy.grammar import Grammar
from readalso.intake.anatomy.known import Known
from readalso.intake.anatomy.words import LOWER, UPPER, WORD, either
from readalso.intake.languages import Language, months, stems

_MOST = 200
"""People of one text; one with more is a list of names."""
_NEAR = 80
"""Characters before a name in which its bearer's office may stand."""
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
"""Languages in which capitals tell no name."""
_LONE = re.compile(rf"(?:\A|(?<=\n)|[.!?…,:“\"«»”–—(]\s?|(?<!\w)[{LOWER}’'-]+\s)(?P<name>{WORD})(?=\s[{LOWER}]|[,.])")
"""A capitalised word between small ones."""
_PAIR = re.compile(
    rf"(?<!\w)(?<![{UPPER}]\s)(?P<name>(?P<first>{WORD})\s(?:(?:de|van|von|der|den|da|do|dos|della|di|Le|La|El)\s)?"
    rf"(?P<surname>{WORD}))(?!\w|\s{WORD})"
)


def find(text: str, rules: Grammar, language: Language, known: Known, others: frozenset[str]) -> dict[str, list[str]]:
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
    """Two capitalised words that stand there twice, or the second alone too; none behind "the" or "in"."""
    lone = {match["name"] for match in _LONE.finditer(text)}
    before = language.function_words.union(language.articles, language.place_openings)
    things = {*language.place_heads, *language.organisation_heads, *map(str.casefold, language.organisation_openings)}
    pairs = [
        match
        for match in _PAIR.finditer(text)
        if match["first"] not in language.not_names and match["first"].casefold() not in things
    ]
    led = {match["name"] for match in pairs if _word_before(match, text) in before}
    counts = Counter(match["name"] for match in pairs)
    for match in pairs:
        is_again = counts[match["name"]] > 1 and not language.endings
        if match["name"] not in led and (match["surname"] in lone or is_again):
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
    return len(words) > 2 and (is_place or (first.isascii() > last.isascii() and language.script != "latin"))


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
