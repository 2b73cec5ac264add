"""References become links: each one is `Resolved` or `Pending`, and never anything in between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readalso.briefing.body import Reference
from readalso.library.headlines import Headlines, Known
from readalso.words import headline_key


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reference whose briefing is known."""

    source: str
    """The id of the briefing that refers."""
    reference: Reference
    target: str
    """The id of the briefing referred to."""
    how: str
    """The rung of the ladder that found it."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A reference that waits."""

    source: str
    """The id of the briefing that refers."""
    reference: Reference
    nearest: tuple[str, ...]
    """The ids of published briefings with an equal claim to the headline; empty where none has any."""
    why: str
    """absent (nothing public answers to the headline; whether something is held back is nobody's business), ambiguous,
    or itself (the headline is that of the briefing that refers)."""


Link = Resolved | Pending

MOST_NAMED = 5
"""Briefings that are named where many have an equal claim: hundreds of "Situation as of 18:00" would fill pages."""


def link(source: Known, references: Iterable[Reference], headlines: Headlines) -> tuple[Link, ...]:
    """The links of one briefing, in the order of its references."""
    return tuple(_link(source, reference, headlines) for reference in references)


def _link(source: Known, reference: Reference, headlines: Headlines) -> Link:
    answer = headlines.find(reference.headline, source)
    if len(answer.ids) == 1:
        return Resolved(source.id, reference, answer.ids[0], answer.how)
    if answer.ids:
        return Pending(source.id, reference, answer.ids[:MOST_NAMED], "ambiguous")
    return Pending(source.id, reference, (), _why(source, reference))


def _why(source: Known, reference: Reference) -> str:
    own = (source.headline, *source.aliases)
    return "itself" if headline_key(reference.headline) in map(headline_key, own) else "absent"


def turn(links: Mapping[str, Iterable[Link]]) -> dict[str, tuple[Resolved, ...]]:
    """Backlinks: target -> the resolved links to it, one for each briefing that refers, in the order given."""
    found: dict[str, dict[str, Resolved]] = {}
    for row in links.values():
        for one in row:
            if isinstance(one, Resolved):
                found.setdefault(one.target, {}).setdefault(one.source, one)
    return {target: tuple(sources.values()) for target, sources in found.items()}
