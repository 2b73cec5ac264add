import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readalso.errors import Broken
from readalso.publish.deliver import deliver
from readalso.publish.switch import step_aside, switch
from readalso.publish.targets.folder import Folder, open_folder
from readalso.settings import Settings, Target
from tests.publish.folders import built, held

FIRST = {"index.html": "front", "a/index.html": "a", "style.css": "css"}
SECOND = {"index.html": "front 2", "b/index.html": "b", "style.css": "css"}


def publish(folder: Path, contents: Mapping[str, str], host: Folder | None = None) -> None:
    deliver(built(folder / "site", contents), host or Folder(folder / "www"), is_forced=True)


def opened(root: Path, path: str) -> Folder:
    return open_folder(Target("public", "folder", {"path": path}), Settings(), root)


def test_a_folder_is_made_and_then_holds_exactly_the_site(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    assert held(tmp_path / "www") == FIRST
    publish(tmp_path, SECOND)
    assert held(tmp_path / "www") == SECOND
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "www"]


def test_publishing_again_touches_nothing(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = {path: path.stat() for path in (tmp_path / "www").rglob("*")} | {
        tmp_path / "www": (tmp_path / "www").stat()
    }
    publish(tmp_path, FIRST)
    assert {path: path.stat() for path in before} == before


def test_what_others_put_there_stays_as_it_is(tmp_path: Path) -> None:
    www = tmp_path / "www"
    publish(tmp_path, FIRST)
    (www / "a" / "notes.txt").write_text("mine")
    (www / "empty" / "inner").mkdir(parents=True)
    (www / "empty").chmod(0o750)
    (www / "link").symlink_to("/nowhere/at/all")
    os.mkfifo(www / "pipe")
    inode = (www / "a" / "notes.txt").stat().st_ino
    publish(tmp_path, SECOND)
    assert held(www) == SECOND | {"a/notes.txt": "mine", "link": "-> /nowhere/at/all"}
    assert (www / "a" / "notes.txt").stat().st_ino == inode
    assert (www / "empty" / "inner").is_dir()
    assert (www / "empty").stat().st_mode & 0o777 == 0o750
    assert (www / "pipe").is_fifo()


def test_published_files_share_no_disk_block_with_the_built_ones(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    assert {(tmp_path / "www" / path).stat().st_nlink for path in FIRST} == {1}


@pytest.mark.parametrize(
    "foreign",
    ["a/index.html", "a", "index.html/x"],
    ids=["the same file", "a file for a folder", "a folder for a file"],
)
def test_a_foreign_file_in_a_pages_place_is_named_and_nothing_is_done(tmp_path: Path, foreign: str) -> None:
    (tmp_path / "www" / foreign).parent.mkdir(parents=True)
    (tmp_path / "www" / foreign).write_text("mine")
    with pytest.raises(Broken, match="was not put there by Readalso; move it away"):
        publish(tmp_path, FIRST)
    assert held(tmp_path / "www") == {foreign: "mine"}


def test_a_foreign_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "www" / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Broken, match="www/a: is in the way"):
        publish(tmp_path, FIRST)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_that_was_lost_or_changed_by_hand_is_put_again(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "www" / "index.html").write_text("defaced")
    (tmp_path / "www" / "style.css").unlink()
    publish(tmp_path, FIRST)
    assert held(tmp_path / "www") == FIRST


def test_a_damaged_list_of_what_was_published_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "www" / ".readalso-published.json").write_text('["index.h')
    with pytest.raises(Broken, match="what was published there cannot be told"):
        publish(tmp_path, SECOND)
    assert held(tmp_path / "www") == FIRST


def test_a_built_file_that_was_changed_after_the_build_is_refused_and_nothing_is_done(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    site = built(tmp_path / "site", SECOND)
    (tmp_path / "site" / "b" / "index.html").write_text("changed")
    with pytest.raises(Broken, match=r"site/b/index\.html: was changed after the build; build again"):
        deliver(site, Folder(tmp_path / "www"))
    assert held(tmp_path / "www") == FIRST
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "www"]


def test_what_the_disk_refuses_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Broken, match=r"file/www: cannot be published to: .*; see to its space and permissions"):
        publish(tmp_path, FIRST, Folder(tmp_path / "file" / "www"))


def test_of_a_target_that_is_a_link_the_folder_it_leads_to_is_switched(tmp_path: Path) -> None:
    root = tmp_path / "desk"
    root.mkdir()
    (tmp_path / "real").mkdir()
    (tmp_path / "www").symlink_to("real")
    deliver(built(root / "site", FIRST), opened(root, "../www"))
    assert (tmp_path / "www").readlink() == Path("real")
    assert held(tmp_path / "real") == FIRST


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (".", "is the site's own folder or holds it"),
        ("..", "is the site's own folder or holds it"),
        ("/", "is the top of the disk"),
        ("~", "is the home folder or holds it"),
        ("content/public", "lie in each other"),
        ("seeds", "lie in each other"),
        ("site", "lie in each other"),
        ("site/www", "lie in each other"),
        (".readalso/www", "lie in each other"),
        ("public/../themes", "lie in each other"),
        ("way-in", "lie in each other"),
        ("file", "is not a folder"),
        ("loop", "leads nowhere"),
        ("nul\0", "leads nowhere"),
    ],
)
def test_a_folder_where_other_things_live_is_refused(tmp_path: Path, path: str, why: str) -> None:
    root = tmp_path / "desk"
    (root / "content").mkdir(parents=True)
    (root / "way-in").symlink_to("content")
    (root / "loop").symlink_to("loop")
    (root / "file").write_text("mine")
    with pytest.raises(Broken, match=why):
        opened(root, path)


@pytest.mark.parametrize("path", ["public", "../www", "~/readalso-www", "contents"])
def test_a_folder_of_its_own_is_taken(tmp_path: Path, path: str) -> None:
    assert opened(tmp_path, path).place == (tmp_path / Path(path).expanduser()).resolve()


names = st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "c.css", "c/d.png", "feed.xml"])
sites = st.dictionaries(names, st.sampled_from(["one", "two", ""]), min_size=1)
foreign_files = st.dictionaries(st.sampled_from(["a/x", "a/b/x", "x/y/z", "robots.txt"]), st.just("mine"))


@settings(max_examples=40, deadline=None)
@given(st.lists(sites, min_size=1, max_size=4), foreign_files)
def test_after_any_series_the_folder_is_the_last_site_and_what_others_put_there(
    series: list[dict[str, str]], foreign: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in foreign.items():
            (folder / "www" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "www" / path).write_text(text)
        for contents in series:
            publish(folder, contents)
            assert held(folder / "www") == contents | foreign
        assert [path.name for path in folder.iterdir() if "readalso-" in path.name] == []


def test_without_an_exchange_of_names_the_old_tree_steps_aside(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND, Folder(tmp_path / "www", step_aside))
    assert held(tmp_path / "www") == SECOND
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "www"]


def test_two_runs_to_one_folder_do_not_meet(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)

    def meet(new: Path, place: Path, aside: Path) -> None:
        with pytest.raises(Broken, match="is being published to by another run"):
            publish(tmp_path, SECOND)
        switch(new, place, aside)

    publish(tmp_path, SECOND, Folder(tmp_path / "www", meet))
    assert held(tmp_path / "www") == SECOND


@pytest.mark.parametrize("way", ["exchange", "step aside"])
def test_killed_before_any_step_it_shows_the_old_tree_or_the_new_one_and_the_next_run_tidies_up(
    tmp_path: Path, way: str
) -> None:
    """In a process of its own, which forks a child for each step and kills it there."""
    program = Path(__file__).with_name("kill_at_each_step.py")
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path), way],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    steps = int(done.stdout)
    assert steps > 20
