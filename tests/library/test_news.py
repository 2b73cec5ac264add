"""What a digest tells: each briefing once, and again when it was updated, corrected or withdrawn."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import Correction
from readalso.errors import Broken
from readalso.fields import Moment
from readalso.library.library import Entry
from readalso.library.news import News, Sent, load, parse, since, since_last, told, write
from tests.library.world import NOW, facts, library

DEAL, STRIKE = facts("deal", date="2026-10-05"), facts("strike", date="2026-10-04")


def edit(briefing: Facts, **keys: object) -> Facts:
    return replace(briefing, matter=replace(briefing.matter, **keys))


def ids(news: News) -> dict[str, list[str]]:
    rows: dict[str, tuple[Entry, ...]] = {
        "new": news.new, "updated": news.updated, "corrected": news.corrected, "withdrawn": news.withdrawn
    }  # fmt: skip
    return {name: [entry.id for entry in row] for name, row in rows.items() if row}


def after(*briefings: Facts) -> Sent:
    return told(library(*briefings), Sent(), NOW)


def test_what_no_digest_has_told_is_new_whatever_its_date() -> None:
    late = facts("late", date="2019-01-01")
    assert ids(since_last(library(DEAL, STRIKE, late), after(DEAL))) == {"new": ["strike", "late"]}


def test_what_was_told_is_told_once() -> None:
    assert since_last(library(DEAL, STRIKE), after(DEAL, STRIKE)).is_empty


def test_an_edit_that_nobody_declared_is_no_news() -> None:
    mended = edit(replace(DEAL, text_digest="other"), title="Port deal, mended", summary="Mended.")
    assert since_last(library(mended), after(DEAL)).is_empty


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ({"status": "updated", "updated": Moment("2026-10-06")}, "updated"),
        ({"updated": Moment("2026-10-06T10:00")}, "updated"),
        ({"status": "corrected", "correction": "It was 14."}, "corrected"),
        ({"corrections": (Correction(Moment("2026-10-06"), "It was 14."),)}, "corrected"),
        ({"status": "withdrawn"}, "withdrawn"),
    ],
)
def test_what_has_become_of_a_briefing_is_told_once(keys: dict[str, object], kind: str) -> None:
    changed = edit(DEAL, **keys)
    assert ids(since_last(library(changed), after(DEAL))) == {kind: ["deal"]}
    assert since_last(library(changed), after(changed)).is_empty


def test_a_second_correction_is_told_and_an_update_of_a_corrected_text_is_an_update() -> None:
    once = edit(DEAL, corrections=(Correction(None, "It was 14."),))
    twice = edit(DEAL, corrections=(Correction(None, "It was 14."), Correction(None, "It was in May.")))
    assert ids(since_last(library(twice), after(once))) == {"corrected": ["deal"]}
    assert ids(since_last(library(edit(once, updated=Moment("2026-10-08"))), after(once))) == {"updated": ["deal"]}


def test_a_withdrawal_of_what_was_never_told_is_not_told() -> None:
    assert since_last(library(edit(DEAL, status="withdrawn")), after(STRIKE)).is_empty


def test_what_is_held_back_is_not_told() -> None:
    held = [edit(DEAL, status="draft"), facts("ahead", date="2027-01-01"), facts("embargoed", status="embargoed")]
    assert since_last(library(*held), Sent()).is_empty


def test_since_a_day_tells_what_was_published_or_changed_from_then_on() -> None:
    changed = [
        edit(facts("old", date="2026-09-01"), updated=Moment("2026-10-05")),
        edit(facts("mended", date="2026-09-01"), updated=Moment("2026-10-05"), correction="It was 14."),
        edit(facts("killed", date="2026-09-01"), updated=Moment("2026-10-05"), status="withdrawn"),
        facts("quiet", date="2026-09-01"),
    ]
    assert ids(since(library(DEAL, STRIKE, *changed), datetime(2026, 10, 5, tzinfo=UTC))) == {
        "new": ["deal"],
        "updated": ["old"],
        "corrected": ["mended"],
        "withdrawn": ["killed"],
    }


IDS = st.from_regex(r"[\w.:~-]{1,12}", fullmatch=True).filter(lambda id: id != "=")
MARKS = st.from_regex(r"[a-z]{1,9}( [0-9T:-]{10})?( ~[0-9a-f]{8})?", fullmatch=True)


@given(st.dictionaries(IDS, MARKS), st.none() | st.timedeltas(timedelta(0), timedelta(9999)))
def test_what_is_written_is_read(marks: dict[str, str], later: timedelta | None) -> None:
    sent = Sent(None if later is None else NOW + later, marks)
    assert parse(write(sent)) == sent


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    assert load(tmp_path) == Sent()
    with pytest.raises(Broken, match=r'content/_desk/sent\.txt:2: "=\tyesterday" is no line of what was sent'):
        parse("deal\tusable\n=\tyesterday\n")
