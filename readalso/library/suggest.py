"""Which spellings in the briefings are probably one name's, each with the reason and the briefings that have it.

A suggestion takes effect only when a person puts the spelling into the register, and a wrong one costs more than a
missed one: two people of one surname are never put together unless their first names are the same, one is the
initial of the other and nobody else fits, or one is left out and both stand in one briefing. Whatever fits two names is
suggested for neither.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from readalso.library import cases
from readalso.library.names import Names, index
from readalso.library.romanised import heavy, light, script
from readalso.register import Register
from readalso.words import headline_key

KINDS = ("people", "organisations", "places")
_WORD = re.compile(r"[^\s.,()«»“”„\"]+\.?")
_INITIAL = re.compile(r"\w\.?\Z")
_SHORT = re.compile(r"\((\w{2,10})\)")
_LEGAL = frozenset("ltd limited inc llc plc gmbh ag sa corp тов ат пат прат ооо оао зао".split(" "))
_LEAST = 4
"""Letters of a name of one word that may be told by its sound."""
_MOST = 20
"""Names in one group: more than that are no spellings of one name."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A spelling that is probably a name's."""

    kind: str
    """people, organisations or places."""
    name: str
    """The name, as the register spells it or else most briefings."""
    spelling: str
    why: str
    """transliteration, inflected, possessive, initials, surname, middle name, acronym, legal form."""
    seen: tuple[str, ...]
    """The briefings, by path, that have the spelling."""


Seen = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind -> spelling in the front matter -> the paths of the briefings that have it."""


def suggest(seen: Seen, register: Register, text: Callable[[str], str] = lambda path: "") -> tuple[Suggestion, ...]:
    """The suggestions, by kind, name and spelling. `text` gives a briefing's words by its path, for acronyms in it."""
    names = index(register)
    apart = {frozenset(map(headline_key, pair)) for row in register.apart for pair in _pairs(row)}
    found: list[Suggestion] = []
    for kind in KINDS:
        desk = _Desk(kind, seen.get(kind, {}), names, register, apart)
        desk.link_sounds()
        if kind == "people":
            desk.link_short_forms()
        if kind == "organisations":
            desk.link_acronyms(text)
        found += desk.suggestions()
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.name, one.spelling)))


def _pairs(row: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((one, other) for place, one in enumerate(row) for other in row[place + 1 :])


@dataclass(slots=True)
class _Name:
    """All spellings of one key."""

    key: str
    shown: str
    is_known: bool
    """Whether the register has it."""
    spellings: dict[str, tuple[str, ...]]
    """As the briefings have them -> paths."""
    forms: tuple[tuple[str, ...], ...]
    """The words of each spelling, those of the register too."""
    links: dict[str, str] = field(default_factory=dict)
    """Key of another name that it is probably one with -> why."""

    @property
    def paths(self) -> set[str]:
        return {path for paths in self.spellings.values() for path in paths}


class _Desk:
    """The names of one kind, and which of them are linked."""

    def __init__(
        self,
        kind: str,
        seen: Mapping[str, tuple[str, ...]],
        names: Names,
        register: Register,
        apart: set[frozenset[str]],
    ) -> None:
        self.kind, self.apart = kind, apart
        own: Mapping[str, tuple[str, ...]] = getattr(register, kind)
        spellings: dict[str, dict[str, tuple[str, ...]]] = {headline_key(name): {} for name in own}
        for spelling in sorted(seen):
            spellings.setdefault(names.key(kind, spelling), {})[spelling] = seen[spelling]
        self.names = {
            key: _Name(
                key,
                names.spelling(kind, key) or max(sorted(found), key=lambda one: len(found[one])),
                bool(names.spelling(kind, key)),
                found,
                tuple(filter(None, map(_words, dict.fromkeys((*found, *_own(names, kind, key)))))),
            )
            for key, found in sorted(spellings.items())
        }

    def link(self, one: str, other: str, why: str) -> None:
        """Note that two names are probably one, unless the desk or the briefings say that they are two."""
        first, second = self.names[one], self.names[other]
        if one == other or (first.is_known and second.is_known) or self.are_apart(first, second):
            return
        if why in ("transliteration", "middle name") and self.stand_together(first, second):
            return
        first.links.setdefault(other, why)
        second.links.setdefault(one, why)

    def are_apart(self, first: _Name, second: _Name) -> bool:
        """Whether the register says that they are two."""
        theirs = {headline_key(one) for one in (second.key, *second.spellings)}
        return any(
            frozenset((headline_key(one), other)) in self.apart
            for one in (first.key, *first.spellings)
            for other in theirs
        )

    def stand_together(self, first: _Name, second: _Name) -> bool:
        """Whether a briefing in one script has both: then its author tells them apart."""
        return script(first.shown) == script(second.shown) and not first.paths.isdisjoint(second.paths)

    def link_sounds(self) -> None:
        """Names that are written or inflected in another way."""
        is_person = self.kind == "people"
        lights: dict[str, list[str]] = {}
        heavies: dict[str, list[tuple[str, str]]] = {}
        exact: dict[tuple[str, ...], list[str]] = {}
        for name in self.names.values():
            for words in name.forms:
                if (alphabet := script("".join(words))) and self.may_sound(words):
                    if alphabet == "latin":
                        lights.setdefault(_sound(light, words), []).append(name.key)
                    heavies.setdefault(_sound(heavy, words), []).append((name.key, alphabet))
                    exact.setdefault(tuple(word.casefold() for word in words), []).append(name.key)
        for name in self.names.values():
            for words in name.forms:
                if script("".join(words)) == "cyrillic" and self.may_decline(words):
                    for base in cases.bases(words, is_person):
                        self.link_across([name.key], exact.get(base, ()), "inflected")
                        latin = [key for key, one in heavies.get(_sound(heavy, base), ()) if one == "latin"]
                        self.link_across([name.key], latin, "inflected")
                if (plain := _words(cases.possessed(" ".join(words)))) != words:
                    self.link_across([name.key], exact.get(tuple(one.casefold() for one in plain), ()), "possessive")
        for keys in lights.values():
            self.link_all(keys, "transliteration")
        for rows in heavies.values():
            latin = [key for key, alphabet in rows if alphabet == "latin"]
            others = [key for key, alphabet in rows if alphabet != "latin"]
            self.link_all(others, "transliteration")
            self.link_across(latin, others, "transliteration")

    def may_sound(self, words: tuple[str, ...]) -> bool:
        """Whether a name is long enough to be told by its sound; a person's has a first name that is no initial."""
        if self.kind == "people":
            return len(words) > 1 and not any(map(_INITIAL.match, words))
        return len(words) > 1 or len(words[0]) >= _LEAST

    def may_decline(self, words: tuple[str, ...]) -> bool:
        """Whether a name is long enough to be told by its case: "Суми" may be anything."""
        return len(words) > 1 or (self.kind != "people" and len(words[0]) > _LEAST)

    def link_all(self, keys: Iterable[str], why: str) -> None:
        """Link each to the next: what is one name is one group."""
        row = list(dict.fromkeys(keys))
        for one, other in pairwise(row):
            self.link(one, other, why)

    def link_across(self, keys: Iterable[str], others: Iterable[str], why: str) -> None:
        """Link each of the one to the first few of the others."""
        for one in keys:
            for other in list(dict.fromkeys(others))[:4]:
                self.link(one, other, why)

    def link_short_forms(self) -> None:
        """Initials, surnames alone, and middle names: where one full name fits and no other."""
        groups = self.groups()
        full: dict[str, set[str]] = {}
        ends: dict[tuple[str, str], set[str]] = {}
        for name in self.names.values():
            for words in name.forms:
                if self.may_sound(words) and script("".join(words)):
                    full.setdefault(heavy(words[-1]), set()).add(name.key)
                    ends.setdefault((heavy(words[0]), heavy(words[-1])), set()).add(name.key)
        for name in self.names.values():
            for words in name.forms:
                if len(words) > 2 and not _INITIAL.match(words[0]):
                    shorter = {key for key in ends.get((heavy(words[0]), heavy(words[-1])), ()) if key != name.key}
                    self.link_only(name, shorter, groups, "middle name")
                elif len(words) > 1 and _INITIAL.match(words[0]) and not _INITIAL.match(words[-1]):
                    near = full.get(heavy(words[-1]), set())
                    self.link_only(name, {key for key in near if self.begins(key, words)}, groups, "initials")
                elif len(words) == 1 and name.spellings:
                    near = full.get(heavy(words[0]), set())
                    if any(not name.paths.isdisjoint(self.names[key].paths) for key in near):
                        self.link_only(name, near, groups, "surname")

    def begins(self, key: str, words: tuple[str, ...]) -> bool:
        """Whether the first names of a name begin with the initials."""
        initials = [heavy(word)[:1] for word in words[:-1]]
        return any(
            [heavy(word)[:1] for word in form[: len(initials)]] == initials
            for form in self.names[key].forms
            if self.may_sound(form) and len(form) > len(initials)
        )

    def link_only(self, name: _Name, candidates: set[str], groups: Mapping[str, str], why: str) -> None:
        """Link a short form where all candidates are one name."""
        if len({groups[key] for key in candidates}) == 1:
            self.link(name.key, min(candidates, key=self.rank), why)

    def link_acronyms(self, text: Callable[[str], str]) -> None:
        """ "National Water Office (NWO)", in a name or in a text; and names that differ in a legal form."""
        for name in self.names.values():
            for spelling in name.spellings:
                if found := _SHORT.search(spelling):
                    for other in (found[1], _SHORT.sub("", spelling)):
                        self.link_across([name.key], self.keys_of(other), "acronym")
                words = _words(spelling)
                plain = " ".join(word for word in words if word.casefold().rstrip(".") not in _LEGAL)
                if plain and plain != " ".join(words):
                    self.link_across([name.key], self.keys_of(plain), "legal form")
        by_path: dict[str, list[tuple[str, str]]] = {}
        for name in self.names.values():
            for spelling, paths in name.spellings.items():
                for path in paths:
                    by_path.setdefault(path, []).append((headline_key(spelling), name.key))
        for path, rows in sorted(by_path.items()):
            for long, short in _explained(text(path)) if len(rows) > 1 else ():
                owners = [key for spelling, key in rows if long.endswith(spelling)]
                self.link_across([key for spelling, key in rows if spelling == short], owners, "acronym")

    def keys_of(self, spelling: str) -> list[str]:
        """The name that is spelt so, if there is one."""
        key = headline_key(spelling)
        return [key] if key in self.names else []

    def groups(self) -> dict[str, str]:
        """Each name's key -> the key that stands for all names linked with it."""
        found: dict[str, str] = {}
        for key in self.names:
            waiting = [key]
            while waiting:
                if (one := waiting.pop()) not in found:
                    found[one] = key
                    waiting += self.names[one].links
        return found

    def rank(self, key: str) -> tuple[bool, bool, int, str]:
        """The name that the others of a group are spellings of comes first."""
        name = self.names[key]
        is_short = not any(self.may_sound(words) for words in name.forms)
        is_form = any(
            why in ("inflected", "possessive") and self.is_form(key, other) for other, why in name.links.items()
        )
        return not name.is_known, is_short or is_form, -len(name.paths), key

    def is_form(self, key: str, other: str) -> bool:
        """Whether a name is the inflected one of two."""
        small = {_sound(heavy, words) for words in self.names[other].forms}
        is_person = self.kind == "people"
        return any(
            _sound(heavy, base) in small
            for words in self.names[key].forms
            for base in (*cases.bases(words, is_person), _words(cases.possessed(" ".join(words))))
            if base != tuple(word.casefold() for word in words)
        )

    def suggestions(self) -> Iterator[Suggestion]:
        """What follows from the links."""
        members: dict[str, list[str]] = {}
        for key, group in self.groups().items():
            members.setdefault(group, []).append(key)
        for keys in members.values():
            if len(keys) > 1 and self.is_one(keys):
                head = min(keys, key=self.rank)
                for key in keys:
                    name = self.names[key]
                    why = name.links.get(head) or next(iter(name.links.values()))
                    for spelling, paths in name.spellings.items() if key != head else ():
                        yield Suggestion(self.kind, self.names[head].shown, spelling, why, tuple(sorted(paths)))

    def is_one(self, keys: list[str]) -> bool:
        """Whether a group can be one name: with one of the register at most, and no two that somebody tells apart."""
        names = [self.names[key] for key in keys]
        if sum(name.is_known for name in names) > 1 or len(names) > _MOST:
            return False
        pairs = ((one, other) for place, one in enumerate(names) for other in names[place + 1 :])
        return not any(
            self.are_apart(one, other) or (other.key not in one.links and self.stand_together(one, other))
            for one, other in pairs
        )


def _own(names: Names, kind: str, key: str) -> tuple[str, ...]:
    return (known, *names.aliases(kind, key)) if (known := names.spelling(kind, key)) else ()


def _words(spelling: str) -> tuple[str, ...]:
    """The words of a name, an initial with its full stop, without articles."""
    found = tuple(_WORD.findall(re.sub(r"(?<=\w\.)(?=\w)", " ", spelling)))
    plain = tuple(word if _INITIAL.match(word) else word.rstrip(".") for word in found)
    return plain[1:] if len(plain) > 1 and plain[0].casefold() == "the" else plain


def _sound(fold: Callable[[str], str], words: Iterable[str]) -> str:
    """A name folded word by word; "Port-Corvan" sounds as "Port Corvan" does."""
    return "".join(map(fold, words))


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """Each short form in brackets with the words before it, both folded."""
    for found in _SHORT.finditer(text):
        yield headline_key(text[max(0, found.start() - 120) : found.start()]), headline_key(found[1])
