"""What a build did, and what there is to say of the site: all that the commands tell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from readalso.errors import Problem
from readalso.library import rights
from readalso.library.library import Entry, Library
from readalso.library.links import Pending, Resolved
from readalso.library.waiting import ambiguous, held_back, held_for
from readalso.settings import Settings
from readalso.site import Change


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A briefing that the public does not see."""

    file: str
    """Its file, "content/2026/port-deal.md"."""
    reason: str
    """draft, future, embargoed, expired or withdrawn."""
    until: datetime | None
    """When that ends by itself; None where a person has to end it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and what there is to say of the site."""

    briefings: int
    """Those that have a page."""
    resolved: int
    """References that are links."""
    pending: int
    """References that wait."""
    held: tuple[HeldBack, ...]
    """What is held back, newest first."""
    answered: tuple[tuple[str, str], ...]
    """(headline, what answers to it) of each headline that waits for a briefing which is held back."""
    made: tuple[tuple[str, str], ...]
    """(url, why) of each file that was made, in the order of the plan."""
    left: int
    """Files left alone."""
    change: Change
    """What that changed in the output folder."""
    moved: tuple[tuple[str, str], ...]
    """(address then, address now) of each page that moved since the last build of the site."""
    gone: tuple[str, ...]
    """The addresses that only say that what stood there is gone."""
    problems: tuple[Problem, ...]
    """Warnings; a build with errors is `Broken` and changes nothing."""
    seconds: float


def tell(
    library: Library,
    settings: Settings,
    *,
    made: tuple[tuple[str, str], ...],
    left: int,
    change: Change,
    moved: tuple[tuple[str, str], ...],
    gone: tuple[str, ...],
    problems: Iterable[Problem],
    seconds: float,
) -> Outcome:
    """The outcome of a build of `library`, with what the library itself has to say."""
    links = [link for row in library.links.values() for link in row]
    doubtful = rights.doubtful(settings, [one.name for one in library.terms["sources"].values()])
    return Outcome(
        briefings=len(library.entries),
        resolved=sum(isinstance(link, Resolved) for link in links),
        pending=sum(isinstance(link, Pending) for link in links),
        held=tuple(map(_held, library.hidden)),
        answered=tuple(_answered(library, settings)),
        made=made,
        left=left,
        change=change,
        moved=moved,
        gone=gone,
        problems=tuple(sorted((*problems, *doubtful, *ambiguous(library)))),
        seconds=seconds,
    )


def _held(entry: Entry) -> HeldBack:
    assert entry.held, "only what is held back is hidden"
    return HeldBack(f"content/{entry.facts.path}", entry.held.reason, entry.held.until)


def _answered(library: Library, settings: Settings) -> Iterator[tuple[str, str]]:
    for headline, entry in held_for(library, settings):
        yield headline, f"content/{entry.facts.path} answers to it, but {held_back(entry)}"
