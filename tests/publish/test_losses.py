"""Which part of a published site would go: told by the pages, since addresses stay."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from readalso.errors import Broken
from readalso.publish.deliver import deliver
from readalso.publish.losses import Kind, kind_of
from readalso.publish.targets.folder import Folder
from tests.publish.folders import built

STORY = '<head><meta property="og:type" content="article"></head><h1>Ferry to Ostrel stops</h1>'
MOVED = '<head><meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url=../new/"></head>'
NOTICE = '<head><meta name="robots" content="noindex"></head><h1>Not here</h1>'
LIST = "<head><title>Ports</title></head><h1>Ports</h1>"

STORIES = {f"2026/{number}/index.html": STORY for number in range(20)}
LISTS = {f"topics/{number}/index.html": LIST for number in range(40)}


def publish(folder: Path, *contents: Mapping[str, str]) -> None:
    """One site after another to one host."""
    for number, site in enumerate(contents):
        deliver(built(folder / "site", {"index.html": f"{LIST}{number}", **site}), Folder(folder / "www"))


def turned(pages: Mapping[str, str], into: str, most: int = 40) -> dict[str, str]:
    """The same addresses, of which so many are now something else."""
    return {**pages, **dict.fromkeys(list(pages)[:most], into)}


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (STORY, Kind.STORY),
        (MOVED, Kind.REDIRECT),
        (NOTICE, Kind.NOTICE),
        (LIST, Kind.OTHER),
        (STORY.replace("</head>", '<meta name="robots" content="noindex"></head>'), Kind.STORY),
        (f"<head></head><p>{NOTICE}{MOVED}", Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_what_a_page_is_stands_in_its_head(page: str, found: Kind) -> None:
    assert kind_of(page.encode()) is found


@pytest.mark.parametrize("into", [MOVED, NOTICE])
def test_most_stories_do_not_go_though_their_addresses_and_all_lists_stay(tmp_path: Path, into: str) -> None:
    with pytest.raises(
        Broken, match=r"would take away 11 of the 20 published stories; .* --force --dry-run names them"
    ):
        publish(tmp_path, STORIES | LISTS, turned(STORIES, into, 11) | LISTS)
    publish(tmp_path, turned(STORIES, into, 10) | LISTS)


def test_most_lists_do_not_go_though_their_addresses_lead_to_others(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="would take away 40 of the 61 published pages"):
        publish(tmp_path, STORIES | LISTS, STORIES | turned(LISTS, MOVED))


def test_what_told_nothing_before_cannot_be_lost(tmp_path: Path) -> None:
    old = turned(LISTS, MOVED)
    publish(tmp_path, STORIES | old, STORIES | turned(LISTS, f"{MOVED}, in other words"), STORIES)


def test_stories_that_moved_are_not_lost(tmp_path: Path) -> None:
    now = {path.replace("2026", "news"): text for path, text in STORIES.items()}
    publish(tmp_path, STORIES, turned(STORIES, MOVED) | now)


def test_another_site_does_not_take_the_place_of_the_published_one(tmp_path: Path) -> None:
    other = {path.replace("2026", "other"): text for path, text in STORIES.items()}
    with pytest.raises(Broken, match="would take away 20 of the 20 published stories"):
        publish(tmp_path, STORIES, other)
