"""The briefing of the day."""

from readalso.briefing.facts import Facts
from readalso.fields import Moment
from readalso.pages.kinds.day import groups
from readalso.pages.plan import plan
from readalso.pages.views import Archive, DayPage, Label, PendingPage, TermPage
from readalso.settings import Settings
from tests.library.world import facts, library

WORLD = (
    facts("deal", "Port deal", date="2026-10-05", topics=("Ports",), key_points=("A deal is near.",)),
    facts("dam", "Dam opens", ["Port deal", "Nothing known"], date="2026-10-05T10:00", topics=("Dams",)),
    facts("ship", "Ship leaves", ["Port deal", "NOTHING known"], date="2026-10-05T09:00", topics=("Dams",)),
    facts("bare", "Without a topic", date="2026-10-05T08:00"),
    facts("old", "Old one", date="2026-10-02", status="corrected", updated=Moment("2026-10-05T12:00")),
    facts("lone", "Another", date="2026-10-01", status="updated", updated=Moment("2026-10-07")),
    facts("secret", "Never said", date="2026-10-02", status="withdrawn", updated=Moment("2026-10-05")),
)


def pages(*briefings: Facts, size: int = 20) -> dict[str, object]:
    return {
        page.url: page.view
        for page in plan(library(*(briefings or WORLD)), Settings(paginate=size, paginate_terms=size))
    }


def day(number: int, size: int = 20, further: str = "") -> DayPage:
    found = pages(size=size)[f"/archive/2026/10/{number:02}/{further}"]
    assert isinstance(found, DayPage)
    return found


def test_the_briefing_that_most_refer_to_leads_the_day() -> None:
    assert day(5).lead
    assert day(5).lead.title == "Port deal"  # type: ignore[union-attr]
    assert day(5).points == ("A deal is near.",)


def test_the_others_stand_by_topic_the_busiest_first_and_those_without_one_last() -> None:
    assert [(group.topic and group.topic.name, [card.title for card in group.cards]) for group in day(5).groups] == [
        ("Dams", ["Dam opens", "Ship leaves"]),
        (None, ["Without a topic"]),
    ]
    assert groups([]) == ()


def test_a_crowded_day_goes_on_over_several_pages_that_do_not_say_again_what_stood_on_the_first() -> None:
    first, second = day(5, size=2), day(5, size=2, further="page/2/")
    assert [card.title for group in first.groups for card in group.cards] == ["Dam opens", "Ship leaves"]
    assert [card.title for group in second.groups for card in group.cards] == ["Without a topic"]
    assert (first.pager.older, second.pager.newer) == ("/archive/2026/10/05/page/2/", "/archive/2026/10/05/")
    assert (second.total, second.lead, second.points, second.changed, second.withdrawn) == (4, None, (), (), 0)
    assert (second.wanted, second.newer, second.older) == ((), first.newer, first.older)


def test_a_crowded_month_goes_on_over_several_pages_and_shows_its_calendar_once() -> None:
    found = pages(size=2)
    first, last = found["/archive/2026/10/"], found["/archive/2026/10/page/3/"]
    assert isinstance(first, Archive)
    assert isinstance(last, Archive)
    assert [(view.pager.number, view.pager.total, len(view.months)) for view in (first, last)] == [(1, 3, 1), (3, 3, 0)]
    assert [card.title for day in last.days for card in day.cards] == ["Old one", "Another"]


def test_what_is_waited_for_goes_on_over_several_pages() -> None:
    world = (facts(str(number), f"Report {number}", [f"Nothing {number}"]) for number in range(5))
    found = pages(*world, size=2)
    first, last = found["/pending/"], found["/pending/page/3/"]
    assert isinstance(first, PendingPage)
    assert isinstance(last, PendingPage)
    assert [(view.total, len(view.wanted), view.pager.number) for view in (first, last)] == [(5, 2, 1), (5, 1, 3)]


def test_what_was_changed_and_how_much_was_withdrawn_is_said_on_that_day() -> None:
    assert [card.title for card in day(5).changed] == ["Old one"]
    assert day(5).withdrawn == 1
    assert "Never said" not in str(pages())


def test_a_day_that_only_changed_older_briefings_has_a_page_too() -> None:
    assert (day(7).total, day(7).lead, [card.title for card in day(7).changed]) == (0, None, ["Another"])
    assert (day(7).newer, day(7).older) == ("", "/archive/2026/10/05/")


def test_a_headline_that_waits_is_named_once_with_those_of_the_day_that_wait() -> None:
    (wanted,) = day(5).wanted
    assert (wanted.headline, [one.card.title for one in wanted.waiting]) == (
        "Nothing known",
        ["Dam opens", "Ship leaves"],
    )


def test_the_archives_calendars_lead_to_the_days_and_leave_out_those_without_briefings() -> None:
    year = pages()["/archive/2026/"]
    assert isinstance(year, Archive)
    (october,) = year.months
    assert (october.url, october.total) == ("/archive/2026/10/", 6)
    assert [one.url for one in october.days] == [f"/archive/2026/10/{number:02}/" for number in (1, 2, 5)]


def test_a_terms_calendar_leads_to_the_days_of_its_own_list() -> None:
    briefings = [facts(f"b{number}", date=f"2026-10-{number:02}", topics=("Ports",)) for number in (1, 2, 3)]
    found = pages(*briefings, size=2)
    first, second = found["/topics/ports/"], found["/topics/ports/page/2/"]
    assert isinstance(first, TermPage)
    assert isinstance(second, TermPage)
    assert first.months[0].days == (
        Label("2026-10-01", "/topics/ports/page/2/#2026-10-01", 1),
        Label("2026-10-02", "/topics/ports/#2026-10-02", 1),
        Label("2026-10-03", "/topics/ports/#2026-10-03", 1),
    )
    assert [one.anchor for one in (*first.days, *second.days)] == ["2026-10-03", "2026-10-02", "2026-10-01"]
    assert second.months == ()


def test_a_term_says_where_it_stands_and_since_when() -> None:
    found = pages(
        facts("new", "Newest", date="2026-10-09", topics=("Ports",), key_points=("One.",)),
        facts("old", "Oldest", date="2026-10-01", topics=("Ports",)),
        facts("bare", "Undated", topics=("Ports",)),
    )["/topics/ports/"]
    assert isinstance(found, TermPage)
    assert found.state
    assert (found.state.card.title, found.state.points, found.state.since and found.state.since.iso) == (
        *("Newest", ("One.",), "2026-10-01"),
    )


def test_a_day_that_something_undated_parts_in_two_has_its_anchor_once() -> None:
    found = pages(
        facts("a", date="2026-10-05T13:00", topics=("Ports",)),
        facts("b", topics=("Ports",), not_before=Moment("2026-10-05T12:00")),
        facts("c", date="2026-10-05T11:00", topics=("Ports",)),
        size=2,
    )
    first, second = found["/topics/ports/"], found["/topics/ports/page/2/"]
    assert isinstance(first, TermPage)
    assert isinstance(second, TermPage)
    assert [one.anchor for one in first.days] == ["2026-10-05", ""]
