"""The anatomy of an article: what its paragraphs say, and what became of each."""

from dataclasses import dataclass, field

from readalso.fields import Moment


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of the story."""

    number: int
    """Of the article's paragraph."""
    text: str
    """Without the dateline, where it had one."""
    is_background: bool = False
    """Whether it opens with "As reported" or the like."""
    is_heading: bool = False
    """Whether it is the title of a section, and so no paragraph."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A "Read also" line."""

    numbers: tuple[int, ...]
    """Of the article's paragraphs: one, or two where the label stands alone above the headline."""
    label: str
    """As printed, without the colon."""
    headline: str
    """As printed."""
    href: str = ""
    """The address that the format gives; "" where it gives none."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks that somebody said."""

    number: int
    """Of the article's paragraph."""
    text: str
    """Without its marks."""
    speaker: str
    """The full name where the text or the register has it; "" where it is not known."""
    is_open: bool = False
    """Whether a later paragraph may still say whose they are; never so in an anatomy."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What did not go into the briefing."""

    number: int
    """Of the article's paragraph."""
    rule: str
    """The rule that dropped it, in words for a report."""
    text: str
    """What was dropped."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A paragraph, or the dateline before one, that became a field."""

    number: int
    """Of the article's paragraph."""
    field: str
    """The front matter's key."""
    text: str
    """As printed."""


@dataclass(frozen=True, slots=True)
class Dating:
    """When the text was published, or what speaks for it."""

    date: Moment | None = None
    """None where nobody stated it."""
    source: str = ""
    """Who stated it: stated, dateline or filename."""
    not_before: Moment | None = None
    """Where there is no date: the latest day that the text speaks of as past."""
    updated: Moment | None = None
    """When the text says that it was last changed."""


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what the text speaks of: each once, as the register or else the text spells it, in order."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What an article says."""

    language: str
    """A tag."""
    blocks: tuple[Prose | Reference, ...]
    """The body, in the order of the text."""
    dating: Dating = field(default_factory=Dating)
    """When it was published."""
    dateline: str = ""
    """The place at the head of the text."""
    dateline_as_printed: str = ""
    """The whole dateline where it says more than the fields hold: a region, or a day without a year."""
    source: str = ""
    """The agency that reports it."""
    byline: str = ""
    """Who wrote it."""
    summary: str = ""
    """The standfirst between headline and text; "" where there is none."""
    status: str = "usable"
    """usable, updated, corrected or withdrawn, as its tags and notes say."""
    correction: str = ""
    """The note that says what was corrected, as printed."""
    quotes: tuple[Quotation, ...] = ()
    """In the order of the text."""
    names: Names = field(default_factory=Names)
    """Who and what it speaks of."""
    moved: tuple[Moved, ...] = ()
    """What became fields."""
    dropped: tuple[Dropped, ...] = ()
    """What did not go into the briefing."""
