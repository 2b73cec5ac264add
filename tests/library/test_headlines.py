"""Which briefing a headline means."""

import pytest

from readalso.library.headlines import Answer, index

SMALL_WORLD = index(
    [
        ("a", "Zelensky names Ukraine's red lines", ()),
        ("b", "Port deal possible by spring – minister", ("Minister sees port deal",)),
        ("c", "Situation as of 18:00", ()),
        ("d", "Situation as of 18:00", ()),
        ("e", "Через страйк чекають «одинадцять» зерновозів", ()),
    ]
)


@pytest.mark.parametrize(
    ("headline", "answer"),
    [
        ("Zelensky names Ukraine's red lines", Answer(("a",), "exact")),
        ("Zelensky names Ukraine’s red lines", Answer(("a",), "folded")),
        ("ZELENSKY  names\u00a0Ukraine's red\u200b lines ", Answer(("a",), "folded")),
        ("Port deal possible by spring - minister", Answer(("b",), "folded")),
        ("Minister sees Port deal", Answer(("b",), "alias")),
        ('Через страйк чекають "одинадцять" зерновозів', Answer(("e",), "folded")),
        ("Situation as of 18:00", Answer(("c", "d"), "exact")),
        ("Situation as of 19:00", Answer(())),
        ("Zelensky names Ukraine's lines", Answer(())),
        ("", Answer(())),
    ],
)
def test_a_headline_is_answered_by_the_first_rung_that_knows_it(headline: str, answer: Answer) -> None:
    assert SMALL_WORLD.find(headline) == answer


def test_a_briefing_is_not_asked_about_its_own_references() -> None:
    assert SMALL_WORLD.find("Situation as of 18:00", but="c") == Answer(("d",), "exact")
    assert SMALL_WORLD.find("Zelensky names Ukraine's red lines", but="a") == Answer(())


def test_an_exact_headline_outranks_an_alias_of_another_briefing() -> None:
    headlines = index([("a", "Port deal", ()), ("b", "Something else", ("Port deal",))])
    assert headlines.find("Port deal") == Answer(("a",), "exact")
    assert headlines.find("PORT DEAL") == Answer(("a",), "folded")
