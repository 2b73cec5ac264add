"""Who waits for what, since when, and what is nearest to it: what the desk is told of references without a briefing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readalso.errors import Problem, warning
from readalso.library.headlines import Headlines, Known
from readalso.library.library import Entry, Library, headlines, known
from readalso.library.links import MOST_NAMED, Pending, decide
from readalso.settings import Settings

_HELD = {
    "draft": "is a draft",
    "future": "is dated ahead",
    "embargoed": "is embargoed",
    "expired": "has expired",
    "withdrawn": "is withdrawn",
}


@dataclass(frozen=True, slots=True)
class Waited:
    """A headline that is waited for, as the desk sees it; never for a public page: it tells what is held back."""

    headline: str
    why: str
    """absent or ambiguous."""
    since: date | None
    """The day of the earliest dated text that waits; None where none has a date."""
    sources: tuple[Entry, ...]
    """The briefings that wait, newest first, each once."""
    times: int
    """References that wait."""
    candidates: tuple[Entry, ...]
    """The briefings of equal claim."""
    held: tuple[Entry, ...]
    """The briefings that answer to it and are held back."""
    nearest: tuple[tuple[Entry, str], ...]
    """The briefings most like it, each with what forbids the match."""


def waited(library: Library, settings: Settings) -> Iterator[Waited]:
    """Each headline that is waited for, in the library's order."""
    public, hidden = headlines(library, settings), hidden_headlines(library, settings)
    entries = by_id(library)
    for links in library.waiting().values():
        asker = known(library.entries[links[0].source], settings)
        equal = decide(asker, links[0].reference, public, library.rulings).ids if links[0].why == "ambiguous" else ()
        yield _waited(links, asker, equal, public, hidden, entries)


def ambiguous(library: Library) -> Iterator[Problem]:
    """The headlines that wait because two briefings or more have an equal claim, each once: a link may be lost so."""
    entries = by_id(library)
    for links in library.waiting().values():
        claims = tuple(dict.fromkeys(id for link in links for id in link.nearest))
        if claims:
            files = [f"content/{entries[id].facts.path}" for id in claims]
            named = ", ".join(files[:-1]) + f" and {files[-1]}" if len(files) < MOST_NAMED else ", ".join(files)
            more = "" if len(files) < MOST_NAMED else " and perhaps others"
            what = f'"{links[0].reference.headline}" may mean {named}{more}, and so is no link'
            hint = "change a headline, or say which is meant with `readalso link`"
            yield warning(files[0], what, hint)


def held_for(library: Library, settings: Settings) -> Iterator[tuple[str, Entry]]:
    """The headlines that are waited for and answered by what is held back, each with that briefing."""
    hidden = hidden_headlines(library, settings)
    entries = {entry.id: entry for entry in library.hidden}
    for links in library.waiting().values() if entries else ():
        asker = known(library.entries[links[0].source], settings)
        for id in hidden.find(links[0].reference.headline, asker, links[0].reference.href).ids:
            yield links[0].reference.headline, entries[id]


def _waited(
    links: Sequence[Pending],
    asker: Known,
    equal: Iterable[str],
    public: Headlines,
    hidden: Headlines,
    entries: Mapping[str, Entry],
) -> Waited:
    """`equal` are all briefings with a claim to the headline: a link names the first few of them."""
    reference = links[0].reference
    claims = dict.fromkeys((*equal, *(id for link in links for id in link.nearest)))
    sources = tuple(entries[id] for id in dict.fromkeys(link.source for link in links))
    refusals = public.refusals(reference.headline, asker) if links[0].why == "absent" else ()
    return Waited(
        headline=reference.headline,
        why=links[0].why,
        since=since(sources),
        sources=sources,
        times=len(links),
        candidates=tuple(entries[id] for id in claims),
        held=tuple(entries[id] for id in hidden.find(reference.headline, asker, reference.href).ids),
        nearest=tuple((entries[refusal.id], refusal.why) for refusal in refusals),
    )


def since(sources: Sequence[Entry]) -> date | None:
    """The day of the earliest dated briefing of some; None where none has a date."""
    return min((entry.day for entry in sources if entry.day), default=None)


def hidden_headlines(library: Library, settings: Settings) -> Headlines:
    """The ladder over the briefings that are held back."""
    return Headlines(known(entry, settings) for entry in library.hidden)


def by_id(library: Library) -> dict[str, Entry]:
    """All briefings, also those held back."""
    return {**{entry.id: entry for entry in library.hidden}, **library.entries}


def held_back(entry: Entry) -> str:
    """Why nobody sees a briefing, in words: "is embargoed until 2026-11-02 00:00"; "" where it is public."""
    if entry.held is None:
        return ""
    until = f" until {entry.held.until:%Y-%m-%d %H:%M}" if entry.held.until else ""
    return _HELD[entry.held.reason] + until
