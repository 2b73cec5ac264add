"""What machines read on the pages of the default theme: schema.org, hreflang, canonical addresses, feeds, sitemaps."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from readalso.briefing.body import Body
from readalso.briefing.frontmatter import Correction, Source
from readalso.fields import Moment
from readalso.pages.page import Page
from readalso.pages.plan import plan
from readalso.pages.public import public
from readalso.pages.views import Story
from readalso.settings import Licence, Settings
from readalso.theme import theme as themes
from readalso.theme.renderer import Renderer
from tests.library.world import NOW, facts, library

SETTINGS = Settings(title="Desk", base_url="https://news.example/", logo="logo.png", term_feeds=1)
SPECIAL = 'Port & "deal" </script><b> ]]> \x0b'
FULL = facts(
    "a",
    f"{SPECIAL} {'very long ' * 20}",
    refers=["Strike ends"],
    date="2026-11-01T09:30+02:00",
    updated=Moment("2026-11-01T10:00Z"),
    language="en",
    summary=f"The lede {SPECIAL}.",
    status="corrected",
    correction=f"It was two {SPECIAL}.",
    corrections=(Correction(Moment("2026-10-31"), "Earlier."),),
    source=Source("Harbour & Wire", "https://wire.example/1?a=b&c=d"),
    byline="Ada Brunn",
    dateline="Corvan",
    people=("Mara Veldan",),
    organisations=("Dockers' Union",),
    places=("Corvan",),
    topics=("Ports & docks",),
)
WORLD = (
    FULL,
    facts("b", "Strike ends", language="fr", date="2026-10-31", translation_of="a"),
    facts("c", "Третій", language="uk", translation_of="a"),
    facts("d", status="withdrawn"),
    facts("bare"),
)


def render(settings: Settings = SETTINGS) -> dict[str, str]:
    """Every page of the world, by url."""
    renderer = Renderer(themes.load("default", Path()), public(settings))
    planned = plan(library(*WORLD, settings=settings, now=NOW), settings, ["/logo.png"])
    return {page.url: renderer.render(page, _body(page)).decode() for page in planned}


def _body(page: Page) -> Body | None:
    return Body() if isinstance(page.view, Story) and page.view.text else None


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return render()


def article(text: str) -> dict[str, Any]:
    (script,) = html.fromstring(text).xpath('//script[@type="application/ld+json"]')
    found = json.loads(script.text)
    assert isinstance(found, dict)
    return found


# Google's "Article structured data" and schema.org's own pages: a property -> what its value has to look like.
# https://developers.google.com/search/docs/appearance/structured-data/article, https://schema.org/NewsArticle
TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?\Z")
ADDRESS = re.compile(r"https://[^\s<>\"]+\Z")
REQUIRED: dict[str, Any] = {
    "@context": re.compile(r"https://schema\.org\Z"),
    "@type": re.compile(r"NewsArticle\Z"),
    "headline": re.compile(r".{1,110}\Z"),
    "author": [{"@type": re.compile(r"Person|Organization|NewsMediaOrganization"), "name": re.compile(".+")}],
    "publisher": {"@type": re.compile("NewsMediaOrganization"), "name": re.compile(".+"), "url": ADDRESS},
    "mainEntityOfPage": ADDRESS,
    "url": ADDRESS,
    "inLanguage": re.compile(r"[a-z]{2,3}(-\w+)*\Z"),
    "identifier": re.compile(r".+"),
    "name": re.compile(r".+"),
}
RECOMMENDED: dict[str, Any] = {
    "datePublished": TIME,
    "dateModified": TIME,
    "description": re.compile(".+"),
    "dateline": re.compile(".+"),
    "articleSection": re.compile(".+"),
    "keywords": [re.compile(".+")],
    "about": [{"@type": re.compile("Thing"), "name": re.compile(".+"), "url": ADDRESS}],
    "mentions": [{"@type": re.compile("Person|Organization|Place"), "name": re.compile(".+"), "url": ADDRESS}],
    "citation": [{"@type": re.compile("NewsArticle"), "headline": re.compile(".+"), "url": ADDRESS}],
    "isBasedOn": ADDRESS,
    "sourceOrganization": {"@type": re.compile("Organization"), "name": re.compile(".+")},
    "workTranslation": [{"@type": re.compile("NewsArticle"), "inLanguage": re.compile("fr|uk"), "url": ADDRESS}],
    "correction": [{"@type": re.compile("CorrectionComment"), "text": re.compile(".+"), "datePublished": TIME}],
}


def failing(value: object, wanted: Any, way: str) -> list[str]:
    """Where a value is not what the table wants."""
    if isinstance(wanted, re.Pattern):
        return [] if isinstance(value, str) and wanted.match(value) else [f"{way}: {value!r}"]
    if isinstance(wanted, list):
        items = value if isinstance(value, list) else []
        return [one for item in items for one in failing(item, wanted[0], way)] if items else [f"{way}: {value!r}"]
    held = value if isinstance(value, dict) else {}
    return [one for key, rule in wanted.items() for one in failing(held.get(key), rule, f"{way}.{key}")]


def test_an_articles_metadata_is_complete(made: dict[str, str]) -> None:
    assert failing(article(made["/a/"]), REQUIRED | RECOMMENDED, "") == []
    logo = article(made["/a/"])["publisher"]["logo"]
    assert logo == {"@type": "ImageObject", "url": "https://news.example/logo.png"}


@pytest.mark.parametrize("url", ["/b/", "/c/", "/bare/"])
def test_what_is_required_is_there_of_any_article(made: dict[str, str], url: str) -> None:
    assert failing(article(made[url]), REQUIRED, "") == []


def test_translations_link_to_each_other_and_to_themselves(made: dict[str, str]) -> None:
    pattern = re.compile(r'rel="alternate" hreflang="(\w+)" href="https://news\.example(/\w+/)"')
    for url in ("/a/", "/b/", "/c/"):
        assert sorted(pattern.findall(made[url])) == [("en", "/a/"), ("fr", "/b/"), ("uk", "/c/")]
    assert pattern.findall(made["/bare/"]) == []
    assert ">français</a>" in made["/a/"]
    assert ">українська</a>" in made["/b/"]


def test_a_page_names_its_canonical_address_and_what_its_source_asks_for() -> None:
    terms = Licence("Harbour & Wire", "headline", canonical="original", credit="© <Wire>")
    page = render(Settings(title="Desk", base_url="https://news.example/", logo="logo.png", sources=(terms,)))["/a/"]
    assert '<link rel="canonical" href="https://wire.example/1?a=b&amp;c=d">' in page
    assert "© &lt;Wire&gt;" in page
    assert article(page)["creditText"] == "© <Wire>"
    assert "The lede" not in page
    assert "Strike ends" in page


def test_a_terms_page_offers_its_feeds(made: dict[str, str]) -> None:
    links = html.fromstring(made["/people/mara-veldan/"]).xpath('//link[@rel="alternate"]/@href')
    assert [link for link in links if "people" in link] == [
        f"../../people/mara-veldan/{name}" for name in ("feed.xml", "atom.xml", "feed.json")
    ]


def test_every_feed_and_sitemap_is_well_formed(made: dict[str, str]) -> None:
    for url, text in made.items():
        if url.endswith(".xml"):
            etree.fromstring(text.encode())
        if url.endswith(".json"):
            json.loads(text)


def test_feeds_say_what_was_corrected_and_withdrawn(made: dict[str, str]) -> None:
    atom = etree.fromstring(made["/atom.xml"].encode())
    names = {"a": "http://www.w3.org/2005/Atom", "t": "http://purl.org/atompub/tombstones/1.0"}
    assert atom.xpath("//t:deleted-entry/@ref", namespaces=names) == ["tag:news.example,2020:d"]
    assert atom.xpath("//a:category[@scheme]/@term", namespaces=names) == ["correction"]
    assert "Correction: It was two" in atom.xpath("string(//a:entry[a:category/@scheme]/a:summary)", namespaces=names)
    feed = json.loads(made["/feed.json"])
    assert [one["id"] for one in feed["_withdrawn"]] == ["tag:news.example,2020:d"]
    corrected = next(item for item in feed["items"] if item["_readalso"]["status"] == "corrected")
    assert corrected["_readalso"]["correction"].startswith("It was two")
    assert "It was two" in made["/feed.xml"]


def test_the_news_sitemap_has_title_language_and_time(made: dict[str, str]) -> None:
    root = etree.fromstring(made["/news-sitemap.xml"].encode())
    names = {"n": "http://www.google.com/schemas/sitemap-news/0.9"}
    assert root.xpath("//n:publication_date/text()", namespaces=names) == ["2026-11-01T07:30:00+00:00", "2026-10-31"]
    assert root.xpath("//n:language/text()", namespaces=names) == ["en", "fr"]
