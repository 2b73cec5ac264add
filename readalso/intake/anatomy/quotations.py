"""Where the quotations of a paragraph begin and end: “…”, "…", «…», „…“, nested or not, in one pass."""

from dataclasses import dataclass

_OPENING = ' \t\xa0\u202f([{—–-/:«“„‘"'


@dataclass(frozen=True, slots=True)
class Span:
    """A quotation, outermost marks only."""

    start: int
    """The opening mark."""
    end: int
    """One past the closing mark, or the paragraph's end where it stays open."""
    text: str
    """Between the marks."""
    is_open: bool = False
    """Whether it is not closed."""


def spans(text: str, pairs: tuple[str, ...]) -> tuple[Span, ...]:
    """The quotations of a paragraph, in order; `pairs` are opening and closing marks, two characters each.

    One that is not closed runs to the paragraph's end if it opens the paragraph (it goes on in the next), and is none
    otherwise.
    """
    closers = {opener: {pair[1] for pair in pairs if pair[0] == opener} for opener in {pair[0] for pair in pairs}}
    found: list[Span] = []
    stack: list[tuple[str, int]] = []
    for index, char in enumerate(text):
        if stack and char in closers[stack[-1][0]] and _may_close(text, index):
            _, start = stack.pop()
            if not stack:
                found.append(Span(start, index + 1, text[start + 1 : index].strip()))
        elif char in closers and _may_open(text, index) and len(stack) < 4:
            stack.append((char, index))
    if stack and stack[0][1] == 0 and stack[0][0] != "‘":
        found.append(Span(0, len(text), text[1:].strip(), True))
    return tuple(found)


def _may_open(text: str, index: int) -> bool:
    """At a word's start, and for marks that have one form only also after a space."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if text[index] in '"‘':
        return bool(after.strip()) and (not before or before in _OPENING)
    return not before or not before.isalnum() or before > "\u3000"  # no spaces in Chinese and Japanese


def _may_close(text: str, index: int) -> bool:
    """Not inside a word (’ is an apostrophe too), and straight marks not after a space."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if text[index] in "’'":
        return not after.isalnum()
    return text[index] != '"' or bool(before.strip())
