"""RSS, Atom and JSON Feed of the newest briefings; only where the site knows where it will stand."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from readalso.fields import Moment
from readalso.library.library import Entry
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Feed, FeedItem, Time

FILES = ("feed.xml", "atom.xml", "feed.json")


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/feed.xml" (RSS 2.0), "/atom.xml" (RFC 4287), "/feed.json" (JSON Feed 1.1)."""
    if not shelf.settings.base_url:
        return
    entries = [entry for entry in shelf.library.entries.values() if entry.held is None][: shelf.settings.feed_items]
    items = tuple(_item(shelf, entry) for entry in entries)
    updated = max((item.updated for item in items), key=lambda time: datetime.fromisoformat(time.iso), default=None)
    for name in FILES:
        yield Page(
            f"/{name}",
            name,
            Feed(f"/{name}", shelf.settings.title, tag(shelf, "feed"), updated, items),
            is_listed=False,
        )


def _item(shelf: Shelf, entry: Entry) -> FeedItem:
    matter = entry.facts.matter
    moment = entry.order.astimezone(shelf.settings.zone)
    published = _point(shelf, matter.date)
    received = Time(moment.isoformat(timespec="seconds"))
    updated = _point(shelf, matter.updated) or published or received
    return FeedItem(shelf.cards[entry.id], tag(shelf, matter.id), published, updated, matter.topics)


def _point(shelf: Shelf, moment: Moment | None) -> Time | None:
    """A point in time, since feeds know nothing else: a day is the midnight that begins it in the site's zone."""
    return Time(moment.point(shelf.settings.zone).isoformat(timespec="seconds")) if moment else None


def tag(shelf: Shelf, id: str) -> str:
    """A tag URI (RFC 4151): made of the site's host and the briefing's id, so a new address leaves it as it was."""
    return f"tag:{urlsplit(shelf.settings.base_url).hostname},2020:{id}"
