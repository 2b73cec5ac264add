"""Briefings for other programs: which pages there are, and that each record is one of ninjs 2.1."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from readalso.briefing.body import Body, Gap, Prose
from readalso.intake.formats import ninjs
from readalso.pages.kinds import records
from readalso.pages.plan import plan
from readalso.pages.public import public
from readalso.pages.shelf import stock
from readalso.pages.views import Records
from readalso.settings import Licence, Settings
from readalso.theme import theme as themes
from readalso.theme.renderer import Renderer
from tests.library.world import facts, library
from tests.ninjs_table import TABLE, faults
from tests.theme.test_metadata import ADDRESS, WORLD

SETTINGS = Settings(title="Desk", base_url="https://news.example/", ninjs=True)


def lists(count: int, size: int) -> dict[str, Records]:
    world = library(*(facts(f"{number:02}", date=f"2026-10-{number:02}") for number in range(1, count + 1)))
    found = (page.view for page in records.pages(stock(world, Settings(base_url="https://news.example/")), size))
    return {view.url: view for view in found if isinstance(view, Records)}


def ids(view: Records) -> list[str]:
    return [record.id[-2:] for record in view.records]


def test_the_newest_stand_in_the_first_list_and_full_ones_stay_as_they_are() -> None:
    five, six = lists(5, 2), lists(6, 2)
    assert {url: ids(view) for url, view in five.items()} == {
        "/briefings/1.json": ["02", "01"],
        "/briefings/2.json": ["04", "03"],
        "/briefings.json": ["05"],
    }
    assert ids(six["/briefings.json"]) == ["06", "05"]
    assert five["/briefings/1.json"] == six["/briefings/1.json"]
    assert (five["/briefings.json"].older, five["/briefings.json"].newer) == ("/briefings/2.json", "")
    assert (five["/briefings/1.json"].older, five["/briefings/1.json"].newer) == ("", "/briefings/2.json")


def test_a_site_without_briefings_has_an_empty_list() -> None:
    assert {url: ids(view) for url, view in lists(0, 2).items()} == {"/briefings.json": []}


MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)\Z")
TEXT, URI = re.compile(r"(?s).+"), re.compile(r"(tag:|https://)\S+\Z")
VALUE = {"role": TEXT, "contenttype": re.compile("text/(plain|html)"), "value": TEXT, "wordcount": int}
CONCEPT = {"name": TEXT, "uri": ADDRESS}
RENDITION = {"name": TEXT, "contenttype": TEXT, "href": ADDRESS}
NINJS: dict[str, Any] = {
    "uri": URI,
    "standard": {"name": re.compile("ninjs"), "version": re.compile(r"2\.1"), "schema": ADDRESS},
    "type": re.compile("text"),
    "pubstatus": re.compile("usable"),
    "representationtype": re.compile("full|partial"),
    "firstcreated": MOMENT,
    "versioncreated": MOMENT,
    "language": TEXT,
    "headlines": [VALUE],
    "descriptions": [VALUE],
    "bodies": [VALUE],
    "by": TEXT,
    "located": TEXT,
    "infosources": [CONCEPT],
    "copyrightnotice": TEXT,
    "ednote": TEXT,
    "subjects": [CONCEPT],
    "people": [CONCEPT],
    "organisations": [CONCEPT],
    "places": [CONCEPT],
    "altids": [{"role": TEXT, "value": TEXT}],
    "renditions": [RENDITION],
    "associations": [{"name": TEXT, "uri": URI, "type": TEXT, "headlines": [VALUE]}],
}
"""The fields of ninjs 2.1 that are written, with their forms; the standard allows no others than its own."""


def wrong(value: Any, form: Any, way: str = "") -> list[str]:
    """Where a value is not of its form; what is left out is fine, since only `uri` has to be there."""
    if isinstance(form, re.Pattern):
        return [] if isinstance(value, str) and form.match(value) else [way]
    if isinstance(form, list):
        return [one for item in value for one in wrong(item, form[0], way)] if isinstance(value, list) else [way]
    if isinstance(form, dict):
        unknown = [f"{way}.{key} is unknown" for key in value if key not in form]
        return unknown + [one for key in value if key in form for one in wrong(value[key], form[key], f"{way}.{key}")]
    return [] if isinstance(value, form) else [way]


def render(settings: Settings = SETTINGS) -> dict[str, str]:
    renderer = Renderer(themes.load("default", Path()), public(settings))
    body = Body((Prose("<p>The <em>text</em>.</p>"), Gap(0)))
    return {
        page.url: renderer.render(page, body if page.story and page.story.gaps and page.story.text else None).decode()
        for page in plan(library(*WORLD, settings=settings), settings)
        if page.url.endswith(".json")
    }


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return render()


def test_every_record_is_one_of_ninjs(made: dict[str, str]) -> None:
    own = [json.loads(text) for url, text in made.items() if url.endswith("ninjs.json")]
    listed = json.loads(made["/briefings.json"])["items"]
    assert len(own) == len(listed) == 4
    assert [wrong(record, NINJS) for record in own + listed] == [[]] * 8
    assert {record["uri"] for record in own} == {record["uri"] for record in listed}


def test_every_record_has_names_and_types_as_the_standard_states_them(made: dict[str, str]) -> None:
    found = [json.loads(text) for url, text in made.items() if url.endswith("ninjs.json")]
    assert [faults(record) for record in [*found, *json.loads(made["/briefings.json"])["items"]]] == [[]] * 8


def test_so_has_a_record_of_a_site_without_pages_of_sources() -> None:
    found = render(Settings(title="Desk", base_url=SETTINGS.base_url, ninjs=True, leave_out=("sources",)))
    records = [json.loads(text) for url, text in found.items() if url.endswith("ninjs.json")]
    assert [faults(record) for record in records] == [[]] * 4
    assert {"name": "Harbour & Wire"} in records[0]["infosources"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"byline": "Ada Brunn"}, "byline is unknown"),
        ({"headlines": "Port deal"}, "headlines is not list: 'Port deal'"),
        ({"headlines": [{"role": "main"}]}, "headlines[] has no value"),
        ({"bodies": [{"value": "", "wordcount": "9"}]}, "bodies[].wordcount is not whole: '9'"),
        ({"pubstatus": "cancelled"}, "pubstatus is not usable|withheld|canceled: 'cancelled'"),
        ({"versioncreated": "2026-10-05"}, "versioncreated is not moment: '2026-10-05'"),
        ({"associations": [{"uri": "tag:a,2026:b", "type": "text"}]}, "associations[] has no name"),
        ({"people": [{"name": "Ada", "uri": "/people/ada/"}]}, "people[].uri is not uri: '/people/ada/'"),
    ],
)
def test_the_table_of_the_standard_names_what_is_wrong(wrong: dict[str, Any], said: str) -> None:
    assert faults({"uri": "tag:news.example,2020:a", **wrong}) == [said]


def test_version_3_has_the_same_names_with_capitals_inside() -> None:
    own = {way: known.later for way, known in TABLE.items() if known.later}
    assert {way: later for way, later in own.items() if way.rpartition(".")[2] != later.lower()} == {}


def test_a_record_has_the_text_with_its_links(made: dict[str, str]) -> None:
    record = json.loads(made["/a/ninjs.json"])
    assert record["bodies"][0]["value"] == (
        '<p>The <em>text</em>.</p>\n<p>Read also: <a href="https://news.example/b/">Strike ends</a></p>'
    )
    assert record["associations"][0]["uri"] == "https://news.example/b/"


def test_a_record_is_read_as_an_article(made: dict[str, str]) -> None:
    (article,) = ninjs.read(made["/a/ninjs.json"].encode(), "a.json")
    assert article.headline.startswith("Port")
    assert len(ninjs.read(made["/briefings.json"].encode(), "all.json")) == 4


def test_a_source_that_keeps_its_text_gives_none_to_records() -> None:
    settings = Settings(
        title="Desk", base_url=SETTINGS.base_url, ninjs=True, sources=(Licence("Harbour & Wire", "headline"),)
    )
    found = render(settings)
    record = json.loads(found["/a/ninjs.json"])
    assert record["representationtype"] == "partial"
    assert "bodies" not in record
    assert not [url for url, text in found.items() if "The lede" in text]
