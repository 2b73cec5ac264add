"""Who waits for what, since when, and what the desk alone is told of it."""

from datetime import date

from readalso.library.waiting import ambiguous, held_back, held_for, waited
from readalso.settings import Settings
from tests.library.world import facts, library

KNOWN = (
    facts("a", "Who refers", ["Port deal signed"], date="2026-10-03"),
    facts("b", "Who refers, too", ["PORT DEAL SIGNED", "Port deal signed"], date="2026-10-01"),
    facts("c", "Who has no date", ["Port deal signed", "Dam protocol approved in first reading"]),
    facts("d", "Port deal signed", status="embargoed", embargo=None),
    facts("e", "Dam protocol rejected in first reading"),
)


def test_the_desk_is_told_since_when_how_often_and_what_answers() -> None:
    deal, dam = sorted(waited(library(*KNOWN), Settings()), key=lambda one: -one.times)
    assert (deal.since, deal.times, [entry.id for entry in deal.sources]) == (date(2026, 10, 1), 4, ["a", "b", "c"])
    assert [(entry.id, held_back(entry)) for entry in deal.held] == [("d", "is embargoed")]
    assert (dam.since, dam.times, dam.held) == (None, 1, ())
    assert [(entry.id, why) for entry, why in dam.nearest] == [
        ("e", 'it says "approved" where the other says "rejected"')
    ]


def test_what_is_held_back_and_waited_for_is_named() -> None:
    assert [(headline, entry.id) for headline, entry in held_for(library(*KNOWN), Settings())] == [
        ("Port deal signed", "d")
    ]
    assert list(held_for(library(*KNOWN[:3]), Settings())) == []


def test_however_many_have_an_equal_claim_each_is_told() -> None:
    twins = [facts(f"t{number:02}", "Situation as of 18:00") for number in range(12)]
    (one,) = waited(library(facts("a", "Who refers", ["Situation as of 18:00"]), *twins), Settings())
    assert [entry.id for entry in one.candidates] == [twin.matter.id for twin in twins]


def test_a_headline_of_two_briefings_is_a_warning_once_and_one_that_nobody_has_is_none() -> None:
    asking = [facts(id, f"Who refers {id}", ["Deal", "Nothing"]) for id in "ab"]
    (problem,) = ambiguous(library(*asking, facts("c", "Deal"), facts("d", "Deal")))
    assert str(problem) == (
        'content/c.md: "Deal" may mean content/c.md and content/d.md, and so is no link; '
        "change a headline, or say which is meant with `readalso link`"
    )
    assert problem.is_warning
    twins = [facts(f"t{number}", "Deal") for number in range(12)]
    (problem,) = ambiguous(library(asking[0], *twins))
    assert len([word for word in problem.what.split() if word.startswith("content/")]) == 5
    assert "and perhaps others" in problem.what
