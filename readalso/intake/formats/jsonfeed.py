"""JSON Feed 1.x: each item is an article (https://www.jsonfeed.org/version/1.1/)."""

import re

from readalso.intake.article import Article, Paragraph, Stated
from readalso.intake.formats import bylines, dates, fragments, layout, records
from readalso.intake.formats.draft import Draft, several
from readalso.intake.formats.records import Record

_SIGNS = re.compile(rb'jsonfeed\.org|"content_(?:html|text)"\s*:')


def accepts(data: bytes, name: str) -> bool:
    """JSON that names the version of its feed, or has the names of an item's content."""
    return records.is_json(data) and bool(_SIGNS.search(data))


def read(data: bytes, name: str) -> tuple[Article, ...]:
    """An article for each item."""
    feeds = records.parse(data, name)
    return several((_draft(item, feed) for feed in feeds for item in feed.records("items")), name)


def _draft(item: Record, feed: Record) -> Draft:
    return Draft(fragments.title(item.text("title")), _paragraphs(item), _stated(item, feed))


def _paragraphs(item: Record) -> tuple[Paragraph, ...]:
    if html := item.text("content_html"):
        return fragments.of_text(html)
    return layout.paragraphs(item.text("content_text") or item.text("summary"))


def _stated(item: Record, feed: Record) -> Stated:
    authors = item.records("authors") or item.records("author") or feed.records("authors") or feed.records("author")
    published, updated = dates.stated(item.text("date_published")), dates.stated(item.text("date_modified"))
    return Stated(
        published=published or updated,
        updated=updated if published and updated != published else "",
        source=feed.text("title"),
        byline=bylines.joined(author.text("name") for author in authors),
        language=item.text("language") or feed.text("language"),
        url=item.text("url") or item.text("external_url"),
        guid=item.text("id"),
        keywords=item.texts("tags"),
    )
