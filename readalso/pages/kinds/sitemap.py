"""What machines ask for: sitemap.xml, robots.txt and the page for addresses that do not exist."""

from collections.abc import Iterator, Sequence

from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Notice, Sitemap, SitemapEntry, Story


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/robots.txt" and "/404.html"."""
    yield Page("/robots.txt", "robots.txt", Notice("/robots.txt", ""), is_listed=False)
    yield Page("/404.html", "404.html", Notice("/404.html", ""), is_listed=False)


def sitemap(shelf: Shelf, listed: Sequence[Page]) -> Iterator[Page]:
    """ "/sitemap.xml" of the pages that search engines may list; only where the site knows where it will stand."""
    if shelf.settings.base_url:
        entries = tuple(SitemapEntry(page.url, _modified(page)) for page in sorted(listed, key=lambda page: page.url))
        yield Page("/sitemap.xml", "sitemap.xml", Sitemap("/sitemap.xml", "", entries), is_listed=False)


def _modified(page: Page) -> str:
    if isinstance(page.view, Story) and (time := page.view.updated or page.view.date):
        return time.iso
    return ""
