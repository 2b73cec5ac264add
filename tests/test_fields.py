from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from readalso.fields import Fields, moment
from readalso.yamltext import read


def fields(text: str) -> Fields:
    return Fields(read(text, "f.yml"))


def test_an_unknown_key_is_named_with_the_one_that_was_meant() -> None:
    reader = fields("titel: x\nzzz: y\n")
    reader.only(("title", "date"), elsewhere="(or extra)")
    assert [str(problem) for problem in reader.problems] == [
        'f.yml:1:1: unknown key "titel"; did you mean "title"? (or extra)',
        'f.yml:2:1: unknown key "zzz"; known are: date, title (or extra)',
    ]


def test_an_unknown_key_is_named_with_the_way_to_it() -> None:
    reader = fields("7ac660ec7dc2: {closd: x}\nquotes: [{speeker: x}]\n")
    reader.fields("7ac660ec7dc2").only(("closed",))
    for quote in reader.records("quotes", "{speaker: x}"):
        quote.only(("speaker",))
    assert [str(problem) for problem in reader.problems] == [
        'f.yml:1:16: unknown key "7ac660ec7dc2.closd"; did you mean "closed"?',
        'f.yml:2:11: unknown key "quotes 1, speeker"; did you mean "speaker"?',
    ]


def test_all_problems_are_gathered_with_their_places() -> None:
    reader = fields("a: [x]\nb: maybe\nc: -1\nd: soon\ne: x\nf:\n  h: {}\n")
    reader.text("a"), reader.flag("b", True), reader.number("c", 5), reader.moment("d"), reader.fields("e")
    reader.fields("f").text("h"), reader.choice("b", ("one", "two"), "one")
    assert [str(problem) for problem in reader.problems] == [
        "f.yml:1:4: a is not a text; put it in quotation marks",
        'f.yml:2:4: b "maybe" is neither true nor false; write true or false',
        'f.yml:3:4: c "-1" is not a whole number from 0; write c: 5',
        'f.yml:4:4: d "soon" is not a date; write 2025-03-27 or 2025-03-27T12:30:00+02:00',
        "f.yml:5:4: e is not a list of `key: value` lines; write its keys below it, two spaces in",
        "f.yml:7:6: f.h is not a text; write a list: [one, two]",
        'f.yml:2:4: b "maybe" is not one of one, two',
    ]


def test_what_is_left_out_has_its_default() -> None:
    reader = fields("a:\n")
    assert (reader.text("a", "d"), reader.texts("a"), reader.flag("a", True), reader.number("a", 3)) == (
        "d",
        (),
        True,
        3,
    )
    assert (reader.moment("a"), reader.extra("a"), reader.choice("a", ("x", "y"), "y")) == (None, {}, "y")
    assert reader.problems == []


def test_a_text_may_look_like_a_number_and_a_list_like_one_text() -> None:
    reader = fields("a: 1.50\nb: true\nc: 4e5\nd: [one, 2, yes]\ne: one\n")
    assert [reader.text(key) for key in "abc"] == ["1.50", "true", "4e5"]
    assert (reader.texts("d"), reader.texts("e")) == (("one", "2", "yes"), ("one",))


def test_a_truth_value_is_no_number() -> None:
    reader = fields("a: true\nb: 1\nc: 1.0\n")
    assert (reader.number("a", 5), reader.flag("b", False), reader.number("c", 5)) == (5, False, 5)
    assert len(reader.problems) == 3


@pytest.mark.parametrize(
    "text",
    ["2025-03-27", "2025-03-27T12:30", "2025-03-27 12:30", "2025-03-27T12:30:15Z", "2025-03-27T12:30:00+02:00",
     "2024-02-29", "1000-01-01", "0002-01-01T00:00+14:00", "9999-12-29T23:59-12:00", " 2025-03-27 "],
)  # fmt: skip
def test_these_are_moments(text: str) -> None:
    found = moment(text)
    assert found is not None
    assert found.iso == text.strip()


@pytest.mark.parametrize(
    "text",
    ["", "2025-02-30", "2025-13-45", "2025-03-27T25:00", "2025-03-27T12:30+99:99", "2025-03-27T", "2025-3-7", "9" * 5000,
     "0000-01-01", "0001-01-01", "9999-12-31", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "27 of March",
     "2025-W13-4", "2025-03-27x", "2025-03-27\n2025", "٢٠٢٥-03-27", "２０２５-03-27", "2025-03-27T12:30:00+02:00junk"],
)  # fmt: skip
def test_these_are_none(text: str) -> None:
    assert moment(text) is None


def test_a_moment_without_an_offset_is_in_the_given_zone() -> None:
    kyiv = ZoneInfo("Europe/Kyiv")
    day, clock, stated = moment("2025-03-27"), moment("2025-07-01T12:30"), moment("2025-03-27T12:30:00-05:00")
    assert day
    assert clock
    assert stated
    assert (day.is_day, clock.is_day) == (True, False)
    assert day.point(kyiv).astimezone(UTC) == datetime(2025, 3, 26, 22, tzinfo=UTC)
    assert clock.point(kyiv).astimezone(UTC) == datetime(2025, 7, 1, 9, 30, tzinfo=UTC)
    assert stated.point(kyiv) == datetime(2025, 3, 27, 12, 30, tzinfo=timezone(timedelta(hours=-5)))


@pytest.mark.parametrize("text", ["0002-01-01", "9999-12-29", "9999-12-29T23:59"])
def test_every_moment_can_be_told_in_every_zone(text: str) -> None:
    found = moment(text)
    assert found
    for hours in (-23, 0, 23):
        zone = timezone(timedelta(hours=hours))
        assert found.point(zone).astimezone(UTC).astimezone(zone) == found.point(zone)


def test_a_choice_names_what_is_known_once_and_the_word_that_was_meant() -> None:
    reader = fields("status: published\nstate: drafts\n")
    reader.choice("status", ("", "draft", "usable"), ""), reader.choice("state", ("draft", "usable"), "draft")
    assert [str(problem) for problem in reader.problems] == [
        'f.yml:1:9: status "published" is not one of draft, usable',
        'f.yml:2:8: state "drafts" is not one of draft, usable; did you mean "draft"?',
    ]


def test_the_rest_of_a_text_that_a_comma_ended_is_told_from_a_misspelt_key() -> None:
    reader = fields("quotes:\n  - {speaker: A, text: b}\n  - {speaker: X, text: We sign, by spring}\n")
    for quote in reader.records("quotes", "{}"):
        quote.only(("speaker", "text"))
    assert [str(problem) for problem in reader.problems] == [
        'f.yml:3:33: unknown key "quotes 2, by spring"; '
        'a text with a comma in it needs quotation marks here: {text: "one, two"}'
    ]
