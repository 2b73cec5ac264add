"""The merge of two versions of a briefing's file: its front matter key by key, its body paragraph by paragraph."""

import re
from dataclasses import dataclass

from readalso.briefing import frontmatter
from readalso.errors import Broken
from readalso.intake.merge.conflicts import WHOLE, Conflict
from readalso.intake.merge.keys import merge_keys
from readalso.intake.merge.paragraphs import merge_bodies

_SOURCE = re.compile(r"^source: .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of a briefing."""

    text: str
    """Its file."""
    conflicts: tuple[Conflict, ...] = ()
    """What both have changed; the text has ours."""


def says_the_same(one: str, other: str) -> bool:
    """Whether two generated texts differ at most in where they came from."""
    return one == other or _SOURCE.sub("", one, count=1) == _SOURCE.sub("", other, count=1)


def merge(base: str, theirs: str, ours: str, name: str = "") -> Merged:
    """`ours`, the file called `name`, with all that changed from `base` to `theirs`.

    A front matter in ours that cannot be read is `Broken`.
    """
    if says_the_same(base, theirs) or ours == theirs:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    matter, body = frontmatter.split(ours, name)
    old, old_body = frontmatter.split(base, "")
    new, new_body = frontmatter.split(theirs, "")
    keys, of_keys = merge_keys(old, new, matter, name)
    text, of_paragraphs = merge_bodies(old_body, new_body, body)
    start = ours.index("\n") + 1
    merged = ours[:start] + keys + ours[start + len(matter) : len(ours) - len(body)] + text
    if _is_readable(merged, keys, text):
        return Merged(merged, (*of_keys, *of_paragraphs))
    return Merged(ours, (Conflict(WHOLE, "", "", theirs),))


def _is_readable(text: str, matter: str, body: str) -> bool:
    """Whether the file is taken apart again just as it was put together."""
    try:
        return frontmatter.split(text, "") == (matter, body)
    except Broken:
        return False
