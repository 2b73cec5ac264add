"""RSS, Atom and JSON Feed of the newest briefings; only where the site knows where it will stand."""

from collections.abc import Iterator
from urllib.parse import urlsplit

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
    updated = max((item.updated for item in items), key=lambda time: time.iso, default=None)
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
    updated = shelf.time(matter.updated) or Time(moment.isoformat(timespec="seconds"))
    if "T" not in updated.iso:
        updated = Time(f"{updated.iso}T00:00:00Z")
    return FeedItem(shelf.cards[entry.id], tag(shelf, matter.id), updated, matter.topics)


def tag(shelf: Shelf, id: str) -> str:
    """A tag URI (RFC 4151): made of the site's host and the briefing's id, so a new address leaves it as it was."""
    return f"tag:{urlsplit(shelf.settings.base_url).hostname},2020:{id}"
