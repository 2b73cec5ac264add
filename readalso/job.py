"""What a build is asked for, and how it reads."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from readalso import engine
from readalso.intake.languages import labels
from readalso.library.visibility import Show
from readalso.settings import Settings
from readalso.words import digest

if TYPE_CHECKING:
    from concurrent.futures import Executor


@dataclass(frozen=True, slots=True)
class Job:
    """What to build, and for whom."""

    root: Path
    """The site's folder."""
    settings: Settings
    output: Path
    """Where the pages go."""
    work: Path
    """Where the memory and the stage lie: `.readalso/`, or a folder in it for the preview."""
    now: datetime
    """The time it is for this build; decides what is still in the future."""
    show: Show = Show()
    """What this build shows and the public does not see."""
    with_ledger: bool = False
    """Whether this is the site itself, whose addresses are to answer for ever; no preview and no trial."""
    is_fresh: bool = False
    """Begin with an empty memory."""
    without_shortcuts: bool = False
    """Let Markdown read every text itself; the result is the same."""
    shown: frozenset[str] = frozenset()
    """The files of the output that `retouch.proof` has written since the last build."""
    typed: str = ""
    """The fingerprint of the command line and the settings' file; see `standing.Asked`."""
    executor: "Executor | None" = None
    """What reads and makes; None for the cores of this machine."""

    @property
    def manner(self) -> "Manner":
        """How the build reads briefings."""
        settings = self.settings
        return Manner(labels, not self.without_shortcuts, settings.search, settings.language, settings.has("threads"))

    @property
    def program(self) -> str:
        """Who can read what the build leaves."""
        return engine.version()

    @property
    def edition(self) -> str:
        """Whose galleys are whose: of the same program, reading in the same manner, for the same output folder."""
        return f"{self.program}-{self.manner.name}-{digest(os.fsencode(self.output))}"


@dataclass(frozen=True, slots=True)
class Manner:
    """How briefings are read."""

    labels: Callable[[], Iterable[str]]
    """The labels of references, in every language."""
    has_shortcuts: bool = True
    """Whether what Markdown would make of plain prose may be made without it; the result is the same."""
    search: str = "text"
    """What can be searched for: summary, text or off; see `vocabulary`."""
    language: str = "en"
    """The site's, which is that of a briefing that names none."""
    has_threads: bool = True
    """Whether anybody asks which earlier events a background names."""
    is_proven: bool = False
    """Whether this program has seen that what it makes without Markdown is what Markdown would make."""

    @property
    def name(self) -> str:
        """What facts depend on beside the file and the program that reads it."""
        return f"{self.search}-{self.language}-{self.has_threads}"
