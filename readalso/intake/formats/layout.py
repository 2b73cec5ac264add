"""The layout of plain text: where one paragraph ends and the next begins, and which lines belong together.

Wires and people set text in four ways, and mix them: blank lines between paragraphs; the first line of each indented;
each
paragraph on one long line; or lines of one width (64, 69, 72 columns) where only a short last line shows the end.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from readalso.intake.article import Paragraph
from readalso.intake.formats.characters import clean
from readalso.intake.formats.characters import line as one_line
from readalso.intake.languages.lines import farewell, furniture, is_end, label

_WIDEST = 110
"""Columns; longer lines are paragraphs, not lines of one."""
_NARROWEST = 24
"""Columns; a text without a line as long as this is a list of short lines."""
_FULL = 0.88
"""Of the width, where the next word would not have fitted in any more; some wires break early."""
_STUB = 0.6
"""Of the width; where lines are not wrapped, a shorter one is a line of its own: a name, a date."""
_FEW = 3
"""Lines of a block in which that is so: a longer one is a table, or verse."""
_LARGE = 8
"""Lines of a block that may hold several paragraphs."""
_LONGEST_ALONE = 200
"""Characters of a line that may state something by itself."""
_TAB = 4
_CLOSED = re.compile(r"""[.!?…:。！？।؟]['"”’»)\]」』]*\Z""")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HYPHENS = ("-", "\u2010", "¬")
_FEWEST_HYPHENS = 2
"""Broken words in a text that was set with them; fewer are hyphens that stand in the words themselves."""


@lru_cache(maxsize=4096)
def _stands_alone(text: str) -> bool:
    said, rest = farewell(text)
    return bool(furniture(text)[0] or label(text)[0] or is_end(text) or (said and not rest))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text that is not blank."""

    text: str
    """Without white space at its ends."""
    indent: int
    """Columns of white space before it."""

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_CLOSED.search(self.text))

    @property
    def stands_alone(self) -> bool:
        """Whether it states a time or an author, refers to another article, ends the text, or closes a mail."""
        return len(self.text) <= _LONGEST_ALONE and _stands_alone(self.text)


@dataclass(frozen=True)
class Layout:
    """How one text is set."""

    blocks: tuple[tuple[Line, ...], ...]
    """Its lines, parted where it has blank lines."""

    @cached_property
    def width(self) -> int:
        """Columns of its longest lines, one in ten left out: an address may stick out."""
        lengths = sorted(line.indent + len(line.text) for block in self.blocks for line in block)
        return lengths[len(lengths) * 9 // 10 - (len(lengths) < 10 and lengths[-1] > _WIDEST)] if lengths else 0

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether paragraphs are broken into lines of one width."""
        pairs = [pair for block in self.blocks for pair in pairwise(block)]
        broken = sum(not first.is_closed and self.is_full(first, second) for first, second in pairs)
        return _NARROWEST <= self.width <= _WIDEST and broken >= 2 and 4 * broken >= len(pairs)

    @cached_property
    def is_indented(self) -> bool:
        """Whether the first lines of paragraphs stand further in than others."""
        following = [second.indent > self.margin + 1 for block in self.blocks for _, second in pairwise(block)]
        first = sum(block[0].indent > self.margin + 1 for block in self.blocks)
        return any(following) and not all(following) and sum(following) + first > 1

    @cached_property
    def margin(self) -> int:
        """Columns before most lines, or before the fewest."""
        return min((line.indent for block in self.blocks for line in block), default=0)

    @cached_property
    def is_hyphenated(self) -> bool:
        """Whether words are broken at the ends of lines, as in print."""
        lines = [line.text for block in self.blocks for line in block[:-1]]
        return sum(text.endswith(_HYPHENS) and text[-2:-1].isalpha() for text in lines) >= _FEWEST_HYPHENS

    def is_full(self, first: Line, second: Line) -> bool:
        """Whether the next line's first word would not have fitted on the first line."""
        word = 1 if _WIDE.match(second.text) else len(second.text.partition(" ")[0])
        return first.indent + len(first.text) + 1 + word > self.width * _FULL

    def paragraphs(self, blocks: Iterable[Sequence[Line]] | None = None) -> Iterator[str]:
        """The paragraphs of some of its blocks, or of all, each on one line."""
        for block in self.blocks if blocks is None else blocks:
            start = 0
            for index in range(1, len(block)):
                if self._begins(block[index - 1], block[index], block):
                    yield self.joined(block[start:index])
                    start = index
            yield self.joined(block[start:])

    def joined(self, lines: Sequence[Line]) -> str:
        """Lines as one, words that were broken put together again."""
        parts = [lines[0].text]
        for line in lines[1:]:
            parts[-1:] = self._with(parts[-1], line.text)
        return "".join(parts)

    def _begins(self, before: Line, line: Line, block: Sequence[Line]) -> bool:
        """Whether a paragraph begins with `line`, in the same block as the line before."""
        runs_on = self.is_wrapped and not before.is_closed and self.is_full(before, line)
        if line.stands_alone or before.stands_alone:
            return not (runs_on and not line.stands_alone)
        if len(before.text) > _WIDEST:
            return True
        if self.is_indented:
            return line.indent > self.margin + 1
        if self.is_wrapped:
            is_large = len(block) > _LARGE or len(self.blocks) == 1
            return is_large and before.is_closed and not self.is_full(before, line)
        if len(self.blocks) == 1 or before.is_closed:
            return len(self.blocks) == 1 or not self._is_short(block)
        return len(block) <= _FEW and self.width >= 2 * _NARROWEST and len(before.text) < self.width * _STUB

    def _is_short(self, block: Sequence[Line]) -> bool:
        """Whether a block is too narrow to tell whether its lines are wrapped."""
        return max(len(line.text) for line in block) < _NARROWEST

    def _with(self, text: str, line: str) -> tuple[str, str]:
        if text.endswith(_HYPHENS) and text[-2:-1].isalpha() and line[:1].islower():
            return text[:-1] if self.is_hyphenated or text[-1] != "-" else text, line
        return text if _WIDE.match(text[-1]) and _WIDE.match(line) else f"{text} ", line


def lay_out(text: str) -> Layout:
    """The layout of a clean text."""
    blocks: list[list[Line]] = [[]]
    for printed in text.replace("\t", " " * _TAB).split("\n"):
        if words := one_line(printed):
            blocks[-1].append(Line(words, len(printed) - len(printed.lstrip())))
        elif blocks[-1]:
            blocks.append([])
    return Layout(tuple(tuple(block) for block in blocks if block))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text without a headline."""
    found = lay_out(clean(text)).paragraphs()
    return tuple(Paragraph(number, words) for number, words in enumerate(found, 1))
