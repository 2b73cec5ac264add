from dataclasses import dataclass
from pathlib import Path

import pytest

from readalso import files, memo
from readalso.memo import SETTLED, Made, Memo, Read


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
    assert MEMO.facts({"a.md": (1, 2, 3, 4), "b.md": (1, 2, 3, 4)}) == {"a.md": Fact("é")}
    assert MEMO.facts({"a.md": (1, 2, 3, 5)}) == {}


def test_a_page_is_made_if_key_and_file_are_the_same() -> None:
    assert MEMO.is_made("a/index.html", "k", (5, 6, 7, 8))
    assert not MEMO.is_made("a/index.html", "other", (5, 6, 7, 8))
    assert not MEMO.is_made("a/index.html", "k", (5, 6, 7, 9))
    assert not MEMO.is_made("a/index.html", "k", None)
    assert not MEMO.is_made("b/index.html", "k", (5, 6, 7, 8))


def test_only_a_stamp_older_than_a_clocks_tick_is_settled() -> None:
    now = 10 * SETTLED
    old, young, touched = (1, 0, 0, 1), (1, now - SETTLED, 0, 1), (1, 0, now - SETTLED, 1)
    assert memo.settled({"old": old, "young": young, "touched": touched}, now) == {"old": old}
