"""Plain text as Markdown that comes out as the same text, and the two kinds of headline that stand in Markdown."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from readalso.words import caseless

_ACTIVE = re.compile(
    r"[\\`*<]"
    r"|(?<!\w)_|_(?!\w)|_(?=_)|(?<=_)_"
    r"|\[(?!(?!\^)[^\[\]]*\](?!\s*[\[(:]))"
)
_LABELLED = re.compile(
    r"[ ]{0,3}[*_]{0,3}(?P<label>[^:：*_\s]+(?:\s+[^:：*_\s]+)*)[*_]{0,3}\s*[:：](?P<marks>[*_]{0,3})"
)


class Labelled(NamedTuple):
    """A line that is a label and a headline."""

    label: str
    headline: str
    end: int
    """Where the label ends."""


class LabelPattern:
    """A line that is one of some labels, a colon and a headline; white space and case are free.

    There are hundreds of labels, so what stands before the colon is looked up: to try them in turn takes twenty times
    as long. None of them has a colon inside.
    """

    def __init__(self, labels: Iterable[str]) -> None:
        self._known = frozenset(_folded(label.strip(" :：")) for label in labels)

    def match(self, line: str) -> Labelled | None:
        """The parts of such a line; None of any other."""
        found = _LABELLED.match(line)
        if found is None or _folded(found["label"]) not in self._known:
            return None
        headline = line[found.end() :].strip() or found["marks"][-1:]
        return Labelled(found["label"], headline, found.end("label")) if headline and "\n" not in headline else None


def label_pattern(labels: Iterable[str]) -> LabelPattern | None:
    """A pattern of `labels`; None without any."""
    found = tuple(labels)
    return LabelPattern(found) if found else None


def _folded(label: str) -> str:
    """A label as it is looked up."""
    return caseless(" ".join(label.split()))


def escape(text: str, labels: LabelPattern | None = None) -> str:
    """Markdown that comes out as the plain `text`, which is one line, with as few marks as that takes.

    Law: the text of the converted result is `text`, whatever of Markdown's, HTML's or Jinja's syntax is in it.
    """
    said = _ACTIVE.sub(r"\\\g<0>", re.sub(r"&(?=#|[A-Za-z0-9]+;)", "&amp;", text))
    said = re.sub(r"\A(\d+)\.(?=\s|\Z)", r"\1\\.", said)
    said = re.sub(r"\A[#>~:=+|-]", r"\\\g<0>", said)
    if labels and (found := labels.match(said)):
        end = found.end
        said = said[:end] + re.sub(
            r"[:：]",
            lambda colon: f"\\{colon.group()}" if colon.group() == ":" else "&#65306;",
            said[end:],
            count=1,
        )
    return said


def escape_headline(headline: str) -> str:
    """A headline as it stands between `[[` and `]]`."""
    return re.sub(r"[\\|\[\]`]", r"\\\g<0>", headline)


def unescape(headline: str) -> str:
    """The headline that stands between `[[` and `]]`; the inverse of `escape_headline`."""
    return " ".join(re.sub(r"\\(.)", r"\1", headline).split())
