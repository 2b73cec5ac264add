"""The ledger of addresses: its lines, and what they say of who has moved."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso.errors import Broken
from readalso.library.ledger import Ledger, extend, load, moves, parse, write

PART = st.from_regex(r"[a-z0-9~][a-z0-9.~-]{0,8}", fullmatch=True)
URL = st.lists(PART, max_size=3).map(lambda parts: "/" + "".join(f"{part}/" for part in parts))
OWNER = st.from_regex(r"[a-zа-я0-9][a-zа-я0-9 /.:-]{0,20}", fullmatch=True)


@given(st.dictionaries(URL, OWNER))
def test_what_is_written_is_read(owners: dict[str, str]) -> None:
    assert parse(write(Ledger(owners))) == Ledger(owners)


def test_the_lines_are_sorted_so_that_two_peoples_additions_merge() -> None:
    assert write(Ledger({"/b/": "2", "/a/": "-"})) == "/a/\t-\n/b/\t2\n"


def test_of_two_lines_of_one_address_the_later_one_counts() -> None:
    assert parse("/a/\t1\n/a/\t2\n") == Ledger({"/a/": "2"})


def test_every_line_that_is_none_is_named() -> None:
    with pytest.raises(Broken) as caught:
        parse("/a/\t1\n<<<<<<< HEAD\n\n../b/\t2\n/c/3\n")
    assert [(problem.path, problem.line) for problem in caught.value.problems] == [
        ("content/_desk/urls.txt", 2),
        ("content/_desk/urls.txt", 4),
        ("content/_desk/urls.txt", 5),
    ]
    assert 'urls.txt:5: "/c/3" is no line of the ledger; write an address, a tab and its owner' in str(
        caught.value.problems[2]
    )


def test_spaces_typed_by_hand_do_for_the_tab() -> None:
    assert parse("/a/  gone\n/people/x/\tpeople/mara veldan\n") == Ledger(
        {"/a/": "gone", "/people/x/": "people/mara veldan"}
    )


def test_without_a_file_nothing_was_ever_published(tmp_path: Path) -> None:
    assert load(tmp_path) == Ledger()


def test_an_address_goes_to_whom_it_belongs_now_and_none_is_forgotten() -> None:
    assert extend(Ledger({"/a/": "1", "/b/": "2"}), {"/a/": "2", "/c/": "1"}) == Ledger(
        {"/a/": "2", "/b/": "2", "/c/": "1"}
    )


def test_who_has_another_address_than_before_has_moved() -> None:
    before = Ledger({"/a/": "1", "/b/": "2", "/people/x/": "people/x", "/archive/": "-"})
    now = {
        "/new/": "1",
        "/b/": "2",
        "/people/x/": "people/x",
        "/people/x/page/2/": "people/x",
        "/archive/2026/": "-",
        "/c/": "3",
    }
    assert moves(before, now) == (("/a/", "/new/"),)


def test_two_that_swap_their_addresses_have_both_moved() -> None:
    assert moves(Ledger({"/a/": "1", "/b/": "2"}), {"/a/": "2", "/b/": "1"}) == (("/b/", "/a/"), ("/a/", "/b/"))
