"""Headlines that say who said something: "Tolvin: no deal", "No deal, says Tolvin", "According to Tolvin, no deal"."""

import re
import unicodedata
from functools import cache

from msgspec import Struct

from readalso.library.particles import particles

_SPEAKER = r"(?P<speaker>[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,4})"
_HEAD = re.compile(rf"\A{_SPEAKER}\s?:\s+(?P<said>\S.+)\Z")
_DASH = re.compile(rf"\A(?P<said>\S.+?),?\s[-–—]\s{_SPEAKER}\Z")
_THAT = r"(?:(?:that|dass|que|qu'|że|що|что|che|أن|إن|بأن)\s+)?"
_COMMALESS = ("de", "pl", "ar")
"""Languages that have no comma after "according to Tolvin"."""
_NO_COMMA = r"\A(?i:{says})\s+(?P<speaker>[^\W\d_][\w'-]*(?:\s[\w'-]+){{{more}}})\s+(?P<said>\S.+)\Z"
_BRACKETS = re.compile(rf"\A(?P<said>\S.+?)\s\({_SPEAKER}\)\Z")
_CASED = re.compile(r"\b(?:по словам|по данным|за словами|за даними|według|zdaniem)\b")
_LATIN = "\u024f"
"""The last letter whose accents headlines may leave out."""


class Statement(Struct, frozen=True):
    """A headline taken apart."""

    speaker: str
    """Who said it, as it is written."""
    said: str
    """What they said."""
    is_cased: bool = False
    """Whether its saying puts the speaker in another case: "по словам Толвина"."""


def statements(headline: str, language: str) -> tuple[Statement, ...]:
    """The ways to read a headline as one of who says what; none where it does not tell.

    A colon or a dash may mean something else, so no reading counts before another headline tells of the same speaker.
    """
    written = unicodedata.normalize("NFC", headline)
    plain = "".join(map(_bare, written))
    found = (form.match(plain) for form in (_HEAD, _DASH, _BRACKETS, *_forms(language)))
    return tuple(_statement(written, one) for one in found if one)


def _statement(written: str, found: re.Match[str]) -> Statement:
    speaker, said = (written[slice(*found.span(part))] for part in ("speaker", "said"))
    return Statement(speaker, said, bool(_CASED.search(found.group().casefold())))


def _bare(letter: str) -> str:
    if letter == "’":
        return "'"
    return unicodedata.normalize("NFD", letter)[0] if letter <= _LATIN else letter


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """The ways of a language to say it with a word."""
    sayings = sorted(particles(language).sayings, key=len, reverse=True)
    if not sayings:
        return ()
    says = "(?:" + "|".join(map(re.escape, sayings)) + ")"
    clauses = (_NO_COMMA.format(says=says, more=more) for more in range(3)) if language[:2] in _COMMALESS else ()
    shapes = (
        *clauses,
        rf"\A(?P<said>\S.+),\s+(?i:{says})\s+{_SPEAKER}\Z",
        rf"\A(?P<said>\S.+),\s+{_SPEAKER}\s+(?i:{says})\Z",
        rf"\A(?i:{says})\s+{_SPEAKER},\s+(?P<said>\S.+)\Z",
        rf"\A(?i:{says})\s+{_SPEAKER}\s?:\s+(?P<said>\S.+)\Z",
        rf"\A{_SPEAKER}\s+(?i:{says}),?\s+{_THAT}(?P<said>\S.+)\Z",
        rf"\A{_SPEAKER}\s+(?i:{says})\s?:\s+(?P<said>\S.+)\Z",
    )
    return tuple(map(re.compile, shapes))
