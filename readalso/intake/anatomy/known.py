"""The desk's register made ready for finding: each name, in any of its spellings, in one pass over a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readalso.register import KINDS, Register

# A French elision ("l'", "qu'") is a word of its own; a possessive "s" is none.
_TOKEN = re.compile(r"(?<!\w)(?i:[ldjmnstc]|qu)(?=[’']\w{2})|\w+(?:[’'ʼ.-](?!s\b)\w+)*")
_APOSTROPHES = str.maketrans("’ʼ`", "'''")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A name that stands in a text."""

    start: int
    """Its first character."""
    end: int
    """One past its last."""
    kind: str
    """people, organisations, places or topics."""
    name: str
    """As the register spells it."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The register's names by their first word."""

    names: Mapping[str, tuple[tuple[Words, str, str], ...]]
    """First word -> (all words, kind, name), the longest first. Words are folded; see `_stands` for what case means."""
    topics: Mapping[str, tuple[tuple[Words, str, str], ...]]
    """The same for topics."""
    not_people: frozenset[str]
    """The spellings of organisations and places, and the words in them."""

    def find(self, text: str) -> tuple[Found, ...]:
        """The people, organisations and places in `text`, in order, without overlaps, the longest name winning."""
        return tuple(_search(text, self.names))

    def find_topics(self, text: str) -> tuple[Found, ...]:
        """The topics whose words stand in `text`, in order."""
        return tuple(_search(text, self.topics))


def know(register: Register) -> Known:
    """The register, ready for finding."""
    spellings = [
        (_words(spelling), kind, name)
        for kind in KINDS
        for name, others in getattr(register, kind).items()
        for spelling in (name, *others)
    ]
    others = {
        word
        for words, kind, _ in spellings
        if kind in ("organisations", "places")
        for word in (*words, " ".join(words))
    }
    return Known(
        _by_first([entry for entry in spellings if entry[1] != "topics"]),
        _by_first(
            [
                (tuple(word.casefold() for word in words), kind, name)
                for words, kind, name in spellings
                if kind == "topics"
            ]
        ),
        frozenset(word for word in others if word[:1].isupper()),
    )


def _words(text: str) -> Words:
    return tuple(_TOKEN.findall(text.translate(_APOSTROPHES)))


def _by_first(entries: list[tuple[Words, str, str]]) -> dict[str, tuple[tuple[Words, str, str], ...]]:
    table: dict[str, list[tuple[Words, str, str]]] = {}
    for entry in entries:
        if entry[0]:
            table.setdefault(entry[0][0].casefold(), []).append(entry)
    return {first: tuple(sorted(group, key=lambda entry: -len(entry[0]))) for first, group in table.items()}


def _search(text: str, table: Mapping[str, tuple[tuple[Words, str, str], ...]]) -> Iterator[Found]:
    tokens = list(_TOKEN.finditer(text.translate(_APOSTROPHES))) if table else []
    firsts = (
        (index, table[folded]) for index, token in enumerate(tokens) if (folded := token.group().casefold()) in table
    )
    free = 0
    for index, entries in firsts:
        for words, kind, name in entries if index >= free else ():
            here = tokens[index : index + len(words)]
            if _stands(words, [token.group() for token in here]):
                yield Found(here[0].start(), here[-1].end(), kind, name)
                free = index + len(words)
                break


def _stands(words: Words, spelled: list[str]) -> bool:
    """Whether a spelling stands here, in any case, but with a capital where the register writes one."""
    return len(words) == len(spelled) and all(
        word.casefold() == said.casefold() and (said[:1].isupper() or not word[:1].isupper())
        for word, said in zip(words, spelled, strict=True)
    )
