"""The quote ledger: who said what, when, and in which briefings it stands.

The same words of the same speaker are one quotation, however many briefings have them; marks, case and punctuation are
not part of what was said. A speaker is a person, unless the register or the briefings know the name as an
organisation's and not as a person's.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import FrontMatter
from readalso.library.names import Names


class Quotation(Struct, frozen=True):
    """What somebody said."""

    text: str
    """As the briefing has it that had it first."""
    anchor: str
    """Where it stands on the page of each briefing that has it."""
    ids: tuple[str, ...]
    """The briefings that have it, the earliest first."""


def speakers(matters: Iterable[FrontMatter], names: Names) -> dict[str, str]:
    """Each speaker, as the briefings spell them -> people or organisations."""
    spoken = dict.fromkeys(quote.speaker for matter in matters for quote in matter.quotes if quote.speaker)
    written = {kind: {name for matter in matters for name in getattr(matter, kind)} for kind in _KINDS if spoken}
    known = {kind: {names.key(kind, name) for name in found} for kind, found in written.items()}
    return {name: _kind(name, names, known) for name in spoken}


_KINDS = ("people", "organisations")


def _kind(name: str, names: Names, known: Mapping[str, set[str]]) -> str:
    is_person, is_organisation = (
        (key := names.key(kind, name)) in known[kind] or bool(names.spelling(kind, key)) for kind in _KINDS
    )
    return "organisations" if is_organisation and not is_person else "people"


def gather(
    facts: Sequence[Facts], names: Names, kinds: Mapping[str, str]
) -> dict[tuple[str, str], tuple[Quotation, ...]]:
    """The quotations of each speaker, by (kind, key), the latest first; `facts` are newest first.

    A quotation is as old as the earliest briefing that has it.
    """
    found: dict[tuple[str, str], dict[str, list[_Place]]] = {}
    for row, one in enumerate(facts):
        for index, (quote, anchor) in enumerate(zip(one.matter.quotes, one.anchors, strict=True)):
            if quote.speaker and anchor:
                kind = kinds[quote.speaker]
                ledger = found.setdefault((kind, names.key(kind, quote.speaker)), {})
                ledger.setdefault(anchor, []).append(_Place(row, index, quote.text, one.matter.id))
    return {who: tuple(_quotations(ledger)) for who, ledger in found.items()}


class _Place(NamedTuple):
    """Where a quotation stands."""

    row: int
    place: int
    text: str
    id: str


def _quotations(ledger: Mapping[str, Sequence[_Place]]) -> Iterable[Quotation]:
    """By the earliest briefing of each, the latest first; those of one briefing in the order of its text."""
    for anchor, places in sorted(ledger.items(), key=lambda item: (item[1][-1].row, item[1][-1].place)):
        yield Quotation(places[-1].text, anchor, tuple(dict.fromkeys(place.id for place in reversed(places))))
