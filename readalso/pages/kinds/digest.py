"""The digest: what has come since the last one, as a mail in HTML and in plain text. No page of the site."""

from collections.abc import Iterable
from datetime import datetime

from readalso.library.library import Entry
from readalso.library.news import News
from readalso.pages.kinds.story import corrections
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Corrected, Digest, DigestGroup, Label, Time

TEMPLATES = ("digest.txt", "digest.html")


def pages(shelf: Shelf, news: News, since: datetime, until: datetime) -> tuple[Page, Page]:
    """The text and the HTML of one digest."""
    view = Digest(
        url="/digest/",
        title=shelf.settings.title,
        since=_time(shelf, since),
        until=_time(shelf, until),
        total=len(news.new),
        groups=_groups(shelf, news.new),
        updated=tuple(shelf.cards[entry.id] for entry in news.updated),
        corrected=tuple(Corrected(shelf.cards[one.id], corrections(shelf, one.facts.matter)) for one in news.corrected),
        withdrawn=tuple(map(_withdrawn, news.withdrawn)),
        waiting=len(shelf.library.waiting()),
    )
    text, markup = (Page(view.url, template, view, is_listed=False) for template in TEMPLATES)
    return text, markup


def _withdrawn(entry: Entry) -> Label:
    return Label(entry.facts.matter.title, entry.url, language=entry.facts.matter.language)


def _groups(shelf: Shelf, entries: Iterable[Entry]) -> tuple[DigestGroup, ...]:
    """Under the first topic of each; the fullest group first, those without a topic last."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        topic = shelf.cards[entry.id].topic
        found.setdefault(topic.name if topic else "", []).append(entry.id)
    order = sorted(found, key=lambda name: (not name, -len(found[name]), name))
    return tuple(DigestGroup(name, tuple(shelf.cards[id] for id in found[name])) for name in order)


def _time(shelf: Shelf, point: datetime) -> Time:
    return Time(point.astimezone(shelf.settings.zone).isoformat(timespec="seconds"))
