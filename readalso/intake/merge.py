"""A new version of an article that was received before meets the briefing a desk has made of it.

Three texts: `base`, the briefing as it was generated; `theirs`, as it would be generated now; `ours`, as it stands. The
law is that nothing a human wrote is ever overwritten.
"""

import re
from dataclasses import dataclass

_RECEIVED = re.compile(r"\breceived: [^,}\n]+")
_SOURCE = re.compile(r"^source: .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Same:
    """There is nothing to do: the new version says nothing new, or ours says it already."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Nobody touched ours, so theirs takes its place."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Both changed: ours stays, and theirs is kept beside it for a human to compare."""

    text: str


def merge(base: str, theirs: str, ours: str) -> Same | Taken | Aside:
    """What becomes of `ours`. Times of import do not count as differences, nor does the source's digest alone."""
    if _SOURCE.sub("", base) == _SOURCE.sub("", theirs) or _said(ours) == _said(theirs):
        return Same()
    return Taken(theirs) if ours == base else Aside(theirs)


def _said(text: str) -> str:
    return _RECEIVED.sub("", text)
