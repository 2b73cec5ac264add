"""What stands around the story: lines that become fields, and lines that are dropped by a rule with a name."""

import re
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from readalso.intake.anatomy import datelines, edges, moments, references, rules
from readalso.intake.anatomy.anatomy import Dropped, Moved, Reference
from readalso.intake.anatomy.datelines import Dateline
from readalso.intake.anatomy.edges import Story
from readalso.intake.anatomy.words import INITIAL, WORD
from readalso.intake.article import Article, Paragraph
from readalso.intake.languages import Language
from readalso.intake.languages.lines import furniture

_MOST_AGENCY_WORDS = 4
_FIELDS = {"published": "date", "updated": "updated", "byline": "byline", "source": "source"}
"""The kind of a line -> the front matter's key it becomes."""
_AT_HEAD, _AT_END = 6, 3
"""Among how many paragraphs, first and last, such lines are looked for; further in they are prose."""
_LONGEST_STANDFIRST = 400
"""Characters of the one paragraph above the lines of author and time; bullets may be longer together."""
_BULLET = re.compile(r"[*•·]\s")
_NAME = re.compile(rf"{WORD}(?:\s(?:{WORD}|{INITIAL}|de|van|von|der)){{1,3}}\Z")
"""A line that is a name alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that states something of the whole article."""

    number: int
    kind: str
    """published, updated, byline or source."""
    said: str
    """The rest of the line."""
    printed: str
    """All of it."""


@dataclass(frozen=True, slots=True)
class Parted:
    """An article's paragraphs, told apart."""

    story: tuple[Paragraph | Reference, ...]
    """What the body is made of; a paragraph that is a section's title is of the kind heading."""
    lines: tuple[Line, ...]
    """At most one of each kind."""
    dateline: Dateline
    """What stood before the story's first sentence."""
    standfirst: str
    """Between headline and text; "" where nothing is."""
    correction: str
    """The note that says what was corrected."""
    tail: str
    """What stood in brackets behind the last sentence: often the agency."""
    moved: tuple[Moved, ...]
    dropped: tuple[Dropped, ...]

    def line(self, kind: str) -> str:
        """What the line of a kind says, or ""."""
        return next((line.said for line in self.lines if line.kind == kind), "")


def part(article: Article, language: Language, zone: ZoneInfo) -> Parted:
    """The paragraphs of `article`, told apart."""
    dropped = list(rules.dropped(article, language))
    gone = {drop.number for drop in dropped}
    kept = [paragraph for paragraph in article.paragraphs if paragraph.number not in gone]
    lines = _lines(kept, language, zone)
    stated = {line.number for line in lines}
    story = references.part(paragraph for paragraph in kept if paragraph.number not in stated)
    moved = [Moved(line.number, _FIELDS[line.kind], line.printed) for line in lines]
    standfirst, story = _without_standfirst(story, lines, language)
    moved += [Moved(paragraph.number, "summary", paragraph.text) for paragraph in standfirst]
    first = next((item.number for item in story if isinstance(item, Paragraph)), 0)
    dateline, story = _without_dateline(story, language)
    if dateline.printed:
        moved.append(Moved(first, "dateline", dateline.printed))
    tail, story = edges.without_tail(story, language)
    if tail:
        dropped.append(tail)
    return Parted(
        tuple(edges.headed(story)),
        lines,
        dateline,
        " ".join(paragraph.text for paragraph in standfirst),
        next((drop.text for drop in dropped if drop.rule == "correction"), ""),
        tail.text if tail else "",
        tuple(moved),
        tuple(sorted(dropped, key=lambda drop: drop.number)),
    )


def _without_standfirst(story: Story, lines: tuple[Line, ...], language: Language) -> tuple[list[Paragraph], Story]:
    """The one paragraph between the headline and a line of author or time, or a later paragraph's dateline."""
    stated = [item for item in story if isinstance(item, Paragraph) and item.kind == "standfirst"]
    if stated:
        return stated, tuple(item for item in story if item not in stated)
    start = _start(story, lines, language)
    above = [item for item in story[:start] if isinstance(item, Paragraph)]
    are_bullets = all(_BULLET.match(item.text) for item in above)
    is_one = len(above) == 1 and len(above[0].text) <= _LONGEST_STANDFIRST
    if above and len(above) == start and (is_one or are_bullets) and len(story) > start:
        return above, story[start:]
    return [], story


def _start(story: Story, lines: tuple[Line, ...], language: Language) -> int:
    """The index of the paragraph below the lines of author and time, or with a dateline; 0 where neither is."""
    head = max((line.number for line in lines if line.number <= _AT_HEAD and line.kind != "source"), default=0)
    for index, item in enumerate(story[:_AT_HEAD]):
        if isinstance(item, Paragraph) and (
            (head and item.number > head) or datelines.split(item.text, language)[0].printed
        ):
            return index
    return 0


def _without_dateline(story: Story, language: Language) -> tuple[Dateline, Story]:
    """The dateline of the first paragraph, and the story without it."""
    for index, item in enumerate(story):
        if isinstance(item, Paragraph):
            dateline, rest = datelines.split(item.text, language)
            own = (replace(item, text=rest),) if rest else ()
            return dateline, (*story[:index], *own, *story[index + 1 :])
    return Dateline(), story


def _lines(paragraphs: list[Paragraph], language: Language, zone: ZoneInfo) -> tuple[Line, ...]:
    """The first line of each kind; a line of time counts only if its time can be read."""
    found: dict[str, Line] = {}
    edges = [*paragraphs[:_AT_HEAD], *paragraphs[_AT_HEAD:][-_AT_END:]]
    for paragraph in edges:
        kind, said = furniture(paragraph.text)
        if not kind and moments.is_stamp(paragraph.text, language, zone):
            kind, said = "published", paragraph.text
            author = moments.beside(paragraph.text, language)
            if _is_name(author) and "byline" not in found:
                found["byline"] = Line(paragraph.number, "byline", author, author)
        if not kind and _is_name(paragraph.text) and _is_above_stamp(paragraph, edges, language, zone):
            kind, said = "byline", paragraph.text
        if not kind and _is_agency_above_dateline(paragraph, edges, language):
            kind, said = "source", paragraph.text
        if kind in ("published", "updated") and not moments.stated(said, language, zone):
            continue
        if kind and kind not in found:
            found[kind] = Line(paragraph.number, kind, said.rstrip("="), paragraph.text)
    return tuple(found.values())


def _is_name(text: str) -> bool:
    return bool(_NAME.match(text))


def _is_agency_above_dateline(paragraph: Paragraph, edges: list[Paragraph], language: Language) -> bool:
    """Whether a line names, whole or by its initials, the agency of the next paragraph's dateline: AP's habit."""
    words = paragraph.text.split()
    if len(words) > _MOST_AGENCY_WORDS:
        return False
    below = next((other for other in edges if other.number == paragraph.number + 1), None)
    agency = datelines.split(below.text, language)[0].agency.casefold() if below else ""
    initials = "".join(word[0] for word in words if word.casefold() != "the").casefold()
    return bool(agency) and agency in (paragraph.text.casefold(), initials)


def _is_above_stamp(paragraph: Paragraph, edges: list[Paragraph], language: Language, zone: ZoneInfo) -> bool:
    """Whether the next paragraph is a line of time."""
    return any(
        below.number == paragraph.number + 1
        and (moments.is_stamp(below.text, language, zone) or furniture(below.text)[0] == "published")
        for below in edges
    )
