"""The scorer itself: what counts as right, wrong and missed."""

from dataclasses import replace

from tests.intake.score.comparison import Expectation
from tests.intake.score.produced import Mention, Produced
from tests.intake.score.scorer import score
from tests.intake.score.tally import Count, Tally

PIER = Produced(
    path="2026/pier.md",
    input="wire/pier.txt",
    title="Pier reopens",
    date=None,
    lang="en",
    source="Meridian",
    dateline_place="Ostrel",
    byline="",
    body_paragraphs=2,
    body="The pier\\. “We waited,” Ann Lee said.\n\nIt is long.",
    read_also=(Mention("Pier closes", "2026/closed.md", 1),),
    quotes=(("We waited", "Ann Lee"),),
    people=("Ann Lee",),
    organisations=(),
    places=("Ostrel",),
    background=(),
)
CLOSED = replace(PIER, path="2026/closed.md", input="wire/closed.txt", title="Pier closes", read_also=(), quotes=())


def count(name: str, made: Produced, **wanted: object) -> Count:
    return tally(made, **wanted).by_field()[name]


def tally(made: Produced, **wanted: object) -> Tally:
    expected: Expectation = {"title": made.title, **wanted}
    return score({made.input: expected}, [made, CLOSED])


def test_what_is_expected_is_right() -> None:
    reference = {"label": "Read also", "text": "Pier closes", "target": "closed.txt", "after": 1}
    counts = tally(
        PIER,
        source=["MERIDIAN", "Meridian Press"],
        dateline_place="Ostrel",
        byline=None,
        body_paragraphs=[1, 2],
        must_survive=["The pier."],
        must_not_appear=["ENDS"],
        read_also=[reference],
        read_also_complete=True,
        quotes=[{"text": "“We waited”", "speaker": "Lee"}],
        quotes_complete=True,
        people={"must_include": [["A. Lee", "Ann Lee"]], "must_not": ["Ann"]},
    ).by_field()
    assert [(name, count.wrong, count.missed) for name, count in counts.items() if count.wrong or count.missed] == []


def test_link_to_another_briefing_is_wrong_and_missed() -> None:
    reference = {"label": "Read also", "text": "Pier closes", "target": "other.txt"}
    assert count("refs_target", PIER, read_also=[reference]) == Count(0, 1, 1)


def test_link_that_should_wait_is_wrong() -> None:
    reference = {"label": "Read also", "text": "Pier closes", "target": None}
    assert count("refs_target", PIER, read_also=[reference]) == Count(0, 1, 0)


def test_reference_that_waits_as_it_should_counts_for_nothing() -> None:
    waiting = replace(PIER, read_also=(Mention("Pier closes", None, 1),))
    reference = {"label": "Read also", "text": "Pier closes", "target": None}
    assert count("refs_target", waiting, read_also=[reference]) == Count()


def test_date_that_nobody_stated_is_wrong() -> None:
    assert count("date", replace(PIER, date="2026-01-02"), date=None) == Count(0, 1, 0)
    assert count("date", replace(PIER, date="2026-01-02"), date_month_day="01-02") == Count(1, 0, 0)


def test_input_without_a_briefing_counts_all_it_should_have_given_as_missed() -> None:
    wanted = {"title": "Gone", "must_survive": ["a", "b"], "byline": ["A", "B"], "read_also": [], "source": ["X", None]}
    counts = score({"wire/gone.txt": wanted}, [PIER]).by_field()
    assert {name: count.missed for name, count in counts.items() if count.missed} == {
        "briefings": 1,
        "title": 1,
        "byline": 2,
        "verbatim": 2,
        "verbatim_loose": 2,
    }
