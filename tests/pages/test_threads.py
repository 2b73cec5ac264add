"""The pages of threads, and what of them other pages show."""

from readalso.briefing.facts import Facts
from readalso.library.desk import Desk
from readalso.library.ledger import Ledger
from readalso.library.threads.decisions import Decision
from readalso.pages.page import Page, encode, key
from readalso.pages.plan import plan
from readalso.pages.views import Front, Label, Redirect, Story, Strip, ThreadIndex, ThreadPage, Time
from readalso.settings import Settings
from tests.library.threads.test_gather import CAST, OTHERS, TWO, day, story
from tests.library.world import facts, library

SETTINGS = Settings(title="Desk", paginate=3)


def pages(*briefings: Facts, desk: Desk = Desk()) -> dict[str, Page]:
    return {page.url: page for page in plan(library(*briefings, settings=SETTINGS, desk=desk), SETTINGS)}


def test_a_thread_has_its_newest_state_on_top_and_its_beats_newest_first() -> None:
    found = pages(*TWO)
    first = found["/threads/report-a0-of-it/"].view
    assert isinstance(first, ThreadPage)
    assert (first.total, first.first, first.last) == (4, Time(day(0)), Time(day(6)))
    assert first.newest.url == "/a3/"
    assert [(beat.number, beat.card.url) for beat in first.beats] == [(4, "/a3/"), (3, "/a2/"), (2, "/a1/")]
    assert first.beats[0].because is not None
    assert first.beats[0].because.other == Label("Report a2 of it", "/a2/", language="en")
    assert first.people[0].count == 4
    second = found["/threads/report-a0-of-it/page/2/"].view
    assert isinstance(second, ThreadPage)
    assert [(beat.number, beat.because) for beat in second.beats] == [(1, None)]


def test_the_picture_has_a_dot_for_each_report_and_an_arc_for_each_reference() -> None:
    view = pages(*TWO)["/threads/report-a0-of-it/"].view
    assert isinstance(view, ThreadPage)
    assert view.picture is not None
    assert [(dot.x, dot.y) for dot in view.picture.dots] == [(10, 110), (216, 110), (423, 110), (630, 110)]
    assert [(arc.x, arc.to_x) for arc in view.picture.arcs] == [(216, 10), (423, 216), (630, 423)]


def test_reports_of_one_day_have_no_picture() -> None:
    same = [facts(f"a{number}", f"Of the day {number}", date=day(0), **CAST) for number in range(3)]  # type: ignore[arg-type]
    found = [page.view for page in pages(*same).values() if isinstance(page.view, ThreadPage)]
    assert [view.picture for view in found] == [None]


def test_a_thread_names_the_headlines_that_it_waits_for() -> None:
    late = facts("a9", refers=["Report a3 of it", "Side letter"], date=day(8), **CAST)  # type: ignore[arg-type]
    view = pages(*TWO, late)["/threads/report-a0-of-it/"].view
    assert isinstance(view, ThreadPage)
    assert [(wanted.headline, [one.card.url for one in wanted.waiting]) for wanted in view.open_ends] == [
        ("Side letter", ["/a9/"])
    ]


def test_a_story_shows_its_place() -> None:
    view = pages(*TWO)["/a1/"].view
    assert isinstance(view, Story)
    thread = Label("Report a0 of it", "/threads/report-a0-of-it/", language="en")
    assert view.thread == Strip(
        thread, 2, 4, Label("Report a0 of it", "/a0/", language="en"), Label("Report a2 of it", "/a2/", language="en")
    )


def test_threads_without_news_for_a_month_are_settled_and_not_on_the_front() -> None:
    found = pages(*story("a", CAST), *story("b", OTHERS, start=50))
    index, front = found["/threads/"].view, found["/"].view
    assert isinstance(index, ThreadIndex)
    assert isinstance(front, Front)
    assert [line.thread.name for line in index.moving] == ["Report b0 of it"]
    assert [line.thread.name for line in index.settled] == ["Report a0 of it"]
    assert front.threads == (Label("Report b0 of it", "/threads/report-b0-of-it/", 4, "en"),)


def test_the_address_of_a_thread_that_became_part_of_another_leads_there() -> None:
    ledger = Ledger({"/threads/a/": "thread/a0", "/threads/b/": "thread/b0", "/threads/c/": "thread/gone"})
    found = pages(*TWO, desk=Desk(ledger=ledger, threads=(Decision("a0", merge=("b0",)),)))
    assert isinstance(found["/threads/a/"].view, ThreadPage)
    targets = {url: page.view.target for url, page in found.items() if isinstance(page.view, Redirect)}
    assert targets == {"/threads/b/": "/threads/a/", "/threads/c/": "/threads/"}


def test_a_new_report_of_one_story_changes_no_page_of_another() -> None:
    late = facts("a9", refers=["Report a3 of it"], date=day(8), **CAST)  # type: ignore[arg-type]
    before, after = pages(*TWO), pages(*TWO, late)
    changed = {url for url, page in after.items() if url not in before or _key(page) != _key(before[url])}
    assert "/a3/" in changed
    assert not {url for url in changed if url.startswith(("/b", "/threads/report-b"))}


def _key(page: Page) -> str:
    return key(encode(page.view), "", "")
