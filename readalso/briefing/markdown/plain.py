"""Blocks of which it is certain what Markdown makes of them, told apart from the rest of a text.

Most blocks that come over a wire are one line of plain sentences. Python-Markdown runs fifteen patterns over each of
them and finds nothing; that was two thirds of the time of a cold build. A regular expression can tell such a block: no
character in it begins any syntax of the registered processors, so it is a paragraph as it stands. The same goes for
the simplest forms of what people add: `*word*`, `**word**`, `[word](https://…)`, a list of such lines, a quotation of
them. Everything else is Python-Markdown's. `SYNTAX` names the processors that this was proved with; with any other the
shortcut is off.

tests/briefing/test_plain.py holds that not a byte differs, and that each excluded character has to be.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

ACTIVE = r"\x00-\x1f\x7f-\x9f`\\\[\]<>&*_\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufeff\ufdd0-\ufdef\ufffe\uffff"
"""Characters, as in a class of a regular expression, that begin something anywhere in a line, that Python-Markdown or
the sanitiser would change, or that stand for a row of blocks."""
OPENING = r"\s#>:+=~-"
"""Characters that begin something at the beginning of a line."""
_HOST = r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.[a-z]{2,}"
_ROW = re.compile("<p>\ue000(\\d+)\ue001</p>")


class Guard:
    """Tells the blocks of which it is certain what becomes of them."""

    def __init__(self, active: str = ACTIVE, opening: str = OPENING) -> None:
        words = rf"\w(?:[^{active}]*\w)?"
        self._inert = re.compile(rf"[^{active}]*")
        self._opens = re.compile(rf"[{opening}]|\d+\.")
        self._reference = re.compile(rf"(?!\d)\w[^{active}]{{0,400}}(?:\[\[[^{active}|]{{1,300}}\]\])?")
        # Each form begins with its mark, and what may not stand before that is looked at behind it: so the marks are
        # looked for, and not every place of a line.
        self._spans = re.compile(
            rf"\*(?<![^\s(“«]\*)(?:\*(?P<strong>{words})\*\*|(?P<em>{words})\*)(?![^\s.,;:!?)”»…])"
            rf"|\[(?<!!\[)(?P<text>{words})\]\((?P<url>https?://{_HOST}(?:/[A-Za-z0-9/._~%?=+,:;@-]*)?)\)"
        )

    def is_reference(self, block: str) -> bool:
        """Whether a block, if our own rule takes it for a reference, is left to that rule by all others."""
        return self._reference.fullmatch(block) is not None

    def paragraph(self, block: str) -> str | None:
        """The HTML of a block that is one plain line; None of any other."""
        words = self._line(block)
        return None if words is None else f"<p>{words}</p>"

    def group(self, block: str) -> "Group | None":
        """The list or quotation that a block of plain lines is; None of any other block."""
        mark = block[:2]
        lines = [line[2:] for line in block.split("\n") if line[:2] == mark]
        if mark not in ("- ", "* ", "> ") or len(lines) <= block.count("\n"):
            return None
        found = [words for words in map(self._line, lines) if words is not None]
        if len(found) < len(lines) or "|" in block:  # which could be a table
            return None
        return Group(mark == "> ", ["\n".join(found)] if mark == "> " else found)

    def _line(self, line: str) -> str | None:
        """The HTML of a line in which nothing acts but the simplest spans; None of any other."""
        if not line or self._opens.match(line) or line[-1].isspace():
            return None
        if self._inert.fullmatch(line):
            return _shown(line)
        pieces: list[str] = []
        end = 0
        for span in self._spans.finditer(line):
            if not self._inert.fullmatch(line, end, span.start()):
                return None
            pieces += line[end : span.start()], _span(span)
            end = span.end()
        return _shown("".join([*pieces, line[end:]])) if pieces and self._inert.fullmatch(line, end) else None


@dataclass(slots=True)
class Group:
    """A list or quotation; a further block of its kind goes on with it."""

    is_quotation: bool
    rows: list[str]
    """The paragraphs of a quotation, or the items of a list."""
    loose: set[int] = field(default_factory=set)
    """The items that are paragraphs: those on both sides of a blank line."""

    def add(self, other: "Group") -> None:
        """Go on with another block."""
        self.loose |= {len(self.rows) - 1, len(self.rows)}
        self.rows += other.rows

    def html(self) -> str:
        """As Python-Markdown writes it."""
        if self.is_quotation:
            return "<blockquote>\n" + "".join(f"<p>{row}</p>\n" for row in self.rows) + "</blockquote>"
        return "<ul>\n" + "".join(map(self._item, range(len(self.rows)))) + "</ul>"

    def _item(self, number: int) -> str:
        words = self.rows[number]
        return f"<li>\n<p>{words}</p>\n</li>\n" if number in self.loose else f"<li>{words}</li>\n"


def _span(span: re.Match[str]) -> str:
    if span["url"]:
        return f'<a href="{span["url"]}">{span["text"]}</a>'
    return f"<strong>{span['strong']}</strong>" if span["strong"] else f"<em>{span['em']}</em>"


def _shown(words: str) -> str:
    """Words as the sanitiser writes them."""
    return words.replace("\xa0", "&nbsp;")


def shorten(blocks: Sequence[str], paragraphs: Sequence[str | None]) -> tuple[str, list[str]]:
    """A text in which each row of plain blocks is one short paragraph, and the HTML of the rows in their order.

    What stands around a row sees one paragraph where there were several, which is all that any processor asks about.
    `paragraphs` has the HTML of each block that is plain.
    """
    kept: list[str] = []
    rows: list[str] = []
    is_open = False
    for block, found in zip(blocks, paragraphs, strict=True):
        if found is None:
            kept.append(block)
        elif is_open:
            rows[-1] += f"\n{found}"
        else:
            kept.append(f"\ue000{len(rows)}\ue001")
            rows.append(found)
        is_open = found is not None
    return "\n\n".join(kept), rows


def restore(html: str, rows: Sequence[str]) -> str | None:
    """A shortened text's HTML with its rows put back; None where one does not stand as a paragraph of its own."""
    parts = _ROW.split(html)
    if parts[1::2] != [str(number) for number in range(len(rows))]:
        return None
    return "".join(_between(parts, rows))


def _between(parts: Sequence[str], rows: Sequence[str]) -> Iterator[str]:
    for index, part in enumerate(parts):
        yield rows[int(part)] if index % 2 else part
