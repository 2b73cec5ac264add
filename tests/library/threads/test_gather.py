"""Threads: what ties briefings, what keeps stories apart, and what the desk and the ledger say."""

import random
from datetime import date, timedelta

import pytest

from readalso.briefing.facts import Facts, Mention
from readalso.errors import Broken
from readalso.library.desk import Desk
from readalso.library.ledger import Ledger
from readalso.library.library import Library
from readalso.library.reasons import explain, faults
from readalso.library.threads.decisions import Decision, parse
from readalso.library.threads.evidence import Decided, Recalls, Refers, Renews, Shares
from tests.library.world import facts, library

CAST = {"people": ("Mara Veldan", "Ada Brunn"), "organisations": ("Port Union",), "places": ("Corvan",)}
OTHERS = {"people": ("Emil Hardane", "Greta Pohlin"), "organisations": ("River Board",), "places": ("Tolmen",)}


def day(number: int) -> str:
    return (date(2026, 9, 1) + timedelta(days=number)).isoformat()


def story(letter: str, cast: dict[str, tuple[str, ...]], count: int = 4, start: int = 0) -> list[Facts]:
    """A story of so many briefings, two days apart, each of which refers to the one before."""
    return [
        facts(
            f"{letter}{number}",
            f"Report {letter}{number} of it",
            refers=[f"Report {letter}{number - 1} of it"] if number else [],
            date=day(start + 2 * number),
            **cast,  # type: ignore[arg-type]
        )
        for number in range(count)
    ]


def members(found: Library) -> list[tuple[str, ...]]:
    return sorted(thread.ids for thread in found.threads.all)


TWO = [*story("a", CAST), *story("b", OTHERS, start=1)]


def test_connected_reports_of_a_story_are_a_thread_and_two_stories_are_two() -> None:
    assert members(library(*TWO)) == [("a0", "a1", "a2", "a3"), ("b0", "b1", "b2", "b3")]


def test_the_order_in_which_briefings_come_makes_no_difference() -> None:
    shuffled = TWO.copy()
    random.Random(1).shuffle(shuffled)
    assert library(*shuffled).threads == library(*TWO).threads


def test_a_reference_to_another_story_does_not_glue_the_two() -> None:
    bridge = facts("a9", refers=["Report a3 of it", "Report b3 of it"], date=day(9), **CAST)  # type: ignore[arg-type]
    assert members(library(*TWO, bridge)) == [("a0", "a1", "a2", "a3", "a9"), ("b0", "b1", "b2", "b3")]


def test_a_list_of_several_stories_is_in_none_of_them() -> None:
    mixed = {kind: CAST[kind] + OTHERS[kind] for kind in CAST}
    refers = ["Report a1 of it", "Report a2 of it", "Report b1 of it", "Report b2 of it"]
    roundup = facts("week", "The week", refers=refers, date=day(9), **mixed)  # type: ignore[arg-type]
    assert "week" not in library(*TWO, roundup).threads.of


def test_a_summary_that_refers_to_one_story_alone_is_part_of_it() -> None:
    refers = ["Report a1 of it", "Report a2 of it", "Report a3 of it"]
    summary = facts("sum", "What is settled", refers=refers, date=day(9), **CAST)  # type: ignore[arg-type]
    assert library(*TWO, summary).threads.of["sum"].ids[0] == "a0"


def test_two_briefings_are_no_thread_unless_the_desk_names_it() -> None:
    pair = story("a", CAST, 2)
    assert library(*pair).threads.all == ()
    named = library(*pair, desk=Desk(threads=(Decision("a1", title="The port"),)))
    assert [(thread.title, thread.ids) for thread in named.threads.all] == [("The port", ("a0", "a1"))]


def test_a_name_that_most_briefings_have_is_no_evidence() -> None:
    crowd = [facts(f"c{number:02}", date=day(number % 9), people=("Prime Minister",)) for number in range(70)]
    assert library(*crowd).threads.all == ()


def test_what_is_held_back_is_in_no_thread() -> None:
    draft = facts("a9", refers=["Report a3 of it"], date=day(9), status="draft", **CAST)  # type: ignore[arg-type]
    assert "a9" not in library(*TWO, draft).threads.of


def test_each_report_has_its_reason() -> None:
    told = facts("a1", date=day(30), mentions=(Mention(day(0), "As reported, it began."),), **CAST)  # type: ignore[arg-type]
    world = (
        facts("a0", "Docks shut", date=day(0), **CAST),  # type: ignore[arg-type]
        told,
        facts("a2", "UPDATE 1-Docks shut", date=day(1), **CAST),  # type: ignore[arg-type]
        facts("a3", "Talks go on", date=day(33), **CAST),  # type: ignore[arg-type]
        facts("a4", "Talks end", refers=["Talks go on"], date=day(34), **CAST),  # type: ignore[arg-type]
    )
    (thread,) = library(*world).threads.all
    kinds = {id: type(reason.why) for id, reason in thread.reasons.items()}
    assert kinds == {"a1": Recalls, "a2": Renews, "a3": Shares, "a4": Refers}


def test_a_reference_to_what_came_later_is_told_from_both_sides() -> None:
    world = [*story("a", CAST, 3), facts("first", "Ahead", refers=["Report a0 of it"], date=day(-3), **CAST)]  # type: ignore[arg-type]
    found = library(*world)
    assert found.threads.of["first"].ids[0] == "first"
    assert list(explain(found, "a0"))[1] == "  it is referred to by content/first.md"


def test_a_thread_keeps_its_address_when_an_earlier_report_arrives() -> None:
    before = library(*story("a", CAST)).threads.all[0]
    ledger = Ledger({before.url: f"thread/{before.id}"})
    early = facts("zero", "Prologue", date=day(-4), **CAST)  # type: ignore[arg-type]
    late = facts("a0", "Report a0 of it", refers=["Prologue"], date=day(0), **CAST)  # type: ignore[arg-type]
    after = library(early, late, *story("a", CAST)[1:], desk=Desk(ledger=ledger)).threads.all[0]
    assert (after.id, after.url, after.ids[0]) == (before.id, before.url, "zero")


def test_of_two_threads_that_become_one_the_older_address_stays() -> None:
    apart = library(*TWO).threads
    ledger = Ledger({thread.url: f"thread/{thread.id}" for thread in apart.all})
    merged = library(*TWO, desk=Desk(ledger=ledger, threads=(Decision("b2", merge=("a1",)),))).threads.all
    assert [(thread.url, len(thread.ids)) for thread in merged] == [(apart.of["a0"].url, 8)]


def test_a_part_that_falls_off_gets_an_address_of_its_own() -> None:
    whole = story("a", CAST, 8)
    ledger = Ledger({"/threads/port/": "thread/a0"})
    decision = (Decision("a0", closed=date.fromisoformat(day(7))),)
    found = library(*whole, desk=Desk(ledger=ledger, threads=decision)).threads
    assert {thread.url: thread.ids for thread in found.all} == {
        "/threads/port/": ("a0", "a1", "a2", "a3"),
        "/threads/report-a4-of-it/": ("a4", "a5", "a6", "a7"),
    }


def test_an_address_of_another_owner_is_not_taken() -> None:
    ledger = Ledger({"/threads/report-a0-of-it/": "thread/gone"})
    assert library(*story("a", CAST), desk=Desk(ledger=ledger)).threads.all[0].url == "/threads/report-a0-of-it-61833e/"


def test_a_slug_of_the_desks_stays_when_the_briefing_that_kept_it_is_gone() -> None:
    desk = Desk(ledger=Ledger({"/threads/port/": "thread/a0"}), threads=(Decision("a2", slug="port"),))
    (thread,) = library(*story("a", CAST)[1:], desk=desk).threads.all
    assert (thread.id, thread.url) == ("a1", "/threads/port/")


def test_the_desk_adds_and_keeps_out() -> None:
    stranger = facts("x", "Weather", date=day(3))
    decision = Decision("a0", title="Port", slug="port", add=("x",), without=("a2",))
    (thread, _) = sorted(library(*TWO, stranger, desk=Desk(threads=(decision,))).threads.all, key=lambda one: one.ids)
    assert (thread.url, thread.ids) == ("/threads/port/", ("a0", "a1", "x", "a3"))
    assert isinstance(thread.reasons["x"].why, Decided)


def test_what_the_desk_says_of_threads_is_read_with_its_line() -> None:
    text = "a0:\n  title: Port\n  add: [x]\n  closed: 2026-09-09\nb0: {without: [y], merge: [a0]}\n"
    assert parse(text) == (
        Decision("a0", 1, title="Port", add=("x",), closed=date(2026, 9, 9)),
        Decision("b0", 5, without=("y",), merge=("a0",)),
    )


@pytest.mark.parametrize("text", ["a: {titel: x}", "a: {slug: Über}", "a: {closed: soon}", "a: x"])
def test_a_mistake_in_it_is_a_problem_with_its_place(text: str) -> None:
    with pytest.raises(Broken) as caught:
        parse(text)
    assert all((one.path, one.line) == ("content/_desk/threads.yml", 1) for one in caught.value.problems)


def test_entries_that_no_longer_hold_are_named() -> None:
    decisions = (
        Decision("a0", 1, slug="port", add=("nobody",), without=("a1",)),
        Decision("a2", 2, slug="port", add=("a1",), without=("a1",)),
        Decision("lone", 3),
        Decision("draft", 4),
    )
    world = [*story("a", CAST), facts("lone"), facts("draft", status="draft")]
    found = [(one.line, one.what) for one in faults(library(*world, desk=Desk(threads=decisions)))]
    assert found == [
        (1, "nobody is no briefing's id"),
        (2, "a1 is put in and kept out"),
        (3, "there is no thread of lone"),
        (4, "draft is held back"),
        (2, "is of the same thread as line 1"),
        (2, 'wants the slug "port" of line 1'),
    ]
