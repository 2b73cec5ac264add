"""A story's view from its bytes, and with another text: it has to be the one that a plan gives."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from readalso import contents
from readalso.briefing.facts import Facts
from readalso.intake.languages import labels
from readalso.job import Manner
from readalso.library import desk
from readalso.library.library import assemble
from readalso.library.visibility import Show
from readalso.pages.page import Page, encode
from readalso.pages.plan import plan
from readalso.pages.retold import retold, seen
from readalso.settings import Settings

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(title="Desk", base_url="https://news.example/", ninjs=True)


@pytest.fixture(scope="module")
def known() -> dict[str, Facts]:
    """The demo's briefings, one of them with keys of its own."""
    paths = contents.briefing_stamps(ROOT / "content")
    found = {path: facts for path, (facts, _) in contents.read(ROOT / "content", list(paths), Manner(labels))}
    first = min(found)
    extra = {"desk": ["a", {"b": 1.5}], "is_big": True, "nothing": None}
    found[first] = replace(found[first], matter=replace(found[first].matter, extra=extra))
    return found


def stories(known: dict[str, Facts]) -> list[Page]:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    library = assemble(known.values(), SETTINGS, now, Show(drafts=True, future=True), desk.load(ROOT))
    return [page for page in plan(library, SETTINGS, ["/logo.svg"]) if page.story]


def test_every_view_of_a_text_is_what_its_bytes_say(known: dict[str, Facts]) -> None:
    found = stories(known)
    assert {type(page.view).__name__ for page in found} == {"Story", "Ninjs"}
    for page in found:
        assert seen(type(page.view).__name__, encode(page.view)) == page.view


def test_a_page_with_another_text_is_what_a_plan_makes_of_it(known: dict[str, Facts]) -> None:
    for is_first in (True, False):
        other = {
            path: replace(facts, text_digest=path, word_count=facts.word_count + 1, is_lede_first=is_first)
            for path, facts in known.items()
        }
        for before, after in zip(stories(known), stories(other), strict=True):
            assert retold(before.view, other[before.source]) == after.view  # type: ignore[arg-type]


@pytest.mark.parametrize("data", [b"", b"\x80", b"\xc1", encode({"url": "/a/"}), encode([1]), encode({"gaps": [3]})])
def test_bytes_of_something_else_are_no_view(data: bytes) -> None:
    assert seen("Story", data) is None


def test_a_view_of_another_kind_is_none(known: dict[str, Facts]) -> None:
    page = stories(known)[0]
    assert seen("Front", encode(page.view)) is None
    assert seen("Ninjs", encode(page.view)) is None
