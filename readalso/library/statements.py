"""Headlines that say who said something: "Tolvin: no deal", "No deal, says Tolvin", "According to Tolvin, no deal"."""

import re
from dataclasses import dataclass
from functools import cache

from readalso.library.particles import particles
from readalso.words import headline_key

_SPEAKER = r"(?P<speaker>[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,2})"
_HEAD = re.compile(rf"\A{_SPEAKER}:\s+(?P<said>\S.+)\Z")


@dataclass(frozen=True, slots=True)
class Statement:
    """A headline taken apart."""

    speaker: str
    """Who said it, folded."""
    said: str
    """What they said."""


def statement(headline: str, language: str) -> Statement | None:
    """Who says what in a headline; None where it does not tell, or may mean something else by its colon."""
    for form in (_HEAD, *_forms(language)):
        found = form.match(headline)
        if found and not found["speaker"][0].islower():
            return Statement(headline_key(found["speaker"]), found["said"])
    return None


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """The ways of a language to say it with a word."""
    sayings = sorted(particles(language).sayings, key=len, reverse=True)
    if not sayings:
        return ()
    says = "(?:" + "|".join(map(re.escape, sayings)) + ")"
    shapes = (
        rf"\A(?P<said>\S.+),\s+(?i:{says})\s+{_SPEAKER}\Z",
        rf"\A(?P<said>\S.+),\s+{_SPEAKER}\s+(?i:{says})\Z",
        rf"\A(?i:{says})\s+{_SPEAKER},\s+(?P<said>\S.+)\Z",
        rf"\A{_SPEAKER}\s+(?i:{says})\s+(?P<said>\S.+)\Z",
    )
    return tuple(map(re.compile, shapes))
