"""What machines ask for: sitemap.xml, robots.txt and the page for addresses that do not exist.

Beyond MOST addresses /sitemap.xml becomes an index of parts: one for each month's briefings and archive pages, one for
each kind of list. A part that grows beyond MOST is split by the fingerprint of its addresses. So a new briefing changes
the part of its month and the index, and no other.
"""

from collections.abc import Iterator, Mapping, Sequence

from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Archive, DayPage, Notice, Sitemap, SitemapEntry, Story
from readalso.words import digest

MOST = 10_000
"""Addresses in one file. The protocol allows 50,000; a file is made again as a whole for each briefing that comes."""


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/robots.txt" and "/404.html"."""
    yield Page("/robots.txt", "robots.txt", Notice("/robots.txt", ""), is_listed=False)
    yield Page("/404.html", "404.html", Notice("/404.html", ""), is_listed=False)


def sitemap(shelf: Shelf, listed: Sequence[Page], most: int = MOST) -> Iterator[Page]:
    """ "/sitemap.xml" of the pages that search engines may list; only where the site knows where it will stand."""
    if not shelf.settings.base_url:
        return
    if len(listed) <= most:
        yield _page("/sitemap.xml", "sitemap.xml", _entries(listed))
        return
    parts = {f"/sitemaps/{name}.xml": _entries(some) for name, some in sorted(_parts(listed, most).items())}
    index = tuple(SitemapEntry(url, max(entry.modified[:10] for entry in some)) for url, some in parts.items())
    yield _page("/sitemap.xml", "sitemap-index.xml", index)
    for url, entries in parts.items():
        yield _page(url, "sitemap.xml", entries)


def _page(url: str, template: str, entries: tuple[SitemapEntry, ...]) -> Page:
    return Page(url, template, Sitemap(url, "", entries), is_listed=False)


def _entries(listed: Sequence[Page]) -> tuple[SitemapEntry, ...]:
    return tuple(SitemapEntry(page.url, _modified(page)) for page in sorted(listed, key=lambda page: page.url))


def _parts(listed: Sequence[Page], most: int) -> Mapping[str, list[Page]]:
    """The pages by the name of the part that lists them."""
    whole: dict[str, list[Page]] = {}
    for page in listed:
        whole.setdefault(_name(page), []).append(page)
    found: dict[str, list[Page]] = {}
    for name, some in whole.items():
        digits = _digits(len(some), most)
        for page in some:
            found.setdefault(f"{name}-{digest(page.url)[:digits]}" if digits else name, []).append(page)
    return found


def _digits(count: int, most: int) -> int:
    """How many hexadecimal digits of a fingerprint split `count` pages into parts of `most`, with room to grow."""
    digits = 0
    while count > most // (2 if digits else 1) * 16**digits:
        digits += 1
    return digits


def _name(page: Page) -> str:
    """A month, "2026-10", for briefings and the archive; else the first part of the address, "people"."""
    if isinstance(page.view, Story):
        return page.view.date.iso[:7] if page.view.date else "undated"
    if isinstance(page.view, Archive | DayPage) and page.view.title[4:5] == "-":
        return page.view.title[:7]
    return page.url.split("/")[1] or "front"


def _modified(page: Page) -> str:
    if isinstance(page.view, Story) and (time := page.view.updated or page.view.date):
        return time.iso
    return ""
