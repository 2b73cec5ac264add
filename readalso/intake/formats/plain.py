"""Plain text: a headline, then paragraphs.

Paragraphs are blocks between blank lines; a block of several lines is a wrapped paragraph and is joined. A text without
any blank line has a paragraph on each line. (Wires differ; see the IPTC 7901 and ANPA layouts for what else there is.)
"""

import re
from hashlib import sha256

from readalso.errors import broken
from readalso.intake.article import Article, Paragraph
from readalso.intake.formats.characters import decode
from readalso.intake.languages.lines import furniture, is_end, label
from readalso.words import excerpt

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SPACES = re.compile(r"[ \t\n]+")
_LONGEST_HEADLINE = 500
"""Characters; a longer first line is a paragraph without a headline, and its beginning has to serve as one."""
_WRAPPED_HEADLINE = 90
"""Characters; a first block with longer lines holds the first paragraph too."""


def accepts(data: bytes, name: str) -> bool:
    """Any bytes are tried as text."""
    return True


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The one article of a text file; a file without any text is `Broken`."""
    blocks = _blocks(decode(data, name))
    if not blocks:
        raise broken(name, "holds no text", "remove the file, or put a headline on its first line")
    headline, *texts = blocks if len(blocks[0]) <= _LONGEST_HEADLINE else [excerpt(blocks[0], 100), *blocks]
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    return (Article(headline, paragraphs, name, sha256(data).hexdigest()),)


def _blocks(text: str) -> list[str]:
    """The headline and the paragraphs, each on one line."""
    blocks = [block for block in map(_lines, _BLANK.split(text)) if block]
    if len(blocks) == 1:
        return blocks[0]
    return _head(blocks[0]) + [block for lines in blocks[1:] for block in _joined(lines)] if blocks else []


def _lines(block: str) -> list[str]:
    return [line for line in (_SPACES.sub(" ", line).strip() for line in block.split("\n")) if line]


def _head(lines: list[str]) -> list[str]:
    """The first block: the headline, wrapped or not, and the lines that stand below it without a blank one."""
    below = [line for line in lines[1:] if _stands_alone(line)]
    if below:
        first = lines.index(below[0])
        return [" ".join(lines[:first]), *lines[first:]]
    is_headline = len(lines) <= 3 and max(map(len, lines)) <= _WRAPPED_HEADLINE and not lines[-1].endswith(".")
    return [" ".join(lines)] if is_headline else [lines[0], " ".join(lines[1:])] if len(lines) > 1 else lines


def _joined(lines: list[str]) -> list[str]:
    """A block as one paragraph; lines that state a time, an author, a reference or the end stand alone."""
    out: list[list[str]] = [[]]
    for line in lines:
        if _stands_alone(line):
            out += [[line], []]
        else:
            out[-1].append(line)
    return [" ".join(part) for part in out if part]


def _stands_alone(line: str) -> bool:
    return bool(furniture(line)[0] or label(line)[0] or is_end(line))
