"""Calendars: on which days there were briefings."""

from readalso.pages.calendar import SHOWN, months
from readalso.pages.views import Label


def test_a_month_knows_its_first_weekday_its_length_and_its_days() -> None:
    days = [Label("2026-11-02", "/a/#2026-11-02", 1), Label("2026-10-29", "/a/#x", 2), Label("2026-10-05", "/b/", 3)]
    november, october = months(days)
    assert (november.name, november.url, november.total, november.first, november.length) == (
        *("2026-11", "/a/#2026-11-02", 1, 6, 30),
    )
    assert (october.url, october.total, october.first) == ("/a/#x", 5, 3)
    assert [day.name for day in october.days] == ["2026-10-05", "2026-10-29"]


def test_a_month_leads_to_its_own_page_where_it_has_one() -> None:
    (month,) = months([Label("2026-10-05", "/archive/2026/10/05/", 1)], lambda name: f"/of/{name}/")
    assert month.url == "/of/2026-10/"


def test_a_long_calendar_shows_the_days_of_its_first_months_and_counts_the_others() -> None:
    days = [Label(f"{2026 - year}-{month:02}-01", "/", 1) for year in range(3) for month in range(12, 0, -1)]
    found = months(days)
    assert [len(month.days) for month in found] == [1] * SHOWN + [0] * 24
    assert {month.total for month in found} == {1}


def test_no_days_are_no_months() -> None:
    assert months([]) == ()
