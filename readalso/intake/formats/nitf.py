"""NITF 3, the News Industry Text Format (https://iptc.org/standards/nitf/): one article in XML, its text in
body.content.
"""

from collections.abc import Iterator

from readalso.intake.article import Article, Paragraph, Stated, Status
from readalso.intake.formats import bylines, dates, related
from readalso.intake.formats.draft import Draft, join, single
from readalso.intake.formats.encodings import opening
from readalso.intake.formats.markup import blocks
from readalso.intake.formats.trees import Element, attribute, find, find_all, parse, root, text, texts, within

STATUSES: dict[str, Status] = {
    "canceled": "withdrawn",
    "cancelled": "withdrawn",
    "withheld": "embargoed",
    "embargoed": "embargoed",
}
"""The management-status of NITF, and the status of NewsML 1 -> a briefing's word."""


def accepts(data: bytes, name: str) -> bool:
    """XML whose first element is nitf."""
    return root(opening(data)) == "nitf"


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The one article of a file."""
    return single(draft(parse(data, name)), data, name)


def draft(nitf: Element) -> Draft:
    """What an nitf element says, also where it stands inside NewsML."""
    head, above = find(nitf, "head"), find(nitf, "body", "body.head")
    headline = text(find(above, "hedline", "hl1")) or text(find(above, "headline", "hl1")) or text(find(head, "title"))
    return Draft(headline, join(_above(above), _content(nitf), _end(nitf)), _stated(nitf, head, above))


def _above(above: Element | None) -> Iterator[Paragraph]:
    """The second headline and the abstract, which are no part of the text; notes to editors."""
    for element in (*find_all(above, "hedline", "hl2"), *find_all(above, "abstract")):
        if words := text(element):
            yield Paragraph(1, words, "standfirst")
    for element in find_all(above, "note"):
        if words := text(element):
            yield Paragraph(1, words, "note")


def _content(nitf: Element) -> tuple[Paragraph, ...]:
    found = find_all(nitf, "body", "body.content") or find_all(nitf, "body")
    return join(*(related.paragraphs(blocks(element)) for element in found))


def _end(nitf: Element) -> Iterator[Paragraph]:
    for element in find_all(nitf, "body", "body.end"):
        if words := text(element):
            yield Paragraph(1, words, "credit")


def _stated(nitf: Element, head: Element | None, above: Element | None) -> Stated:
    docdata = find(head, "docdata")
    dateline, key = find(above, "dateline"), find(docdata, "du-key")
    story_date = find(dateline, "story.date")
    return Stated(
        published=dates.stated(
            attribute(find(docdata, "date.issue"), "norm"),
            attribute(story_date, "norm"),
            attribute(find(docdata, "date.release"), "norm"),
            attribute(find(head, "pubdata"), "date.publication"),
            text(story_date),
        ),
        source=text(find(above, "distributor")) or attribute(find(docdata, "doc.copyright"), "holder"),
        byline=bylines.joined(_bylines(above)),
        language=attribute(nitf, "lang") or attribute(find(nitf, "body"), "lang"),
        place=_place(dateline),
        guid=attribute(find(docdata, "doc-id"), "id-string"),
        version=attribute(key, "version"),
        status=_status(docdata),
        embargo=dates.stated(attribute(find(docdata, "date.release"), "norm")) * (_status(docdata) == "embargoed"),
        slugline=attribute(find(docdata, "fixture"), "fix-id") or attribute(key, "key"),
        copyright=attribute(find(docdata, "doc.copyright"), "holder"),
        keywords=tuple(dict.fromkeys(filter(None, (attribute(item, "key") for item in within(head, "keyword"))))),
        people=_named(nitf, "person"),
        organisations=_named(nitf, "org"),
        places=_named(nitf, "location"),
    )


def _status(docdata: Element | None) -> Status:
    words = attribute(docdata, "management-status") or attribute(find(docdata, "du-key"), "status")
    return STATUSES.get(words.casefold(), "corrected" if find(docdata, "correction") is not None else "")


def _bylines(above: Element | None) -> Iterator[str]:
    """Who wrote it: the person alone where one is marked, without the title line and without "By"."""
    for element in find_all(above, "byline"):
        yield from texts(element, "person") or [_own(element)]


def _own(element: Element) -> str:
    """An element's text without that of its byttl, the author's title."""
    return (
        text(element).removesuffix(text(find(element, "byttl")))
        if find(element, "byttl") is not None
        else text(element)
    )


def _place(dateline: Element | None) -> str:
    location = find(dateline, "location")
    return text(find(location, "city")) or text(location)


def _named(nitf: Element, tag: str) -> tuple[str, ...]:
    """The names marked in the text's head and body; a desk's marks are sometimes wrong, so they are hints."""
    return tuple(dict.fromkeys(filter(None, map(text, within(find(nitf, "body", "body.content"), tag)))))
