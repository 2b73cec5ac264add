"""The map of the threads in motion."""

from readalso.briefing.facts import Facts
from readalso.library.desk import Desk
from readalso.library.ledger import Ledger
from readalso.library.threads.decisions import Decision
from readalso.pages.kinds import lanes, pictures
from readalso.pages.plan import plan
from readalso.pages.views import Label, ThreadMap
from readalso.settings import Settings
from tests.library.threads.test_gather import CAST, TWO, day, story
from tests.library.world import facts, library

SETTINGS = Settings(title="Desk")


def drawn(*briefings: Facts, desk: Desk = Desk()) -> ThreadMap:
    views = [page.view for page in plan(library(*briefings, desk=desk), SETTINGS) if page.url == "/threads/map/"]
    assert len(views) == 1
    assert isinstance(views[0], ThreadMap)
    return views[0]


def test_each_thread_in_motion_has_a_lane_in_one_time() -> None:
    view = drawn(*TWO)
    assert view.picture is not None
    assert [(lane.line.thread.name, lane.x, lane.to_x) for lane in view.lanes] == [
        ("Report b0 of it", 98, 630),
        ("Report a0 of it", 10, 541),
    ]
    assert [dot.card.url for dot in view.picture.dots] == [
        "/b0/",
        "/b1/",
        "/b2/",
        "/b3/",
        "/a0/",
        "/a1/",
        "/a2/",
        "/a3/",
    ]
    assert view.picture.arcs == ()
    assert (view.first, view.last) == (view.lanes[1].line.first, view.lanes[0].line.last)


def test_an_arc_leads_from_lane_to_lane_and_the_list_tells_it() -> None:
    late = facts("a9", refers=["Report a3 of it", "Report b3 of it"], date=day(9), **CAST)  # type: ignore[arg-type]
    view = drawn(*TWO, late)
    assert view.picture is not None
    upper, lower = view.lanes
    assert [(arc.y, arc.to_y, arc.top) for arc in view.picture.arcs] == [(upper.y, lower.y, (upper.y + lower.y) // 2)]
    assert upper.refers == (Label("Report b0 of it", "/threads/report-b0-of-it/", 1, "en"),)
    assert lower.refers == ()


def test_reports_of_nearly_one_day_share_a_dot() -> None:
    far = [
        *story("a", CAST, 3, start=-300),
        facts("a8", "Report a8 of it", refers=["Report a2 of it"], date=day(0), **CAST),  # type: ignore[arg-type]
        facts("a9", "Report a9 of it", refers=["Report a8 of it"], date=day(1), **CAST),  # type: ignore[arg-type]
    ]
    picture = drawn(*far, desk=Desk(threads=(Decision("a0", add=("a8", "a9")),))).picture
    assert picture is not None
    assert [(dot.card.url, dot.more) for dot in picture.dots] == [("/a2/", 2), ("/a9/", 1)]


def test_a_long_thread_shows_its_newest_reports_and_a_line_from_the_edge() -> None:
    long = story("a", CAST, lanes.MOST + 20, start=-520)
    view = drawn(*long, desk=Desk(threads=(Decision("a0", add=tuple(one.matter.id for one in long[1:])),)))
    assert view.picture is not None
    assert sum(dot.more + 1 for dot in view.picture.dots) == lanes.MOST
    assert view.lanes[0].x == pictures.EDGE


def test_a_site_without_threads_has_an_empty_map() -> None:
    assert drawn() == ThreadMap("/threads/map/", "", ())


def test_no_thread_takes_the_address_of_the_map() -> None:
    desk = Desk(ledger=Ledger({"/threads/map/": "thread/b0"}), threads=(Decision("a0", slug="map"),))
    urls = [lane.line.thread.url for lane in drawn(*TWO, desk=desk).lanes]
    assert len(set(urls)) == 2
    assert "/threads/map/" not in urls
