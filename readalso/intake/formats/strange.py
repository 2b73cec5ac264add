"""Files that are certainly not text to be read as it stands: XML in a form that no reader here knows."""

from readalso.errors import broken
from readalso.intake.article import Article
from readalso.intake.formats.encodings import opening
from readalso.intake.formats.trees import root


def accepts(data: bytes, name: str) -> bool:
    """A file that begins with an XML declaration or DOCTYPE."""
    return opening(data).casefold().startswith(("<?xml", "<!doctype"))


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """Always `Broken`."""
    first = root(opening(data))
    what = f'is XML of an unknown kind (its first element is "{first}")' if first else "is XML without an element"
    raise broken(name, what, "known are RSS, Atom, NITF, NewsML 1 and G2, and HTML")
