"""What has come since the last digest: new briefings, updates, corrections, withdrawals.

`content/_desk/sent.txt` notes what digests have told, so that nothing is told twice:

    =<TAB>2026-11-25T07:00:00+01:00
    4c93e50e0314<TAB>usable
    8d7f0aa1c2b4<TAB>updated 2026-11-24T18:00
    90b1c3d5e7f2<TAB>withdrawn

The first line is the time of the last digest. Behind each briefing's id stands its mark: the status, when it was
updated, and a fingerprint of its corrections. A briefing is told again when its mark has changed, not whenever its text
has: an editor who mends a comma has no news.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from readalso import files
from readalso.briefing.frontmatter import FrontMatter
from readalso.errors import Broken, Problem
from readalso.fields import moment
from readalso.library.library import Entry, Library
from readalso.library.visibility import WITHDRAWN
from readalso.words import digest

FILE = "content/_desk/sent.txt"
_LAST = "="


@dataclass(frozen=True, slots=True)
class Sent:
    """What digests have told."""

    last: datetime | None = None
    """When the last one was made; None where there was none."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """The mark that each briefing had when it was told, by id."""


@dataclass(frozen=True, slots=True)
class News:
    """The briefings of one digest, newest first; each stands in one of the four."""

    new: tuple[Entry, ...]
    updated: tuple[Entry, ...]
    corrected: tuple[Entry, ...]
    withdrawn: tuple[Entry, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.new or self.updated or self.corrected or self.withdrawn)


def since_last(library: Library, sent: Sent) -> News:
    """What no digest has told yet."""
    public = library.public
    again = [entry for entry in public if entry.id in sent.marks and sent.marks[entry.id] != mark(entry)]
    corrected = [entry for entry in again if _corrections(mark(entry)) not in ("", _corrections(sent.marks[entry.id]))]
    return News(
        new=tuple(entry for entry in public if entry.id not in sent.marks),
        updated=tuple(entry for entry in again if entry not in corrected),
        corrected=tuple(corrected),
        withdrawn=tuple(one for one in library.withdrawn if sent.marks.get(one.id, WITHDRAWN) != WITHDRAWN),
    )


def since(library: Library, begin: datetime) -> News:
    """What was published, updated, corrected or withdrawn at `begin` or later, whatever was told before."""
    zone = begin.tzinfo
    assert zone, "a time without its zone is no point in time"

    def is_fresh(matter: FrontMatter) -> bool:
        return matter.updated is not None and matter.updated.point(zone) >= begin

    public = library.public
    new = tuple(entry for entry in public if entry.order >= begin)
    again = [entry for entry in public if entry.order < begin and is_fresh(entry.facts.matter)]
    corrected = tuple(entry for entry in again if _corrections(mark(entry)))
    return News(
        new=new,
        updated=tuple(entry for entry in again if entry not in corrected),
        corrected=corrected,
        withdrawn=tuple(one for one in library.withdrawn if is_fresh(one.facts.matter)),
    )


def told(library: Library, sent: Sent, now: datetime) -> Sent:
    """What will have been told once the digest of `now` has gone out."""
    marks = {entry.id: mark(entry) for entry in (*library.public, *library.withdrawn)}
    return Sent(now, {**sent.marks, **marks})


def mark(entry: Entry) -> str:
    """What a digest notes of a briefing: the status, when it was updated, and a fingerprint of its corrections."""
    matter = entry.facts.matter
    if matter.status == WITHDRAWN:
        return WITHDRAWN
    notes = [*(f"{one.date.iso if one.date else ''} {one.text}" for one in matter.corrections), matter.correction]
    fingerprint = f"~{digest('|'.join(notes))[:8]}" if any(notes) else ""
    return " ".join(filter(None, (matter.status, matter.updated.iso if matter.updated else "", fingerprint)))


def _corrections(mark: str) -> str:
    """The fingerprint of the corrections in a mark."""
    return mark.partition("~")[2]


def load(root: Path) -> Sent:
    """The notes of the site in `root`; empty where there are none. Lines that are none, all at once, as `Broken`."""
    path = root / FILE
    return parse(files.read_text(path, FILE)) if path.exists() else Sent()


def parse(text: str) -> Sent:
    """The notes that a file's text holds."""
    last: datetime | None = None
    marks: dict[str, str] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        id, tab, rest = line.partition("\t")
        time = _time(rest) if id == _LAST else None
        if id == _LAST and time:
            last = time
        elif id and id != _LAST and tab and rest:
            marks[id] = rest
        elif line.strip():
            hint = "write an id, a tab and its mark, or remove the line"
            problems.append(Problem(FILE, number, 0, f'"{line[:60]}" is no line of what was sent', hint))
    if problems:
        raise Broken(problems)
    return Sent(last, marks)


def _time(text: str) -> datetime | None:
    found = moment(text)
    time = datetime.fromisoformat(found.iso) if found else None
    return time if time and time.tzinfo else None


def write(sent: Sent) -> str:
    """The file's text, by id. `parse(write(sent)) == sent`."""
    first = f"{_LAST}\t{sent.last.isoformat()}\n" if sent.last else ""
    return first + "".join(f"{id}\t{mark}\n" for id, mark in sorted(sent.marks.items()))
