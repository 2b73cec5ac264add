"""The desk at which articles arrive, one after the other: each is a new story, a version of one, or nothing new."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from readalso import files
from readalso.briefing import briefing as briefings
from readalso.errors import Broken, Problem, warning
from readalso.intake import records, shelving
from readalso.intake import story as stories
from readalso.intake.audit import Trace, account
from readalso.intake.identity import Again, Arrivals, Copy, Version, is_older
from readalso.intake.merge import conflicts
from readalso.intake.receipt import Entry, Receipt, Received
from readalso.intake.records import Arrival, Records
from readalso.intake.story import Story, Write
from readalso.intake.study import Study

_ALIKE = 0.5
"""The share of words that two texts under one headline have in common, if they are versions of one story."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What became of one article, before its story has found its place."""

    seed: str
    outcome: str
    id: str = ""
    traces: tuple[Trace, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Desk:
    """Takes what comes; plans what to write, and writes nothing."""

    root: Path
    records: Records
    zone: ZoneInfo
    arrivals: Arrivals = field(init=False)
    _before: dict[str, Story] = field(default_factory=dict)
    """Stories as they were found."""
    _after: dict[str, Story] = field(default_factory=dict)
    """Stories as they will be."""
    _notes: list[_Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.arrivals = Arrivals(self.records.arrivals)

    def knows(self, file: str, data: str) -> bool:
        """Whether a file of this name came before with these bytes, and all that was made of it is in its place."""
        came = self.arrivals.in_file(file, data)
        return bool(came) and all(arrival.id in self.records.bases for arrival in came)

    def pass_over(self, file: str, data: str) -> None:
        """Tell again what became of a file that came before."""
        for arrival in self.arrivals.in_file(file, data):
            self._tell_again(arrival, ())

    def refuse(self, file: str, problems: tuple[Problem, ...]) -> None:
        """Tell of a file that gave no article."""
        self._notes.append(_Note(file, "refused", problems=problems))

    def take(self, new: Study) -> None:
        """Find out what an article is, and plan what follows from it."""
        try:
            self._take(new)
        except Broken as error:
            self._notes.append(_Note(new.arrival.seed, "refused", problems=(*new.problems, *error.problems)))

    def close(self) -> Receipt:
        """Give the new stories their places, and tell of everything."""
        for briefing in shelving.shelve(
            [story.briefing for story in self._after.values() if story.briefing], self.records.paths, self.zone
        ):
            made = self._after[briefing.matter.id]
            self._after[made.id] = replace(made, path=f"content/{briefing.path}")
        unsettled = tuple(self._unsettled())
        told = tuple(sorted(map(self._received, self._notes), key=lambda received: received.file))
        return Receipt(told, unsettled)

    def writes(self) -> Iterator[tuple[Write, ...]]:
        """What to write for each story, in order, once the desk is closed; the stories do not depend on each other."""
        for id, story in sorted(self._after.items(), key=lambda pair: pair[1].path):
            yield tuple(stories.writes(self._before.get(id), story))

    def last_writes(self) -> tuple[Write, ...]:
        """What to write after that: what has arrived, and the remains of runs that were killed."""
        arrived = records.write(self.arrivals).decode()
        return (*([(records.ARRIVALS, arrived)] if arrived else []), *((path, "") for path in self.records.leftovers))

    def _take(self, new: Study) -> None:
        match self.arrivals.identify(new.arrival):
            case Again(first) if first.seed == new.arrival.seed or not (self.root / first.file).is_file():
                self._repeat(new, first)
            case Again(first) | Copy(first):
                self._note(new, first.id, "duplicate", fate="duplicate", first=first.first or first.seed)
            case Version(first, is_certain) if is_certain or self._is_alike(new, first.id):
                self._renew(new, first)
            case _:
                self._begin(new)

    def _repeat(self, new: Study, first: Arrival) -> None:
        """The same bytes as before; a base that is missing is made again."""
        is_told = first.seed == new.arrival.seed and first.data
        arrival = msgspec.structs.replace(
            first if is_told else new.arrival,
            id=first.id,
            fate=first.fate,
            first=first.first,
            data=new.arrival.data,
            received=first.received or new.arrival.received,
        )
        self.arrivals.add(arrival)
        if first.id not in self.records.bases and first.id in self.records.places:
            current = self.arrivals.current(first.id)
            if current and current.seed == arrival.seed:
                self._mend(new, first.id)
        self._tell_again(arrival, new.traces, new.problems)

    def _tell_again(self, arrival: Arrival, traces: tuple[Trace, ...], problems: tuple[Problem, ...] = ()) -> None:
        if arrival.fate == "duplicate":
            self._notes.append(_Note(arrival.seed, "duplicate", arrival.id, traces, (*problems, _copies(arrival))))
        else:
            outcome = arrival.fate or ("unchanged" if self._story(arrival.id) is not None else "deleted")
            self._notes.append(_Note(arrival.seed, outcome, arrival.id, traces, problems))

    def _begin(self, new: Study) -> None:
        """A story never seen before, or one whose import was killed before its base was written."""
        matter = new.briefing.matter
        if matter.id in self.records.places:
            self._note(self._mend(new, matter.id), matter.id, "unchanged")
        else:
            self._after[matter.id] = Story(matter.id, "", new.text, new.text, briefing=new.briefing)
            self._note(new, matter.id, "created")

    def _mend(self, new: Study, id: str) -> Study:
        """Make a story's base again; the article, with the time at which it came."""
        story = self._open(id)
        came = briefings.parse("", story.ours, story.path).matter.source.received
        source = msgspec.structs.replace(new.briefing.matter.source, received=came)
        matter = msgspec.structs.replace(new.briefing.matter, id=id, source=source)
        base = briefings.write(msgspec.structs.replace(new.briefing, matter=matter))
        self._after[id] = replace(story, base=base)
        return replace(new, arrival=msgspec.structs.replace(new.arrival, received=came.iso[:10] if came else ""))

    def _renew(self, new: Study, first: Arrival) -> None:
        """A version of a story that came before."""
        id = first.id
        current = self.arrivals.current(id)
        if self._story(id) is None:
            self._note(new, id, "deleted")
        elif current and is_older(new.arrival, first, current):
            self._note(new, id, "older", fate="older")
        else:
            old = self._open(id)
            theirs = stories.version(new.briefing, old, new.arrival.kind == "kill")
            story = stories.settle(stories.renew(old, theirs))
            self._after[id] = story
            self._note(new, id, _outcome(old, story, new.arrival), problems=_baseless(old))

    def _note(
        self,
        new: Study,
        id: str,
        outcome: str,
        fate: Literal["", "older", "duplicate"] = "",
        first: str = "",
        problems: tuple[Problem, ...] = (),
    ) -> None:
        arrival = msgspec.structs.replace(new.arrival, id=id, fate=fate, first=first)
        self.arrivals.add(arrival)
        said = (*new.problems, *problems, *((_copies(arrival),) if fate == "duplicate" else ()))
        self._notes.append(_Note(arrival.seed, outcome, id, new.traces, said))

    def _story(self, id: str) -> str | None:
        """Where a story lies; "" for one that has no place yet, None where there is none, or no longer."""
        if id in self._after:
            return self._after[id].path
        return f"content/{self.records.places[id]}" if id in self.records.places else None

    def _open(self, id: str) -> Story:
        """A story as this import has left it so far."""
        if id not in self._after:
            self._before[id] = stories.load(self.root, id, f"content/{self.records.places[id]}")
            self._after[id] = self._before[id]
        return self._after[id]

    def _is_alike(self, new: Study, id: str) -> bool:
        """Whether an article under the headline of a story tells the same story."""
        if self._story(id) is None:
            return False
        base = self._open(id).base.partition("\n---\n")[2]
        one, other = Counter(base.split()), Counter(new.briefing.text.split())
        return 2 * (one & other).total() >= _ALIKE * (one.total() + other.total())

    def _unsettled(self) -> Iterator[Problem]:
        """What nobody has settled; records of what is settled by now are planned to go."""
        folder = self.root / conflicts.FOLDER
        listed = [path.removesuffix(".yml") for path, _ in files.walk(folder) if path.endswith(".yml")]
        for id in sorted({*listed, *(id for id, story in self._after.items() if story.conflicts)}):
            if self._story(id) is None:
                continue
            try:
                self._after[id] = stories.settle(self._open(id))
                yield from stories.problems(self._after[id])
            except Broken as error:
                yield from error.problems

    def _received(self, note: _Note) -> Received:
        path = self._story(note.id) if note.id else None
        ledger = self._ledger(note, path) if note.traces else ()
        return Received(note.seed, note.outcome, path or "", ledger, note.problems)

    def _ledger(self, note: _Note, path: str | None) -> tuple[Entry, ...]:
        """The account of an article; what an earlier version had and the story has not is superseded."""
        story = self._after.get(note.id) or (stories.load(self.root, note.id, path) if path else None)
        entries = account(note.traces, story.base, story.ours) if story else account(note.traces, "", "")
        current = self.arrivals.current(note.id)
        if story is None or (current and current.seed == note.seed):
            return entries
        return tuple(replace(entry, fate="superseded") if entry.fate == "lost" else entry for entry in entries)


def _outcome(old: Story, story: Story, arrival: Arrival) -> str:
    if arrival.kind == "kill":
        return "withdrawn"
    if len(story.conflicts) > len(old.conflicts):
        return "in conflict"
    if story.ours == old.ours:
        return "unchanged"
    return "updated" if old.ours == old.base else "merged"


def _baseless(story: Story) -> tuple[Problem, ...]:
    if story.base:
        return ()
    what = "has a new version, and nobody knows what is yours in it: its base is missing"
    hint = f"compare it with {records.base_path(story.id)}, which is made anew"
    return (warning(story.path, what, hint),)


def _copies(arrival: Arrival) -> Problem:
    what = f"says the same as {arrival.first}"
    return warning(arrival.seed, what, "one briefing is enough; remove one of the two files")
