"""The article: what came over the wire, whatever its format, before anybody asked what it says."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article's text."""

    number: int
    """Counted from 1, the headline not counted; reports name it."""
    text: str
    """On one line, without white space at its ends; never empty."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a format says of an article in fields of its own; plain text has none. "" means that nothing is stated."""

    published: str = ""
    """A moment in the form of RFC 3339."""
    source: str = ""
    """The agency or outlet."""
    byline: str = ""
    """Who wrote it."""
    language: str = ""
    """A language tag."""
    url: str = ""
    """The article's own address."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article."""

    headline: str
    """On one line; never empty."""
    paragraphs: tuple[Paragraph, ...]
    """In the order of the text; empty where the file holds a headline alone."""
    seed: str
    """The file it was read from, relative to the site's folder, or its bare name where it lies outside."""
    sha256: str
    """The digest of that file's bytes, 64 hexadecimal digits."""
    stated: Stated = field(default_factory=Stated)
    """What its format states."""
