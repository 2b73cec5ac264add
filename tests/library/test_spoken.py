"""What an edit did to words inside quotation marks."""

import pytest

from readalso.briefing.quotations import spans
from readalso.library.spoken import Change, changes

RECEIVED = "“We will sign the deal by spring,” Veldan said. “The port stays open.”\n\nShe left."


@pytest.mark.parametrize(
    "body",
    [
        RECEIVED,
        "«We will sign the deal by spring», Veldan said. «The port stays open».",
        '"we will sign the deal by spring," Veldan said. "The port stays open."',
        "“We will sign the deal […] by spring,” Veldan said.",
        "“[Tavonia] will sign the deal by spring,” Veldan said.",
        "“[W]e … sign the deal by spring,” Veldan said.",
        "The deal will be signed “by spring”, Veldan said.",
        "“We will sign the deal by spring. The port stays open,” Veldan said.",
        "“We will sign the **deal** by spring,” Veldan said.",
        "“We will sign [[Port deal|the deal]] by spring,” Veldan said.",
        "She left. “Somebody else spoke of quite another thing,” it was heard.",
        "",
    ],
)
def test_marks_case_brackets_and_what_is_left_out_are_the_editors(body: str) -> None:
    assert list(changes(body, RECEIVED)) == []


@pytest.mark.parametrize(
    ("now", "was"),
    [
        ("We may sign the deal by spring,", "We will sign the deal by spring,"),
        ("We will sign the deal in 2027,", "We will sign the deal by spring,"),
        ("We will not sign the deal by spring,", "We will sign the deal by spring,"),
        ("The port stays shut.", "The port stays open."),
    ],
)
def test_a_word_that_was_changed_is_named_with_its_line(now: str, was: str) -> None:
    body = f"One paragraph.\n\n{RECEIVED.replace(was, now)}"
    assert list(changes(body, RECEIVED)) == [Change(3, was, now)]


def test_a_short_quotation_that_stands_between_the_same_words_was_changed_however_little_is_left_of_it() -> None:
    assert list(changes("He said “yes” on Monday.", "He said “no” on Monday.")) == [Change(1, "no", "yes")]
    assert list(changes("On Tuesday it was “never”.", "He said “no” on Monday.")) == []


def test_quotations_stand_inside_the_marks_of_every_language_and_an_inch_opens_none() -> None:
    body = 'A 5" pipe.\n\n„Ja“, »nej«, « oui », 「はい」 and "yes"\nand “so\non”.'
    assert [(span.text, span.line) for span in spans(body)] == [
        ("Ja", 3),
        ("nej", 3),
        (" oui ", 3),
        ("はい", 3),
        ("yes", 3),
        ("so\non", 4),
    ]
