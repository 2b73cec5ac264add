"""Topics, people, organisations, places and sources: a page for each, and for each kind a list by name."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from readalso.library import terms
from readalso.library.terms import Term
from readalso.pages.calendar import months
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, day_of, paged, term_label
from readalso.pages.views import Card, Index, Label, Said, State, TermPage
from readalso.words import headline_key

MOST_BESIDE = 12
"""Names that most often stand beside a term."""
MOST_QUOTED = 12
"""Of what a person said, the newest."""


def pages(shelf: Shelf) -> Iterator[Page]:
    """For each kind "/people/", and for each term "/people/mara-veldan/", "/people/mara-veldan/page/2/" and on."""
    spoken = _quotes_by_speaker(shelf)
    for kind in terms.KINDS:
        found = tuple(shelf.library.terms[kind].values())
        yield Page(f"/{kind}/", "terms.html", Index(f"/{kind}/", "", kind, _letters(found)))
        for term in found:
            yield from _term(
                shelf, term, spoken.get(shelf.library.names.key(kind, term.name), ()) if kind == "people" else ()
            )


def _term(shelf: Shelf, term: Term, quotes: tuple[tuple[Said, Card], ...]) -> Iterator[Page]:
    beside = _beside(shelf, term)
    for url, pager, some in paged(term.url, term.ids, shelf.settings.paginate):
        is_first = pager.number == 1
        view = TermPage(
            url=url,
            title=term.name,
            kind=term.kind,
            total=len(term.ids),
            days=shelf.anchored(some),
            pager=pager,
            quotes=quotes if is_first else (),
            related=beside if is_first else (),
            state=_state(shelf, term) if is_first else None,
            months=months(_days(shelf, term)) if is_first else (),
        )
        owner = f"{term.kind}/{shelf.library.names.key(term.kind, term.name)}"
        yield Page(url, "term.html", view, owner=owner, is_listed=is_first)


def _state(shelf: Shelf, term: Term) -> State:
    """The newest briefing that has a date, with its key points, and the date of the oldest."""
    entries = shelf.library.entries
    newest = next((id for id in term.ids if entries[id].date), term.ids[0])
    oldest = next((id for id in reversed(term.ids) if entries[id].date), newest)
    points = entries[newest].facts.matter.key_points
    return State(shelf.cards[newest], points, shelf.time(entries[oldest].facts.matter.date))


def _days(shelf: Shelf, term: Term) -> tuple[Label, ...]:
    """The days with briefings of a term, newest first; each leads to where its first one stands in the term's list."""
    counts: Counter[str] = Counter()
    urls: dict[str, str] = {}
    for url, _, some in paged(term.url, term.ids, shelf.settings.paginate):
        for day in filter(None, (day_of(shelf.library.entries[id]) for id in some)):
            counts[day] += 1
            urls.setdefault(day, f"{url}#{day}")
    return tuple(Label(day, urls[day], counts[day]) for day in sorted(counts, reverse=True))


def _beside(shelf: Shelf, term: Term) -> tuple[Label, ...]:
    """The topics, people, organisations and places that most often stand in the same briefings, most often first."""
    names = shelf.library.names
    counts: Counter[tuple[str, str]] = Counter()
    for id in term.ids:
        matter = shelf.library.entries[id].facts.matter
        for kind in ("people", "organisations", "places", "topics"):
            counts.update({(kind, names.key(kind, name)) for name in terms.KINDS[kind](matter)})
    counts.pop((term.kind, names.key(term.kind, term.name)), None)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_BESIDE]
    found = [(shelf.library.terms[kind][key], count) for (kind, key), count in top]
    return tuple(Label(other.name, other.url, count) for other, count in found)


def _quotes_by_speaker(shelf: Shelf) -> dict[str, tuple[tuple[Said, Card], ...]]:
    """Key of a person -> what they said and where, newest first."""
    names = shelf.library.names
    found: dict[str, list[tuple[Said, Card]]] = {}
    for entry in shelf.library.entries.values():
        for quote in entry.facts.matter.quotes:
            if quote.speaker:
                said = Said(quote.text, None), shelf.cards[entry.id]
                found.setdefault(names.key("people", quote.speaker), []).append(said)
    return {name: tuple(quotes[:MOST_QUOTED]) for name, quotes in found.items()}


def _letters(found: tuple[Term, ...]) -> tuple[tuple[str, tuple[Label, ...]], ...]:
    """The terms by first letter, accents aside; the order within a letter is that of the folded names."""
    labels = sorted(
        ((_letter(term.name), headline_key(term.name), term_label(term)) for term in found),
        key=lambda row: row[:2],
    )
    return tuple(
        (letter, tuple(label for _, _, label in rows)) for letter, rows in groupby(labels, key=lambda row: row[0])
    )


def _letter(name: str) -> str:
    first = unicodedata.normalize("NFKD", name[:1]).upper()[:1] if name[:1] not in "ЇїЙйЁё" else name[:1].upper()
    return first if first.isalpha() else "#"
