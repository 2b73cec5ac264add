"""The cards of stories, as far as the plan has to know them: their size, and what they are lettered with."""

from dataclasses import dataclass
from unicodedata import normalize

WIDTH, HEIGHT = 1200, 630
"""In pixels: 1.91 to 1, as pages cut a picture that they show large."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A font and the program that draws with it."""

    font: str
    """The url of a static file; "" for the font that comes with Pillow."""
    mark: str
    """The versions that the bytes of a card depend on, and the font's fingerprint."""
    missing: frozenset[str]
    """The letters, of all headlines, that it cannot write."""

    def can_write(self, text: str) -> bool:
        """Whether it has every letter of a text."""
        return self.missing.isdisjoint(plain(text))


def plain(text: str) -> str:
    """A text as it is written on a card: composed letters, single spaces."""
    return " ".join(normalize("NFC", text).split())
