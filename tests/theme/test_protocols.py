"""What machines read of whole sites, held to the protocols: feeds, sitemaps, NewsArticle metadata, ninjs.

Two sites are built: the demo, and the hostile briefings of tests/synthetic.py.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from readalso.cli import main
from tests import synthetic
from tests.browser.demo import built
from tests.ninjs_table import faults
from tests.pages.test_records import NINJS, wrong
from tests.theme.test_metadata import RECOMMENDED, REQUIRED, failing

BASES = {"demo": "https://briefings.example/", "hostile": "https://long.example/"}
"""Site -> its address."""
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
W3C = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?\Z")


@pytest.fixture(scope="module", params=BASES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(name)
    if name == "demo":
        return built(root, "ninjs: true\nterm_feeds: 1\n")
    synthetic.write(root, len(synthetic.HOSTILE), "ninjs: true\nterm_feeds: 1\n")
    assert main(["build", "-q", "-s", str(root), "--clock", "2026-11-07"]) == 0
    return root / "site"


def roots(site: Path, name: str) -> Iterator[tuple[Path, etree._Element]]:
    for path in sorted(site.rglob(name)):
        yield path, etree.fromstring(path.read_bytes())


def texts(element: etree._Element, tag: str) -> list[str]:
    return [one.text or "" for one in element.findall(tag)]


def once(element: etree._Element, tag: str) -> str:
    (found,) = element.findall(tag)
    assert found.text, tag
    return str(found.text)


def test_rss_has_what_rss_2_wants(site: Path, name: str) -> None:
    """https://www.rssboard.org/rss-specification, and the profile's self link."""
    for path, root in roots(site, "feed.xml"):
        (channel,) = root.findall("channel")
        assert root.get("version") == "2.0"
        assert all(once(channel, tag) for tag in ("title", "description"))
        assert once(channel, "link").startswith(BASES[name])
        itself = channel.find(f"{ATOM}link[@rel='self']")
        assert itself is not None
        assert itself.get("href") == BASES[name] + path.relative_to(site).as_posix()
        items = channel.findall("item")
        ids = [once(item, "guid") for item in items]
        assert len(set(ids)) == len(ids)
        for item in items:
            assert once(item, "title")
            assert once(item, "link").startswith(BASES[name])
            assert all(parsedate_to_datetime(date).tzinfo for date in texts(item, "pubDate"))
            assert len(texts(item, "description")) == 1


def test_atom_has_what_rfc_4287_wants(site: Path, name: str) -> None:
    for path, root in roots(site, "atom.xml"):
        assert root.tag == f"{ATOM}feed"
        assert once(root, f"{ATOM}id")
        assert once(root, f"{ATOM}title")
        assert RFC3339.match(once(root, f"{ATOM}updated"))
        assert [one.get("href") for one in root.findall(f"{ATOM}link[@rel='self']")] == [
            BASES[name] + path.relative_to(site).as_posix()
        ]
        entries = root.findall(f"{ATOM}entry")
        ids = [once(entry, f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids)
        assert all(re.match(r"[a-z][a-z0-9+.-]*:\S+\Z", one) for one in (*ids, once(root, f"{ATOM}id"))), "an IRI"
        for entry in entries:
            assert once(entry, f"{ATOM}title")
            assert all(RFC3339.match(date) for date in texts(entry, f"{ATOM}published"))
            assert RFC3339.match(once(entry, f"{ATOM}updated"))
            assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
            assert entry.findall(f"{ATOM}author/{ATOM}name") or root.findall(f"{ATOM}author/{ATOM}name")
            assert len(entry.findall(f"{ATOM}summary")) == 1


def test_json_feeds_have_what_version_1_1_wants(site: Path, name: str) -> None:
    """https://www.jsonfeed.org/version/1.1/"""
    for path in sorted(site.rglob("feed.json")):
        feed = json.loads(path.read_text())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == BASES[name] + path.relative_to(site).as_posix()
        ids = [item["id"] for item in feed["items"]]
        assert len(set(ids)) == len(ids)
        for item in feed["items"]:
            assert isinstance(item["content_text"], str)
            assert item["url"].startswith(BASES[name])
            dates = [item[key] for key in ("date_published", "date_modified") if key in item]
            assert all(RFC3339.match(date) and datetime.fromisoformat(date) for date in dates)
            assert all(author["name"] for author in item.get("authors", []))
            assert all(isinstance(tag, str) for tag in item.get("tags", []))


def test_the_page_of_a_thread_leads_to_its_feeds(site: Path) -> None:
    for path in sorted(site.glob("threads/*/feed.xml")):
        page = html.fromstring(path.with_name("index.html").read_text())
        links = page.xpath('//link[@rel="alternate"]/@href')
        assert [link.rpartition("/")[2] for link in links if path.parent.name in link] == [
            *("feed.xml", "atom.xml", "feed.json")
        ]


def test_the_feeds_of_a_list_name_the_same_briefings(site: Path) -> None:
    for path, root in roots(site, "feed.xml"):
        atom = etree.fromstring(path.with_name("atom.xml").read_bytes())
        ids = texts(root, "channel/item/guid")
        assert ids == texts(atom, f"{ATOM}entry/{ATOM}id")
        assert ids == [item["id"] for item in json.loads(path.with_name("feed.json").read_text())["items"]]


def test_sitemaps_list_pages_that_are_there(site: Path, name: str) -> None:
    """https://www.sitemaps.org/protocol.html"""
    data = (site / "sitemap.xml").read_bytes()
    root = etree.fromstring(data)
    assert root.tag == f"{SITEMAP}urlset"
    assert len(data) <= 50 * 2**20
    urls = [once(row, f"{SITEMAP}loc") for row in root.findall(f"{SITEMAP}url")]
    assert len(set(urls)) == len(urls) <= 50_000
    assert all(url.startswith(BASES[name]) and len(url) < 2_048 for url in urls)
    assert all(W3C.match(date) for date in texts(root, f"{SITEMAP}url/{SITEMAP}lastmod"))
    for url in urls:
        page = html.fromstring((site / url.removeprefix(BASES[name]) / "index.html").read_bytes())
        assert page.xpath("//link[@rel='canonical']/@href") == [url]
        assert page.xpath("//meta[@name='robots']/@content") == []
    assert f"Sitemap: {BASES[name]}sitemap.xml" in (site / "robots.txt").read_text()


def test_the_news_sitemap_has_what_search_engines_want(site: Path, name: str) -> None:
    """https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap"""
    root = etree.fromstring((site / "news-sitemap.xml").read_bytes())
    rows = root.findall(f"{SITEMAP}url")
    assert len(rows) <= 1_000
    for row in rows:
        assert once(row, f"{SITEMAP}loc").startswith(BASES[name])
        (news,) = row.findall(f"{NEWS}news")
        assert once(news, f"{NEWS}title")
        assert W3C.match(once(news, f"{NEWS}publication_date"))
        assert once(news, f"{NEWS}publication/{NEWS}name")
        assert re.match(r"[a-z]{2,3}\Z|zh-(cn|tw)\Z", once(news, f"{NEWS}publication/{NEWS}language"))


def stories(site: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(site.rglob("index.html")):
        for script in html.fromstring(path.read_bytes()).xpath('//script[@type="application/ld+json"]'):
            yield path.relative_to(site).as_posix(), json.loads(script.text)


def test_every_storys_metadata_is_held_to_the_table(site: Path) -> None:
    found = list(stories(site))
    assert len(found) >= 18
    for url, article in found:
        stated = {key: form for key, form in RECOMMENDED.items() if key in article and key != "workTranslation"}
        if "correction" in stated:  # when it was made, not everybody says
            stated["correction"] = [
                {key: form for key, form in RECOMMENDED["correction"][0].items() if key != "datePublished"}
            ]
        assert failing(article, REQUIRED | stated, url) == []


def test_every_record_is_one_of_ninjs(site: Path) -> None:
    listed = json.loads((site / "briefings.json").read_text())["items"]
    own = [json.loads(path.read_text()) for path in sorted(site.rglob("ninjs.json"))]
    assert len(listed) == len(own) >= 18
    assert {one["uri"] for one in listed} == {one["uri"] for one in own}
    assert [one for record in (*listed, *own) for one in wrong(record, NINJS, record["uri"])] == []
    assert [(record["uri"], one) for record in (*listed, *own) for one in faults(record)] == []
    needed = ("uri", "standard", "type", "versioncreated", "language", "headlines", "renditions", "representationtype")
    assert [(record["uri"], key) for record in (*listed, *own) for key in needed if key not in record] == []
