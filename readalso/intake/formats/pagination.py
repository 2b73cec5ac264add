"""Page marks inside a text that was printed, scanned or sent in takes: "- 2 -", "Page 2 of 3", "(more)", form feeds.

A paragraph that runs on over a page's end is put together again.
"""

import re
from collections import Counter
from collections.abc import Iterator

from readalso.intake.formats.characters import line

_MARK = re.compile(
    r"(?:[-–—]\s?\d{1,3}\s?[-–—]|(?:page|p\.|pg\.|seite|s\.|página|pagina|pág\.|pag\."
    r"|стор\.|сторінка|стр\.|страница|strona|str\.)"
    r"\s?\d{1,3}(?:\s?(?:of|/|von|de|di|из|із|z)\s?\d{1,3})?"
    r"|[-–—(]*\s?more\s?[-–—)]*|\(?(?:mehr|suite|à suivre|mf|sigue|segue)\)?)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}\s*")
_PAGE = "\x0c"
_CLOSED = re.compile(r"""[.!?…:。！？]['"”’»)\]]*\s*\Z""")
_MOST_HEADS = 80
"""Characters of a line that each page repeats at its head."""


def without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its page marks, and those marks."""
    if _PAGE not in text and not any(_MARK.fullmatch(words.strip()) for words in text.split("\n") if len(words) < 40):
        return text, ()
    lines = text.replace(_PAGE, f"\n{_PAGE}\n").split("\n")
    heads = _running_heads(lines)
    kept: list[str] = []
    marks: list[str] = []
    is_after = False
    for printed in lines:
        words = printed.strip(" \t\r")
        if words == _PAGE.strip(" ") or _is_mark(words) or (is_after and (words in heads or _NUMBER.fullmatch(words))):
            marks += [words] if words != _PAGE else []
            is_after = True
        elif not is_after or words:
            kept += [*_gap(kept, words, is_after), printed]
            is_after = False
    return "\n".join(kept), tuple(filter(None, map(line, marks)))


def _is_mark(words: str) -> bool:
    return bool(words) and len(words) < 40 and bool(_MARK.fullmatch(words))


def _running_heads(lines: list[str]) -> frozenset[str]:
    """Lines that stand at the head of more than one page."""
    found: list[str] = []
    is_head = True
    for words in (printed.strip(" \t\r") for printed in lines):
        if words == _PAGE or _is_mark(words):
            is_head = True
        elif words and is_head:
            found.append(words)
            is_head = False
    return frozenset(words for words, times in Counter(found).items() if times > 1 and len(words) <= _MOST_HEADS)


def _gap(kept: list[str], words: str, is_after: bool) -> Iterator[str]:
    """Between two pages: nothing where a sentence runs on, a blank line where it does not."""
    if not is_after or not kept:
        return
    while kept and not kept[-1].strip():
        kept.pop()
    if kept and (_CLOSED.search(kept[-1]) or not words[:1].islower()):
        yield ""
