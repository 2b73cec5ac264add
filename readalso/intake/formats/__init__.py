"""The forms in which articles come over a wire: one module each, with `accepts(data, name)` and `read(data, name)`.

What a file is, its content says; the name only helps where the content leaves a choice.
"""

from typing import Protocol

from readalso.intake.article import Article
from readalso.intake.formats import feed, html, jsonfeed, mail, newsml, newsml1, ninjs, nitf, plain, strange

__all__ = ["FORMATS", "Format"]


class Format(Protocol):
    """What a module of this folder offers."""

    def accepts(self, data: bytes, name: str) -> bool:
        """Whether the bytes of the file called `name` are in this format."""

    def read(self, data: bytes, name: str) -> tuple[Article, ...]:
        """The articles in them; what cannot be read is `Broken`, with file, line and what to do."""


FORMATS: tuple[Format, ...] = (feed, newsml, newsml1, nitf, jsonfeed, ninjs, html, strange, mail, plain)
"""In order of trial; the last one accepts everything."""
