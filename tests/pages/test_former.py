"""Former addresses: what stands at each one that the ledger knows and no page of now has."""

import pytest

from readalso.briefing.facts import Facts
from readalso.library.desk import Desk
from readalso.library.ledger import Ledger
from readalso.library.library import Library
from readalso.pages.kinds.former import gone, lasting, lost
from readalso.pages.page import Page
from readalso.pages.plan import plan
from readalso.pages.views import Redirect
from readalso.register import Register
from readalso.settings import Settings
from tests.library.world import facts, library

SETTINGS = Settings(title="Desk")
DEAL = facts("deal", "Port deal", date="2026-10-05", people=("Mara Veldan",))


def world(owners: dict[str, str], *briefings: Facts, register: Register = Register()) -> Library:
    return library(*briefings, settings=SETTINGS, desk=Desk(register, Ledger(owners)))


def pages(known: Library) -> dict[str, Page]:
    return {page.url: page for page in plan(known, SETTINGS)}


def answer(url: str, owner: str, *briefings: Facts, register: Register = Register()) -> str:
    """What stands at an address of the ledger: the address it leads to, or the template that says something."""
    page = pages(world({url: owner}, *briefings, register=register))[url]
    return page.view.target if isinstance(page.view, Redirect) else page.template


def test_a_briefings_former_address_leads_to_where_it_is() -> None:
    assert answer("/2026/port/", "deal", DEAL) == "/deal/"


def test_its_own_address_and_that_of_an_alias_stay_what_they_are() -> None:
    known = world({"/deal/": "deal", "/old/": "deal"}, facts("deal", "Port deal", aliases=("/old/",)))
    assert [page.template for page in plan(known, SETTINGS) if page.url in ("/deal/", "/old/")] == [
        "story.html",
        "redirect.html",
    ]


def test_an_address_that_another_has_taken_is_the_others() -> None:
    other = facts("other", path="deal.md")
    moved = facts("deal", path="elsewhere.md")
    found = pages(world({"/deal/": "deal", "/older/": "deal"}, other, moved))
    assert found["/deal/"].source == "deal.md"
    assert found["/older/"].view == Redirect("/older/", "", "/elsewhere/")


@pytest.mark.parametrize(
    ("keys", "template"),
    [
        ({"status": "withdrawn"}, "withdrawn.html"),
        ({"status": "draft"}, "gone.html"),
        ({"status": "embargoed"}, "gone.html"),
        ({"date": "2027-01-01"}, "gone.html"),
    ],
)
def test_what_is_held_back_again_answers_without_its_text(keys: dict[str, str], template: str) -> None:
    held = facts("deal", "Port deal", **keys)
    assert answer("/former/", "deal", held) == template
    assert answer("/deal/", "deal", held) == template


def test_what_is_nowhere_any_more_is_gone() -> None:
    assert answer("/2026/port/", "deal") == "gone.html"


def test_only_what_nobody_knows_to_be_gone_is_lost() -> None:
    held = facts("held", "Held", status="draft")
    known = world({"/a/": "deleted", "/b/": "held", "/c/": "gone", "/archive/1999/": "-"}, held)
    planned = plan(known, SETTINGS)
    assert gone(planned) == ("/a/", "/b/", "/c/")
    assert [problem.what.split()[0] for problem in lost(known, planned)] == ["/a/"]


def test_a_persons_former_address_leads_to_the_page_that_has_the_name_now() -> None:
    register = Register(people={"Mara Veldan": ("Мара Велдан",)})
    assert answer("/people/mara-veldan-2/", "people/мара велдан", DEAL, register=register) == "/people/mara-veldan/"


def test_a_list_that_is_gone_leads_to_the_nearest_one_above_it() -> None:
    assert answer("/people/nobody/", "people/nobody", DEAL) == "/people/"
    assert answer("/archive/2026/10/09/", "-", DEAL) == "/archive/2026/10/"
    assert answer("/archive/1999/", "-", DEAL) == "/archive/"
    assert answer("/page/7/", "-", DEAL) == "/"


def test_an_address_below_a_file_is_left_alone_since_no_disk_can_hold_both() -> None:
    known = world({"/feed.xml/old/": "deal"}, DEAL)
    planned = plan(known, Settings(title="Desk", base_url="https://news.example/"))
    assert "/feed.xml/old/" not in {page.url for page in planned}


def test_of_two_addresses_that_no_disk_can_hold_beside_each_other_the_first_one_answers() -> None:
    known = world({"/Foo/": "gone", "/foo/": "gone", "/x/": "gone", "/x/index.html/": "gone"}, DEAL)
    found = {page.url for page in plan(known, SETTINGS)}
    assert found & set(known.ledger.owners) == {"/Foo/", "/x/"}


def test_what_lasts_is_the_folders_with_a_page_of_their_own() -> None:
    known = world({"/former/": "deal"}, DEAL)
    found = lasting(plan(known, SETTINGS))
    assert found["/deal/"] == "deal"
    assert found["/people/mara-veldan/"] == "people/mara veldan"
    assert found["/archive/2026/"] == "-"
    assert not {"/", "/former/", "/404.html", "/robots.txt"} & set(found)
