"""The words of converted prose, and the sentences that its references stand in."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from readalso.briefing.body import Reference

_BLOCK_END = re.compile(r"</(?:p|li|dd|dt|td|th|h[1-6]|blockquote|pre)>|<[uod]l>")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»）)」]*\s+")
_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')


def with_sentences(found: Sequence[Reference], proses: Sequence[str]) -> Iterator[Reference]:
    """Each reference with the sentence around it, or before it where it has a line of its own.

    `proses[i]` is the HTML before the gap `i`. The text is read once: bodies of many thousand references exist.
    """
    return _apart(found, proses) if all(reference.label for reference in found) else _amid(found, proses)


def _apart(found: Sequence[Reference], proses: Sequence[str]) -> Iterator[Reference]:
    """The same where each has a line of its own: of the text before it, only the end is looked at."""
    last = ""
    for prose, reference in zip(proses, found, strict=False):
        last = _last(prose) or last
        yield _saying(reference, _SENTENCE_END.split(last)[-1])


def _last(prose: str) -> str:
    """The words of the last block that has any; mostly that is a paragraph behind another one."""
    before, mark, rest = prose.rpartition("<p>")
    words, _, after = rest.partition("</p>")
    if mark and (not before or before.endswith("</p>\n")) and "<" not in words and after.isspace() and words.strip():
        return html.unescape(words).strip()
    blocks = map(_text, reversed(_BLOCK_END.split(prose)))
    return next((words for block in blocks if (words := block.strip())), "")


def _amid(found: Sequence[Reference], proses: Sequence[str]) -> Iterator[Reference]:
    """The same wherever they stand."""
    block: list[str] = []  # the running block's words and headlines
    places: list[tuple[Reference, int, int]] = []  # the references in it, with the beginning and end of their words
    last = ""  # the last block that had words
    for prose, reference in zip_longest(proses, found):
        *ended, running = map(_text, _BLOCK_END.split(prose))
        for words in ended:
            yield from _around(places, "".join([*block, words]))
            last, block, places = "".join([*block, words]).strip() or last, [], []
        block.append(running)
        size = sum(map(len, block))
        if reference is None or reference.label:
            yield from _around(places, "".join(block))
            last, block, places = "".join(block).strip() or last, [], []
        if reference and reference.label:
            yield _saying(reference, _SENTENCE_END.split(last)[-1])
        elif reference:
            block.append(reference.shown or reference.headline)
            places.append((reference, size, size + len(block[-1])))


def _around(places: Iterable[tuple[Reference, int, int]], text: str) -> Iterator[Reference]:
    """Each reference with the sentence of `text` that its words stand in."""
    cuts = [match.end() for match in _SENTENCE_END.finditer(text)] if places else []
    for reference, start, end in places:
        before, after = bisect_right(cuts, start), bisect_left(cuts, end)
        yield _saying(reference, text[cuts[before - 1] if before else 0 : cuts[after] if after < len(cuts) else None])


def _saying(reference: Reference, sentence: str) -> Reference:
    return replace(reference, sentence=" ".join(sentence.split())[:400])


def _text(markup: str) -> str:
    """The words of a stretch of HTML."""
    return html.unescape(_TAG.sub("", markup) if "<" in markup else markup)


def opening(prose: str) -> str:
    """The words of the first block."""
    end = prose.find("<", len("<p>")) if prose.startswith("<p>") else -1
    is_plain = prose.startswith("</p>", end)  # a paragraph with no tag in it, as most are
    first = prose[len("<p>") : end] if is_plain else _BLOCK_END.split(prose, maxsplit=1)[0]
    return " ".join(_text(first).split())
