"""Which briefings are translations of each other: all that name one original by `translation_of`, and that."""

from collections.abc import Mapping

from readalso.briefing.frontmatter import FrontMatter


def gather(matters: Mapping[str, FrontMatter]) -> dict[str, tuple[str, ...]]:
    """Each briefing that has translations -> the ids of its whole group, itself included, in the order of `matters`.

    A translation of a translation belongs to the same group. An original that is not there groups nobody with itself.
    """
    groups: dict[str, list[str]] = {}
    known: dict[str, str] = {}
    for id in matters:
        groups.setdefault(_original(id, matters, known), []).append(id)
    return {id: tuple(group) for group in groups.values() if len(group) > 1 for id in group}


def _original(id: str, matters: Mapping[str, FrontMatter], known: dict[str, str]) -> str:
    """The first of a chain of translations; of a ring, the smallest id. `known` remembers it for all of the chain."""
    chain: dict[str, None] = {}
    while id not in known and id not in chain:
        chain[id] = None
        original = matters[id].translation_of if id in matters else ""
        if not original:
            break
        id = original
    if id in known:
        found = known[id]
    else:
        ring = list(chain)
        found = min(ring[ring.index(id) :])
    known.update(dict.fromkeys(chain, found))
    return found
