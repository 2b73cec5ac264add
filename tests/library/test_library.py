"""What follows from having all briefings together."""

import random
from datetime import UTC, datetime

from readalso.briefing.frontmatter import Source
from readalso.fields import Moment
from readalso.library.desk import Desk
from readalso.library.ledger import Ledger
from readalso.library.links import Pending, Resolved
from readalso.library.visibility import Show
from readalso.settings import Settings
from tests.library.world import facts, library


def targets(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [link.target if isinstance(link, Resolved) else f"{link.why}: {link.reference.headline}" for link in found]


def test_a_reference_to_a_known_headline_is_resolved_and_turned_into_a_backlink() -> None:
    found = library(facts("a", "Port deal"), facts("b", refers=["PORT deal"]))
    assert targets(found.links["b"]) == ["a"]
    assert [(link.source, link.how) for link in found.backlinks["a"]] == [("b", "folded")]


def test_a_reference_to_nothing_received_waits() -> None:
    found = library(facts("b", refers=["Port deal"]))
    assert targets(found.links["b"]) == ["absent: Port deal"]
    assert list(found.waiting()) == ["port deal"]


def test_a_waiting_reference_heals_in_whatever_order_the_articles_arrive() -> None:
    early, late = facts("a", "Port deal", date="2026-10-01"), facts("b", refers=["Port deal"], date="2026-09-01")
    assert library(early, late) == library(late, early)
    assert targets(library(late, early).links["b"]) == ["a"]


def test_two_briefings_of_one_headline_are_ambiguous_and_both_are_named() -> None:
    found = library(facts("a", "Situation"), facts("b", "Situation"), facts("c", refers=["Situation"]))
    (link,) = found.links["c"]
    assert isinstance(link, Pending)
    assert (link.why, link.nearest) == ("ambiguous", ("a", "b"))
    assert not found.backlinks


def test_a_reference_to_a_draft_waits_like_one_to_nothing_at_all() -> None:
    found = library(facts("a", "Port deal", status="draft"), facts("b", refers=["Port deal"]))
    (link,) = found.links["b"]
    assert isinstance(link, Pending)
    assert (link.why, link.nearest) == ("absent", ())


def test_a_published_briefing_is_preferred_to_a_held_one_of_the_same_headline() -> None:
    found = library(facts("a", "Port deal", status="draft"), facts("c", "Port deal"), facts("b", refers=["Port deal"]))
    assert targets(found.links["b"]) == ["c"]


def test_a_briefing_that_refers_to_itself_has_no_link_and_waits_for_nothing() -> None:
    found = library(facts("a", "Port deal", refers=["Port deal"]))
    assert targets(found.links["a"]) == ["itself: Port deal"]
    assert found.waiting() == {}


def test_two_references_of_one_briefing_to_another_are_one_backlink() -> None:
    found = library(facts("a", "Port deal"), facts("b", refers=["Port deal", "port deal"]))
    assert [link.source for link in found.backlinks["a"]] == ["b"]


def test_order_is_newest_first_with_the_time_of_receipt_for_what_has_no_date() -> None:
    found = library(
        facts("old", date="2026-01-01"),
        facts("new", date="2026-10-01T08:00+03:00"),
        facts("undated", source=Source(received=Moment("2026-05-05T00:00:00Z"))),
        facts("bare"),
    )
    assert list(found.entries) == ["new", "undated", "old", "bare"]


def test_the_order_in_which_files_are_read_changes_nothing() -> None:
    briefings = [
        facts(f"b{n}", refers=[f"Headline b{(n * 7) % 20}"], date=f"2026-0{n % 9 + 1}-01", people=("Mara Veldan",))
        for n in range(20)
    ]
    expected = library(*briefings)
    for seed in range(5):
        shuffled = list(briefings)
        random.Random(seed).shuffle(shuffled)
        assert library(*shuffled) == expected


def test_two_files_with_one_id_or_one_address_are_both_named() -> None:
    found = library(facts("a", path="x/one.md"), facts("a", path="two.md"), facts("c", path="Two.md"))
    assert [str(problem).split(";")[0] for problem in found.problems] == [
        "content/two.md: would have the address /two/ of content/Two.md",
        'content/x/one.md: has the id "a" of content/two.md',
    ]


def test_a_copy_of_a_file_is_at_fault_where_the_ledger_knows_the_other_one() -> None:
    copied = facts("a", path="2026/copy.md"), facts("a", path="dockers.md")
    assert [str(problem) for problem in library(*copied).problems] == [
        'content/dockers.md: has the id "a" of content/2026/copy.md; one is a copy: remove the id there, or write another'
    ]
    assert [str(problem) for problem in library(*copied, desk=Desk(ledger=Ledger({"/dockers/": "a"}))).problems] == [
        'content/2026/copy.md: has the id "a" of content/dockers.md; that one had it first: remove the id here, or write another'
    ]


def test_the_address_is_the_files_place_whatever_the_headline() -> None:
    found = library(
        facts("a", "Another headline", path="2026/Порт Корван.md", language="uk"), facts("b", path="x/y.md", slug="Z 9")
    )
    assert [found.entries[id].url for id in "ab"] == ["/2026/port-korvan/", "/x/z-9/"]


def test_the_address_follows_the_permalinks_setting() -> None:
    settings = Settings(permalinks="/{year}/{month}/{slug}/", timezone="Pacific/Auckland")
    found = library(facts("a", path="deep/x.md", date="2026-01-31T23:00Z"), facts("b", path="y.md"), settings=settings)
    assert [found.entries[id].url for id in "ab"] == ["/2026/02/x/", "/undated/y/"]


def test_a_file_name_of_no_letter_gets_its_id_for_an_address() -> None:
    assert library(facts("a1", path="2026/!!!.md")).entries["a1"].url == "/2026/a1/"


def test_spellings_that_differ_only_in_case_and_marks_are_one_term_under_the_commonest() -> None:
    found = library(facts("a", topics=("NATO",)), facts("b", topics=("Nato",)), facts("c", topics=("NATO",)))
    (term,) = found.terms["topics"].values()
    assert (term.name, term.url, term.ids) == ("NATO", "/topics/nato/", ("a", "b", "c"))


def test_terms_of_one_slug_have_addresses_of_their_own() -> None:
    found = library(facts("a", topics=("C plus", "C-plus!", "…")))
    urls = [term.url for term in found.terms["topics"].values()]
    assert len(set(urls)) == 3
    assert urls[1] == "/topics/c-plus/"


def test_what_is_held_back_is_in_no_index() -> None:
    found = library(
        facts("a", "Port deal", status="draft", topics=("Ports",)),
        facts("b", date="2027-01-01", people=("Mara Veldan",)),
    )
    assert not found.entries
    assert not any(found.terms.values())
    assert [(entry.id, entry.held and entry.held.reason) for entry in found.hidden] == [("b", "future"), ("a", "draft")]


def test_held_briefings_are_shown_to_a_run_that_asks() -> None:
    held = [
        facts("draft", status="draft"),
        facts("future", date="2026-11-02"),
        facts("embargo", status="embargoed", embargo=Moment("2026-11-05")),
        facts("expired", expires=Moment("2026-10-01")),
        facts("withdrawn", status="withdrawn"),
    ]
    assert set(library(*held).entries) == set()
    assert set(library(*held, show=Show(drafts=True)).entries) == {"draft"}
    assert set(library(*held, show=Show(future=True)).entries) == {"future", "embargo"}
    assert set(library(*held, show=Show(drafts=True, future=True, expired=True)).entries) == {
        "draft",
        "future",
        "embargo",
        "expired",
    }


def test_an_embargo_ends_at_its_time() -> None:
    embargoed = facts("a", status="embargoed", embargo=Moment("2026-11-01T12:00+02:00"))
    assert not library(embargoed, now=datetime(2026, 11, 1, 9, 59, tzinfo=UTC)).entries
    assert library(embargoed, now=datetime(2026, 11, 1, 10, 0, tzinfo=UTC)).entries


def test_a_day_without_a_time_begins_at_midnight_in_the_sites_zone() -> None:
    tomorrow = facts("a", date="2026-11-02")
    settings = Settings(timezone="Asia/Tokyo")
    assert not library(tomorrow, settings=settings, now=datetime(2026, 11, 1, 14, 59, tzinfo=UTC)).entries
    assert library(tomorrow, settings=settings, now=datetime(2026, 11, 1, 15, 0, tzinfo=UTC)).entries
