"""What the preview shows at present. The one thing here that changes: the worker's results come in, requests look."""

import secrets
from collections.abc import Iterable

from readalso.errors import Problem


class Stage:
    """The number of the present build, and what is wrong."""

    def __init__(self) -> None:
        self._run, self._count = secrets.token_hex(4), 0
        self.problems: tuple[Problem, ...] = ()
        """What keeps the last save from being shown; empty when all is well."""

    @property
    def build(self) -> str:
        """Changes whenever open pages should be loaded again; another server's is another."""
        return f"{self._run}-{self._count}"

    def show(self, has_changed: bool, problems: Iterable[Problem]) -> bool:
        """Take in what a build gave; whether open pages should be loaded again."""
        found = tuple(sorted(problems))
        is_news = has_changed or found != self.problems
        self.problems = found
        self._count += is_news
        return is_news
