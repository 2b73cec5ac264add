"""Bylines as formats state them, without "By" and without marks of the wire."""

from collections.abc import Iterable

from readalso.intake.formats.characters import line
from readalso.intake.languages.lines import furniture


def bare(printed: str) -> str:
    """The names in a byline: "By Ada Reed =" is Ada Reed."""
    words = line(printed).strip(" =;,")
    kind, names = furniture(words)
    return names.strip(" =;,") if kind == "byline" else words


def joined(printed: Iterable[str]) -> str:
    """Several bylines as one, each name once."""
    return ", ".join(dict.fromkeys(filter(None, map(bare, printed))))
