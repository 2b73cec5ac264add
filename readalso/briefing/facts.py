"""What the site needs to know of a briefing without holding its text."""

from msgspec import Struct, field

from readalso.briefing.body import Reference
from readalso.briefing.frontmatter import FrontMatter
from readalso.briefing.pictures import Picture
from readalso.briefing.vocabulary import Vocabulary
from readalso.errors import Problem


class Mention(Struct, frozen=True, array_like=True):
    """An earlier event that the background tells of, with its day."""

    day: str
    """"2026-10-05"."""
    sentence: str
    """What is said of it; plain text."""


class Trimmed(Struct, frozen=True, array_like=True):
    """The parts of a headline; all but its text are folded."""

    text: str
    """What it says, as it is written."""
    core: str
    """The same, folded."""
    tail: str
    """The speaker or site after it, or ""."""
    is_cut: bool
    """Whether it ends in an ellipsis."""


class Outline(Struct, frozen=True, array_like=True):
    """What is asked of every headline when one of them is looked for; all words are folded."""

    key: str
    """The whole headline, folded."""
    trimmed: Trimmed
    words: tuple[str, ...]
    """Those that carry something, in their order."""
    small: tuple[str, ...]
    """Those of them that are written with a small letter inside a sentence."""
    capital: tuple[str, ...]
    """Those that have a capital there; none where capitals tell nothing."""


class Facts(Struct, frozen=True, array_like=True):
    """A briefing as the library sees it."""

    path: str
    """Relative to `content/`."""
    matter: FrontMatter
    """Its front matter."""
    references: tuple[Reference, ...]
    """What it refers to, in the order of its gaps."""
    text_digest: str
    """The fingerprint of its Markdown."""
    word_count: int
    """Of its text."""
    is_lede_first: bool
    """Whether the text begins with its own summary, so that a page need not print both."""
    problems: tuple[Problem, ...]
    """What could not be shown as it was written, and what of it is probably not meant."""
    anchors: tuple[str, ...] = ()
    """Of each of its quotes, where it stands on the page: the same words have the same."""
    mentions: tuple[Mention, ...] = ()
    """The earlier events that its background names by their day."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """The words by which it is found."""
    pictures: tuple[Picture, ...] = ()
    """The pictures in its text; the one beside it is in the front matter."""
    outlines: tuple[Outline, ...] = ()
    """Of its title, then of its other headlines; none where nobody worked them out."""
