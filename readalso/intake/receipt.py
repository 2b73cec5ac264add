"""What an import did, as values: one `Received` for each source file, and in it an account of every paragraph."""

from dataclasses import dataclass

from readalso.errors import Problem

OUTCOMES = ("created", "updated", "unchanged", "kept aside", "deleted", "duplicate", "refused")
"""What can happen to a source file: see `Received.outcome`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one paragraph, or of the dateline before it."""

    number: int
    """The article's paragraph, from 1."""
    fate: str
    """"body", "reference", "field NAME", "dropped by RULE", or "edited" where a human has changed it since."""
    text: str
    """As it came."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one source file."""

    file: str
    """The source, as the briefing's `source.file` has it."""
    outcome: str
    """One of OUTCOMES.

    updated: a new version took the place of an untouched briefing. kept aside: a new version of a briefing that a human
    has edited lies among the desk's records. deleted: the briefing was removed, and stays so. duplicate: its bytes came
    under another name before. refused: the problems say why."""
    briefing: str = ""
    """The briefing's path from the site's folder; "" where there is none."""
    ledger: tuple[Entry, ...] = ()
    """Of a file that was read anew; empty for one that brought nothing new."""
    problems: tuple[Problem, ...] = ()
    """What a human should know or mend."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an import did, or would do in a dry run."""

    files: tuple[Received, ...]
    """In the order of their paths."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of all files."""
        return tuple(problem for received in self.files for problem in received.problems)

    def count(self, outcome: str) -> int:
        """How many files had this outcome."""
        return sum(received.outcome == outcome for received in self.files)
