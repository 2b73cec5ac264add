"""Topics, people, organisations, places and sources: a page for each, and for each kind a list by name."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from heapq import nsmallest
from itertools import chain, groupby

from msgspec import Struct

from readalso.library import terms
from readalso.library.terms import Term
from readalso.pages.calendar import months
from readalso.pages.kinds import feeds, quotes
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, paged, term_label
from readalso.pages.views import Index, Label, Pager, State, TermPage
from readalso.register import KINDS
from readalso.words import headline_key

MOST_BESIDE = 12
"""Names that most often stand beside a term."""
DAYS_SHOWN = 4
"""Months of which a term's calendar shows each day: with twelve, a busy term's page outgrows a first answer."""


class Named(Struct, frozen=True):
    """Which names stand in which briefings. A name is a number here, its place in their order: millions are counted."""

    terms: Sequence[Term]
    numbers: Mapping[tuple[str, str], int]
    """Kind and key of a term -> its name."""
    within: Mapping[str, tuple[int, ...]]
    """Briefing -> the names in it, each once."""


def pages(shelf: Shelf) -> Iterator[Page]:
    """For each kind "/people/", and for each term "/people/mara-veldan/", "/people/mara-veldan/page/2/" and on."""
    named = cache(partial(_named, shelf))
    for kind in terms.KINDS:
        if not shelf.settings.has(kind):
            continue
        found = shelf.library.terms[kind]
        yield Page(f"/{kind}/", "terms.html", Index(f"/{kind}/", "", kind, _letters(tuple(found.values()))))
        for key, term in found.items():
            yield from _term(shelf, term, key, named)
            yield from quotes.pages(shelf, term, key)


def _term(shelf: Shelf, term: Term, key: str, named: Callable[[], Named]) -> Iterator[Page]:
    for url, pager, some in paged(term.url, term.ids, shelf.settings.paginate_terms):
        view = partial(_view, shelf, term, key, named, url, pager, some)
        yield Page(url, "term.html", view, owner=f"{term.kind}/{key}", is_listed=pager.number == 1)


def _view(
    shelf: Shelf, term: Term, key: str, named: Callable[[], Named], url: str, pager: Pager, some: Sequence[str]
) -> TermPage:
    names, said = shelf.library.names, shelf.library.quotes.get((term.kind, key), ())
    is_first = pager.number == 1
    return TermPage(
        url=url,
        title=term.name,
        kind=term.kind,
        total=len(term.ids),
        days=shelf.anchored(some),
        pager=pager,
        quotes=quotes.show(shelf, said[: quotes.MOST_ON_PAGE]) if is_first else (),
        quote_count=len(said) if is_first else 0,
        all_quotes=Label("", quotes.address(term), len(said)) if is_first and len(said) > quotes.MOST_ON_PAGE else None,
        description=names.description(term.kind, key) if is_first else "",
        aliases=names.aliases(term.kind, key) if is_first else (),
        related=_beside(term, key, named()) if is_first else (),
        state=_state(shelf, term) if is_first else None,
        months=months(_days(shelf, term), shown=DAYS_SHOWN) if is_first else (),
        feeds=feeds.home(shelf, term),
    )


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
    for url, _, some in paged(term.url, term.ids, shelf.settings.paginate_terms):
        found = Counter(map(shelf.day_of.__getitem__, some))
        counts.update(found)
        for day in found:
            urls.setdefault(day, f"{url}#{day}")
    counts.pop("", None)
    return tuple(Label(day, urls[day], counts[day]) for day in sorted(counts, reverse=True))


def _named(shelf: Shelf) -> Named:
    known, keys = shelf.library.terms, shelf.library.names
    order = sorted((kind, key) for kind in KINDS for key in known[kind])
    numbers = {name: number for number, name in enumerate(order)}

    @cache
    def number(kind: str, name: str) -> int:
        return numbers[kind, keys.key(kind, name)]

    within = {
        id: tuple({number(kind, name) for kind in KINDS for name in terms.KINDS[kind](entry.facts.matter)})
        for id, entry in shelf.library.entries.items()
    }
    return Named([known[kind][key] for kind, key in order], numbers, within)


def _beside(term: Term, key: str, named: Named) -> tuple[Label, ...]:
    """The topics, people, organisations and places that most often stand in the same briefings, most often first."""
    counts = Counter(chain.from_iterable(map(named.within.__getitem__, term.ids)))
    counts.pop(named.numbers.get((term.kind, key), -1), None)
    top = nsmallest(MOST_BESIDE, ((-count, number) for number, count in counts.items()))
    found = [(named.terms[number], -less) for less, number in top]
    return tuple(Label(other.name, other.url, count) for other, count in found)


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
