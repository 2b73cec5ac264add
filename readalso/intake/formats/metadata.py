"""What a web page says of its article in its head: JSON-LD, OpenGraph and other meta elements, and marks in the text.

In that order, since JSON-LD is written for machines and kept most carefully (https://schema.org/NewsArticle,
https://ogp.me/). The headline is the page's own h1 where it has one, since titles carry the site's name.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readalso.intake.article import Stated
from readalso.intake.formats import bylines, dates
from readalso.intake.formats.characters import line
from readalso.intake.formats.furnishing import is_hidden
from readalso.intake.formats.records import Record
from readalso.intake.formats.trees import Element, attribute, text, within
from readalso.words import headline_key

_ARTICLE = re.compile(r"Article\Z|BlogPosting\Z|\AReport|PressRelease\Z")
_DEEPEST = 5
"""Lists and graphs inside each other in JSON-LD."""
_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)?\s*|\s*(?:-->|//\s*\]\]>|\]\]>)?\s*;?\s*\Z")
_TAIL = re.compile(r"\s(?P<mark>[|\-–—:•·»]|::)\s(?P<tail>[^|]+)\Z")
_PUBLISHED = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publication_date",
    "dc.date.issued",
    "dc.date", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "og:article:published_time",
    "publish_date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_BYLINE = re.compile(r"\b(?:byline|author|autor|auteur|writer)", re.IGNORECASE)
_LONGEST_BYLINE = 100
"""Characters."""
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author")


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of its article."""

    headline: str
    """"" where the page has neither h1 nor title."""
    stated: Stated


def gather(page: Element) -> About:
    """All that is said in the head of `page`, or marked in its text."""
    data, meta = _json_ld(page), _meta(page)
    published = dates.stated(
        data.text("datePublished"), *_of(meta, _PUBLISHED), *_times(page, "datePublished"), *_first_time(page)
    )
    updated = dates.stated(data.text("dateModified"), *_of(meta, _UPDATED), *_times(page, "dateModified"))
    site = data.record("publisher").line("name") or next(
        _of(meta, ("og:site_name", "publisher", "dc.publisher", "application-name")), ""
    )
    return About(
        _headline(page, data, meta, site),
        Stated(
            published=published,
            updated=updated if updated != published else "",
            source=site,
            byline=_byline(page, data, meta),
            language=_language(page, data, meta),
            place=data.record("locationCreated").line("name") or data.line("dateline").partition(",")[0],
            url=_url(page, data, meta),
            guid=data.line("identifier") or next(_of(meta, ("article:id", "articleid")), ""),
            keywords=_keywords(data, meta),
        ),
    )


def _json_ld(page: Element) -> Record:
    """The record of the article among all that the page's scripts hold; an empty one where there is none."""
    scripts = (item.text or "" for item in within(page, "script") if "ld+json" in attribute(item, "type"))
    return next((record for script in scripts for record in _articles(_loaded(script), 0)), Record({}))


def _loaded(script: str) -> object:
    try:
        return json.loads(_WRAPPING.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(value: object, depth: int) -> Iterator[Record]:
    if isinstance(value, list) and depth < _DEEPEST:
        for item in value:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        record = Record(value)
        if any(_ARTICLE.search(kind) for kind in record.texts("@type")):
            yield record
        for key in ("@graph", "mainEntity"):
            yield from _articles(value.get(key), depth + 1) if depth < _DEEPEST else ()


def _meta(page: Element) -> Mapping[str, str]:
    """The first content of each meta element's name, property or itemprop, in lower case."""
    found: dict[str, str] = {}
    for item in within(page, "meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            if (name := attribute(item, key).casefold()) and (content := attribute(item, "content")):
                found.setdefault(name, content)
    return found


def _of(meta: Mapping[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (meta[name] for name in names if name in meta)


def _times(page: Element, name: str) -> Iterator[str]:
    """Moments that the text marks up by microdata (https://schema.org/docs/gs.html)."""
    for item in page.iter():
        if attribute(item, "itemprop") == name:
            yield attribute(item, "datetime") or attribute(item, "content") or text(item)


def _first_time(page: Element) -> Iterator[str]:
    """The first time element that is marked as the publication's, or stands in the article's own head."""
    items = [item for item in within(page, "time") if not is_hidden(item)]
    yield from (attribute(item, "datetime") or text(item) for item in items if item.get("pubdate") is not None)
    yield from (attribute(item, "datetime") or text(item) for item in items if _is_of_article(item))


def _is_of_article(item: Element) -> bool:
    """Not in a teaser, a comment, or a box beside the text."""
    around = [str(found.tag) for found in item.iterancestors()]
    classes = " ".join(attribute(found, "class") for found in (item, *item.iterancestors())).casefold()
    return not (
        {"aside", "nav", "footer", "li", "p", "blockquote"} & set(around)
        or re.search(r"comment|related|teaser|updated|modified", classes)
    )


def _headline(page: Element, data: Record, meta: Mapping[str, str], site: str) -> str:
    """The h1 that the page's titles begin with, or else the best of those titles."""
    titles = [data.line("headline"), *_of(meta, ("og:title", "twitter:title")), *map(text, within(page, "title"))]
    heads = [words for item in within(page, "h1") if not is_hidden(item) and (words := text(item))]
    for words in heads:
        if any(_begins(title, words) for title in titles):
            return words
    named = [_without_site(line(title), site) for title in titles if title]
    return (
        next(filter(None, (*named[:1], *heads[:1])), "")
        if any(titles[:2])
        else next(filter(None, (*heads, *named)), "")
    )


def _begins(title: str, head: str) -> bool:
    return bool(title) and headline_key(title).startswith(headline_key(head))


def _without_site(title: str, site: str) -> str:
    """A title without the site's name behind it; behind "|" nothing else is ever put."""
    match = _TAIL.search(title)
    if match and (
        match["mark"] in ("|", "::")
        or (site and headline_key(match["tail"]) in (headline_key(site), headline_key(site).split(" ")[0]))
    ):
        return title[: match.start()]
    return title


def _byline(page: Element, data: Record, meta: Mapping[str, str]) -> str:
    """The authors that are people; where none is named in the head, those that the text marks."""
    authors = [author.line("name") for author in data.records("author") if "Organization" not in author.texts("@type")]
    plain = () if data.records("author") else data.texts("author")
    named = [name for name in (*authors, *plain, *_of(meta, _AUTHOR)) if not name.startswith("http")]
    first = named[: len(authors) or len(plain) or 1]
    return bylines.joined(first or [next(_marked_authors(page), "")])


def _marked_authors(page: Element) -> Iterator[str]:
    """Names that the text marks: by microdata or rel, then by the class of a short line."""
    items = [item for item in page.iter() if isinstance(item.tag, str) and item.tag not in ("meta", "link")]
    yield from (text(item) for item in items if "author" in (attribute(item, "itemprop"), attribute(item, "rel")))
    for item in items:
        words = text(item) if _BYLINE.search(attribute(item, "class")) else ""
        if words and len(words) <= _LONGEST_BYLINE and not any(char.isdigit() for char in words):
            yield words


def _language(page: Element, data: Record, meta: Mapping[str, str]) -> str:
    said = (
        attribute(page, "lang")
        or data.line("inLanguage")
        or next(_of(meta, ("content-language", "language", "og:locale")), "")
    )
    return said.partition(",")[0].replace("_", "-").strip()


def _url(page: Element, data: Record, meta: Mapping[str, str]) -> str:
    canonical = (attribute(item, "href") for item in within(page, "link") if attribute(item, "rel") == "canonical")
    found = (
        *canonical,
        *_of(meta, ("og:url",)),
        data.line("url"),
        data.line("mainEntityOfPage"),
        data.record("mainEntityOfPage").line("@id"),
    )
    return next((url for url in found if url.startswith(("http://", "https://"))), "")


def _keywords(data: Record, meta: Mapping[str, str]) -> tuple[str, ...]:
    said = data.texts("keywords") or tuple(_of(meta, ("news_keywords", "keywords")))
    parts = said[0].split(",") if len(said) == 1 else said
    return tuple(dict.fromkeys(filter(None, map(line, parts))))
