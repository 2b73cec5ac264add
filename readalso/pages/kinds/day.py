"""The briefing of the day: what led it, what else there was by topic, what was changed on it, what it waits for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from readalso.library.library import Entry
from readalso.library.links import Pending
from readalso.pages.kinds.pending import gathered
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, archive_url, paged
from readalso.pages.views import Card, DayPage, Group, Label, Time, Wanted


@dataclass(frozen=True, slots=True)
class Changes:
    """What was done on a day to briefings that had been published before."""

    ids: tuple[str, ...] = ()
    """Those updated or corrected, in the library's order."""
    withdrawn: int = 0
    """How many were withdrawn."""


def changes(shelf: Shelf) -> dict[str, Changes]:
    """Day -> what was changed on it; a briefing says so with its status and the date `updated`."""
    found: dict[str, list[str]] = {}
    withdrawn: dict[str, int] = {}
    for entry in shelf.library.entries.values():
        if entry.facts.matter.status in ("updated", "corrected") and (date := _updated(shelf, entry)):
            found.setdefault(date, []).append(entry.id)
    for entry in shelf.library.hidden:
        if entry.is_withdrawn and (date := _updated(shelf, entry)):
            withdrawn[date] = withdrawn.get(date, 0) + 1
    days = sorted({*found, *withdrawn}, reverse=True)
    return {day: Changes(tuple(found.get(day, ())), withdrawn.get(day, 0)) for day in days}


def pages(shelf: Shelf, day: str, ids: Sequence[str], changed: Changes, newer: str, older: str) -> Iterator[Page]:
    """The page of one day, and those that continue it; `ids` are its briefings, newest first."""
    lead = max(ids, key=lambda id: len(shelf.library.backlinks.get(id, ())), default=None)
    rest = [card for group in groups(shelf.cards[id] for id in ids if id != lead) for card in group.cards]
    for url, pager, some in paged(archive_url(day), rest, shelf.settings.paginate):
        is_first = pager.number == 1
        view = DayPage(
            url=url,
            title=day,
            date=Time(day),
            parent=archive_url(day[:7]),
            newer=newer,
            older=older,
            total=len(ids),
            lead=shelf.cards[lead] if lead and is_first else None,
            points=shelf.library.entries[lead].facts.matter.key_points if lead and is_first else (),
            groups=_as_listed(some),
            pager=pager,
            changed=tuple(shelf.cards[id] for id in changed.ids) if is_first else (),
            withdrawn=changed.withdrawn if is_first else 0,
            wanted=_wanted(shelf, ids) if is_first else (),
        )
        yield Page(url, "day.html", view, is_listed=is_first)


def groups(cards: Iterable[Card]) -> tuple[Group, ...]:
    """Cards by their first topic: the topic with most of them first, of equals by name; those without one last."""
    found: dict[Label | None, list[Card]] = {}
    for card in cards:
        found.setdefault(card.topic, []).append(card)
    rows = sorted(found.items(), key=lambda row: (row[0] is None, -len(row[1]), row[0].name if row[0] else ""))
    return tuple(Group(topic, tuple(row)) for topic, row in rows)


def _as_listed(cards: Iterable[Card]) -> tuple[Group, ...]:
    """Neighbours of one topic as a group."""
    return tuple(Group(topic, tuple(some)) for topic, some in groupby(cards, key=lambda card: card.topic))


def _updated(shelf: Shelf, entry: Entry) -> str:
    """The day on which a briefing was changed, or ""."""
    time = shelf.time(entry.facts.matter.updated)
    return time.iso[:10] if time else ""


def _wanted(shelf: Shelf, ids: Sequence[str]) -> tuple[Wanted, ...]:
    """What the briefings of a day wait for, in the order of their texts."""
    rows = (link for id in ids for link in shelf.library.links[id])
    return gathered(shelf, (link for link in rows if isinstance(link, Pending) and link.is_waited_for))
