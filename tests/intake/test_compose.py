from readalso.fields import Moment
from readalso.intake.compose import compose
from readalso.intake.formats import plain
from tests.intake.cases import study

NOW = Moment("2026-11-23T08:00:00Z")


def body(text: str) -> str:
    (article,) = plain.read(text.encode(), "seeds/case.txt")
    return compose(article, study(text), NOW).text


def test_markup_is_escaped() -> None:
    assert body("Head\n\n# One *two* <b>three</b>\n\n1. Four") == "\\# One \\*two\\* \\<b>three\\</b>\n\n1\\. Four\n"


def test_reference_keeps_its_label_and_place() -> None:
    assert body("Head\n\nOne.\n\nSEE ALSO: A [b] | c\n\nTwo.") == "One.\n\nSEE ALSO: [[A \\[b\\] \\| c]]\n\nTwo.\n"


def test_background_at_the_end_has_a_heading_of_its_language() -> None:
    assert body("La jetée\n\nUn est là.\n\nPour rappel, deux est là.").endswith(
        "\n\n## Contexte\n\nPour rappel, deux est là.\n"
    )


def test_background_in_the_middle_has_none() -> None:
    assert "##" not in body("Head\n\nOne.\n\nAs reported, two.\n\nThree.")


def test_summary_is_the_lede_without_its_dateline() -> None:
    text = "Head\n\nOSTREL, May 3 (CP) — The pier opened. " + "It is long, and that is that. " * 20
    (article,) = plain.read(text.encode(), "seeds/case.txt")
    matter = compose(article, study(text), NOW).matter
    assert matter.summary.startswith("The pier opened. It is long")
    assert len(matter.summary) <= 320
    assert matter.extra == {"dateline": "OSTREL, May 3 (CP)"}


def test_headline_alone_gives_a_briefing_without_text() -> None:
    assert body("Head") == ""
