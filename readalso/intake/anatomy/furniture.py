"""What stands around the story: lines that become fields, and lines that are dropped by a rule with a name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from zoneinfo import ZoneInfo

from readalso.intake.anatomy import datelines, moments, references
from readalso.intake.anatomy.anatomy import Dropped, Moved, Reference
from readalso.intake.anatomy.datelines import Dateline
from readalso.intake.anatomy.words import INITIAL, WORD
from readalso.intake.article import Article, Paragraph
from readalso.intake.languages import Language
from readalso.intake.languages import language as language_of
from readalso.intake.languages.lines import furniture, is_end
from readalso.words import headline_key

_FIELDS = {"published": "date", "updated": "updated", "byline": "byline", "source": "source"}
"""The kind of a line -> the front matter's key it becomes."""
_AT_HEAD, _AT_END = 6, 3
"""Among how many paragraphs, first and last, such lines are looked for; further in they are prose."""
_LONGEST_FURNITURE = 700
"""Characters; a longer paragraph is prose, whatever it begins with."""
_LONGEST_HEADING, _MOST_WORDS = 80, 12
"""Characters and words of a section's title."""
_LONGEST_STANDFIRST = 400
_LONGEST_SIGN_OFF = 14
_SPEECH = re.compile("[「」『』：，。]")
_BULLET = re.compile(r"[*•·]\s")
_CLOSED = re.compile(r"[.!?…:;,。！？、؛؟।۔\"”»」』’)\]-]\Z")
_TAIL = re.compile(r"\s*(?:[（(](?P<said>[^()（）]{1,200})[)）]\.?|(?<=[.!?”\"»。])\s?(?:#{3}|-30-|Enditem|ENDS))\s*\Z")
_NAME = re.compile(rf"{WORD}(?:\s(?:{WORD}|{INITIAL}|de|van|von|der)){{1,3}}\Z")
"""A line that is a name alone."""
_FORMAT_RULES = {"caption": "caption", "note": "note to editors", "credit": "credit", "furniture": "page furniture"}


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
    dropped = list(_dropped(article, language))
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
    tail, story = _without_tail(story, language)
    if tail:
        dropped.append(tail)
    return Parted(
        tuple(_headed(story)),
        lines,
        dateline,
        " ".join(paragraph.text for paragraph in standfirst),
        next((drop.text for drop in dropped if drop.rule == "correction"), ""),
        tail.text if tail else "",
        tuple(moved),
        tuple(sorted(dropped, key=lambda drop: drop.number)),
    )


_Story = tuple[Paragraph | Reference, ...]


def _without_standfirst(story: _Story, lines: tuple[Line, ...], language: Language) -> tuple[list[Paragraph], _Story]:
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


def _start(story: _Story, lines: tuple[Line, ...], language: Language) -> int:
    """The index of the paragraph below the lines of author and time, or with a dateline; 0 where neither is."""
    head = max((line.number for line in lines if line.number <= _AT_HEAD and line.kind != "source"), default=0)
    for index, item in enumerate(story[:_AT_HEAD]):
        if isinstance(item, Paragraph) and (
            (head and item.number > head) or datelines.split(item.text, language)[0].printed
        ):
            return index
    return 0


def _without_dateline(story: _Story, language: Language) -> tuple[Dateline, _Story]:
    """The dateline of the first paragraph, and the story without it."""
    for index, item in enumerate(story):
        if isinstance(item, Paragraph):
            dateline, rest = datelines.split(item.text, language)
            own = (replace(item, text=rest),) if rest else ()
            return dateline, (*story[:index], *own, *story[index + 1 :])
    return Dateline(), story


def _without_tail(story: _Story, language: Language) -> tuple[Dropped | None, _Story]:
    """An end mark, an agency or credits in brackets behind the last sentence, and the story without it."""
    last = next((index for index in range(len(story) - 1, -1, -1) if isinstance(story[index], Paragraph)), None)
    item = story[last] if last is not None else None
    match = _TAIL.search(item.text) if isinstance(item, Paragraph) else None
    if last is None or not isinstance(item, Paragraph) or not match or not match.start():
        return None, story
    rule = (
        _listed(Paragraph(item.number, match.group().strip()), language) or _is_sign_off(match, item.text) * "sign-off"
    )
    if not rule:
        return None, story
    kept = replace(item, text=item.text[: match.start()].rstrip())
    return Dropped(item.number, rule, match.group().strip()), (*story[:last], kept, *story[last + 1 :])


def _is_sign_off(match: re.Match[str], text: str) -> bool:
    """Whether brackets behind a closed sentence hold initials, "END" or an agency, and not a remark."""
    said = match["said"]
    if said and len(said) > _LONGEST_SIGN_OFF:
        return False
    closed = text[: match.start()].rstrip()[-1:] in '.!?”"»。！？'
    is_short = said is None or (said.isupper() or "/" in said or is_end(f"({said})") or is_end(f"（{said}）"))
    return bool(match.start()) and closed and (is_short or bool(said and not said.islower() and " " not in said))


def _headed(story: _Story) -> Iterator[Paragraph | Reference]:
    """The story with its section titles marked: short, without an end mark, and with a paragraph below."""
    for index, item in enumerate(story):
        below = story[index + 1] if index + 1 < len(story) else None
        if isinstance(item, Paragraph) and not item.kind and index and _is_heading(item, below):
            yield replace(item, kind="heading")
        else:
            yield item


def _is_heading(item: Paragraph, below: Paragraph | Reference | None) -> bool:
    text = item.text
    return (
        isinstance(below, Paragraph)
        and len(below.text) > len(text)
        and (len(below.text) > _LONGEST_HEADING or bool(_CLOSED.search(below.text)))
        and len(text) <= _LONGEST_HEADING
        and len(text.split()) <= _MOST_WORDS
        and not _CLOSED.search(text)
        and text[:1].isalnum()
        and not _SPEECH.search(text)
        and not text[:1].islower()
        and ": " not in text
    )


def _dropped(article: Article, language: Language) -> Iterator[Dropped]:
    """What a rule drops; behind an end mark all is dropped but references, and lines of author, time and source."""
    end = _end(article, language)
    for paragraph in article.paragraphs:
        rule = _rule(paragraph, article, language)
        if not rule and end and paragraph.number > end and not _says_something(paragraph):
            rule = "behind the end mark"
        if rule:
            yield Dropped(paragraph.number, rule, paragraph.text)


def _says_something(paragraph: Paragraph) -> bool:
    return any(isinstance(item, Reference) for item in references.part([paragraph])) or bool(
        furniture(paragraph.text)[0]
    )


def _end(article: Article, language: Language) -> int:
    """The number of the paragraph that ends the story, in its second half; 0 where none does."""
    least = max(2, len(article.paragraphs) // 2)
    return next(
        (
            paragraph.number
            for paragraph in article.paragraphs
            if paragraph.number > least and (_ends_all(paragraph) or _closing(language).match(paragraph.text))
        ),
        0,
    )


def _ends_all(paragraph: Paragraph) -> bool:
    """An end mark of letters or digits; rows of stars and rules divide a text as well."""
    return is_end(paragraph.text) and bool(re.search(r"\w|#", paragraph.text)) and "_" not in paragraph.text


def _rule(paragraph: Paragraph, article: Article, language: Language) -> str:
    """The name of the first rule that drops a paragraph, or ""."""
    if paragraph.kind in _FORMAT_RULES:
        return _FORMAT_RULES[paragraph.kind]
    if paragraph.kind in ("reference", "quote", "standfirst"):
        return ""
    own = next((name for name, holds in _RULES.items() if holds(paragraph, article, language)), "")
    return own or _listed(paragraph, language)


def _listed(paragraph: Paragraph, language: Language) -> str:
    """The name of the first of the languages' rules that drops a paragraph, or ""."""
    if len(paragraph.text) > _LONGEST_FURNITURE:
        return ""
    return next((name for name, pattern in _patterns(language) if pattern.match(paragraph.text)), "")


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules of the text's language, and those of English, which wires of all languages use."""
    both = (language, language_of("en"))
    rules = {"correction": [form for one in both for form in one.corrections]}
    for one in both:
        for name, forms in one.dropped.items():
            rules.setdefault(name, []).extend(forms)
    return tuple((name, _any(forms)) for name, forms in rules.items() if forms)


@cache
def _closing(language: Language) -> re.Pattern[str]:
    return _any((*language.closings, *language_of("en").closings))


def _any(forms: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    return re.compile(r"[\s*•#\[—–-]*(?:" + "|".join(forms) + ")", re.IGNORECASE)


def _repeats_headline(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """Some wires (Xinhua) print the headline again as the first lines of the text."""
    return paragraph.number <= 3 and headline_key(paragraph.text) == headline_key(article.headline)


def _notes_to_editors(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """Reuters puts what is new in a version in brackets above the dateline: "(Adds comment, detail)"."""
    text = paragraph.text
    notes = (*language.wire_notes, *language_of("en").wire_notes)
    return (
        paragraph.number <= 4
        and text.endswith((")", ").", "]"))
        and text.startswith(tuple(f"{opening}{word}" for word in notes for opening in "(["))
        and _listed(paragraph, language) != "correction"
    )


def _ends_text(paragraph: Paragraph, article: Article, language: Language) -> bool:
    return is_end(paragraph.text)


_TRAILERS = re.compile(
    r"(?:[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d\b.*|\d{6}\s?(?:GMT|UTC)\b.{0,20}|[A-Z]{2,5}-WF\S*.*"
    r"|BC-[A-Z].{0,80}|[a-z]{4}\d{4}.{0,60}|\S{1,40},\d{2,4}<|[\^<]+)\Z"
)
_INITIALS = re.compile(
    r"\(?[A-Za-z]{1,8}(?:\s?/\s?[A-Za-z]{1,8}){1,6}\s?/?\)?\.?\Z|(?:[a-z]{2,4}/\s?){1,4}\Z"
    r"|[A-Z]{2,5} [a-z]{2,4}(?:/[a-z]{2,4})*\Z"
    r"|[a-z]{2,4}(?: [a-z0-9]{1,5}){2,6}\Z|[（(][A-Za-z/]{2,12}[)）]\.?\Z|[（(][\u3400-\u9fff]{1,4}[)）]\Z"
)


def _is_trailer(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """A wire's own count of a text: "AP-WF-11-13-13 1509GMT", "131137 GMT Nov 13" (ANPA 1312, IPTC 7901)."""
    return bool(_TRAILERS.match(paragraph.text))


def _is_initials(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """The desk's initials below a text: "hh/ph/ts", "(AgP)"."""
    return (
        paragraph.number > 1
        and len(article.paragraphs) - paragraph.number < 5
        and bool(_INITIALS.match(paragraph.text))
    )


_RULES: dict[str, Callable[[Paragraph, Article, Language], bool]] = {
    "headline repeated": _repeats_headline,
    "wire note": _notes_to_editors,
    "end mark": _ends_text,
    "wire trailer": _is_trailer,
    "sign-off": _is_initials,
}


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
        if kind in ("published", "updated") and not moments.stated(said, language, zone):
            continue
        if kind and kind not in found:
            found[kind] = Line(paragraph.number, kind, said.rstrip("="), paragraph.text)
    return tuple(found.values())


def _is_name(text: str) -> bool:
    return bool(_NAME.match(text))


def _is_above_stamp(paragraph: Paragraph, edges: list[Paragraph], language: Language, zone: ZoneInfo) -> bool:
    """Whether the next paragraph is a line of time."""
    return any(
        below.number == paragraph.number + 1
        and (moments.is_stamp(below.text, language, zone) or furniture(below.text)[0] == "published")
        for below in edges
    )
