"""Which texts Markdown should not be let near: some of 20 KB keep it busy for minutes."""

import re

MOST_MARKS = 400
"""Brackets, stars, backslashes, headings and the like in one block. Python-Markdown is quadratic in them: of unclosed
brackets 8,000 take 7 s, 400 take 20 ms."""
MOST_CELLS = 100_000
"""In one table."""
LONGEST_REACH = 1_000_000
"""Characters, summed over every bracket's way to its partner. Python-Markdown walks each way three times and more, and
that of an unclosed bracket to the end of its block: 400 of them before 100 KB take 25 s, this many characters 0.5 s."""
DEEPEST = 40
"""Levels of list or quotation. Python-Markdown recurses, and 400 exhaust the stack."""
MOST_CHARACTERS = 2_000_000
"""Of one body."""
_BRACKET = re.compile(r"\[|\]\(?|\)")
_HEADING = re.compile(r"^ {0,3}(?:#|[=-]+ *$)", re.MULTILINE)
_WIDE_FENCE = re.compile(r"^(?:`{3,}|~{3,}).{500}", re.MULTILINE)
_FENCE = re.compile(r"^(?:`{3}|~{3})", re.MULTILINE)
_MARKS = re.compile(r"[\s>*+\-\d.]*")


def too_dense(text: str) -> str:
    """Why Markdown should not be let near `text`, or ""."""
    if len(text) > MOST_CHARACTERS:
        return "is too long"
    blocks = re.split(r"\n[ \t]*\n", text)
    if any(sum(map(block.count, "[<`*_&\\")) + len(_HEADING.findall(block)) > MOST_MARKS for block in blocks):
        return "has too many brackets and marks in one paragraph"
    if sum(map(_reach, blocks)) > LONGEST_REACH:
        return "has too many unclosed brackets"
    if any(map(_is_deep, blocks)) or max(map(_indent, text.split("\n"))) > 4 * DEEPEST:
        return "nests too deep"
    if any(map(_is_vast, blocks)):
        return "has too large a table"
    if _WIDE_FENCE.search(text) or len(_FENCE.findall(text)) > MOST_MARKS:
        return "has too long a fence, or too many"
    return "has too many footnotes" if text.count("[^") > MOST_MARKS else ""


def _reach(block: str) -> int:
    """How far it is from each `[` or `](` to what closes it, or else to the block's end, summed up."""
    square: list[int] = []
    round_: list[int] = []
    reach = 0
    for match in _BRACKET.finditer(block):
        mark, start = match.group(), match.start()
        if mark == "[":
            square.append(start)
        elif mark[0] == "]" and square:
            reach += start - square.pop()
        if mark == "](":
            round_.append(start)
        elif mark == ")" and round_:
            reach += start - round_.pop()
    return reach + sum(len(block) - start for start in (*square, *round_))


def _is_vast(block: str) -> bool:
    """Whether the block could be a table of too many cells: each row is filled up to the width of the first."""
    lines = block.split("\n")
    return len(lines) * max(line.count("|") for line in lines) > MOST_CELLS


def _is_deep(block: str) -> bool:
    """Whether a line of marks, "- > - 1. ...", opens more lists and quotations than can be followed."""
    marks = _MARKS.match(block)
    return marks is not None and len(re.findall(r"[>*+-]|\d\.", marks.group())) > DEEPEST


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t>")) + 3 * line.count("\t") if line.strip() else 0
