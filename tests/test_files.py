import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from readalso import files
from readalso.errors import Broken


def tree(folder: Path) -> dict[str, str]:
    return {path: Path(entry.path).read_text() for path, entry in files.walk(folder, hidden=True)}


def test_writing_makes_folders_and_leaves_no_parts(tmp_path: Path) -> None:
    files.write(tmp_path / "a" / "b.txt", "é")
    files.write(tmp_path / "a" / "b.txt", b"two")
    assert tree(tmp_path) == {"a/b.txt": "two"}


@pytest.mark.parametrize("data", ["\ud800", b""])
def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, data: str | bytes) -> None:
    place = tmp_path / "a"
    if isinstance(data, bytes):
        place.mkdir()
        (place / "x").write_text("old")
    else:
        place.write_text("old")
    before = tree(tmp_path)
    with pytest.raises((OSError, UnicodeEncodeError)):
        files.write(place, data)
    assert tree(tmp_path) == before


def test_writing_replaces_a_link_and_not_what_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "far").write_text("theirs")
    (tmp_path / "link").symlink_to("far")
    files.write(tmp_path / "link", "ours")
    assert tree(tmp_path) == {"far": "theirs", "link": "ours"}


def test_a_file_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "a"
    assert files.write_changed(place, "x")
    before = files.stamp(place)
    assert not files.write_changed(place, b"x")
    assert files.stamp(place) == before
    assert files.write_changed(place, "y")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", tmp_path, tmp_path / "missing", tmp_path / "a\0b", Path("/dev/zero")):
        with pytest.raises(Broken, match="is not a file that can be read"):
            files.read_bytes(place)


def test_text_has_no_byte_order_mark_and_one_kind_of_line_end() -> None:
    assert files.decode(b"\xef\xbb\xbfa\r\nb\rc\n", "f") == "a\nb\nc\n"


def test_what_is_not_utf8_is_refused_at_its_line() -> None:
    with pytest.raises(Broken) as caught:
        files.decode(b"one\ntwo\nth\xe9ee", "content/a.md")
    assert str(caught.value) == "content/a.md:3: is not UTF-8 text; save the file as UTF-8"


def test_a_walk_is_sorted_and_follows_no_link_and_opens_no_pipe(tmp_path: Path) -> None:
    for name in ("b/z.md", "b/a.md", "a.md", ".git/config", "c/.hid", "b-c/x.md"):
        files.write(tmp_path / "in" / name, "")
    files.write(tmp_path / "out" / "secret", "")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "loop").symlink_to(".")
    (tmp_path / "in" / "file").symlink_to(tmp_path / "out" / "secret")
    os.mkfifo(tmp_path / "in" / "pipe")
    assert [path for path, _ in files.walk(tmp_path / "in")] == ["a.md", "b-c/x.md", "b/a.md", "b/z.md"]
    assert len(list(files.walk(tmp_path / "in", hidden=True))) == 6


def test_a_walk_of_nothing_is_empty_and_of_a_file_is_refused(tmp_path: Path) -> None:
    assert list(files.walk(tmp_path / "missing")) == []
    (tmp_path / "file").write_text("")
    with pytest.raises(Broken, match="cannot be read"):
        list(files.walk(tmp_path / "file"))


def test_removing_takes_the_folders_left_empty_up_to_a_limit(tmp_path: Path) -> None:
    files.write(tmp_path / "site" / "a" / "b" / "c.html", "")
    files.write(tmp_path / "site" / "a" / "d.html", "")
    files.remove(tmp_path / "site" / "a" / "b" / "c.html", tmp_path / "site")
    assert not (tmp_path / "site" / "a" / "b").exists()
    files.remove(tmp_path / "site" / "a" / "d.html", tmp_path / "site")
    files.remove(tmp_path / "site" / "a" / "gone.html", tmp_path / "site")
    assert list((tmp_path / "site").iterdir()) == []


def test_moving_makes_folders_and_replaces(tmp_path: Path) -> None:
    files.write(tmp_path / "a", "new")
    files.write(tmp_path / "b" / "c", "old")
    files.move(tmp_path / "a", tmp_path / "b" / "c")
    assert tree(tmp_path) == {"b/c": "new"}


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="needs a second file system")
def test_moving_crosses_file_systems(tmp_path: Path) -> None:
    far = Path(f"/dev/shm/readalso-{os.getpid()}")
    try:
        files.write(far / "f", "file")
        files.write(far / "d" / "g", "in a folder")
        (far / "l").symlink_to("nowhere")
        for name in "fdl":
            files.move(far / name, tmp_path / name)
        assert tree(tmp_path) == {"d/g": "in a folder", "f": "file"}
        assert (tmp_path / "l").is_symlink()
        assert list(far.iterdir()) == []
    finally:
        files.remove_tree(far)


def test_removing_a_tree_does_not_follow_a_link(tmp_path: Path) -> None:
    files.write(tmp_path / "far" / "x", "")
    (tmp_path / "link").symlink_to("far")
    files.remove_tree(tmp_path / "link")
    files.remove_tree(tmp_path / "missing")
    assert [path for path, _ in files.walk(tmp_path)] == ["far/x"]


def test_being_inside_is_told_with_links_resolved(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site-b").mkdir()
    (tmp_path / "site" / "out").symlink_to("..")
    assert files.is_inside(tmp_path / "site" / "x" / "y", tmp_path / "site")
    assert files.is_inside(tmp_path / "site", tmp_path / "site")
    assert not files.is_inside(tmp_path / "site-b", tmp_path / "site")
    assert not files.is_inside(tmp_path / "site" / ".." / "x", tmp_path / "site")
    assert not files.is_inside(tmp_path / "site" / "out" / "x", tmp_path / "site")


def test_a_missing_file_has_no_stamp(tmp_path: Path) -> None:
    assert files.stamp(tmp_path / "missing") is None


def test_files_of_long_and_like_names_are_written_side_by_side(tmp_path: Path) -> None:
    places = [tmp_path / f"{'a' * 180}-{number}.md" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda place: files.write(place, place.name), places))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(place.name for place in places)
    assert all(place.read_text() == place.name for place in places)


def test_only_a_stamp_older_than_a_clocks_tick_is_settled() -> None:
    now = 10 * files.SETTLED
    old, young, touched = (1, 0, 0, 1), (1, now - files.SETTLED, 0, 1), (1, 0, now - files.SETTLED, 1)
    assert files.settled({"old": old, "young": young, "touched": touched}, now) == {"old": old}
