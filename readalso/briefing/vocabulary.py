"""The words by which a briefing is found, each once, folded as headlines are.

They are kept with the facts, so that the search index is made without reading a text again. Scripts that put no spaces
between words (Chinese, Japanese, Thai …) are taken in pairs of letters. The theme's search.js does the same with what a
reader types.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from readalso.briefing.frontmatter import FrontMatter
from readalso.words import headline_key

LONGEST = 24
"""Letters of a word; what follows tells no two words apart."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


class Vocabulary(Struct, frozen=True, array_like=True):
    """Words apart by spaces; none stands in two of the fields."""

    title: str = ""
    """Of the headline and of the other headlines among the aliases."""
    names: str = ""
    """Of the names, topics, source and place."""
    summary: str = ""
    """Of the summary, key points and quotations."""
    text: str = ""
    """Of the text."""


def vocabulary(matter: FrontMatter, text: str, search: str = "text") -> Vocabulary:
    """The words of a briefing that can be searched for.

    With `text` all, with `summary` all but the text's own, with `off` none.
    """
    if search == "off":
        return Vocabulary()
    seen: set[str] = set()
    speakers = (quote.speaker for quote in matter.quotes)
    names = (*matter.people, *matter.organisations, *matter.places, *matter.topics)
    return Vocabulary(
        _new([matter.title, *(alias for alias in matter.aliases if not alias.startswith("/"))], seen),
        _new([*names, *speakers, matter.source.name, matter.dateline, matter.byline], seen),
        _new([matter.summary, *matter.key_points, *(quote.text for quote in matter.quotes)], seen),
        _new([text], seen) if search == "text" else "",
    )


def words(text: str) -> Iterator[str]:
    """The words of a text in their order."""
    for run in headline_key(text).translate(_LETTERS).split():
        yield from _parts(run)


def _parts(run: str) -> Iterator[str]:
    """The words of letters in a row."""
    if run.isascii():
        if len(run) > 1:
            yield run[:LONGEST]
    else:
        for part in _UNSPACED.split(run):
            if len(part) > 1:
                yield part[:LONGEST]
        for letters in _UNSPACED.findall(run):
            yield from (letters[index : index + 2] for index in range(max(1, len(letters) - 1)))


def _new(texts: Iterable[str], seen: set[str]) -> str:
    """The words that have not been seen yet, sorted; they have been from then on."""
    lines = (headline_key(line).translate(_LETTERS) for text in texts for line in text.split("\n"))
    runs = {run for line in lines for run in line.split()}  # most words of a text come again and again
    found = sorted({word for run in runs for word in _parts(run)} - seen)
    seen.update(found)
    return " ".join(found)


class _Letters(dict[int, int]):
    """A letter, digit or mark as it is, and a space for anything else; for `str.translate`, as each is first met."""

    def __missing__(self, code: int) -> int:
        self[code] = code if unicodedata.category(chr(code))[0] in "LNM" else ord(" ")
        return self[code]


_LETTERS = _Letters()
