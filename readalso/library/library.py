"""The library: every briefing, where it stands, and all that follows from having them together."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from datetime import date as Date

from msgspec import Struct

from readalso.briefing.facts import Facts
from readalso.errors import Problem
from readalso.library import links, outlines, quotes, related, rights, terms, translations
from readalso.library.addresses import address
from readalso.library.desk import Desk
from readalso.library.headlines import Headlines, Known
from readalso.library.ledger import Ledger
from readalso.library.links import Link, Pending, Resolved
from readalso.library.names import Names, index
from readalso.library.quotes import Quotation
from readalso.library.related import Evidence, Neighbour
from readalso.library.rights import Rights
from readalso.library.romanised import heavy
from readalso.library.rulings import Rulings, settle
from readalso.library.terms import Term
from readalso.library.threads import decisions
from readalso.library.threads.beats import Beat
from readalso.library.threads.threads import Threads, gather
from readalso.library.visibility import WITHDRAWN, Held, Show, held, is_shown
from readalso.register import KINDS
from readalso.settings import Settings
from readalso.words import headline_key

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class Entry(Struct, frozen=True):
    """A briefing in its place."""

    facts: Facts
    url: str
    """Its page's address."""
    date: datetime | None
    """When it was published, in the site's zone; None where nobody stated it."""
    order: datetime
    """What lists sort by: the date, or else when it was received."""
    held: Held | None
    """Why the public may not see it; None where it may."""

    @property
    def id(self) -> str:
        """The briefing's id."""
        return self.facts.matter.id

    @property
    def file(self) -> str:
        """Its file, from the site's folder."""
        return f"content/{self.facts.path}"

    @property
    def day(self) -> Date | None:
        """The day on which it was published."""
        return self.date.date() if self.date else None

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.held is None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back."""
        return self.held is not None and self.held.reason == WITHDRAWN


class Library(Struct, frozen=True):
    """All briefings of a run."""

    entries: Mapping[str, Entry]
    """The briefings that have a page, by id, newest first."""
    hidden: tuple[Entry, ...]
    """The briefings that are held back, newest first."""
    links: Mapping[str, tuple[Link, ...]]
    """The links of each briefing, in the order of its references."""
    backlinks: Mapping[str, tuple[Resolved, ...]]
    """The links to each briefing that has any, newest source first."""
    terms: Mapping[str, Mapping[str, Term]]
    """kind -> key of the name -> term."""
    names: Names
    """Which spellings are one name's."""
    speakers: Mapping[str, str]
    """Each speaker, as the briefings spell them -> people or organisations, where their page is."""
    quotes: Mapping[tuple[str, str], tuple[Quotation, ...]]
    """Kind and key of a speaker -> what they said, the latest first."""
    related: Mapping[str, tuple[Neighbour, ...]]
    """The related briefings of each one that has any, with their reasons."""
    lost_pins: Mapping[str, tuple[str, ...]]
    """The entries of a briefing's `related` that lead to no briefing with a page."""
    ledger: Ledger
    """Every address that the site ever had."""
    rulings: Rulings
    """What the desk has decided about references."""
    threads: Threads
    """The connected reports of one story."""
    rights: Rights
    """What each source allows; the briefings are as it allows them."""
    translations: Mapping[str, tuple[str, ...]]
    """The ids of each briefing's group of translations, itself included, for those that have any."""
    now: datetime
    """The time it is."""
    problems: tuple[Problem, ...]
    """Two files with one id or one address."""

    @property
    def public(self) -> tuple[Entry, ...]:
        """The briefings that everybody may see; a preview shows more."""
        return tuple(entry for entry in self.entries.values() if entry.is_public)

    @property
    def withdrawn(self) -> tuple[Entry, ...]:
        """The briefings that were taken back."""
        return tuple(entry for entry in self.hidden if entry.is_withdrawn)

    def waiting(self) -> dict[str, tuple[Pending, ...]]:
        """The headlines that are waited for, folded, each with the references that wait, newest source first."""
        found: dict[str, list[Pending]] = {}
        for row in self.links.values():
            for link in row:
                if isinstance(link, Pending) and link.is_waited_for:
                    found.setdefault(headline_key(link.reference.headline), []).append(link)
        return {key: tuple(links) for key, links in found.items()}

    def entry(self, name: str) -> Entry | None:
        """The briefing that a file's path, an address or an id names, whoever may see it; None where none is."""
        asked = name.removeprefix("./").removeprefix("content/").removesuffix("index.html")
        for entry in (*self.entries.values(), *self.hidden):
            if asked in (entry.facts.path, entry.url, entry.url.strip("/"), entry.id):
                return entry
        return None

    def term(self, kind: str, name: str) -> Term:
        """The term that a briefing calls `name`."""
        return self.terms[kind][self.names.key(kind, name)]


def assemble(facts: Iterable[Facts], settings: Settings, now: datetime, show: Show, desk: Desk) -> Library:
    """The library of `facts`, in whatever order they come, as `desk` has decided and as it is at the time `now`."""
    found = rights.index(settings)
    everything = sorted((_enter(found.allowed(one), settings, now) for one in facts), key=_newest_first)
    entries = {entry.id: entry for entry in everything if is_shown(entry.held, show)}
    hidden = tuple(entry for entry in everything if not is_shown(entry.held, show))
    named = {id: known(entry, settings) for id, entry in entries.items()}
    ladder = Headlines(named.values(), _proper(entries.values()))
    ids = file_ids(everything)
    rulings = settle(desk.rulings, ids)
    decided = decisions.settle(desk.threads, ids)
    names = index(desk.names)
    matters = [entry.facts.matter for entry in entries.values()]
    speakers = quotes.speakers(matters, names)
    withdrawn = Headlines(known(one, settings) for one in hidden if one.is_withdrawn)
    linked = {
        id: links.link(named[id], entry.facts.references, ladder, rulings, withdrawn) for id, entry in entries.items()
    }
    backlinks = links.turn(linked)
    evidence = [
        _evidence(entry, names, speakers, linked[id], backlinks.get(id, ()), ladder, settings)
        for id, entry in entries.items()
        if settings.related.limit
    ]
    gathered = {kind: terms.gather(kind, matters, names, speakers, settings.has(kind)) for kind in terms.KINDS}
    return Library(
        entries=entries,
        hidden=hidden,
        links=linked,
        backlinks=backlinks,
        terms=gathered,
        names=names,
        speakers=speakers,
        quotes=quotes.gather([entry.facts for entry in entries.values()], names, speakers),
        related=related.relate(evidence, settings.related),
        lost_pins={one.id: lost for one in evidence if (lost := tuple(pin for pin in one.pins if pin not in entries))},
        ledger=desk.ledger,
        rulings=rulings,
        threads=gather(_beats(entries, gathered, settings), _targets(entries, linked), decided, desk.ledger)
        if settings.has("threads")
        else Threads(),
        rights=found,
        translations=translations.gather({id: entry.facts.matter for id, entry in entries.items()}),
        now=now,
        problems=tuple(_collisions(everything, desk.ledger)),
    )


def _enter(facts: Facts, settings: Settings, now: datetime) -> Entry:
    zone = settings.zone
    matter = facts.matter
    date = matter.date.point(zone).astimezone(zone) if matter.date else None
    known = matter.date or matter.source.received or matter.not_before
    order = known.point(zone) if known else _LONG_AGO
    return Entry(facts, address(facts, settings), date, order, held(matter, now, zone))


def _evidence(
    entry: Entry,
    names: Names,
    speakers: Mapping[str, str],
    linked: Iterable[Link],
    cited: Iterable[Resolved],
    ladder: Headlines,
    settings: Settings,
) -> Evidence:
    """What of a briefing ties it to others; what it refers to, or is referred to by, its page shows already."""
    matter = entry.facts.matter
    said = (quote.speaker for quote in matter.quotes if speakers.get(quote.speaker) == "people")
    kinds = {"quoted": _keys(names, "people", said)}
    kinds |= {kind: _keys(names, kind, terms.KINDS[kind](matter)) for kind in KINDS}
    kinds["references"] = tuple(dict.fromkeys(link.target for link in linked if isinstance(link, Resolved)))
    shown = {*kinds["references"], *(link.source for link in cited)}
    pins = tuple(_pinned(headline, entry, ladder, settings) for headline in matter.related)
    return Evidence(entry.id, entry.day, kinds, frozenset(shown), pins)


def _keys(names: Names, kind: str, spellings: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.key(kind, name) for name in spellings))


def _pinned(headline: str, entry: Entry, ladder: Headlines, settings: Settings) -> str:
    """The id of the briefing that a pin means, or else the pin itself, which may be an id."""
    found = ladder.find(headline, known(entry, settings)).ids
    return found[0] if len(found) == 1 else headline


def _newest_first(entry: Entry) -> tuple[float, str, str]:
    return (_LONG_AGO - entry.order).total_seconds(), entry.id, entry.facts.path


def headlines(library: Library, settings: Settings) -> Headlines:
    """The ladder over the briefings that have a page."""
    entries = library.entries.values()
    return Headlines((known(entry, settings) for entry in entries), _proper(entries))


def _proper(entries: Iterable[Entry]) -> Iterator[str]:
    """The words that are somebody's name, or a place's or organisation's of one word: "Port Corvan" has a plain one."""
    matters = [entry.facts.matter for entry in entries]
    things = {name for matter in matters for name in (*matter.places, *matter.organisations)}
    people = {name for matter in matters for name in matter.people}
    yield from (name for name in things if " " not in name)
    yield from (word for name in people for word in name.split() if word[0].isupper())


def file_ids(entries: Iterable[Entry]) -> dict[str, str]:
    """The id of each briefing by its file and by its id, whoever may see it."""
    found: dict[str, str] = {}
    for entry in entries:
        found.setdefault(entry.facts.path, entry.id)
        found.setdefault(entry.id, entry.id)
    return found


def known(entry: Entry, settings: Settings) -> Known:
    """A briefing as the ladder of headlines knows it."""
    facts, matter = entry.facts, entry.facts.matter
    return Known(
        id=entry.id,
        headline=matter.title,
        aliases=outlines.headlines(matter),
        language=matter.language or settings.language,
        day=entry.day,
        originals=_originals(entry, settings),
        outlines=facts.outlines,
    )


def _originals(entry: Entry, settings: Settings) -> tuple[str, ...]:
    """Where a briefing stands or stood: at its source, and on this site if the site knows its own address."""
    matter, base = entry.facts.matter, settings.base_url.rstrip("/")
    own = (entry.url, *(alias for alias in matter.aliases if alias.startswith("/"))) if base else ()
    return (matter.source.url, *(base + url for url in own))


def _beats(entries: Mapping[str, Entry], known: Mapping[str, Mapping[str, Term]], settings: Settings) -> Iterable[Beat]:
    """The briefings as the rules of threads see them."""
    names: dict[str, list[tuple[str, str]]] = {id: [] for id in entries}
    for kind in ("people", "organisations", "places", "topics"):
        same: dict[str, str] = {}
        for key, term in known[kind].items():
            first = key if kind == "topics" else same.setdefault(_in_any_script(key), key)
            for id in term.ids:
                names[id].append((kind, first))
    for id, entry in entries.items():
        yield Beat(
            id=id,
            order=entry.order,
            day=entry.day,
            headline=entry.facts.matter.title,
            language=entry.facts.matter.language or settings.language,
            names=tuple(dict.fromkeys(names[id])),
            mentions=entry.facts.mentions,
        )


def _in_any_script(key: str) -> str:
    """What the spellings of a name have in common in several scripts: reports of one story come in many languages."""
    return " ".join(map(heavy, key.split()))


def _targets(entries: Mapping[str, Entry], linked: Mapping[str, Iterable[Link]]) -> dict[str, tuple[str, ...]]:
    """The briefings that each refers to, each once, and the one that it is a translation of."""
    found = {id: [link.target for link in row if isinstance(link, Resolved)] for id, row in linked.items()}
    for id, entry in entries.items():
        if entry.facts.matter.translation_of in entries:
            found[id].append(entry.facts.matter.translation_of)
    return {id: tuple(dict.fromkeys(targets)) for id, targets in found.items()}


def _collisions(entries: Iterable[Entry], ledger: Ledger) -> Iterable[Problem]:
    """One id or one address for two files: both are named, at the one that the ledger does not know yet."""
    ids: dict[str, Entry] = {}
    urls: dict[str, Entry] = {}

    def is_known(entry: Entry) -> bool:
        return ledger.owners.get(entry.url) == entry.id

    for entry in sorted(entries, key=lambda entry: (not is_known(entry), entry.facts.path)):
        if (other := ids.setdefault(entry.id, entry)) is not entry:
            what = f'has the id "{entry.id}" of {other.file}'
            is_later = is_known(other) and not is_known(entry)
            told = "that one had it first: remove the id here" if is_later else "one is a copy: remove the id there"
            yield Problem(entry.file, 0, 0, what, f"{told}, or write another")
        if (other := urls.setdefault(entry.url, entry)) is not entry:
            what = f"would have the address {entry.url} of {other.file}"
            yield Problem(entry.file, 0, 0, what, "give one of them another slug")
