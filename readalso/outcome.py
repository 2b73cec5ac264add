"""What a build did, and what there is to say of the site: all that the commands tell."""

from datetime import datetime

from msgspec import Struct

from readalso.errors import Problem


class Change(Struct, frozen=True):
    """What a commit did to the output folder."""

    written: tuple[str, ...]
    """Paths that are new or have other bytes."""
    removed: tuple[str, ...]
    """Paths that are gone."""
    strays: tuple[str, ...]
    """Paths of other origin, moved aside."""


NOTHING = Change((), (), ())


class HeldBack(Struct, frozen=True):
    """A briefing that the public does not see."""

    file: str
    """Its file, "content/2026/port-deal.md"."""
    reason: str
    """draft, future, embargoed, expired or withdrawn."""
    until: datetime | None
    """When that ends by itself; None where a person has to end it."""
    pages: tuple[str, ...]
    """The paths in the output folder of the pages that it has when it is shown."""


class Outcome(Struct, frozen=True):
    """What a build did, and what there is to say of the site."""

    briefings: int
    """Those that have a page."""
    resolved: int
    """References that are links."""
    pending: int
    """References that wait for a briefing: not one to what was withdrawn, nor one of a text to itself."""
    headlines: int
    """The headlines that those wait for."""
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
    unwritten: int
    """Stories without a card, since the font cannot write their headlines."""
    problems: tuple[Problem, ...]
    """Warnings; a build with errors is `Broken` and changes nothing."""
    seconds: float
