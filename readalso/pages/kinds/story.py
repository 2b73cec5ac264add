"""A briefing's own page, its former addresses, and the tombstones of those withdrawn."""

from collections.abc import Iterator

from readalso.briefing.frontmatter import FrontMatter
from readalso.library.library import Entry
from readalso.library.links import Link, Resolved
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Citation, Correction, Label, Linked, Notice, Redirect, Said, Story, Waiting


def pages(shelf: Shelf) -> Iterator[Page]:
    """One page a briefing; a redirect for each former address; a tombstone for each withdrawn briefing."""
    for entry in shelf.library.entries.values():
        path, title = entry.facts.path, entry.facts.matter.title
        yield Page(entry.url, "story.html", _story(shelf, entry), path, entry.id, entry.held is None)
        for url in _former(entry):
            yield Page(url, "redirect.html", Redirect(url, title, entry.url), path, is_listed=False)
    for entry in shelf.library.hidden:
        if entry.held and entry.held.reason == "withdrawn":
            for url in (entry.url, *_former(entry)):
                yield Page(url, "withdrawn.html", Notice(url, ""), entry.facts.path, is_listed=False)


def _former(entry: Entry) -> tuple[str, ...]:
    """The addresses among the aliases. One without an extension is a folder's: no host serves another as a page."""
    urls = [alias for alias in entry.facts.matter.aliases if alias.startswith("/")]
    ended = (url if "." in url.rpartition("/")[2] else url.rstrip("/") + "/" for url in urls)
    return tuple(dict.fromkeys(url for url in ended if url != entry.url))


def _story(shelf: Shelf, entry: Entry) -> Story:
    facts, matter = entry.facts, entry.facts.matter
    return Story(
        url=entry.url,
        title=matter.title,
        id=matter.id,
        language=matter.language or shelf.settings.language,
        summary=matter.summary,
        standfirst="" if facts.is_lede_first else matter.summary,
        key_points=matter.key_points,
        text=facts.text_digest,
        gaps=tuple(fill(shelf, link) for link in shelf.library.links[matter.id]),
        date=shelf.time(matter.date),
        updated=shelf.time(matter.updated),
        received=shelf.time(matter.source.received),
        not_before=shelf.time(matter.not_before),
        status=matter.status,
        corrections=corrections(shelf, matter),
        held=entry.held.reason if entry.held else "",
        source=_label(shelf, "sources", matter.source.name),
        original=_web_address(matter.source.url),
        byline=matter.byline,
        dateline=matter.dateline,
        quotes=tuple(Said(quote.text, _speaker(shelf, quote.speaker)) for quote in matter.quotes),
        topics=_labels(shelf, "topics", matter.topics),
        people=_labels(shelf, "people", matter.people),
        organisations=_labels(shelf, "organisations", matter.organisations),
        places=_labels(shelf, "places", matter.places),
        backlinks=tuple(citation(shelf, link) for link in shelf.library.backlinks.get(matter.id, ())),
        words=facts.word_count,
        path=f"content/{facts.path}",
        extra=matter.extra,
        further=len(matter.read_also),
    )


def corrections(shelf: Shelf, matter: FrontMatter) -> tuple[Correction, ...]:
    """The dated ones of the log in the order of their dates, then the one that came with the last version."""
    zone = shelf.settings.zone
    log = sorted(matter.corrections, key=lambda one: one.date.point(zone).timestamp() if one.date else 0.0)
    last = (Correction(shelf.time(matter.updated), matter.correction),) if matter.correction else ()
    return tuple(Correction(shelf.time(one.date), one.text) for one in log if one.text) + last


def fill(shelf: Shelf, link: Link) -> Linked | Waiting:
    """What stands in a gap: the card of the briefing meant, or the headline that waits."""
    reference = link.reference
    shown = reference.shown or reference.headline
    if isinstance(link, Resolved):
        return Linked(shelf.cards[link.target], reference.label, shown)
    return Waiting(reference.headline, reference.label, shown, tuple(shelf.cards[id] for id in link.nearest))


def citation(shelf: Shelf, link: Link) -> Citation:
    """Who refers, and in which sentence."""
    return Citation(shelf.cards[link.source], link.reference.sentence)


def _speaker(shelf: Shelf, name: str) -> Label | None:
    """A speaker's page is the person's, where some briefing names them among its people."""
    if not name:
        return None
    known = shelf.library.terms["people"].get(shelf.library.names.key("people", name))
    return Label(known.name, known.url) if known else Label(name, "")


def _label(shelf: Shelf, kind: str, name: str) -> Label | None:
    """A label without its count: a page that shows no count need not change with it."""
    if not name:
        return None
    term = shelf.library.term(kind, name)
    return Label(term.name, term.url)


def _labels(shelf: Shelf, kind: str, names: tuple[str, ...]) -> tuple[Label, ...]:
    """The labels of some names, each once: two spellings may be one name's."""
    return tuple(dict.fromkeys(label for name in names if (label := _label(shelf, kind, name))))


def _web_address(url: str) -> str:
    """Only what a browser opens as a page: a source's address came over the wire."""
    return url if url.startswith(("https://", "http://")) else ""
