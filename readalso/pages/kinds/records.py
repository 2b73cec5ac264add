"""Briefings for other programs: lists of all, and with the setting `ninjs` a record of each with its text.

The lists are full pages of PAGE counted from the oldest briefing, and /briefings.json has the rest, the newest: a
briefing that comes changes that one alone. Each record is one of ninjs 2.1 (https://iptc.org/std/ninjs/).
"""

from collections.abc import Iterator, Sequence
from functools import partial

from readalso.library.library import Entry
from readalso.pages.kinds import feeds, story
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Ninjs, Record, Records

PAGE = 1_000
"""Briefings on one page."""


def pages(shelf: Shelf, size: int = PAGE) -> Iterator[Page]:
    """ "/briefings.json", "/briefings/1.json" and on, "/2026/port-deal/ninjs.json"; only where feeds are."""
    if not shelf.settings.base_url:
        return
    entries = shelf.library.public
    if not (shelf.settings.ninjs or shelf.settings.has("records")):
        return
    found = [_record(shelf, entry) for entry in entries]
    if shelf.settings.has("records"):
        yield from _lists(found, size)
    if shelf.settings.ninjs:
        for entry, record in zip(entries, found, strict=True):
            yield Page(
                record.url, "ninjs.json", partial(_ninjs, shelf, entry, record), entry.facts.path, is_listed=False
            )


def _ninjs(shelf: Shelf, entry: Entry, record: Record) -> Ninjs:
    return Ninjs(record.url, record.card.title, record, story.story(shelf, entry))


def _lists(found: Sequence[Record], size: int) -> Iterator[Page]:
    count = max(1, -(-len(found) // size))
    urls = ["", *(f"/briefings/{number}.json" for number in range(1, count)), "/briefings.json", ""]
    for number in range(1, count + 1):
        last = len(found) - (number - 1) * size
        some = tuple(found[max(0, last - size) : last])
        view = Records(urls[number], "", some, older=urls[number - 1], newer=urls[number + 1])
        yield Page(urls[number], "briefings.json", view, is_listed=False)


def _record(shelf: Shelf, entry: Entry) -> Record:
    matter = entry.facts.matter
    item = feeds.item(shelf, entry)
    return Record(
        card=item.card,
        id=item.id,
        published=item.published,
        updated=item.updated,
        source=story.label(shelf, "sources", matter.source.name),
        original=story.web_address(matter.source.url),
        topics=story.labels(shelf, "topics", matter.topics),
        people=story.labels(shelf, "people", matter.people),
        organisations=story.labels(shelf, "organisations", matter.organisations),
        places=story.labels(shelf, "places", matter.places),
        correction=item.correction,
        credit=item.credit,
        url=f"{entry.url}ninjs.json" if shelf.settings.ninjs else "",
    )
