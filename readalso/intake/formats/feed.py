"""RSS (2.0, 1.0, 0.9x) and Atom: each item is an article (https://www.rssboard.org/rss-specification, RFC 4287).

The text is the longest of what an item offers: content:encoded or content over description or summary. Both are HTML,
escaped or in CDATA, or XHTML.
"""

from collections.abc import Iterator

from readalso.intake.article import Article, Paragraph, Stated
from readalso.intake.formats import bylines, dates, fragments
from readalso.intake.formats.draft import Draft, several
from readalso.intake.formats.encodings import opening
from readalso.intake.formats.trees import Element, attribute, find, find_all, parse, root, text, texts, within

_ROOTS = frozenset(("rss", "rdf", "feed"))


def accepts(data: bytes, name: str) -> bool:
    """XML whose first element is rss, RDF or feed."""
    return root(opening(data)) in _ROOTS


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """An article for each item."""
    feed = parse(data, name)
    channel = _channel(feed)
    return several((_draft(item, channel) for item in within(feed, "item", "entry")), name)


def _channel(feed: Element) -> Stated:
    """What the feed says for all of its items."""
    about = find(feed, "channel")
    channel = feed if about is None else about
    return Stated(
        source=text(find(channel, "publisher")) or text(find(channel, "title")),
        language=text(find(channel, "language")) or attribute(channel, "lang") or attribute(feed, "lang"),
        copyright=text(find(channel, "copyright")) or text(find(channel, "rights")),
    )


def _draft(item: Element, channel: Stated) -> Draft:
    return Draft(fragments.title(text(find(item, "title"))), _paragraphs(item), _stated(item, channel))


def _paragraphs(item: Element) -> tuple[Paragraph, ...]:
    """The text, and the summary above it where that says something else."""
    offers = [fragments.of_element(element) for element in _texts(item)]
    return max(offers, key=lambda offer: sum(len(paragraph.text) for paragraph in offer), default=())


def _texts(item: Element) -> Iterator[Element]:
    for tag in ("encoded", "content", "description", "summary"):
        yield from find_all(item, tag)


def _stated(item: Element, channel: Stated) -> Stated:
    published, updated = (dates.stated(*_all(item, names)) for names in (_PUBLISHED, _UPDATED))
    return Stated(
        published=published or updated,
        updated=updated if published and updated != published else "",
        source=_source(item, channel),
        byline=bylines.joined(_authors(item)),
        language=attribute(item, "lang")
        or attribute(find(item, "content"), "lang")
        or text(find(item, "language"))
        or channel.language,
        url=_url(item),
        guid=text(find(item, "guid")) or text(find(item, "id")) or attribute(item, "about"),
        copyright=text(find(item, "rights")) or channel.copyright,
        keywords=_keywords(item),
    )


_PUBLISHED = ("pubDate", "published", "issued", "date", "created")
_UPDATED = ("updated", "modified")


def _all(item: Element, names: tuple[str, ...]) -> Iterator[str]:
    return (text(element) for name in names for element in find_all(item, name))


def _source(item: Element, channel: Stated) -> str:
    """Who reports: the item's own source (the feed that it was taken from), its publisher, or else the feed."""
    own = text(find(item, "source", "title")) or text(find(item, "source")) or text(find(item, "publisher"))
    return own or channel.source


def _authors(item: Element) -> Iterator[str]:
    """dc:creator, Atom's author/name, or RSS's author, which is an address: "desk@wire.example (Ada Reed)"."""
    yield from texts(item, "creator")
    yield from texts(item, "author", "name")
    for author in texts(item, "author") if find(item, "author", "name") is None else ():
        address, _, name = author.partition("(")
        yield name.rstrip(") ") if "@" in address else author


def _url(item: Element) -> str:
    """Atom's alternate link, RSS's link, or a guid that is an address."""
    links = find_all(item, "link")
    atom = (attribute(link, "href") for link in links if attribute(link, "rel") in ("", "alternate"))
    plain = (text(link) for link in links)
    guid = text(find(item, "guid"))
    return next(filter(None, (*atom, *plain)), guid if guid.startswith(("http://", "https://")) else "")


def _keywords(item: Element) -> tuple[str, ...]:
    found = (
        text(element) or attribute(element, "label") or attribute(element, "term")
        for element in find_all(item, "category")
    )
    return tuple(dict.fromkeys((*filter(None, found), *texts(item, "subject"))))
