"""Which briefing a headline means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso.library.headlines import Answer, Headlines, Known, Refusal
from readalso.words import headline_key

WORLD = (
    Known("a", "Zelensky names Ukraine's red lines at war settlement talks", (), "en", date(2025, 4, 2)),
    Known("b", "Port deal possible by spring – minister", ("Minister sees port deal",), "en", date(2025, 4, 1)),
    Known("c", "Situation as of 18:00", (), "en", date(2025, 4, 6)),
    Known("d", "Situation as of 18:00", (), "en", date(2025, 4, 8)),
    Known("e", "Через страйк чекають «одинадцять» зерновозів", (), "uk"),
    Known("f", "UPDATE 2-Transport minister resigns over concession side letter", (), "en"),
    Known("g", "Tavonia approves dam protocol in first reading", (), "en"),
    Known("h", "Drasno reservoir: the river gives up eleven metres", (), "en"),
    Known("i", "Kyiv to Lviv night train resumes service", (), "en"),
)
HEADLINES = Headlines(WORLD)
DESK = Known("desk", "A report of the desk", (), "en")


@pytest.mark.parametrize(
    ("headline", "answer"),
    [
        ("Zelensky names Ukraine's red lines at war settlement talks", Answer(("a",), "exact")),
        ("Zelensky names Ukraine’s red lines at war settlement talks", Answer(("a",), "folded")),
        ("ZELENSKY  names\u00a0Ukraine's red\u200b lines at war settlement talks ", Answer(("a",), "folded")),
        ("Port deal possible by spring - minister", Answer(("b",), "folded")),
        ("Minister sees Port deal", Answer(("b",), "alias")),
        ('Через страйк чекають "одинадцять" зерновозів', Answer(("e",), "folded")),
        ("Transport minister resigns over concession side letter", Answer(("f",), "trimmed")),
        ("BREAKING: Transport minister resigns over concession side letter | Harbour Wire", Answer(("f",), "trimmed")),
        ("Port deal possible by spring", Answer(("b",), "trimmed")),
        ("Zelensky names Ukraine’s red lines at…", Answer(("a",), "cut")),
        ("Zelensky names red lines of Ukraine's at war settlement talks", Answer(("a",), "near")),
        ("Zelensky names Ukraine’s red lines in the war settlement talks", Answer(("a",), "near")),
        ("Tavonia approves dam protocoll in first reading", Answer(("g",), "near")),
        ("In first reading, Tavonia approves dam protocol", Answer(("g",), "near")),
        ("Drasno reservoir: river gives up eleven metre", Answer(("h",), "near")),
    ],
)
def test_a_headline_is_answered_by_the_first_rung_that_knows_it(headline: str, answer: Answer) -> None:
    assert HEADLINES.find(headline, DESK) == answer


@pytest.mark.parametrize(
    ("headline", "why"),
    [
        ("Tavonia rejects dam protocol in first reading", 'it says "rejects" where the other says "approves"'),
        ("Sarmova approves dam protocol in first reading", 'it says "sarmova" where the other says "tavonia"'),
        ("Tavonia approves dam protocol in second reading", 'it says "second" where the other says "first"'),
        ("Tavonia approves no dam protocol in first reading", 'it says "no", and the other does not'),
        ("Lviv to Kyiv night train resumes service", "the same words stand in another order"),
    ],
)
def test_a_word_that_carries_something_and_differs_forbids_the_match_and_is_named(headline: str, why: str) -> None:
    assert HEADLINES.find(headline, DESK).ids == ()
    assert why in [refusal.why for refusal in HEADLINES.refusals(headline, DESK)]


@pytest.mark.parametrize(
    "headline",
    [
        "Situation as of 19:00",
        "",
        "Port deal possible by spring – Rutte",
        "Port deal…",
        "Deal",
        "Port deal possible by",
    ],
)
def test_what_is_like_nothing_has_no_answer(headline: str) -> None:
    assert HEADLINES.find(headline, DESK) == Answer(())


def test_a_text_refers_back_before_it_refers_ahead() -> None:
    between = Known("x", "", (), "en", date(2025, 4, 7))
    assert HEADLINES.find("Situation as of 18:00", between) == Answer(("c",), "exact")
    assert HEADLINES.find("Situation as of 18:00", Known("x", "", (), "en", date(2025, 4, 8))).ids == ("c", "d")
    assert HEADLINES.find("Situation as of 18:00", Known("x", "", (), "en", date(2025, 4, 1))).ids == ("c", "d")
    assert HEADLINES.find("Situation as of 18:00", DESK).ids == ("c", "d")


def test_a_briefing_is_not_asked_about_its_own_references() -> None:
    assert HEADLINES.find("Situation as of 18:00", WORLD[2]) == Answer(("d",), "exact")
    assert HEADLINES.find("Tavonia approves dam protocol in first reading", WORLD[6]) == Answer(())


def test_likeness_counts_within_one_language_only() -> None:
    french = Known("x", "", (), "fr")
    shuffled = "In first reading Tavonia approves dam protocol"
    assert HEADLINES.find(shuffled, DESK).ids == ("g",)
    assert HEADLINES.find(shuffled, french) == Answer(())
    assert HEADLINES.refusals(shuffled, french) == (Refusal("g", "it is in another language"),)
    assert HEADLINES.find("Tavonia approves dam protocol in first reading", french) == Answer(("g",), "exact")


def test_the_steps_lead_down_to_the_rung_that_decides() -> None:
    steps = HEADLINES.steps("BREAKING: Port deal possible by spring", DESK)
    assert steps == (Answer((), "exact"), Answer((), "folded"), Answer((), "alias"), Answer(("b",), "trimmed"))


def test_an_exact_headline_outranks_an_alias_of_another_briefing() -> None:
    headlines = Headlines([Known("a", "Port deal"), Known("b", "Something else", ("Port deal",))])
    assert headlines.find("Port deal", Known("x", "")) == Answer(("a",), "exact")
    assert headlines.find("PORT DEAL", Known("x", "")) == Answer(("a",), "folded")


def test_a_word_that_other_headlines_use_is_no_misspelling() -> None:
    known = [Known("a", "Farmers weather long strike"), Known("b", "Leather prices rise in spring")]
    assert Headlines(known).find("Farmers leather long strike", Known("x", "")) == Answer(())


LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "it", "pl", "uk", "ru", "ar", "pt", "zh", ""])
PIECES = st.sampled_from(
    ["Quist", "says", ":", ", ", " – ", "…", "7", "%", "of", "in", "не", "sagt", "بـ", "\u0301", "x" * 40]
)
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=12).map(" ".join)


@given(TEXTS, TEXTS, LANGUAGES)
def test_no_text_is_too_strange_to_be_asked_about(one: str, other: str, language: str) -> None:
    headlines = Headlines([Known("a", one, (), language), Known("b", other, (one,), language)])
    asker = Known("x", "", (), language)
    for asked in (one, other, f"{one} {other}"):
        answer = headlines.find(asked, asker)
        assert set(answer.ids) <= {"a", "b"}
        assert answer == headlines.find(asked, asker)
        headlines.refusals(asked, asker)


@given(TEXTS.filter(headline_key), LANGUAGES)
def test_a_headline_that_stands_alone_means_itself(headline: str, language: str) -> None:
    headlines = Headlines([Known("a", headline, (), language)])
    assert headlines.find(headline, Known("x", "", (), language)) == Answer(("a",), "exact")
    assert headlines.find(headline, Known("a", headline, (), language)) == Answer(())
