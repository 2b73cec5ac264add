"""The briefing, and the two functions that are each other's inverse: `parse` and `write`."""

import re

from msgspec import Struct

from readalso.briefing import frontmatter
from readalso.briefing.frontmatter import FrontMatter


class Briefing(Struct, frozen=True):
    """One Markdown file of `content/`."""

    path: str
    """Relative to `content/`, with "/": "2025/port-deal.md"."""
    matter: FrontMatter
    """Its front matter."""
    text: str
    """Its Markdown, without blank lines before it, ending in one line end, or ""."""


def parse(path: str, text: str, name: str = "", has_shortcut: bool = True) -> Briefing:
    """The briefing that a file's `text` holds; its problems, all at once, as `Broken` that calls the file `name`.

    Without `has_shortcut` PyYAML reads the simplest front matter too, with the same result.
    """
    yaml, body = frontmatter.split(text, name or path)
    return Briefing(path, frontmatter.parse(yaml, name or path, path, has_shortcut), normal(body))


def write(briefing: Briefing) -> str:
    """The file's text. `parse(b.path, write(b)) == b`."""
    return f"---\n{frontmatter.write(briefing.matter)}---\n" + (f"\n{briefing.text}" if briefing.text else "")


def normal(body: str) -> str:
    """A body without blank lines around it, ending in one line end; "" stays."""
    kept = re.sub(r"\A(?:[^\S\n]*\n)+", "", body).rstrip()
    return f"{kept}\n" if kept else ""
