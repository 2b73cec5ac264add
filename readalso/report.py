"""All words that a run says: one line for each thing worth knowing, and one summary at the end.

Results go to stdout, everything else to stderr. Colour only for a terminal that wants it (https://no-color.org).
"""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from msgspec import Struct, field

from readalso.errors import Problem
from readalso.words import printable


class Voice(Struct):
    """Where a run speaks, and how much."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    is_quiet: bool = False
    """-q: only problems."""
    is_verbose: bool = False
    """-v: also why each page was made."""

    def say(self, text: str) -> None:
        """A result, unless the run is quiet."""
        if not self.is_quiet:
            print(printable(text), file=self.out)

    def detail(self, text: str) -> None:
        """What only a verbose run says."""
        if self.is_verbose:
            print(printable(text), file=self.out)

    def show(self, problems: Iterable[Problem]) -> None:
        """Problems, each on a line of its own, in the order of their files."""
        for problem in sorted(problems):
            word, colour = ("warning", "33") if problem.is_warning else ("error", "31")
            print(f"{self._paint(word, colour)}: {printable(str(problem))}", file=self.err)

    def fail(self, text: str) -> None:
        """Why the run stops."""
        print(f"{self._paint('error', '31')}: {printable(text)}", file=self.err)

    def progress(self, done: int, total: int, what: str) -> None:
        """A bar on one line that overwrites itself; only where a person looks on."""
        if self.is_quiet or not self.err.isatty():
            return
        width = 30
        filled = width * done // max(1, total)
        end = "\r" if done < total else "\r\x1b[K"
        bar = f"{what} [{'#' * filled}{'.' * (width - filled)}] {done}/{total}"
        print(bar if done < total else "", end=end, file=self.err, flush=True)

    def _paint(self, text: str, colour: str) -> str:
        if self.err.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
            return f"\x1b[{colour}m{text}\x1b[0m"
        return text


def count(number: int, one: str, many: str = "") -> str:
    """ "1 page", "2 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
