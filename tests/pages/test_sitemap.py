"""What search engines are told of: all pages, the news of two days, and by whose address."""

from datetime import timedelta

from readalso.briefing.frontmatter import Source
from readalso.pages.kinds.sitemap import sitemap
from readalso.pages.page import Page
from readalso.pages.plan import plan
from readalso.pages.shelf import stock
from readalso.pages.views import NewsSitemap, Sitemap, Story
from readalso.settings import Licence, Settings
from tests.library.world import NOW, facts, library

SETTINGS = Settings(title="Desk", base_url="https://news.example/")
ORIGINAL = Source("Harbour Wire", "https://wire.example/1")


def parts(*briefings: object, most: int = 4) -> dict[str, Page]:
    found = library(*briefings, settings=SETTINGS)  # type: ignore[arg-type]
    listed = [page for page in plan(found, SETTINGS) if page.is_listed]
    return {page.url: page for page in sitemap(stock(found, SETTINGS), listed, most)}


def world(*more: object) -> list[object]:
    return [*(facts(f"{month}{id}", date=f"2026-0{month}-05") for month in (1, 2, 3) for id in "abcdefghi"), *more]


def test_a_large_site_has_an_index_of_parts_none_of_which_is_too_large() -> None:
    found = parts(*world())
    index = found.pop("/sitemap.xml")
    assert index.template == "sitemap-index.xml"
    assert isinstance(index.view, Sitemap)
    assert {entry.url for entry in index.view.entries} == set(found)
    listed = [entry.url for page in found.values() if isinstance(page.view, Sitemap) for entry in page.view.entries]
    assert len(listed) == len(set(listed))
    assert {"/", "/1a/", "/archive/2026/01/05/", "/topics/"} <= set(listed)
    assert all(len(page.view.entries) <= 4 for page in found.values() if isinstance(page.view, Sitemap))


def test_a_new_briefing_changes_one_part_and_the_index() -> None:
    before, after = parts(*world(), most=20), parts(*world(facts("3z", date="2026-03-05")), most=20)
    changed = {url for url in after if url not in before or before[url] != after[url]}
    assert changed == {"/sitemaps/2026-03.xml"}  # the day of the index's entry is the same
    later = parts(*world(facts("3z", date="2026-03-06")), most=20)
    assert {url for url in later if before.get(url) != later[url]} == {"/sitemap.xml", "/sitemaps/2026-03.xml"}


def news(*briefings: object, settings: Settings = SETTINGS, hours: float = 0) -> list[str]:
    found = library(*briefings, settings=settings, now=NOW + timedelta(hours=hours))  # type: ignore[arg-type]
    (view,) = (page.view for page in plan(found, settings) if page.url == "/news-sitemap.xml")
    assert isinstance(view, NewsSitemap)
    return [card.url for card in view.cards]


def test_the_news_sitemap_has_what_was_published_in_the_last_two_days() -> None:
    recent = [
        facts("a", date="2026-11-01T10:00Z"),
        facts("b", date="2026-10-30T12:01Z"),
        facts("c", date="2026-10-30T12:00Z"),
    ]
    assert news(*recent, facts("undated"), facts("ahead", date="2026-11-02")) == ["/a/", "/b/"]
    assert news(*recent, hours=0.1) == ["/a/"]
    assert news(*recent, hours=100) == []


def test_a_page_whose_original_is_to_be_listed_is_in_no_sitemap() -> None:
    settings = Settings(base_url=SETTINGS.base_url, sources=(Licence("Harbour Wire", canonical="original"),))
    one, other = (
        facts("a", date="2026-11-01", source=ORIGINAL),
        facts("b", date="2026-11-01", source=Source("Harbour Wire")),
    )
    assert news(one, other, settings=settings) == ["/b/"]
    found = {page.url: page for page in plan(library(one, other, settings=settings), settings)}
    story = found["/a/"].view
    assert isinstance(story, Story)
    assert story.canonical == "https://wire.example/1"
    assert (found["/a/"].is_listed, found["/b/"].is_listed) == (False, True)
