"""The galleys: one of many is found, and one that cannot be trusted is not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from readalso import galleys
from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import FrontMatter
from readalso.briefing.vocabulary import Vocabulary
from readalso.galleys import Galley, Shown

FACTS = Facts("a.md", FrontMatter("A", "a"), (), "digest", 4, True, (), vocabulary=Vocabulary("a", "", "", "words"))


def shown(number: int) -> Shown:
    return Shown(f"/{number}/", "story.html", "Story", f"view {number}".encode() * number)


@pytest.fixture
def mark(tmp_path: Path) -> str:
    with galleys.writing(tmp_path, "v1") as writer:
        for number in range(50):
            writer.put(f"{number}.md", (f"rest {number}", ""), shown(number))
        writer.put("7.md", ("rest 7", ""), Shown("/7/ninjs.json", "ninjs.json", "Ninjs", b"more"))
    return writer.mark


def test_one_is_read_without_the_others(tmp_path: Path, mark: str) -> None:
    assert galleys.read(tmp_path, "v1", mark, ["7.md", "49.md", "0.md", "none.md"]) == {
        "7.md": Galley(("rest 7", ""), (shown(7), Shown("/7/ninjs.json", "ninjs.json", "Ninjs", b"more"))),
        "49.md": Galley(("rest 49", ""), (shown(49),)),
        "0.md": Galley(("rest 0", ""), (shown(0),)),
    }


def test_those_of_another_program_or_another_build_are_not_read(tmp_path: Path, mark: str) -> None:
    assert galleys.read(tmp_path, "v2", mark, ["7.md"]) == {}
    assert galleys.read(tmp_path, "v1", "another", ["7.md"]) == {}
    assert galleys.read(tmp_path, "v1", None, ["7.md"]) == galleys.read(tmp_path, "v1", mark, ["7.md"]) != {}
    assert galleys.read(tmp_path / "elsewhere", "v1", mark, ["7.md"]) == {}


def test_what_is_damaged_is_not_read(tmp_path: Path, mark: str) -> None:
    whole = (tmp_path / galleys.FILE).read_bytes()
    for place in range(0, len(whole), 5):
        (tmp_path / galleys.FILE).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        found = galleys.read(tmp_path, "v1", mark, ["7.md"])
        assert found in (
            {},
            {"7.md": Galley(("rest 7", ""), (shown(7), Shown("/7/ninjs.json", "ninjs.json", "Ninjs", b"more")))},
        )
    for size in range(0, len(whole), 31):
        (tmp_path / galleys.FILE).write_bytes(whole[:size])
        assert galleys.read(tmp_path, "v1", mark, ["7.md"]) == {}


def test_where_nothing_can_be_written_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / galleys.FILE).mkdir()
    with galleys.writing(tmp_path, "v1") as writer:
        writer.put("a.md", ("rest", ""), shown(1))
    assert writer.mark == ""


def test_the_rest_is_all_but_the_text() -> None:
    known = galleys.rest(FACTS)
    text = replace(FACTS, text_digest="other", word_count=9, is_lede_first=False)
    words = replace(FACTS, vocabulary=Vocabulary("a", "", "", "other words"))
    assert galleys.rest(text) == known
    assert (galleys.rest(words)[0], galleys.rest(words) != known) == (known[0], True)
    for name, value in {
        "matter": FrontMatter("B", "a"),
        "anchors": ("x",),
        "path": "b.md",
    }.items():
        assert galleys.rest(replace(FACTS, **{name: value}))[0] != known[0]
