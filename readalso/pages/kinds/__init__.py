"""The kinds of page, one file each: `pages(shelf)` gives the pages of its kind."""

from collections.abc import Callable, Iterable

from readalso.pages.kinds import (
    archive,
    feeds,
    front,
    news,
    pending,
    records,
    search,
    sitemap,
    social,
    story,
    threads,
    topics,
)
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf

KINDS: tuple[Callable[[Shelf], Iterable[Page]], ...] = (
    front.pages,
    story.pages,
    social.pages,
    topics.pages,
    threads.pages,
    archive.pages,
    pending.pages,
    feeds.pages,
    news.pages,
    records.pages,
    search.pages,
    sitemap.pages,
)
"""In the order in which a build makes them."""
