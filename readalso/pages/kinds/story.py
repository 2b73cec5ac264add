"""A briefing's own page, its former addresses, and the tombstones of those withdrawn."""

from collections.abc import Iterator
from functools import partial

from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import FrontMatter
from readalso.library.library import Entry
from readalso.library.links import Link, Resolved
from readalso.library.related import Neighbour
from readalso.pages import photos, views
from readalso.pages.kinds import social, threads
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, headline
from readalso.pages.views import Citation, Correction, Label, Linked, Notice, Redirect, Said, Story, Waiting


def pages(shelf: Shelf) -> Iterator[Page]:
    """One page a briefing; a redirect for each former address; a tombstone for each withdrawn briefing."""
    for entry in shelf.library.entries.values():
        path, title = entry.facts.path, entry.facts.matter.title
        is_listed = entry.is_public and canonical(shelf, entry) == entry.url
        yield Page(entry.url, "story.html", partial(story, shelf, entry), path, entry.id, is_listed)
        for url in _former(entry):
            yield Page(url, "redirect.html", Redirect(url, title, entry.url), path, is_listed=False)
    for entry in shelf.library.hidden:
        if entry.is_withdrawn:
            for url in addresses(entry):
                yield Page(url, "withdrawn.html", Notice(url, ""), entry.facts.path, is_listed=False)


def addresses(entry: Entry) -> tuple[str, ...]:
    """Where a briefing stands when it is shown: its page's address, and those that lead there."""
    return entry.url, *_former(entry)


def _former(entry: Entry) -> tuple[str, ...]:
    """The addresses among the aliases. One without an extension is a folder's: no host serves another as a page."""
    urls = [alias for alias in entry.facts.matter.aliases if alias.startswith("/")]
    ended = (url if "." in url.rpartition("/")[2] else url.rstrip("/") + "/" for url in urls)
    return tuple(dict.fromkeys(url for url in ended if url != entry.url))


def story(shelf: Shelf, entry: Entry) -> Story:
    """What a briefing's page shows."""
    facts, matter = entry.facts, entry.facts.matter
    licence = shelf.library.rights.of(matter.source.name)
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
        date=shelf.cards[matter.id].date,
        updated=shelf.time(matter.updated),
        received=shelf.time(matter.source.received),
        not_before=shelf.time(matter.not_before),
        status=matter.status,
        corrections=corrections(shelf, matter),
        held=entry.held.reason if entry.held else "",
        source=label(shelf, "sources", matter.source.name),
        original=web_address(matter.source.url),
        byline=matter.byline,
        dateline=matter.dateline,
        quotes=_quotes(shelf, facts),
        topics=labels(shelf, "topics", matter.topics),
        people=labels(shelf, "people", matter.people),
        organisations=labels(shelf, "organisations", matter.organisations),
        places=labels(shelf, "places", matter.places),
        backlinks=tuple(citation(shelf, link) for link in shelf.library.backlinks.get(matter.id, ())),
        words=facts.word_count,
        path=f"content/{facts.path}",
        extra=matter.extra,
        related=tuple(_related(shelf, one) for one in shelf.library.related.get(matter.id, ())),
        credit=licence.credit,
        rights=licence.rights,
        canonical=canonical(shelf, entry),
        translations=tuple(shelf.cards[id] for id in shelf.library.translations.get(matter.id, ())),
        further=len(matter.read_also) if facts.text_digest else len(facts.references),
        thread=threads.strip(shelf, matter.id),
        image=photos.lead(shelf, entry),
        pictures=photos.inside(shelf, entry),
        card=social.photo(shelf, entry),
    )


def canonical(shelf: Shelf, entry: Entry) -> str:
    """The page that search engines are to list: the briefing's own, or by the source's terms the original."""
    source = entry.facts.matter.source
    is_own = shelf.library.rights.of(source.name).canonical == "own"
    return entry.url if is_own else web_address(source.url) or entry.url


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
    return Waiting(reference.headline, reference.label, shown, tuple(shelf.cards[id] for id in link.nearest), link.why)


def citation(shelf: Shelf, link: Link) -> Citation:
    """Who refers, and in which sentence."""
    return Citation(shelf.cards[link.source], link.reference.sentence)


def _quotes(shelf: Shelf, facts: Facts) -> tuple[Said, ...]:
    """What is said in a briefing; of words that stand twice, the first have the anchor."""
    seen: set[str] = set()
    found = []
    for quote, anchor in zip(facts.matter.quotes, facts.anchors, strict=True):
        found.append(Said(quote.text, _speaker(shelf, quote.speaker), "" if anchor in seen else anchor))
        seen.add(anchor)
    return tuple(found)


def _speaker(shelf: Shelf, name: str) -> Label | None:
    return label(shelf, shelf.library.speakers[name], name) if name else None


def _related(shelf: Shelf, one: Neighbour) -> views.Neighbour:
    ties = tuple(views.Tie(tie.kind, tuple(_tied(shelf, tie.kind, key) for key in tie.names)) for tie in one.ties)
    return views.Neighbour(shelf.cards[one.id], ties, one.days)


def _tied(shelf: Shelf, kind: str, key: str) -> Label:
    """What two briefings share: a third one, or a name."""
    if kind == "references":
        return headline(shelf.cards[key])
    term = shelf.library.terms["people" if kind == "quoted" else kind][key]
    return Label(term.name, term.url)


def label(shelf: Shelf, kind: str, name: str) -> Label | None:
    """A label without its count: a page that shows no count need not change with it."""
    found = shelf.labels.get((kind, name)) if name else None
    if name and found is None:
        term = shelf.library.term(kind, name)
        found = shelf.labels[kind, name] = Label(term.name, term.url)
    return found


def labels(shelf: Shelf, kind: str, names: tuple[str, ...]) -> tuple[Label, ...]:
    """The labels of some names, each once: two spellings may be one name's."""
    return tuple(dict.fromkeys(found for name in names if (found := label(shelf, kind, name))))


def web_address(url: str) -> str:
    """Only what a browser opens as a page: a source's address came over the wire."""
    return url if url.startswith(("https://", "http://")) else ""
