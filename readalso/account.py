"""From a library, and what a build did, to the outcome that is told."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from readalso.errors import Problem
from readalso.library import rights
from readalso.library.library import Entry, Library
from readalso.library.links import Resolved
from readalso.library.waiting import ambiguous, held_back, held_for
from readalso.outcome import Change, HeldBack, Outcome
from readalso.pages import page
from readalso.pages.kinds.news import RECENT
from readalso.pages.kinds.story import addresses
from readalso.settings import Settings


def tell(
    library: Library,
    settings: Settings,
    *,
    made: tuple[tuple[str, str], ...],
    left: int,
    change: Change,
    moved: tuple[tuple[str, str], ...],
    gone: tuple[str, ...],
    unwritten: int,
    problems: Iterable[Problem],
    seconds: float,
) -> Outcome:
    """The outcome of a build of `library`, with what the library itself has to say."""
    links = (link for row in library.links.values() for link in row)
    waiting = library.waiting()
    doubtful = rights.doubtful(settings, [one.name for one in library.terms["sources"].values()])
    return Outcome(
        briefings=len(library.entries),
        resolved=sum(isinstance(link, Resolved) for link in links),
        pending=sum(map(len, waiting.values())),
        headlines=len(waiting),
        held=tuple(map(_held, library.hidden)),
        answered=tuple(_answered(library, settings)),
        made=made,
        left=left,
        change=change,
        moved=moved,
        gone=gone,
        unwritten=unwritten,
        problems=tuple(sorted((*problems, *doubtful, *ambiguous(library)))),
        seconds=seconds,
    )


def _held(entry: Entry) -> HeldBack:
    assert entry.held, "only what is held back is hidden"
    return HeldBack(entry.file, entry.held.reason, entry.held.until, tuple(map(page.path, addresses(entry))))


def _answered(library: Library, settings: Settings) -> Iterator[tuple[str, str]]:
    for headline, entry in held_for(library, settings):
        yield headline, f"{entry.file} answers to it, but {held_back(entry)}"


def end(library: Library, settings: Settings) -> datetime | None:
    """The first time at which a build may give something else though no file has changed; None where there is none."""
    return min((moment for moment in _dates(library, settings) if moment > library.now), default=None)


def _dates(library: Library, settings: Settings) -> Iterable[datetime]:
    """Every time at which a date of a briefing comes or goes."""
    for entry in (*library.entries.values(), *library.hidden):
        matter = entry.facts.matter
        yield from (one.point(settings.zone) for one in (matter.date, matter.embargo, matter.expires) if one)
        yield entry.order + RECENT
