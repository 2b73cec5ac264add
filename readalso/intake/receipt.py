"""What an import did, as values: one `Received` for each article, and in it an account of every paragraph."""

from dataclasses import dataclass

from readalso.errors import Problem

OUTCOMES = (
    *("created", "updated", "merged", "in conflict", "withdrawn"),
    *("unchanged", "older", "deleted", "duplicate", "refused"),
)
"""What can happen to an article: see `Received.outcome`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one paragraph, or of the dateline before it."""

    number: int
    """The article's paragraph, from 1."""
    fate: str
    """"body", "reference", "field NAME", "dropped by RULE", "edited" where a human has changed it since, "superseded"
    where a newer version has no such paragraph; "lost" where none of these can be shown."""
    text: str
    """As it came."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one article."""

    file: str
    """The source, as the briefing's `source.file` has it."""
    outcome: str
    """One of OUTCOMES.

    updated: a new version took the place of an untouched briefing. merged: it flowed into one that a human has edited.
    in conflict: both changed the same; the briefing has the human's. withdrawn: the agency has killed the story. older:
    a newer version had come before. deleted: the briefing was removed, and stays so. duplicate: another file said the
    same. refused: the problems say why."""
    briefing: str = ""
    """The briefing's path from the site's folder; "" where there is none."""
    ledger: tuple[Entry, ...] = ()
    """In the order of the article; empty unless asked for."""
    problems: tuple[Problem, ...] = ()
    """What a human should know or mend."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an import did, or would do in a dry run."""

    files: tuple[Received, ...]
    """In the order of their names."""
    unsettled: tuple[Problem, ...] = ()
    """What was changed by the desk and by a source, in this import or one before, and nobody has settled."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of all files, and what is unsettled."""
        return (*(problem for received in self.files for problem in received.problems), *self.unsettled)

    def count(self, outcome: str) -> int:
        """How many articles had this outcome."""
        return sum(received.outcome == outcome for received in self.files)
