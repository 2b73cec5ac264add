"""What can go wrong, in one tree.

    ReadalsoError      everything Readalso raises on purpose
    ├── UsageError     the command line asks for something that does not exist (exit code 2)
    └── Broken         the user's files hold one or more Problems (exit code 1)

A `Problem` is a value: stages collect them and go on, so that one run names them all.
Words are made of them in one place, `Problem.__str__`.
"""

from collections.abc import Iterable

from msgspec import Struct


class ReadalsoError(Exception):
    """The root of all errors raised on purpose."""


class UsageError(ReadalsoError):
    """The command line asks for something that does not exist; exit code 2."""


class Problem(Struct, frozen=True, order=True):
    """One thing a user should mend, or know of."""

    path: str
    """The file, relative to the site's folder and with "/" on every system; "" where no file is at fault."""
    line: int
    """Counted from 1; 0 means the file as a whole."""
    column: int
    """Counted from 1; 0 means the line as a whole."""
    what: str
    """What was found, in the user's words."""
    hint: str = ""
    """What to do; "" where `what` says it."""
    is_warning: bool = False
    """A warning is reported and does not make the run fail, unless it runs with --strict."""

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        place = ":".join([self.path, *numbers]) if self.path else ""
        said = f"{self.what}; {self.hint}" if self.hint else self.what
        return " ".join((f"{place}: {said}" if place else said).split("\n"))


class Broken(ReadalsoError):
    """The user's files hold problems; carries them all."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def broken(path: str, what: str, hint: str = "", line: int = 0, column: int = 0) -> Broken:
    """A `Broken` of one problem, to raise."""
    return Broken([Problem(path, line, column, what, hint)])


def warning(path: str, what: str, hint: str = "", line: int = 0, column: int = 0) -> Problem:
    """A `Problem` that is no reason to stop."""
    return Problem(path, line, column, what, hint, is_warning=True)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to `word`, or else all of them."""
    from difflib import get_close_matches  # nobody has to wait for it who makes no mistake

    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=0.7)
    return f'did you mean "{near[0]}"?' if near else "known are: " + ", ".join(names)
