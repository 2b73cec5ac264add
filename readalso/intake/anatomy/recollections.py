"""The days of earlier events that a briefing's background names: "As reported, on March 27 a meeting was held".

Background is what stands under the heading that intake gives it, and each paragraph that opens as background does. A
day without a year is the last one of that name before the briefing's own; in a briefing without a date it is nobody's.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from readalso.briefing.facts import Mention
from readalso.intake.anatomy import moments
from readalso.intake.anatomy.background import is_background
from readalso.intake.anatomy.sentences import sentences
from readalso.intake.languages import background, language
from readalso.words import caseless

MOST = 12
"""Mentions of one briefing: a chronology is no background."""
_LONGEST, _LONGEST_SENTENCE = 3000, 300
"""Characters of a paragraph that is looked at, and of a sentence that is kept."""
_DIGIT = re.compile(r"\d")
"""What a day has in it."""
_DAY = re.compile(r"(?<!\d)(?:[12]?\d|3[01])(?!\d)")
_FIRST = re.compile(r"[\s'’ʼ{]")
_LONGEST_BEGINNING = 40
_MARKS = re.compile(r"[\s•*–—-]*")
_ESCAPE = re.compile(r"\\(?=[^\w\s])")


def recollections(text: str, tag: str, day: date | None) -> tuple[Mention, ...]:
    """The mentions in the Markdown `text` of a briefing of the language `tag` and the day `day`, in its order."""
    return tuple(_recollections(text, tag, day))[:MOST]


def _recollections(text: str, tag: str, day: date | None) -> Iterator[Mention]:
    heading, phrases = background(tag)
    begins = _beginnings(phrases)
    is_told = False
    for block in text.split("\n\n"):
        if block.startswith("#"):
            is_told = block.lstrip("# ").strip() == heading
        elif (is_told or _seems(block, begins)) and _has_day(block):
            tongue = language(tag)
            if not is_told and not is_background(block, tongue):
                continue
            for sentence in sentences(" ".join(_ESCAPE.sub("", block).split())):
                found = dict.fromkeys(moments.days_before(sentence, tongue, day))
                yield from (Mention(one.isoformat(), sentence[:_LONGEST_SENTENCE]) for one in found)


@cache
def _beginnings(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """How the phrases begin, folded, as far as they are written in one way."""
    return tuple({caseless(_FIRST.split(phrase, maxsplit=1)[0]) for phrase in phrases})


def _seems(block: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a paragraph might open as background does: most do not, and it takes a language to tell of the others."""
    start = 0 if block[:1].isalnum() else len(_MARKS.match(block)[0])  # type: ignore[index]  # it matches anything
    return caseless(block[start : start + _LONGEST_BEGINNING]).startswith(beginnings)


def _has_day(block: str) -> bool:
    return len(block) <= _LONGEST and _DIGIT.search(block) is not None and _DAY.search(block) is not None
