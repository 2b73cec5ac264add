"""Who and what a text speaks of: people, organisations, places and topics, each once, in order of mention.

The desk's register decides first; after it come the rules of `people`, `bodies` and `places`. A name that is part of a
longer one does not count, and neither does the agency that reports. The headlines of references name people, bodies and
topics of the story, but no places: the other story may have happened anywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from readalso.intake.anatomy import bodies, places
from readalso.intake.anatomy.anatomy import Names
from readalso.intake.anatomy.known import Found, Known
from readalso.intake.anatomy.people import Cast
from readalso.intake.languages import Language

_TOPIC_MENTIONS = 2
"""That give a topic where neither the headline nor the lede has it."""
_MOST = 40
"""Names of a kind; a text that has more is a list."""


def gather(
    texts: tuple[str, ...],
    references: tuple[str, ...],
    language: Language,
    known: Known,
    cast: Cast,
    source: str,
    dateline: str,
) -> Names:
    """The names in `texts`, of which the first is the headline and the second the lede, and in those of references."""
    found = [Found(0, 0, "places", dateline)] if dateline else []
    for text in texts:
        found += _without_overlaps(_all(text, language, known, cast))
    for text in references:
        found += (hit for hit in _without_overlaps(_all(text, language, known, cast)) if hit.kind != "places")
    all_texts = "\n".join((*texts, *references))
    found = [_settled(hit, all_texts, language) for hit in found if hit.name.casefold() != source.casefold()]
    people, organisations, places_named = (_once(found, kind) for kind in ("people", "organisations", "places"))
    return Names(people, organisations, places_named, _topics((*texts, *references), known))


def _settled(hit: Found, texts: str, language: Language) -> Found:
    """A place in the nominative; any other name as it is."""
    return replace(hit, name=places.nominative(hit.name, texts, language)) if hit.kind == "places" else hit


def _all(text: str, language: Language, known: Known, cast: Cast) -> Iterator[Found]:
    """All names in a text, overlapping ones too, the register's first."""
    yield from known.find(text)
    yield from (Found(mention.start, mention.end, "people", mention.person.name) for mention in cast.mentions(text))
    yield from (Found(start, end, "organisations", name) for start, end, name in bodies.find(text, language))
    yield from (Found(start, end, "places", name) for start, end, name in places.find(text, language))


def _without_overlaps(hits: Iterable[Found]) -> list[Found]:
    """In order of the text; of two that overlap the earlier; of two that begin together a person, or the longer."""
    kept: list[Found] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.kind != "people", -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _once(hits: Iterable[Found], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.name for hit in hits if hit.kind == kind))[:_MOST]


def _topics(texts: tuple[str, ...], known: Known) -> tuple[str, ...]:
    """The register's topics that the headline or lede speaks of, or the whole text more than once."""
    found = [tuple(hit.name for hit in known.find_topics(text)) for text in texts]
    heads, mentions = set(chain(*found[:2])), list(chain(*found))
    return tuple(name for name in dict.fromkeys(mentions) if name in heads or mentions.count(name) >= _TOPIC_MENTIONS)
