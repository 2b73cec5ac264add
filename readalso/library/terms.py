"""The terms that briefings share: topics, people, organisations, places, sources, each with an address of its own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from readalso.briefing.frontmatter import FrontMatter
from readalso.library.names import Names
from readalso.words import digest, slug

KINDS: Mapping[str, Callable[[FrontMatter], tuple[str, ...]]] = {
    "topics": lambda matter: matter.topics,
    "people": lambda matter: matter.people,
    "organisations": lambda matter: matter.organisations,
    "places": lambda matter: matter.places,
    "sources": lambda matter: (matter.source.name,) if matter.source.name else (),
}
"""Kind -> the names of that kind in a briefing's front matter. The kind is also the first part of the addresses."""


class Term(Struct, frozen=True):
    """One topic, person, organisation, place or source."""

    kind: str
    """A key of KINDS."""
    name: str
    """As the register spells it, or else most briefings."""
    url: str
    """"/people/mara-veldan/"; "" where the site has no pages of its kind."""
    ids: tuple[str, ...]
    """The briefings that have it, in the order they were given."""


def gather(
    kind: str,
    matters: Sequence[FrontMatter],
    known: Names,
    speakers: Mapping[str, str],
    has_pages: bool,
) -> dict[str, Term]:
    """The terms of one kind by key; all spellings of one name are one term. `matters` are newest first.

    `speakers` are those who are quoted, by name, with their kind: they have a page wherever they speak.
    """
    names = KINDS[kind]
    written: defaultdict[str, list[int]] = defaultdict(list)
    for place, matter in enumerate(matters):
        for name in names(matter):
            written[name].append(place)
        for quote in matter.quotes:
            if speakers.get(quote.speaker) == kind:
                written[quote.speaker].append(place)
    spellings: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)  # by key, with the places of each spelling
    for name, places in written.items():
        spellings[known.key(kind, name)][name] = places
    chosen = {key: known.spelling(kind, key) or _commonest(found) for key, found in spellings.items()}
    urls = _urls(kind, chosen) if has_pages else dict.fromkeys(chosen, "")
    ids = [matter.id for matter in matters]
    having = {key: tuple(map(ids.__getitem__, _merged(found.values()))) for key, found in spellings.items()}
    return {key: Term(kind, chosen[key], urls[key], having[key]) for key in sorted(chosen)}


def _commonest(found: Mapping[str, Sequence[int]]) -> str:
    return min(found, key=lambda name: (-len(found[name]), name))


def _merged(rows: Iterable[Sequence[int]]) -> list[int]:
    """The numbers of some rows in their order, each once."""
    return sorted({*chain.from_iterable(rows)})


def _urls(kind: str, chosen: Mapping[str, str]) -> dict[str, str]:
    """An address for each name; of two names with one slug, the second in order carries a digest."""
    taken: set[str] = set()
    urls: dict[str, str] = {}
    for key in sorted(chosen):
        last = slug(chosen[key]) or digest(key)[:8]
        if last in taken:
            last = f"{last}-{digest(key)[:6]}"
        taken.add(last)
        urls[key] = f"/{kind}/{last}/"
    return urls
