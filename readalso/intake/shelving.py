"""Which file of content/ a new briefing becomes."""

from collections.abc import Iterable, Iterator
from itertools import count
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from readalso.briefing.briefing import Briefing
from readalso.intake.tags import untagged
from readalso.words import slug

UNDATED = "undated"
"""The section of briefings whose date nobody stated."""


def shelve(briefings: Iterable[Briefing], taken: frozenset[str], zone: ZoneInfo) -> Iterator[Briefing]:
    """The briefings with their paths, in the order of date and id; `taken` are paths in lower case.

    A path is YEAR/SLUG.md, the year as the desk's clock shows it, the slug of the headline without its tags, which the
    next version has no more; a path that is taken gets a number.
    """
    used = set(taken)
    for briefing in sorted(briefings, key=_arrival):
        path = next(path for path in _paths(briefing, zone) if path not in used)
        used.add(path)
        yield replace(briefing, path=path)


def _arrival(briefing: Briefing) -> tuple[str, str]:
    date = briefing.matter.date
    return date.iso if date else "", briefing.matter.id


def _paths(briefing: Briefing, zone: ZoneInfo) -> Iterator[str]:
    """All paths the briefing may have, the best first."""
    matter = briefing.matter
    section = str(matter.date.point(zone).astimezone(zone).year) if matter.date else UNDATED
    name = slug(untagged(matter.title), matter.language) or matter.id
    yield f"{section}/{name}.md"
    yield from (f"{section}/{name}-{number}.md" for number in count(2))
