"""The article: what came over the wire, whatever its format, before anybody asked what it says.

A format says what its own markup says and nothing more. What plain words say ("By A. Reporter", "Read also: …") is left
for the anatomy to find, in every format alike.
"""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "",
    "heading",
    "standfirst",
    "reference",
    "quote",
    "caption",
    "note",
    "credit",
    "furniture",
    "salutation",
    "signature",
]
"""What a format's markup says that a paragraph is.

"": ordinary text, or a format that has no markup: the words themselves tell what it is, also "Read also: …".
heading: the title of a section. standfirst: the summary between headline and text, no part of the story's paragraphs.
reference: the headline of another article, from a box or list of references; its label, if any, is in `label`.
quote: a block quotation; an ordinary paragraph of the story. caption: below a picture. note: to editors, never for
readers. credit: author, agency, copyright, sign-off: no part of the story. furniture: what a page puts between the
paragraphs of any article: invitations to share, subscribe, comment. salutation, signature: what a mail puts around its
text, "Dear colleagues," above it and "Best regards," with all below.
"""

Status = Literal["", "usable", "updated", "corrected", "withdrawn", "embargoed"]
"""Whether an article may be used, in a briefing's words; "" where nobody says."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article's text."""

    number: int
    """Counted from 1, the headline not counted; reports name it."""
    text: str
    """On one line, without white space at its ends; never empty."""
    kind: Kind = ""
    """What the format says that it is; "" where it does not."""
    href: str = ""
    """The address of the link that is the whole text, or all of it after a label; "" where there is none."""
    label: str = ""
    """Of a reference: what stood above or before it ("Read also"), as printed; "" where nothing did."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a format says of an article in fields of its own; plain text has none. "" means that nothing is stated."""

    published: str = ""
    """A day or a moment in the form of RFC 3339, as `readalso.fields.moment` reads it."""
    updated: str = ""
    """When this version was made, in the same form; "" where that is the time of publication."""
    source: str = ""
    """The agency or outlet."""
    byline: str = ""
    """Who wrote it, without "By"; several with commas between."""
    language: str = ""
    """A language tag."""
    place: str = ""
    """Where it was written: the place of its dateline."""
    url: str = ""
    """The article's own address."""
    guid: str = ""
    """The name by which its sender knows it, the same in each version."""
    version: str = ""
    """Of one guid, a later version has a higher number."""
    status: Status = ""
    """Whether it may be used."""
    embargo: str = ""
    """Until when an embargoed text is held back, as `published`."""
    slugline: str = ""
    """The wire's own short name of the story ("PORT-STRIKE")."""
    copyright: str = ""
    """Whose it is."""
    keywords: tuple[str, ...] = ()
    """Topics, as given."""
    people: tuple[str, ...] = ()
    """Who is spoken of, as given; so also the next two."""
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article."""

    headline: str
    """On one line; never empty."""
    paragraphs: tuple[Paragraph, ...]
    """In the order of the text; empty where the file holds a headline alone."""
    seed: str
    """The file it was read from, relative to the site's folder, or its bare name where it lies outside.

    One article among several in a file has "#" and a digest of its guid behind that: "seeds/feed.xml#1f0c24ab"."""
    sha256: str
    """The digest of that file's bytes, 64 hexadecimal digits; of one article among several, of what it says."""
    stated: Stated = field(default_factory=Stated)
    """What its format states."""
    notes: tuple[str, ...] = ()
    """What a human should know of how it was read: "is read as windows-1251, which nobody states"."""
