"""What Markdown makes of a body: prose with gaps.

A "Read also" line stands in the middle of a body, and the briefing it means may arrive next week. So a body's HTML does
not contain the link: it is a row of `Prose` and `Gap`, and each gap is filled when the page is planned.
"""

from dataclasses import dataclass

from readalso.errors import Problem


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of sanitised HTML; an inline gap may cut it in the middle of an element."""

    html: str


@dataclass(frozen=True, slots=True)
class Gap:
    """The place of a reference."""

    number: int
    """Its index in the body's references."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of another briefing by its headline."""

    headline: str
    """As printed."""
    shown: str = ""
    """Other words to show in place of the headline, of `[[Headline|words]]`."""
    label: str = ""
    """The words before the colon ("Read also") where the reference has a line of its own; "" inside a sentence."""
    sentence: str = ""
    """The sentence around it, or for a line of its own the sentence before it; plain text."""
    href: str = ""
    """Where the source says that the other article stands, of `[[Headline]](https://…)`; "" where it does not say."""


@dataclass(frozen=True, slots=True)
class Body:
    """A converted body."""

    pieces: tuple[Prose | Gap, ...] = ()
    """In the order of the text."""
    references: tuple[Reference, ...] = ()
    """In the order of the gaps."""
    opening: str = ""
    """The words of its first paragraph, up to the first gap."""
    problems: tuple[Problem, ...] = ()
    """What could not be shown as it was written."""
