"""The library as the pages take from it: each briefing's card and each term's label, made once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from readalso.fields import Moment
from readalso.library.gallery import Gallery
from readalso.library.library import Entry, Library
from readalso.library.terms import Term
from readalso.pages.lettering import Lettering
from readalso.pages.views import Card, Day, Label, Pager, Time
from readalso.settings import Settings
from readalso.words import excerpt

Row = TypeVar("Row")
"""What a list is of: mostly ids."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What every kind of page is made from."""

    library: Library
    settings: Settings
    cards: Mapping[str, Card]
    """The card of each briefing that has a page, by id, newest first."""
    gallery: Gallery = field(default_factory=dict)
    """The pictures that briefings show."""
    day_of: Mapping[str, str] = field(default_factory=dict)
    """The day on which each briefing was published, "2026-10-05"; "" where nobody stated it."""
    lettering: Lettering | None = None
    """What the cards of stories are lettered with; None where there are none."""
    headings: Mapping[str, tuple[Time | None, str]] = field(default_factory=dict)
    """Of each of these days: the day as templates see it, and its page in the archive, or ""."""
    labels: dict[tuple[str, str], Label] = field(default_factory=dict)
    """The labels without a count that were made so far, by kind and spelling."""

    def days(self, ids: Iterable[str]) -> tuple[Day, ...]:
        """Briefings by day, in the order given; neighbours of one day stand together."""
        return tuple(self._day(day, rows) for day, rows in groupby(ids, key=self.day_of.__getitem__))

    def anchored(self, ids: Iterable[str]) -> tuple[Day, ...]:
        """The same days, each with the anchor that a calendar leads to; what has no date may part a day in two."""
        anchors = {""}
        found = []
        for day, rows in groupby(ids, key=self.day_of.__getitem__):
            found.append(self._day(day, rows, "" if day in anchors else day))
            anchors.add(day)
        return tuple(found)

    def _day(self, day: str, ids: Iterable[str], anchor: str = "") -> Day:
        return Day(*self.headings[day], tuple(map(self.cards.__getitem__, ids)), anchor)

    def time(self, moment: Moment | None) -> Time | None:
        """A moment as templates see it: a day, or a time in the site's zone."""
        if moment is None or moment.is_day:
            return Time(moment.iso) if moment else None
        zone = self.settings.zone
        return Time(moment.point(zone).astimezone(zone).isoformat(timespec="seconds"))


def stock(
    library: Library, settings: Settings, gallery: Gallery | None = None, lettering: Lettering | None = None
) -> Shelf:
    """The shelf of a library, with the pictures that its briefings show, and what their cards are lettered with."""
    bare = Shelf(library, settings, {})
    cards = {id: _card(bare, entry) for id, entry in library.entries.items()}
    days = {id: day_of(entry) for id, entry in library.entries.items()}
    has_archive = settings.has("archive")
    headings = {
        day: (Time(day) if day else None, archive_url(day or "undated") if has_archive else "")
        for day in {*days.values()}
    }
    return Shelf(library, settings, cards, gallery or {}, days, lettering, headings)


def _card(shelf: Shelf, entry: Entry) -> Card:
    matter = entry.facts.matter
    return Card(
        url=entry.url,
        title=matter.title,
        summary=excerpt(matter.summary, 220),
        date=shelf.time(matter.date),
        source=matter.source.name,
        language=matter.language or shelf.settings.language,
        status=matter.status,
        topic=Label(first.name, first.url) if (first := _first_topic(shelf.library, matter.topics)) else None,
        held=entry.held.reason if entry.held else "",
    )


def _first_topic(library: Library, topics: tuple[str, ...]) -> Term | None:
    return library.term("topics", topics[0]) if topics else None


def day_of(entry: Entry) -> str:
    """The day on which a briefing was published, "2026-10-05"; "" where nobody stated it."""
    return entry.day.isoformat() if entry.day else ""


def term_label(term: Term) -> Label:
    """A term's name, address and count of briefings."""
    return Label(term.name, term.url, len(term.ids))


def headline(card: Card, count: int = 0) -> Label:
    """A briefing's headline as a label."""
    return Label(card.title, card.url, count, card.language)


def archive_url(period: str) -> str:
    """ "2026-10-05" is "/archive/2026/10/05/"."""
    return f"/archive/{period.replace('-', '/')}/"


def paged(url: str, rows: Sequence[Row], size: int) -> Iterator[tuple[str, Pager, Sequence[Row]]]:
    """The pages of a list: (url, pager, rows); an empty list has one page, and any list where `size` is 0."""
    size = size or max(1, len(rows))
    total = max(1, -(-len(rows) // size))
    urls = [url, *(f"{url}page/{number}/" for number in range(2, total + 1)), ""]
    for number in range(1, total + 1):
        pager = Pager(number, total, urls[number - 2] if number > 1 else "", urls[number])
        yield urls[number - 1], pager, rows[(number - 1) * size : number * size]
