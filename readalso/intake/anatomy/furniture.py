"""What stands around the story: lines that become fields, and lines that are dropped by a rule with a name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from readalso.intake.anatomy import datelines, moments, references
from readalso.intake.anatomy.anatomy import Dropped, Moved, Reference
from readalso.intake.anatomy.datelines import Dateline
from readalso.intake.article import Article, Paragraph
from readalso.intake.languages import Language
from readalso.intake.languages.lines import furniture
from readalso.words import headline_key

_FIELDS = {"published": "date", "updated": "updated", "byline": "byline", "source": "source"}
"""The kind of a line -> the front matter's key it becomes."""
_AT_HEAD, _AT_END = 4, 2
"""Among how many paragraphs, first and last, such lines are looked for; further in they are prose."""


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
    """What the body is made of."""
    lines: tuple[Line, ...]
    """At most one of each kind."""
    dateline: Dateline
    """What stood before the story's first sentence."""
    moved: tuple[Moved, ...]
    dropped: tuple[Dropped, ...]

    def line(self, kind: str) -> str:
        """What the line of a kind says, or ""."""
        return next((line.said for line in self.lines if line.kind == kind), "")


def part(article: Article, language: Language, zone: ZoneInfo) -> Parted:
    """The paragraphs of `article`, told apart."""
    dropped = tuple(_dropped(article, language))
    gone = {drop.number for drop in dropped}
    kept = [paragraph for paragraph in article.paragraphs if paragraph.number not in gone]
    lines = _lines(kept, language, zone)
    story = references.part(paragraph for paragraph in kept if paragraph.number not in {line.number for line in lines})
    dateline, bare = _without_dateline(story, language)
    moved = [Moved(line.number, _FIELDS[line.kind], line.printed) for line in lines]
    if dateline.printed:
        moved.append(Moved(_first(story), "dateline", dateline.printed))
    return Parted(bare, lines, dateline, tuple(moved), dropped)


def _without_dateline(
    story: tuple[Paragraph | Reference, ...], language: Language
) -> tuple[Dateline, tuple[Paragraph | Reference, ...]]:
    """The dateline of the first paragraph, and the story without it."""
    for index, item in enumerate(story):
        if isinstance(item, Paragraph):
            dateline, rest = datelines.split(item.text, language)
            own = (Paragraph(item.number, rest),) if rest else ()
            return dateline, (*story[:index], *own, *story[index + 1 :])
    return Dateline(), story


def _first(story: tuple[Paragraph | Reference, ...]) -> int:
    return next(item.number for item in story if isinstance(item, Paragraph))


def _dropped(article: Article, language: Language) -> Iterator[Dropped]:
    for paragraph in article.paragraphs:
        if rule := _rule(paragraph, article, language):
            yield Dropped(paragraph.number, rule, paragraph.text)


def _rule(paragraph: Paragraph, article: Article, language: Language) -> str:
    """The name of the first rule that drops a paragraph, or ""."""
    return next((name for name, holds in _RULES.items() if holds(paragraph, article, language)), "")


def _repeats_headline(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """Some wires (Xinhua) print the headline again as the first lines of the text."""
    return paragraph.number <= 2 and headline_key(paragraph.text) == headline_key(article.headline)


def _notes_to_editors(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """Reuters puts what is new in a version in brackets above the dateline: "(Adds comment, detail)"."""
    text = paragraph.text
    return (
        paragraph.number <= 2
        and text.endswith(")")
        and text.startswith(tuple(f"({word}" for word in language.wire_notes))
    )


def _ends_text(paragraph: Paragraph, article: Article, language: Language) -> bool:
    return paragraph.text in language.end_marks


_RULES: dict[str, Callable[[Paragraph, Article, Language], bool]] = {
    "headline repeated": _repeats_headline,
    "wire note": _notes_to_editors,
    "end mark": _ends_text,
}


def _lines(paragraphs: list[Paragraph], language: Language, zone: ZoneInfo) -> tuple[Line, ...]:
    """The first line of each kind; a line of time counts only if its time can be read."""
    found: dict[str, Line] = {}
    edges = [*paragraphs[:_AT_HEAD], *paragraphs[_AT_HEAD:][-_AT_END:]]
    for paragraph in edges:
        kind, said = furniture(paragraph.text)
        if kind in ("published", "updated") and not moments.stated(said, language, zone):
            continue
        if kind and kind not in found:
            found[kind] = Line(paragraph.number, kind, said, paragraph.text)
    return tuple(found.values())
