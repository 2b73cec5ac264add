"""Briefings for other programs: lists of all, and with the setting `ninjs` a record of each with its text.

The lists are full pages of PAGE counted from the oldest briefing, and /briefings.json has the rest, the newest: a
briefing that comes changes that one alone. Each record is one of ninjs 2.1 (https://iptc.org/std/ninjs/).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from readalso.library.library import Entry
from readalso.pages.kinds import feeds, story
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Label, Ninjs, Record, Records

PAGE = 1_000
"""Briefings on one page."""


def pages(shelf: Shelf, size: int = PAGE) -> Iterator[Page]:
    """ "/briefings.json", "/briefings/1.json" and on, "/2026/port-deal/ninjs.json"; only where feeds are."""
    if not shelf.settings.base_url:
        return
    entries = shelf.library.public
    if not (shelf.settings.ninjs or shelf.settings.has("records")):
        return
    labels = _Labels(shelf)
    found = [_record(shelf, entry, labels) for entry in entries]
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


class _Labels:
    """The labels of names, each made once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[tuple[str, str], Label | None] = {}

    def of(self, kind: str, names: Iterable[str]) -> tuple[Label, ...]:
        """Those of some names, each once."""
        return tuple(dict.fromkeys(label for name in names if (label := self._one(kind, name))))

    def _one(self, kind: str, name: str) -> Label | None:
        if (kind, name) not in self._known:
            self._known[kind, name] = story.label(self._shelf, kind, name)
        return self._known[kind, name]


def _record(shelf: Shelf, entry: Entry, labels: _Labels) -> Record:
    matter = entry.facts.matter
    item = feeds.item(shelf, entry)
    return Record(
        card=item.card,
        id=item.id,
        published=item.published,
        updated=item.updated,
        source=next(iter(labels.of("sources", [matter.source.name])), None),
        original=story.web_address(matter.source.url),
        topics=labels.of("topics", matter.topics),
        people=labels.of("people", matter.people),
        organisations=labels.of("organisations", matter.organisations),
        places=labels.of("places", matter.places),
        correction=item.correction,
        credit=item.credit,
        url=f"{entry.url}ninjs.json" if shelf.settings.ninjs else "",
    )
