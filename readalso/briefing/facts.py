"""What the site needs to know of a briefing without holding its text."""

from dataclasses import dataclass

from readalso.briefing.body import Body, Reference
from readalso.briefing.briefing import Briefing
from readalso.briefing.frontmatter import FrontMatter
from readalso.briefing.markdown import Converter
from readalso.errors import Problem
from readalso.words import digest


@dataclass(frozen=True, slots=True)
class Facts:
    """A briefing as the library sees it."""

    path: str
    """Relative to `content/`."""
    matter: FrontMatter
    """Its front matter."""
    references: tuple[Reference, ...]
    """What it refers to, in the order of its gaps."""
    text_digest: str
    """The fingerprint of its Markdown and of what the converter was told."""
    word_count: int
    """Of its text."""
    problems: tuple[Problem, ...]
    """What could not be shown as it was written."""


def study(briefing: Briefing, converter: Converter, name: str = "") -> tuple[Facts, Body]:
    """The facts of a briefing and its converted body; `name` is how problems call the file."""
    body = converter.convert(briefing.text, name or briefing.path, briefing.matter.read_also)
    return (
        Facts(
            path=briefing.path,
            matter=briefing.matter,
            references=body.references,
            text_digest=digest(briefing.text),
            word_count=len(briefing.text.split()),
            problems=body.problems,
        ),
        body,
    )
