"""References become links: each one is `Resolved` or `Pending`, and never anything in between."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from readalso.briefing.body import Reference
from readalso.library.headlines import RUNGS, Answer, Headlines, Known, Rung
from readalso.library.rulings import NONE, Rulings
from readalso.words import headline_key


class Resolved(Struct, frozen=True):
    """A reference whose briefing is known."""

    source: str
    """The id of the briefing that refers."""
    reference: Reference
    target: str
    """The id of the briefing referred to."""
    how: str
    """The rung of the ladder that found it."""

    @property
    def rung(self) -> Rung:
        """How sure that is, and why, in words."""
        return RUNGS[self.how]


class Pending(Struct, frozen=True):
    """A reference that waits."""

    source: str
    """The id of the briefing that refers."""
    reference: Reference
    nearest: tuple[str, ...]
    """The ids of published briefings with an equal claim to the headline; empty where none has any."""
    why: str
    """absent (nothing public answers to the headline; whether something is held back is nobody's business), ambiguous,
    withdrawn (the briefing was public once, and its address says that it was withdrawn),
    or itself (the headline is that of the briefing that refers)."""

    @property
    def is_waited_for(self) -> bool:
        """Whether somebody waits for it: not for what was withdrawn, nor for oneself."""
        return self.why in ("absent", "ambiguous")


Link = Resolved | Pending
NOBODY = Headlines(())
"""No headlines."""

MOST_NAMED = 5
"""Briefings that are named where many have an equal claim: hundreds of "Situation as of 18:00" would fill pages."""


def link(
    source: Known,
    references: Iterable[Reference],
    headlines: Headlines,
    rulings: Rulings = NONE,
    withdrawn: Headlines = NOBODY,
) -> tuple[Link, ...]:
    """The links of one briefing, in the order of its references; `withdrawn` has the headlines that were taken back."""
    return tuple(_link(source, reference, headlines, rulings, withdrawn) for reference in references)


def _link(source: Known, reference: Reference, headlines: Headlines, rulings: Rulings, withdrawn: Headlines) -> Link:
    answer = decide(source, reference, headlines, rulings)
    if len(answer.ids) == 1:
        return Resolved(source.id, reference, answer.ids[0], answer.how)
    if answer.ids:
        return Pending(source.id, reference, answer.ids[:MOST_NAMED], "ambiguous")
    return Pending(source.id, reference, (), _why(source, reference, withdrawn))


def decide(source: Known, reference: Reference, headlines: Headlines, rulings: Rulings) -> Answer:
    """What a reference means: as the desk has ruled, else as the ladder finds, and then redirected.

    Where the desk names a briefing that is not public, or the one that refers, nothing answers.
    """
    pinned = rulings.pinned(reference.headline, source.id)
    if pinned:
        return _public(Answer((pinned,), "pinned"), source, headlines)
    without = rulings.without(reference.headline, source.id)
    answer = headlines.find(reference.headline, source, reference.href, without)
    targets = tuple(dict.fromkeys(map(rulings.redirected, answer.ids)))
    return answer if targets == answer.ids else _public(Answer(targets, "pinned"), source, headlines)


def _public(answer: Answer, source: Known, headlines: Headlines) -> Answer:
    ids = tuple(id for id in answer.ids if id in headlines and id != source.id)
    return Answer(ids, answer.how)


def _why(source: Known, reference: Reference, withdrawn: Headlines) -> str:
    own = (source.headline, *source.aliases)
    if headline_key(reference.headline) in map(headline_key, own):
        return "itself"
    return "withdrawn" if withdrawn.find(reference.headline, source, reference.href).ids else "absent"


def turn(links: Mapping[str, Iterable[Link]]) -> dict[str, tuple[Resolved, ...]]:
    """Backlinks: target -> the resolved links to it, one for each briefing that refers, in the order given."""
    found: dict[str, dict[str, Resolved]] = {}
    for row in links.values():
        for one in row:
            if isinstance(one, Resolved):
                found.setdefault(one.target, {}).setdefault(one.source, one)
    return {target: tuple(sources.values()) for target, sources in found.items()}
