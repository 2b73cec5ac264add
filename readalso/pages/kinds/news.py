"""The sitemap for news searches: what was published in the last two days.

Of all pages only this one depends on the clock, and on that only through its list: it is made again when an item is
too old for it, and not before. https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

from collections.abc import Iterator
from datetime import timedelta

from readalso.library.library import Entry
from readalso.pages.kinds.story import canonical
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import NewsSitemap

RECENT = timedelta(hours=48)
MOST = 1_000


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/news-sitemap.xml"; only where the site knows where it will stand."""
    if shelf.settings.base_url and shelf.settings.has("news-sitemap"):
        cards = tuple(shelf.cards[entry.id] for entry in _recent(shelf))[:MOST]
        yield Page(
            "/news-sitemap.xml", "news-sitemap.xml", NewsSitemap("/news-sitemap.xml", "", cards), is_listed=False
        )


def _recent(shelf: Shelf) -> Iterator[Entry]:
    """Newest first; the list is sorted by date, so the first one that is too old ends it."""
    since = shelf.library.now - RECENT
    for entry in shelf.library.entries.values():
        if entry.order <= since:
            return
        if entry.date and entry.is_public and canonical(shelf, entry) == entry.url:
            yield entry
