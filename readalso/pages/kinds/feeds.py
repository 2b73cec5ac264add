"""RSS, Atom and JSON Feed of the site, of each term and each thread; only where the site knows where it will stand.

A feed has what was published or changed last, so that a correction to an old briefing reaches those who follow; what
was withdrawn is named in the site's own by its id alone.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from readalso.fields import Moment
from readalso.library.library import Entry
from readalso.library.terms import Term
from readalso.library.threads.threads import OWNER, Thread
from readalso.pages import photos
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Feed, FeedItem, Taken, Time

FILES = {"feed.xml": "rss", "atom.xml": "atom", "feed.json": "json-feed"}
"""RSS 2.0, Atom (RFC 4287), JSON Feed 1.1, as the setting `leave_out` calls them; a site always has the first."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of what says nothing of time: Atom wants one of each entry, and RFC 3339 has no offset of the year 1."""


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/feed.xml", "/atom.xml", "/feed.json", and the same below each term and thread that has feeds."""
    if not shelf.settings.base_url:
        return
    entries = shelf.library.entries
    latest = {id: (changed(shelf, entry).timestamp(), id) for id, entry in entries.items() if entry.is_public}
    newest = sorted(latest, key=latest.__getitem__, reverse=True)
    items = _Items(shelf)
    yield from _feeds(shelf, "/", "", "", "feed", items.of(newest), _withdrawn(shelf))
    places = {id: place for place, id in enumerate(newest)}
    for kind, name, one in _followed(shelf):
        if url := home(shelf, one):
            ids = sorted((id for id in one.ids if id in places), key=places.__getitem__)
            title = one.name if isinstance(one, Term) else one.title
            yield from _feeds(shelf, url, title, kind, quote(name), items.of(ids), ())


def _followed(shelf: Shelf) -> Iterator[tuple[str, str, Term | Thread]]:
    """(kind, what the feeds' id is made of, whose feeds they are): neither a new title nor a new address changes it."""
    for kind, terms in shelf.library.terms.items():
        yield from ((kind, f"{kind}/{key}", term) for key, term in terms.items())
    if shelf.settings.has("threads"):
        yield from (("threads", OWNER + thread.id, thread) for thread in shelf.library.threads.all)


def home(shelf: Shelf, one: Term | Thread) -> str:
    """The url below which the feeds of a term or thread lie; "" for a small one: nobody follows what was there once."""
    least = shelf.settings.term_feeds
    return one.url if shelf.settings.base_url and least and len(one.ids) >= least else ""


def _feeds(
    shelf: Shelf,
    home: str,
    title: str,
    kind: str,
    name: str,
    found: Sequence[FeedItem],
    withdrawn: tuple[Taken, ...],
) -> Iterator[Page]:
    items = tuple(found)
    updated = items[0].updated if items else None
    for file, name_of in FILES.items():
        if not shelf.settings.has(name_of):
            continue
        view = Feed(home + file, title, kind, home, tag(shelf, name), updated, items, withdrawn)
        yield Page(home + file, file, view, is_listed=False)


class _Items(dict[str, FeedItem]):
    """What feeds have of a briefing, by id, made when a feed first has it."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    def __missing__(self, id: str) -> FeedItem:
        self[id] = item(self._shelf, self._shelf.library.entries[id])
        return self[id]

    def of(self, ids: Sequence[str]) -> list[FeedItem]:
        """The first of some, as many as a feed has."""
        return [self[id] for id in ids[: self._shelf.settings.feed_items]]


def changed(shelf: Shelf, entry: Entry) -> datetime:
    """When a briefing was published, updated or last corrected; to the second, in the site's zone."""
    matter, zone = entry.facts.matter, shelf.settings.zone
    later = (matter.updated, *(one.date for one in matter.corrections))
    moments = [entry.date, *(one.point(zone) for one in later if one)]
    last = max(filter(None, moments), default=max(entry.order, _EPOCH))
    return last.astimezone(zone).replace(microsecond=0)


def item(shelf: Shelf, entry: Entry) -> FeedItem:
    """What feeds have of a briefing."""
    matter = entry.facts.matter
    published = _point(shelf, matter.date)
    log = [one.text for one in matter.corrections if one.text]
    return FeedItem(
        card=shelf.cards[entry.id],
        id=tag(shelf, matter.id),
        published=published,
        updated=Time(changed(shelf, entry).isoformat(timespec="seconds")),
        topics=matter.topics,
        correction=matter.correction or (log[-1] if log else ""),
        credit=shelf.library.rights.of(matter.source.name).credit,
        image=photos.lead(shelf, entry),
    )


def _withdrawn(shelf: Shelf) -> tuple[Taken, ...]:
    """The withdrawn briefings as RFC 6721 has it; when that was is the day they were `updated`, as far as is known."""
    gone = shelf.library.withdrawn
    found = [Taken(tag(shelf, entry.id), _when(shelf, entry)) for entry in gone]
    found.sort(key=lambda one: (datetime.fromisoformat(one.when.iso).timestamp(), one.id), reverse=True)
    return tuple(found[: shelf.settings.feed_items])


def _when(shelf: Shelf, entry: Entry) -> Time:
    moment = entry.facts.matter.updated
    found = moment.point(shelf.settings.zone) if moment else entry.order
    return Time(found.astimezone(shelf.settings.zone).isoformat(timespec="seconds"))


def _point(shelf: Shelf, moment: Moment | None) -> Time | None:
    """A point in time, since feeds know nothing else: a day is the midnight that begins it in the site's zone."""
    return Time(moment.point(shelf.settings.zone).isoformat(timespec="seconds")) if moment else None


def tag(shelf: Shelf, id: str) -> str:
    """A tag URI (RFC 4151): made of the site's host and the briefing's id, so a new address leaves it as it was."""
    return f"tag:{urlsplit(shelf.settings.base_url).hostname},2020:{id}"
