from dataclasses import dataclass
from pathlib import Path

import pytest

from readalso import files, memo
from readalso.memo import Made, Memo, Read


@dataclass(frozen=True, slots=True)
class Fact:
    title: str


MEMO = Memo({"a.md": Read((1, 2, 3, 4), Fact("é"))}, {"a/index.html": Made("k", b"t", "d", (5, 6, 7, 8))})


def test_a_memo_is_read_as_it_was_saved(tmp_path: Path) -> None:
    memo.save(tmp_path / "m", "v1", MEMO)
    assert memo.load(tmp_path / "m", "v1", Memo[Fact]) == MEMO


def test_saving_the_same_writes_nothing(tmp_path: Path) -> None:
    memo.save(tmp_path / "m", "v1", MEMO)
    before = files.stamp(tmp_path / "m")
    memo.save(tmp_path / "m", "v1", MEMO)
    assert files.stamp(tmp_path / "m") == before


def test_saving_over_a_damaged_one_mends_it(tmp_path: Path) -> None:
    memo.save(tmp_path / "m", "v1", MEMO)
    whole = (tmp_path / "m").read_bytes()
    (tmp_path / "m").write_bytes(whole[:-1] + b"\0")
    memo.save(tmp_path / "m", "v1", MEMO)
    assert (tmp_path / "m").read_bytes() == whole


def test_another_programs_memo_is_empty(tmp_path: Path) -> None:
    memo.save(tmp_path / "m", "v1", MEMO)
    assert memo.load(tmp_path / "m", "v2", Memo[Fact]) == Memo()


def test_a_missing_memo_or_a_folder_in_its_place_is_empty(tmp_path: Path) -> None:
    assert memo.load(tmp_path / "missing", "v1", Memo[Fact]) == memo.load(tmp_path, "v1", Memo[Fact]) == Memo()


def test_a_damaged_memo_is_empty_wherever_it_is_damaged(tmp_path: Path) -> None:
    memo.save(tmp_path / "m", "v1", MEMO)
    whole = (tmp_path / "m").read_bytes()
    for index in range(len(whole)):
        for bad in (whole[:index], whole[:index] + bytes([whole[index] ^ 1]) + whole[index + 1 :]):
            (tmp_path / "m").write_bytes(bad)
            assert memo.load(tmp_path / "m", "v1", Memo[Fact]) == Memo()


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe\n\x00", b"readalso memo 1 v1 x\n\xc1"])
def test_garbage_is_an_empty_memo(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "m").write_bytes(data)
    assert memo.load(tmp_path / "m", "v1", Memo[Fact]) == Memo()


def test_facts_are_known_of_files_that_are_as_they_were() -> None:
    assert MEMO.facts({"a.md": (1, 2, 3, 4), "b.md": (1, 2, 3, 4)}, "") == {"a.md": Fact("é")}
    assert MEMO.facts({"a.md": (1, 2, 3, 5)}, "") == {}
    assert MEMO.facts({"a.md": (1, 2, 3, 4)}, "read otherwise") == {}


def test_a_page_is_made_if_key_and_file_are_the_same() -> None:
    assert MEMO.is_made("a/index.html", "k", (5, 6, 7, 8))
    assert not MEMO.is_made("a/index.html", "other", (5, 6, 7, 8))
    assert not MEMO.is_made("a/index.html", "k", (5, 6, 7, 9))
    assert not MEMO.is_made("a/index.html", "k", None)
    assert not MEMO.is_made("b/index.html", "k", (5, 6, 7, 8))


def test_what_a_later_build_adds_is_part_of_it_until_it_is_saved_again(tmp_path: Path) -> None:
    path, form = tmp_path / "m", Memo[Fact]
    memo.save(path, "v1", MEMO)
    one = Memo({"b.md": Read((1, 1, 1, 1), Fact("b"))}, {"b/index.html": Made("b", b"", "d", (1, 1, 1, 1))})
    two = Memo({"a.md": Read((2, 2, 2, 2), Fact("a"))}, {})
    memo.add(path, "v1", one, form)
    memo.add(path, "v1", two, form)
    known = memo.load(path, "v1", form)
    assert known == Memo({**MEMO.read, **one.read, **two.read}, {**MEMO.made, **one.made}, MEMO.pictures)
    memo.save(path, "v1", known)
    assert [found.name for found in tmp_path.iterdir()] == ["m"]
    assert memo.load(path, "v1", form) == known


def test_what_was_added_to_another_memo_is_not_part_of_it(tmp_path: Path) -> None:
    path, form = tmp_path / "m", Memo[Fact]
    memo.save(path, "v1", MEMO)
    memo.add(path, "v1", Memo({"b.md": Read((1, 1, 1, 1), Fact("b"))}), form)
    since = (tmp_path / "m-since").read_bytes()
    other = Memo({"c.md": Read((1, 1, 1, 1), Fact("c"))})
    memo.save(path, "v1", other)
    (tmp_path / "m-since").write_bytes(since)
    assert memo.load(path, "v1", form) == other
    (tmp_path / "m").unlink()
    assert memo.load(path, "v1", form) == Memo()
