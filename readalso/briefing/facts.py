"""What the site needs to know of a briefing without holding its text."""

from dataclasses import dataclass

from readalso.briefing.body import Body, Reference
from readalso.briefing.briefing import Briefing
from readalso.briefing.frontmatter import FrontMatter
from readalso.briefing.markdown import Converter
from readalso.errors import Problem
from readalso.words import digest, headline_key


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
    is_lede_first: bool
    """Whether the text begins with its own summary, so that a page need not print both."""
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
            is_lede_first=_begins(body.opening, briefing.matter.summary),
            problems=body.problems,
        ),
        body,
    )


def _begins(opening: str, summary: str) -> bool:
    """Whether the first paragraph begins with the summary, the ellipsis of a shortened one aside."""
    return bool(summary) and headline_key(opening).startswith(headline_key(summary.rstrip(" ….")))
