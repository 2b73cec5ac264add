"""ninjs 1.x, 2.x and 3.x, news in JSON (https://iptc.org/standards/ninjs/), alone, in a list, or in an agency's
wrapper.
"""

from collections.abc import Iterator

from readalso.intake.article import Article, Paragraph, Stated, Status
from readalso.intake.formats import bylines, dates, fragments, layout, records
from readalso.intake.formats.characters import line
from readalso.intake.formats.draft import Draft, join, several, single
from readalso.intake.formats.records import Record

_STATUS: dict[str, Status] = {"canceled": "withdrawn", "cancelled": "withdrawn", "withheld": "embargoed"}
"""pubstatus -> a briefing's word."""
_WRAPPERS = ("item", "items", "data", "results", "articles", "_items", "news", "packages")
"""What agencies wrap their items in (BBC: item, AP: data.item)."""
_SIGNS = ("headline", "headlines", "title", "body_text", "body_html", "body_xhtml", "bodies", "body", "content")
"""A record that has one of these is an item."""
_DEEPEST = 4
"""Wrappers inside each other."""


def accepts(data: bytes, name: str) -> bool:
    """Any JSON of records; what holds no item is refused when it is read."""
    return records.is_json(data)


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The article of a file, or each of a list."""
    found = records.parse(data, name)
    items = [item for record in found for item in _items(record, 0)]
    drafts = [_draft(item) for item in items]
    is_one = len(items) == 1 and len(found) == 1
    return single(drafts[0], data, name) if is_one else several(drafts, name)


def _items(record: Record, depth: int) -> Iterator[Record]:
    """The item that a record is, or those in its wrapper."""
    if any(record.text(sign) or record.records(sign) for sign in _SIGNS):
        yield record
    elif depth < _DEEPEST:
        for key in _WRAPPERS:
            for inner in record.records(key):
                yield from _items(inner, depth + 1)


def _draft(item: Record) -> Draft:
    notes = (Paragraph(1, words, "note") for words in [item.line("ednote")] if words)
    standfirst = (Paragraph(1, words, "standfirst") for words in _standfirsts(item))
    return Draft(_headline(item), join(notes, standfirst, _text(item), _related(item)), _stated(item))


def _headline(item: Record) -> str:
    """headline of 1.x, or the main one of 2.x's headlines."""
    return fragments.title(
        item.text("headline")
        or _main(item.records("headlines")).text("value", "headline")
        or item.text("title", "name")
    )


def _main(records: tuple[Record, ...]) -> Record:
    """The record whose role is main, or else the first."""
    by_role = sorted(records, key=lambda record: record.text("role").rpartition(":")[2] not in ("main", "headline"))
    return by_role[0] if by_role else Record({})


def _standfirsts(item: Record) -> Iterator[str]:
    """Subtitles and summaries, where they are marked as part of the story."""
    for record in item.records("headlines"):
        if record.text("role").rpartition(":")[2] in ("subtitle", "subheadline", "subhead", "deck"):
            yield fragments.title(record.text("value"))
    subtitle = item.line("subheadline", "subtitle", "sub_headline")
    if subtitle:
        yield fragments.title(subtitle)


def _text(item: Record) -> tuple[Paragraph, ...]:
    """The text: HTML where there is some, since it marks more than plain text does."""
    bodies = item.records("bodies")
    chosen = min(bodies, key=_rank, default=Record({})).text("value", "body")
    for html in (item.text("body_html"), item.text("body_xhtml"), chosen, item.text("body", "content")):
        if found := fragments.of_text(html):
            return found
    return layout.paragraphs(item.text("body_text", "description_text"))


def _rank(body: Record) -> int:
    """The order in which the forms of one text are preferred."""
    kind = body.text("contenttype", "contentType").casefold()
    return next((rank for rank, sign in enumerate(("html", "xml", "plain", "")) if sign in kind), 9)


def _related(item: Record) -> Iterator[Paragraph]:
    """Other articles that the item names, behind its text."""
    for record in item.records("associations"):
        headline = _headline(record)
        if record.text("type") == "text" and headline:
            yield Paragraph(1, headline, "reference", record.text("uri", "href", "url"))


def _stated(item: Record) -> Stated:
    first, now = (
        dates.stated(item.text("firstcreated", "firstCreated")),
        dates.stated(item.text("versioncreated", "versionCreated")),
    )
    status = _STATUS.get(item.text("pubstatus", "pubStatus").rpartition(":")[2].casefold(), "")
    embargo = dates.stated(item.text("embargoed"))
    return Stated(
        published=now or first or dates.stated(item.text("published", "pubdate")),
        source=item.line("source", "creditline", "copyrightholder")
        or _first(item, "infosources", "provider", "publisher"),
        byline=bylines.joined(
            [item.text("byline", "by") or ", ".join(item.texts("creators") or item.texts("authors"))]
        ),
        language=item.text("language"),
        place=_place(item),
        url=next(filter(_is_address, (item.text("url"), item.text("canonicalurl"), item.text("uri"))), ""),
        guid=item.text("altids") or item.text("uri", "guid", "id"),
        version=item.text("version"),
        status=status or ("embargoed" if embargo else ""),
        embargo=embargo,
        slugline=item.line("slugline", "slug"),
        copyright=item.line("copyrightnotice", "copyrightholder", "usageterms"),
        keywords=_all(item, "keywords", "subject", "subjects"),
        people=_all(item, "person", "people"),
        organisations=_all(item, "organisation", "organisations", "organization", "organizations"),
        places=_all(item, "place", "places"),
    )


def _all(item: Record, *keys: str) -> tuple[str, ...]:
    return next(filter(None, (item.texts(key) for key in keys)), ())


def _first(item: Record, *keys: str) -> str:
    return next((texts[0] for key in keys if (texts := item.texts(key))), "")


def _place(item: Record) -> str:
    """Where it was written: "Ostrel", or 2.x's record of it, "Ostrel, Norvia"."""
    located = (
        item.text("located")
        or item.record("located").text("name", "city")
        or item.record("dateline").text("located", "text")
    )
    return line(located.partition(",")[0])


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
