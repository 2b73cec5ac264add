"""NewsML-G2 (https://iptc.org/standards/newsml-g2/): a newsMessage with items, or a bare newsItem or packageItem.

A text stands in inlineXML, as XHTML or NITF, or in inlineData; a package only lists other items, and is no article.
"""

from collections.abc import Iterator

from readalso.intake.article import Article, Paragraph, Stated, Status
from readalso.intake.formats import bylines, dates, fragments, layout, nitf, related
from readalso.intake.formats.draft import Draft, join, several, single
from readalso.intake.formats.encodings import opening
from readalso.intake.formats.furnishing import role_of
from readalso.intake.formats.markup import blocks
from readalso.intake.formats.trees import Element, attribute, find, find_all, local, parse, root, text, within

_ROOTS = frozenset(("newsmessage", "newsitem", "packageitem", "itemset", "newsitems"))
_STATUS: dict[str, Status] = {"canceled": "withdrawn", "cancelled": "withdrawn", "withheld": "embargoed"}
"""pubStatus -> a briefing's word."""
_SIGNALS: dict[str, Status] = {
    "correction": "corrected",
    "update": "updated",
    "kill": "withdrawn",
    "cancel": "withdrawn",
}
"""signal -> a briefing's word."""
_NAMES = {"person": "people", "organisation": "organisations", "poi": "places", "geoArea": "places", "place": "places"}
"""The type of a subject -> the field that its name goes to; others are keywords."""


def accepts(data: bytes, name: str) -> bool:
    """XML whose first element is one of G2."""
    return root(opening(data)) in _ROOTS


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """The article of a file with one text, or each of a message with several."""
    message = parse(data, name)
    items = [item for item in within(message, "newsItem") if _is_text(item)]
    drafts = [_draft(item) for item in items]
    return single(drafts[0], data, name) if len(drafts) == 1 else several(drafts, name)


def _is_text(item: Element) -> bool:
    """Pictures, sounds and graphics come as items too."""
    kind = attribute(find(item, "itemMeta", "itemClass"), "qcode").rpartition(":")[2]
    return kind in ("", "text", "composite") or any(True for _ in within(find(item, "contentSet"), "inlineXML"))


def _draft(item: Element) -> Draft:
    content = find(item, "contentMeta")
    inner = next(within(find(item, "contentSet"), "nitf"), None)
    body = nitf.draft(inner) if inner is not None else Draft("", _text(find(item, "contentSet")))
    headline = _headline(content) or body.headline or text(find(item, "itemMeta", "title"))
    return Draft(
        headline, join(_above(item, content), body.paragraphs, _links(item)), _stated(item, content, body.stated)
    )


def _headline(content: Element | None) -> str:
    found = [element for element in find_all(content, "headline") if text(element)]
    by_role = sorted(found, key=lambda element: _code(element, "role") not in ("", "main", "headline"))
    return text(by_role[0]) if by_role else ""


def _above(item: Element, content: Element | None) -> Iterator[Paragraph]:
    """What stands above the text: notes to editors, other headlines, and a summary that is marked as such."""
    for note in find_all(item, "itemMeta", "edNote"):
        if words := text(note):
            yield Paragraph(1, words, "note")
    for element in find_all(content, "headline"):
        if _code(element, "role") in ("sub", "subhead", "subtitle", "subheadline", "deck", "kicker") and text(element):
            yield Paragraph(1, text(element), "standfirst")


def _text(contents: Element | None) -> tuple[Paragraph, ...]:
    """The first rendition that holds any text."""
    for element in contents if contents is not None else ():
        found = _READERS[local(element)](element) if local(element) in _READERS else ()
        if found:
            return found
    return ()


def _inline_xml(element: Element) -> tuple[Paragraph, ...]:
    html = next(within(element, "html"), element)
    body = next(within(html, "body"), html)
    return related.paragraphs(blocks(body, role_of))


def _inline_data(element: Element) -> tuple[Paragraph, ...]:
    is_marked = "ml" in attribute(element, "contenttype")
    words = "".join(map(str, element.itertext()))
    return fragments.of_text(words) if is_marked or "<p" in words else layout.paragraphs(words)


_READERS = {"inlineXML": _inline_xml, "inlineData": _inline_data}


def _links(item: Element) -> Iterator[Paragraph]:
    """itemMeta's links to other articles (irel:seeAlso), which stand behind the text."""
    for link in find_all(item, "itemMeta", "link"):
        headline = text(find(link, "title")) or text(find(link, "headline")) or attribute(link, "title")
        if _code(link, "rel").casefold() in _RELATIONS and headline:
            yield Paragraph(1, headline, "reference", attribute(link, "href") or attribute(link, "residref"))


_RELATIONS = frozenset(("seealso", "related", "relatedto", "background", "dependson", "translationof"))
"""What makes a link a reference for readers."""


def _stated(item: Element, content: Element | None, inner: Stated) -> Stated:
    meta = find(item, "itemMeta")
    first, now, made = (
        dates.stated(text(found))
        for found in (find(meta, "firstCreated"), find(meta, "versionCreated"), find(content, "contentCreated"))
    )
    embargo = dates.stated(text(find(meta, "embargoed")))
    status = _status(meta) or ("embargoed" if embargo else "")
    names = _subjects(content)
    return Stated(
        published=now or first or made or inner.published,
        source=_named(find(content, "infoSource"))
        or _named(find(meta, "provider"))
        or text(find(content, "creditline"))
        or inner.source,
        byline=bylines.joined(text(found) for found in find_all(content, "by")) or _creators(content) or inner.byline,
        language=attribute(find(content, "language"), "tag") or attribute(item, "lang") or inner.language,
        place=_place(content) or inner.place,
        guid=attribute(item, "guid"),
        version=attribute(item, "version"),
        status=status or inner.status,
        embargo=embargo,
        slugline=text(find(content, "slugline")),
        copyright=text(find(item, "rightsInfo", "copyrightNotice"))
        or _named(find(item, "rightsInfo", "copyrightHolder")),
        keywords=tuple(dict.fromkeys((*map(text, find_all(content, "keyword")), *names.get("keywords", ())))),
        people=tuple(names.get("people", ())),
        organisations=tuple(names.get("organisations", ())),
        places=tuple(names.get("places", ())),
    )


def _status(meta: Element | None) -> Status:
    signals = (_SIGNALS.get(_code(signal, "qcode").casefold(), "") for signal in find_all(meta, "signal"))
    words = (attribute(find(meta, "pubStatus"), "qcode") or text(find(meta, "pubStatus"))).rpartition(":")[2]
    return _STATUS.get(words.casefold(), "") or next(filter(None, signals), "")


def _place(content: Element | None) -> str:
    """The place of the dateline; Reuters has a time stamp there, and its own desk in located."""
    words = text(find(content, "dateline"))
    named = _named(find(content, "located")) if not words else ""
    return "" if any(char.isdigit() for char in words) else (words or named).partition(",")[0].strip()


def _creators(content: Element | None) -> str:
    return bylines.joined(
        _named(found) for found in find_all(content, "creator") if _code(found, "role") in ("", "author", "writer")
    )


def _subjects(content: Element | None) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for subject in find_all(content, "subject"):
        kind = _NAMES.get(_code(subject, "type"), "keywords")
        if (name := _named(subject)) and name not in found.setdefault(kind, []):
            found[kind].append(name)
    return found


def _named(element: Element | None) -> str:
    """The name of a concept, or a text that stands in its place; a literal code says little, but more than nothing."""
    names = [name for name in find_all(element, "name") if _code(name, "role") in ("", "full", "display")]
    return text(names[0]) if names else text(element) or attribute(element, "literal")


def _code(element: Element, name: str) -> str:
    """A code without its scheme: "irel:seeAlso" is seeAlso."""
    return attribute(element, name).rpartition(":")[2]
