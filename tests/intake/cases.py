"""Fixture files: cases of a title, an article, and what is expected of it.

    ### Title
    Headline

    Text …
    -----
    key: value

A key that is given is compared whole; `quote:` and `reference:` may be repeated, and `none` means that there is nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from readalso.intake.anatomy.anatomy import Anatomy, Prose, Reference
from readalso.intake.anatomy.dissect import dissect
from readalso.intake.anatomy.known import know
from readalso.intake.formats import plain
from readalso.register import Register
from readalso.settings import Settings

FOLDER = Path(__file__).parent.parent / "fixtures/intake"
REGISTER = Register(
    people={"Ivo Larkan": ("Larkan", "Ларкан")},
    organisations={"North Sea Pact": ("NSP",)},
)


@dataclass(frozen=True, slots=True)
class Case:
    """One article and what is expected of it."""

    title: str
    text: str
    expected: dict[str, list[str]]

    def __str__(self) -> str:
        return self.title


def cases(name: str) -> Iterator[Case]:
    """The cases of a fixture file."""
    for part in re.split(r"^### (?=\w\w: )", (FOLDER / name).read_text(), flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        text, _, said = rest.partition("\n-----\n")
        expected: dict[str, list[str]] = {}
        for line in filter(None, said.split("\n")):
            key, _, value = line.partition(":")
            expected.setdefault(key.removesuffix("s") if key in ("quotes", "references") else key, []).append(
                value.strip()
            )
        yield Case(title, text, expected)


def study(text: str, name: str = "seeds/case.txt") -> Anatomy:
    """The anatomy of a text on a desk in Kyiv."""
    (article,) = plain.read(text.encode(), name)
    return dissect(article, Settings(timezone="Europe/Kyiv"), know(REGISTER))


def found(anatomy: Anatomy, key: str) -> list[str]:
    """What an anatomy has under a fixture's key, in the fixture's words."""
    return FINDERS[key](anatomy) or ["none"]


def _listed(names: tuple[str, ...]) -> list[str]:
    return [", ".join(names)] if names else []


FINDERS: dict[str, Callable[[Anatomy], list[str]]] = {
    "quote": lambda anatomy: [f"{quote.speaker} | {quote.text}".strip() for quote in anatomy.quotes],
    "reference": lambda anatomy: [f"{b.label} | {b.headline}" for b in anatomy.blocks if isinstance(b, Reference)],
    "background": lambda anatomy: [b.text for b in anatomy.blocks if isinstance(b, Prose) and b.is_background],
    "people": lambda anatomy: _listed(anatomy.names.people),
    "organisations": lambda anatomy: _listed(anatomy.names.organisations),
    "places": lambda anatomy: _listed(anatomy.names.places),
    "date": lambda anatomy: [anatomy.dating.date.iso] if anatomy.dating.date else [],
    "not_before": lambda anatomy: [anatomy.dating.not_before.iso] if anatomy.dating.not_before else [],
    "date_source": lambda anatomy: [anatomy.dating.source],
    "dateline": lambda anatomy: [anatomy.dateline] if anatomy.dateline else [],
    "dateline_as_printed": lambda anatomy: [anatomy.dateline_as_printed],
    "source": lambda anatomy: [anatomy.source],
    "byline": lambda anatomy: [anatomy.byline],
    "status": lambda anatomy: [anatomy.status],
    "correction": lambda anatomy: [anatomy.correction] if anatomy.correction else [],
    "summary": lambda anatomy: [anatomy.summary] if anatomy.summary else [],
    "heading": lambda anatomy: [b.text for b in anatomy.blocks if isinstance(b, Prose) and b.is_heading],
    "dropped": lambda anatomy: _listed(tuple(f"{drop.number} {drop.rule}" for drop in anatomy.dropped)),
}
