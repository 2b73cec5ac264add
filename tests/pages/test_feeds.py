"""Feeds: what stands in them, in which order, and what never changes."""

from dataclasses import replace

import pytest
from msgspec import structs

from readalso.briefing.frontmatter import Correction
from readalso.fields import Moment
from readalso.pages.kinds import feeds
from readalso.pages.shelf import stock
from readalso.pages.views import Feed, Taken, TermPage, ThreadPage, Time
from readalso.settings import Licence, Settings
from tests.library.threads.test_gather import TWO
from tests.library.world import facts, library
from tests.pages.test_plan import pages

SETTINGS = Settings(title="Desk", base_url="https://news.example/desk/", term_feeds=2, feed_items=3)


def feed(url: str, *briefings: object) -> Feed:
    found = pages(*briefings, settings=SETTINGS)[url].view
    assert isinstance(found, Feed)
    return found


def titles(found: Feed) -> list[str]:
    return [item.card.title for item in found.items]


def test_a_term_with_enough_briefings_has_feeds_of_its_own() -> None:
    world = [facts("a", topics=("Ports",), people=("Mara Veldan",)), facts("b", topics=("ports",)), facts("c")]
    found = pages(*world, settings=SETTINGS)
    assert {url for url in found if url.endswith((".json", "feed.xml", "atom.xml"))} >= {
        *("/topics/ports/feed.xml", "/topics/ports/atom.xml", "/topics/ports/feed.json"),
    }
    assert "/people/mara-veldan/feed.xml" not in found
    ports = feed("/topics/ports/atom.xml", *world)
    assert (ports.title, ports.kind, ports.home) == ("Ports", "topics", "/topics/ports/")
    assert titles(ports) == ["Headline b", "Headline a"]
    page, person = found["/topics/ports/"].view, found["/people/mara-veldan/"].view
    assert isinstance(page, TermPage)
    assert isinstance(person, TermPage)
    assert (page.feeds, person.feeds) == ("/topics/ports/", "")


def test_a_thread_has_feeds_of_its_own_whose_id_is_that_of_its_first_briefing() -> None:
    corrected = structs.replace(
        TWO[1], matter=structs.replace(TWO[1].matter, status="corrected", updated=Moment("2026-10-09"))
    )
    found = feed("/threads/report-a0-of-it/atom.xml", TWO[0], corrected, *TWO[2:])
    assert (found.title, found.kind, found.home) == ("Report a0 of it", "threads", "/threads/report-a0-of-it/")
    assert found.id == "tag:news.example,2020:thread/a0"
    assert titles(found) == ["Report a1 of it", "Report a3 of it", "Report a2 of it"]
    page = pages(*TWO, settings=SETTINGS)["/threads/report-a0-of-it/"].view
    assert isinstance(page, ThreadPage)
    assert page.feeds == "/threads/report-a0-of-it/"


@pytest.mark.parametrize("settings", [replace(SETTINGS, leave_out=("threads",)), replace(SETTINGS, term_feeds=5)])
def test_a_thread_without_a_page_or_of_few_reports_has_none(settings: Settings) -> None:
    found = pages(*TWO, settings=settings)
    assert not [url for url in found if url.startswith("/threads/") and not url.endswith("/")]


def test_of_a_thread_no_feed_is_there_that_is_left_out() -> None:
    found = pages(*TWO, settings=replace(SETTINGS, leave_out=("atom",)))
    files = [url for url in found if url.startswith("/threads/report-a0-of-it/") and not url.endswith("/")]
    assert files == ["/threads/report-a0-of-it/feed.xml", "/threads/report-a0-of-it/feed.json"]


def test_the_feeds_of_a_thread_have_no_more_than_its_source_allows() -> None:
    settings = replace(SETTINGS, sources=(Licence("*", "headline"),))
    world = [structs.replace(one, matter=structs.replace(one.matter, summary="Secret.")) for one in TWO]
    view = pages(*world, settings=settings)["/threads/report-a0-of-it/feed.xml"].view
    assert isinstance(view, Feed)
    assert [item.card.summary for item in view.items] == ["", "", ""]


def test_the_id_of_a_terms_feed_is_that_of_its_key() -> None:
    one = feed("/people/mara-veldan/feed.xml", *(facts(id, people=("Mara  Veldan",)) for id in "ab"))
    assert one.id == "tag:news.example,2020:people/mara%20veldan"


def test_a_corrected_briefing_comes_first_again() -> None:
    old = facts("a", date="2026-01-01", status="corrected", correction="It was two.", updated=Moment("2026-10-09"))
    logged = facts("l", date="2026-01-01", corrections=(Correction(Moment("2026-10-10"), "Three, not two."),))
    world = [facts(id, date=f"2026-10-0{id}") for id in "12345"]
    found = feed("/feed.xml", old, logged, *world)
    assert titles(found) == ["Headline l", "Headline a", "Headline 5"]
    assert [item.correction for item in found.items] == ["Three, not two.", "It was two.", ""]
    assert found.updated == Time("2026-10-10T00:00:00+00:00")


def test_the_sites_feed_names_what_was_withdrawn_by_its_id_alone() -> None:
    taken = facts("a", "Secret", status="withdrawn", topics=("Ports",), updated=Moment("2026-10-05T10:00Z"))
    found = feed("/atom.xml", taken, *(facts(id, topics=("Ports",)) for id in "bc"))
    assert found.withdrawn == (Taken("tag:news.example,2020:a", Time("2026-10-05T10:00:00+00:00")),)
    assert feed("/topics/ports/atom.xml", taken, *(facts(id, topics=("Ports",)) for id in "bc")).withdrawn == ()


def test_no_term_has_feeds_where_the_settings_say_never() -> None:
    settings = Settings(base_url="https://news.example/", term_feeds=0)
    shelf = stock(library(*(facts(id, topics=("Ports",)) for id in "abc"), settings=settings), settings)
    assert {page.url for page in feeds.pages(shelf)} == {"/feed.xml", "/atom.xml", "/feed.json"}
