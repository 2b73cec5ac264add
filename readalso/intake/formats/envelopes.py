"""The envelopes of teleprinter wires: IPTC 7901 and ANPA 1312, their control bytes, header and trailer lines.

IPTC 7901 (https://iptc.org/standards/iptc-7901/): SOH, a header line, STX, the text, ETX, a trailer "131137 GMT Nov
13".
ANPA 1312: SYN SYN SOH, a header, STX; lines that begin with "^" or end with "<" are slug, headline and byline; a
trailer
"AP-WF-11-13-13 1509GMT". Copies of such texts often have lost their control bytes, and keep "^" and "<".
"""

import re
from dataclasses import dataclass, field

from readalso.intake.article import Kind, Stated
from readalso.intake.formats import dates
from readalso.intake.formats.characters import line

_HEADER = 800
"""Characters in which an envelope begins."""
_BEGIN, _TEXT, _END = "\x01", "\x02", "\x03"
_MARKED = re.compile(r"^[ \t\x00-\x08]*\^?(?P<said>[^\n<>^]+?)[ \t]*<[ \t\r]*$", re.MULTILINE)
_SLUG = re.compile(r"BC-|[A-Z]{2,}--|.*,\s?\d{2,4}\Z|.*\b(?:Ld|Add|Writethru)\b", re.DOTALL)
_BARE = re.compile(r"\s*\^?[^\n]+<[ \t\r]*(?:\n|\Z)")
"""The first line of a text whose control bytes are lost."""
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_IPTC = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?:\s?(?:GMT|UTC|Z))?\s(?P<month>[A-Za-z]{3})[a-z]*\s(?P<year>\d\d(?:\d\d)?)\b"
)
_ANPA = re.compile(r"\b(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s(?P<hour>\d\d)(?P<minute>\d\d)(?:GMT|UTC)")


@dataclass(frozen=True, slots=True)
class Letter:
    """What an envelope held."""

    text: str
    """The text alone."""
    headline: str = ""
    """"" where the envelope marks none, or there is no envelope."""
    lines: tuple[tuple[str, Kind], ...] = ()
    """Lines of the envelope, and what they are."""
    stated: Stated = field(default_factory=Stated)


def open_envelope(text: str) -> Letter:
    """The text in its envelope; one without an envelope is the text as it is."""
    head, text_begins, _rest = text[:_HEADER].partition(_TEXT)
    if text_begins and _BEGIN in head:
        body, _, tail = text[len(head) + 1 :].partition(_END)
        return _opened(body, [*head.splitlines(), *tail.splitlines()])
    return _opened(text, []) if _BARE.match(text) else Letter(text)


def _opened(body: str, around: list[str]) -> Letter:
    """The letter of a body and the lines of its envelope."""
    marked = [line(match["said"]) for match in _MARKED.finditer(body)]
    titles = [said for said in marked if not _SLUG.match(said)]
    slugs = [said for said in marked if _SLUG.match(said)]
    headline = titles[0] if titles else ""
    text = _MARKED.sub(lambda match: "" if line(match["said"]) in (headline, *slugs) else f"{match['said']}\n", body)
    credits = [words for words in map(line, (*around, *slugs)) if words]
    published = next(filter(None, map(_moment, credits)), "")
    return Letter(text, headline, tuple((words, "credit") for words in credits), Stated(published=published))


def _moment(words: str) -> str:
    """The moment in a trailer: "131137 GMT Nov 13" is the 13th, 11:37, of November 2013."""
    match = _IPTC.search(words) or _ANPA.search(words)
    if not match:
        return ""
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month.title()) + 1 if month.title() in _MONTHS else 0
    return dates.stated(f"20{match['year'][-2:]}-{number:02}-{match['day']}T{match['hour']}:{match['minute']}Z")
