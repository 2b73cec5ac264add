"""Which briefing a headline means.

The ladder is tried from its top; the first rung on which anything answers decides. One answer is a match; two have
equal claim, and then nothing is: a resolved reference is never a guess.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readalso.words import headline_key

RUNGS = ("exact", "folded", "alias")
"""exact: the same characters. folded: equal but for case, quotes, dashes, white space, width, what cannot be seen.
alias: equal, so folded, to another headline of the briefing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the ladder says of one headline."""

    ids: tuple[str, ...]
    """The briefings with a claim, sorted; none, one, or several of equal claim."""
    how: str = ""
    """The rung that answered."""


@dataclass(frozen=True, slots=True)
class Headlines:
    """An index of headlines: for each rung, key -> the briefings that answer to it."""

    rungs: Mapping[str, Mapping[str, tuple[str, ...]]]

    def find(self, headline: str, but: str = "") -> Answer:
        """The briefings that `headline` may mean; the one with the id `but` is not asked (nothing refers to itself)."""
        folded = headline_key(headline)
        for rung in RUNGS:
            ids = tuple(id for id in self.rungs[rung].get(headline if rung == "exact" else folded, ()) if id != but)
            if ids:
                return Answer(ids, rung)
        return Answer(())


def index(headlines: Iterable[tuple[str, str, tuple[str, ...]]]) -> Headlines:
    """The index of (id, headline, other headlines)."""
    rungs: dict[str, dict[str, list[str]]] = {rung: {} for rung in RUNGS}
    for id, headline, aliases in headlines:
        _add(rungs["exact"], headline, id)
        _add(rungs["folded"], headline_key(headline), id)
        for alias in aliases:
            _add(rungs["alias"], headline_key(alias), id)
    return Headlines({rung: {key: tuple(sorted(ids)) for key, ids in keys.items()} for rung, keys in rungs.items()})


def _add(keys: dict[str, list[str]], key: str, id: str) -> None:
    ids = keys.setdefault(key, [])
    if key and id not in ids:
        ids.append(id)
