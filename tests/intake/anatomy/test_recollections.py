"""The days of earlier events that a briefing's background names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso.briefing.facts import Mention
from readalso.intake.anatomy.background import is_background
from readalso.intake.anatomy.recollections import _beginnings, _seems, recollections
from readalso.intake.languages import background, codes, language

DAY = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "As reported, talks were held on December 27 in Paris.", ["2025-12-27"]),
        ("en", "As reported, talks were held on January 10, 2024.", ["2024-01-10"]),
        ("uk", "Як повідомлялося, 3 січня страйк розпочався.", ["2026-01-03"]),
        ("fr", "Pour rappel, les vannes ont été fermées dans la nuit du 8 au 9 janvier.", ["2026-01-09"]),
        ("en", "Talks were held on January 10.", []),
        ("en", "As reported, the plant opens on March 1, 2027.", []),
        ("en", "As reported, it has 12 members.", []),
        ("en", "## Background\n\nTalks were held on January 10\\.", ["2026-01-10"]),
        ("en", "As reported, work began in March 2025.", []),
    ],
)
def test_days_of_the_background(language: str, text: str, days: list[str]) -> None:
    assert [mention.day for mention in recollections(text, language, DAY)] == days


def test_a_mention_has_its_sentence() -> None:
    text = "As reported, talks began on January 10. They go on."
    assert recollections(text, "en", DAY) == (Mention("2026-01-10", "As reported, talks began on January 10."),)


def test_without_a_date_of_its_own_only_full_days_count() -> None:
    assert recollections("As reported, on May 2 and on May 3, 2024 they met.", "en", None) == (
        Mention("2024-05-03", "As reported, on May 2 and on May 3, 2024 they met."),
    )


@pytest.mark.parametrize("text", ["HATIRLANACAĞI ÜZERE", "HATIRLATMAK GEREKIRSE", "hatırlanacağı üzere"])
def test_turkish_capitals_are_no_other_letters(text: str) -> None:
    assert _seems(text, _beginnings(background("tr")[1]))
    assert is_background(text, language("tr"))


@given(st.sampled_from([code for code in codes() if language(code).background]), st.data())
def test_no_background_is_missed_by_the_quick_look_at_how_a_paragraph_begins(code: str, data: st.DataObject) -> None:
    phrase = data.draw(st.sampled_from(language(code).background)).replace("{}", "Ada Brunn").replace(" ", "\u00a0")
    typed = data.draw(
        st.sampled_from([phrase, phrase.upper(), phrase.lower(), phrase.title(), phrase.replace("'", "’")])
    )
    before = data.draw(st.sampled_from(["", "• ", "– ", "\u2009*", "\n\u3000- "]))
    block = f"{before}{typed} {data.draw(st.text(max_size=5))}"
    assert _seems(block, _beginnings(background(code)[1])) or not is_background(block, language(code))
