"""What machines ask for: sitemap.xml, robots.txt and the page for addresses that do not exist.

Beyond MOST addresses /sitemap.xml becomes an index of parts: one for each month's briefings and archive pages, one for
each kind of list. A part that grows beyond MOST is split by the fingerprint of its addresses. So a new briefing changes
the part of its month and the index, and no other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from readalso.library.library import Entry
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Notice, Sitemap, SitemapEntry
from readalso.words import digest

_ARCHIVED = re.compile(r"/archive/(\d{4})/(\d\d)/")
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
        yield _page("/sitemap.xml", "sitemap.xml", _entries(shelf, listed))
        return
    parts = {
        f"/sitemaps/{name}.xml": _entries(shelf, some) for name, some in sorted(_parts(shelf, listed, most).items())
    }
    index = tuple(SitemapEntry(url, max(entry.modified[:10] for entry in some)) for url, some in parts.items())
    yield _page("/sitemap.xml", "sitemap-index.xml", index)
    for url, entries in parts.items():
        yield _page(url, "sitemap.xml", entries)


def _page(url: str, template: str, entries: tuple[SitemapEntry, ...]) -> Page:
    return Page(url, template, Sitemap(url, "", entries), is_listed=False)


def _entries(shelf: Shelf, listed: Sequence[Page]) -> tuple[SitemapEntry, ...]:
    return tuple(SitemapEntry(page.url, _modified(shelf, page)) for page in sorted(listed, key=lambda page: page.url))


def _parts(shelf: Shelf, listed: Sequence[Page], most: int) -> Mapping[str, list[Page]]:
    """The pages by the name of the part that lists them."""
    whole: dict[str, list[Page]] = {}
    for page in listed:
        whole.setdefault(_name(shelf, page), []).append(page)
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


def _name(shelf: Shelf, page: Page) -> str:
    """A month, "2026-10", for briefings and the archive; else the first part of the address, "people"."""
    if entry := _entry(shelf, page):
        return shelf.day_of[entry.id][:7] or "undated"
    if month := _ARCHIVED.match(page.url):
        return f"{month[1]}-{month[2]}"
    return page.url.split("/")[1] or "front"


def _modified(shelf: Shelf, page: Page) -> str:
    entry = _entry(shelf, page)
    time = shelf.time(entry.facts.matter.updated) or shelf.cards[entry.id].date if entry else None
    return time.iso if time else ""


def _entry(shelf: Shelf, page: Page) -> Entry | None:
    """The briefing whose own page it is."""
    return shelf.library.entries.get(page.owner) if page.source else None
