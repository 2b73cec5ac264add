"""From an article and its anatomy to a briefing: the front matter filled, the body escaped.

A source is plain text, so whatever Markdown, HTML or Jinja would act on is escaped; a paragraph stays one paragraph.
"""

import re
from functools import cache

from readalso.briefing.briefing import Briefing, normal
from readalso.briefing.frontmatter import FrontMatter, Quote, Source
from readalso.briefing.markdown import LabelPattern, escape, escape_headline, label_pattern
from readalso.fields import Moment
from readalso.intake.anatomy.anatomy import Anatomy, Prose, Reference
from readalso.intake.anatomy.keypoints import key_points
from readalso.intake.anatomy.sentences import opening
from readalso.intake.article import Article
from readalso.intake.languages import labels, language

_LABEL = "Read also"
"""Before a reference to which its format gave no label."""
_LEDE = 320
"""Characters of a summary, whose first sentence stays whole."""
_LONGEST_LEDE = 2_000
"""Characters; a first sentence beyond this is no summary."""


def compose(article: Article, anatomy: Anatomy, received: Moment) -> Briefing:
    """The briefing of `article`; its path is empty until it is given a place."""
    lede = _lede(anatomy)
    matter = FrontMatter(
        id=article.sha256[:12],
        title=article.headline,
        date=anatomy.dating.date,
        date_source=anatomy.dating.source,
        not_before=anatomy.dating.not_before,
        updated=anatomy.dating.updated,
        language=anatomy.language,
        summary=anatomy.summary or lede,
        status=anatomy.status,
        correction=anatomy.correction,
        key_points=key_points(anatomy, lede),
        source=Source(anatomy.source, article.stated.url, article.seed, article.sha256, received),
        byline=anatomy.byline,
        dateline=anatomy.dateline,
        people=anatomy.names.people,
        organisations=anatomy.names.organisations,
        places=anatomy.names.places,
        topics=anatomy.names.topics,
        quotes=tuple(Quote(quote.speaker, quote.text) for quote in anatomy.quotes),
        extra=_extra(anatomy),
    )
    return Briefing("", matter, _body(anatomy))


def _lede(anatomy: Anatomy) -> str:
    """The first paragraph's first sentences."""
    prose = (block for block in anatomy.blocks if isinstance(block, Prose) and not block.is_heading)
    first = next((block.text for block in prose), "")
    return said if len(said := opening(first, _LEDE)) <= _LONGEST_LEDE else ""


def _extra(anatomy: Anatomy) -> dict[str, object]:
    """What no key of its own holds: a dateline with a region, or with a day without a year; scattered background."""
    extra: dict[str, object] = {}
    if anatomy.dateline_as_printed:
        extra["dateline"] = anatomy.dateline_as_printed
    if background := _background(anatomy):
        extra["background"] = background
    return extra


def _background(anatomy: Anatomy) -> list[int]:
    """The numbers, from 1, of the paragraphs of background in the middle of a text, where no heading tells."""
    end = _background_starts(anatomy)
    prose = [
        (index, block.is_background)
        for index, block in enumerate(anatomy.blocks)
        if isinstance(block, Prose) and not block.is_heading
    ]
    return [number for number, (index, is_background) in enumerate(prose, 1) if is_background and index < end]


def written(block: Prose | Reference) -> str:
    """A block's Markdown."""
    match block:
        case Reference():
            return f"{block.label or _LABEL}: [[{escape_headline(block.headline)}]]{_address(block.href)}"
        case Prose():
            return "## " * block.is_heading + escape(block.text, _label_pattern())


def _address(href: str) -> str:
    """A reference's address in Markdown, as far as it is one of the web; "" for none."""
    return f"({href})" if re.fullmatch(r"https?://[^\s()<>\\]{1,2000}", href) else ""


def _body(anatomy: Anatomy) -> str:
    """Blocks with one blank line between, and a heading above the background that ends the text."""
    blocks = [written(block) for block in anatomy.blocks]
    background = _background_starts(anatomy)
    if background < len(blocks):
        blocks.insert(background, f"## {language(anatomy.language).background_heading}")
    return normal("\n\n".join(blocks))


@cache
def _label_pattern() -> LabelPattern | None:
    return label_pattern(labels())


def _background_starts(anatomy: Anatomy) -> int:
    """The index of the first of the background paragraphs that end the text, with the references among them."""
    start = len(anatomy.blocks)
    for index in range(len(anatomy.blocks) - 1, 0, -1):
        match anatomy.blocks[index]:
            case Prose(is_background=True):
                start = index
            case Prose():
                break
    return start
