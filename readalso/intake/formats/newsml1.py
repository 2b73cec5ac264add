"""NewsML 1.0 to 1.2 (https://iptc.org/standards/newsml-1/): NewsItems whose NewsComponents hold lines and a content."""

from collections.abc import Iterator
from dataclasses import replace

from readalso.intake.article import Article, Paragraph, Stated, Status
from readalso.intake.formats import bylines, dates, fragments, nitf, related
from readalso.intake.formats.draft import Draft, join, several, single
from readalso.intake.formats.encodings import opening
from readalso.intake.formats.furnishing import role_of
from readalso.intake.formats.markup import blocks
from readalso.intake.formats.trees import Element, attribute, find, parse, root, text, within


def accepts(data: bytes, name: str) -> bool:
    """XML whose first element is NewsML, in any version before G2."""
    return root(opening(data)) == "newsml"


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The article of a file with one item, or each of several."""
    drafts = [_draft(item) for item in within(parse(data, name), "NewsItem")]
    return single(drafts[0], data, name) if len(drafts) == 1 else several(drafts, name)


def _draft(item: Element) -> Draft:
    lines = next(within(item, "NewsLines"), None)
    body = next(filter(lambda body: body.paragraphs, map(_body, _contents(item))), Draft("", ()))
    return Draft(
        _line(lines, "HeadLine") or body.headline,
        join(_above(lines), body.paragraphs),
        _stated(item, lines, body.stated),
    )


def _contents(item: Element) -> Iterator[Element]:
    """DataContent elements, those that are not pictures."""
    return (found for found in within(item, "DataContent") if text(found))


def _body(content: Element) -> Draft:
    """A content's text: NITF, HTML in an html element or CDATA, or bare paragraphs."""
    inner = next(within(content, "nitf"), None)
    if inner is not None:
        return nitf.draft(inner)
    if len(content):
        return Draft("", related.paragraphs(blocks(next(within(content, "body"), content), role_of)))
    return Draft("", fragments.of_text(content.text or ""))


def _above(lines: Element | None) -> Iterator[Paragraph]:
    for element in within(lines, "SubHeadLine"):
        if words := text(element):
            yield Paragraph(1, words, "standfirst")


def _stated(item: Element, lines: Element | None, inner: Stated) -> Stated:
    management = find(item, "NewsManagement")
    made = (
        text(next(within(item, name), None))
        for name in ("ThisRevisionCreated", "FirstCreated", "DateId", "DateAndTime")
    )
    dateline = _line(lines, "DateLine")
    return replace(
        inner,
        published=dates.stated(*made) or inner.published,
        source=_party(item, "Source")
        or _party(item, "Provider")
        or _line(lines, "CreditLine")
        or inner.source
        or _party(item, "Creator"),
        byline=bylines.joined(text(found) for found in within(lines, "ByLine")) or inner.byline,
        language=attribute(next(within(item, "Language"), None), "FormalName")
        or attribute(item, "lang")
        or inner.language,
        place=inner.place or _place(item, dateline),
        guid=text(next(within(item, "NewsItemId"), None)) or inner.guid,
        version=text(next(within(item, "RevisionId"), None)),
        status=_status(management) or inner.status,
        embargo=dates.stated(text(next(within(management, "StatusWillChange"), None))),
        slugline=_line(lines, "SlugLine") or inner.slugline,
        copyright=_line(lines, "CopyrightLine") or inner.copyright,
        keywords=tuple(dict.fromkeys(filter(None, map(text, within(lines, "KeywordLine"))))) or inner.keywords,
    )


def _status(management: Element | None) -> Status:
    instruction = attribute(find(management, "Instruction"), "FormalName").casefold()
    words = attribute(find(management, "Status"), "FormalName").casefold()
    return nitf.STATUSES.get(words) or (
        "corrected" if "correct" in instruction else "updated" if "update" in instruction else ""
    )


def _line(lines: Element | None, name: str) -> str:
    return next(filter(None, map(text, within(lines, name))), "")


def _party(item: Element, name: str) -> str:
    """The name of who provides, creates or is the source of the item."""
    found = (attribute(party, "FormalName") for element in within(item, name) for party in within(element, "Party"))
    return next(filter(None, found), "")


def _place(item: Element, dateline: str) -> str:
    """The city where the item says so, or the dateline up to its comma, unless that has a date in it."""
    cities = (
        attribute(found, "Value") for found in within(item, "Property") if attribute(found, "FormalName") == "City"
    )
    words = dateline.partition(",")[0].strip()
    return next(filter(None, cities), "") or ("" if any(char.isdigit() for char in words) else words)
