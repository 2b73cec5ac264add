"""The forms in which articles come over a wire: one module each, with `accepts(data, name)` and `read(data, name)`."""

from typing import Protocol

from readalso.intake.article import Article
from readalso.intake.formats import plain

__all__ = ["FORMATS", "Format"]


class Format(Protocol):
    """What a module of this folder offers."""

    def accepts(self, data: bytes, name: str) -> bool:
        """Whether the bytes of the file called `name` are in this format."""

    def read(self, data: bytes, name: str) -> tuple[Article, ...]:
        """The articles in them; what cannot be read is `Broken`, with file, line and what to do."""


FORMATS: tuple[Format, ...] = (plain,)
"""In order of trial; the last one accepts everything."""
