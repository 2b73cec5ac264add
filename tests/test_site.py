import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from readalso import files
from readalso.errors import Broken
from readalso.outcome import Change
from readalso.site import MANIFEST, Site, are_inside
from readalso.words import digest


@pytest.fixture
def site(tmp_path: Path) -> Site:
    files.write(tmp_path / "outside.txt", "theirs")
    return Site(tmp_path / "site", tmp_path / "work")


def commit(site: Site, pages: dict[str, str]) -> Change:
    """Stage what is not there yet and commit, as a build does."""
    site.recover()
    staged = [path for path, text in pages.items() if not site.holds(path, text.encode())]
    for path in staged:
        site.stage(path, pages[path].encode())
    return site.commit({path: digest(text) for path, text in sorted(pages.items())}, staged)


def seen(site: Site) -> dict[str, str]:
    """All files in the output folder but the manifest."""
    return {p: Path(e.path).read_text() for p, e in files.walk(site.folder, hidden=True) if p != MANIFEST}


def strays(site: Site) -> set[str]:
    return {Path(entry.path).read_text() for _, entry in files.walk(site.work / "strays", hidden=True)}


def test_a_commit_makes_the_folder_what_is_wanted(site: Site) -> None:
    assert commit(site, {"index.html": "1", "a/index.html": "a"}) == Change(("a/index.html", "index.html"), (), ())
    assert commit(site, {"index.html": "2", "b/index.html": "b"}) == Change(
        ("b/index.html", "index.html"), ("a/index.html",), ()
    )
    assert seen(site) == {"index.html": "2", "b/index.html": "b"}
    assert site.manifest() == {"index.html": digest("2"), "b/index.html": digest("b")}
    assert sorted(entry.name for entry in site.folder.iterdir()) == [MANIFEST, "b", "index.html"]


def test_committing_twice_writes_nothing(site: Site) -> None:
    commit(site, {"index.html": "1"})
    before = {path: files.stamp(entry) for path, entry in files.walk(site.folder, hidden=True)}
    assert commit(site, {"index.html": "1"}) == Change((), (), ())
    assert {path: files.stamp(entry) for path, entry in files.walk(site.folder, hidden=True)} == before


def test_an_amendment_changes_what_is_staged_and_nothing_else(site: Site) -> None:
    commit(site, {"index.html": "1", "a/index.html": "a"})
    site.stage("index.html", b"2")
    assert site.amend({"index.html": digest("2")}, ["index.html"]) == Change(("index.html",), (), ())
    assert seen(site) == {"index.html": "2", "a/index.html": "a"}
    assert site.manifest() == {"index.html": digest("2"), "a/index.html": digest("a")}
    assert site.amend({"index.html": digest("2")}, []) == Change((), (), ())
    assert not site.is_unfinished()


def test_a_manifest_that_has_two_names_is_replaced_and_not_written_over(site: Site, tmp_path: Path) -> None:
    commit(site, {"index.html": "1"})
    os.link(site.folder / MANIFEST, tmp_path / "snapshot.json")
    before = (tmp_path / "snapshot.json").read_bytes()
    site.stage("index.html", b"2")
    site.amend({"index.html": digest("2")}, ["index.html"])
    assert site.manifest() == {"index.html": digest("2")}
    assert (tmp_path / "snapshot.json").read_bytes() == before


def test_what_is_shown_is_in_place_and_an_amendment_notes_it(site: Site) -> None:
    commit(site, {"index.html": "1", "a/index.html": "a"})
    site.stage("a/index.html", b"b")
    site.show()
    assert seen(site) == {"index.html": "1", "a/index.html": "b"}
    assert site.manifest()["a/index.html"] == digest("a")
    assert site.amend({"a/index.html": digest("b")}, []) == Change((), (), ())
    assert site.manifest() == {"index.html": digest("1"), "a/index.html": digest("b")}


def test_a_link_among_the_pages_is_put_aside_and_not_followed(site: Site, tmp_path: Path) -> None:
    commit(site, {"index.html": "1"})
    files.write(tmp_path / "elsewhere/kept.txt", "kept")
    (site.folder / "way").symlink_to(tmp_path / "elsewhere")
    (site.folder / "dead.txt").symlink_to("nowhere")
    assert commit(site, {"index.html": "1"}) == Change((), (), ("dead.txt", "way"))
    assert seen(site) == {"index.html": "1"}
    assert not (site.folder / "way").is_symlink()
    assert (site.work / "strays/way").is_symlink()
    assert (tmp_path / "elsewhere/kept.txt").read_text() == "kept"


def test_a_foreign_folder_is_refused(site: Site) -> None:
    site.check_owned()
    files.write(site.folder / ".git" / "config", "")
    files.write(site.folder / "CNAME", "")
    site.check_owned()
    files.write(site.folder / "thesis.doc", "")
    with pytest.raises(Broken, match=r"holds files that Readalso did not put there, such as thesis\.doc"):
        site.check_owned()


def test_git_and_cname_survive(site: Site) -> None:
    kept = {".git/config": "g", ".gitignore": "i", "CNAME": "c", ".nojekyll": ""}
    for path, text in kept.items():
        files.write(site.folder / path, text)
    commit(site, {"index.html": "1"})
    commit(site, {"a.html": "2"})
    assert site.clear() == 1
    assert seen(site) == kept


def test_a_sites_own_cname_is_a_file_like_any_other(site: Site) -> None:
    commit(site, {"CNAME": "news.example", "index.html": "1"})
    assert set(site.stamps()) == {"CNAME", "index.html"}
    assert commit(site, {"index.html": "1"}).removed == ("CNAME",)


def test_a_stray_is_moved_aside_and_never_lost(site: Site) -> None:
    commit(site, {"index.html": "1"})
    for text in ("one", "two"):
        files.write(site.folder / "a" / "notes.txt", text)
        assert commit(site, {"index.html": "1"}).strays == ("a/notes.txt",)
    (site.folder / "a").rmdir()
    files.write(site.folder / "a", "three")
    commit(site, {"index.html": "1"})
    assert seen(site) == {"index.html": "1"}
    assert strays(site) == {"one", "two", "three"}


def test_a_stray_with_a_name_that_is_no_text_is_moved_aside(site: Site) -> None:
    commit(site, {"index.html": "1"})
    (site.folder / os.fsdecode(b"caf\xe9")).write_text("x")
    commit(site, {"index.html": "1"})
    assert (seen(site), strays(site)) == ({"index.html": "1"}, {"x"})


def test_what_stands_in_a_pages_way_is_moved_aside(site: Site) -> None:
    commit(site, {"x": "x"})
    files.write(site.folder / "a.html" / "deep" / "n", "folder in place of a file")
    files.write(site.folder / "b", "file in place of a folder")
    os.mkfifo(site.folder / "c")
    commit(site, {"x": "x", "a.html": "1", "b/index.html": "2", "c/index.html": "3"})
    assert seen(site) == {"x": "x", "a.html": "1", "b/index.html": "2", "c/index.html": "3"}
    assert strays(site) == {"folder in place of a file", "file in place of a folder"}


def test_a_page_becomes_a_folder_and_back(site: Site) -> None:
    for pages in ({"a": "1"}, {"a/b": "2"}, {"a/b/c": "3"}, {"a": "1"}):
        commit(site, pages)
        assert seen(site) == pages
    assert strays(site) == set()


def test_links_in_the_folder_are_never_written_through(site: Site) -> None:
    commit(site, {"a/index.html": "1", "b.html": "2", "c/index.html": "3"})
    far = site.folder.parent / "far"
    files.write(far / "index.html", "theirs")
    for name, page in (("a", "a/index.html"), ("c", "c/index.html")):
        files.remove(site.folder / page, site.folder)
        (site.folder / name).symlink_to(far)
    (site.folder / "b.html").unlink()
    (site.folder / "b.html").symlink_to(far / "index.html")
    assert not site.holds("a/index.html", b"theirs")
    commit(site, {"a/index.html": "new", "b.html": "new"})
    assert (site.folder / "a" / "index.html").read_text() == (site.folder / "b.html").read_text() == "new"
    assert not (site.folder / "b.html").is_symlink()
    assert {path for path, _ in files.walk(far)} == {"index.html"}
    assert (far / "index.html").read_text() == "theirs"


def test_clearing_removes_nothing_through_a_link(site: Site) -> None:
    commit(site, {"a/index.html": "1", "b.html": "2"})
    far = site.folder.parent / "far"
    files.write(far / "index.html", "theirs")
    files.remove(site.folder / "a" / "index.html", site.folder)
    (site.folder / "a").symlink_to(far)
    assert site.clear() == 1
    assert (far / "index.html").read_text() == "theirs"


GARBLED = [
    "", "{", "[]", "null", '{"index.html": 5}', '{"../outside.txt": "x"}', '{"/etc/hosts": "x"}', '{"a/../../x": "x"}',
    '{"a\\u0000": "x"}', '{"": "x"}', '{"a//b": "x"}', "[" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("text", GARBLED, ids=lambda text: text[:20])
def test_with_a_garbled_manifest_nothing_is_deleted(site: Site, text: str) -> None:
    commit(site, {"index.html": "1", "old.html": "2"})
    files.write(site.folder / "notes.txt", "theirs")
    (site.folder / MANIFEST).write_text(text)
    with pytest.raises(Broken, match="is damaged"):
        site.clear()
    assert site.manifest() == {"index.html": "", "notes.txt": "", "old.html": ""}
    assert commit(site, {"index.html": "1"}) == Change((), (), ("notes.txt", "old.html"))
    assert (seen(site), strays(site)) == ({"index.html": "1"}, {"2", "theirs"})
    assert (site.folder.parent / "outside.txt").read_text() == "theirs"
    assert site.clear() == 1


@pytest.mark.parametrize("path", ["..\\x", "a\\..\\..\\x", "C:/x", "C:x", "\\\\host\\x"])
def test_what_leads_out_of_a_folder_on_windows_is_refused_there(path: str) -> None:
    assert not are_inside(["a/index.html", path], is_windows=True)
    assert are_inside([path], is_windows=False)
    assert are_inside(["a/index.html"], is_windows=True)


@pytest.mark.parametrize(
    "text",
    [*GARBLED, *(
        json.dumps({"wanted": {}, "written": [], "removed": [], "strays": []} | bad)
        for bad in ({"removed": ["../outside.txt"]}, {"strays": ["../outside.txt"]}, {"written": ["../outside.txt"]},
                    {"wanted": {"/x": ""}}, {"removed": 5}, {"strays": None})
    )],
    ids=lambda text: text[-40:],
)  # fmt: skip
def test_a_garbled_journal_is_no_journal(site: Site, text: str) -> None:
    commit(site, {"index.html": "1"})
    files.write(site.work / "journal.json", text)
    assert site.is_unfinished()
    assert not site.recover()
    assert not site.is_unfinished()
    assert seen(site) == {"index.html": "1"}
    assert (site.folder.parent / "outside.txt").read_text() == "theirs"


def test_what_a_failed_build_staged_is_dropped(site: Site) -> None:
    site.stage("a", b"half a build")
    assert commit(site, {"a/b": "1"}).written == ("a/b",)
    assert seen(site) == {"a/b": "1"}


OLD = {"index.html": "old", "gone/index.html": "old", "same.html": "same"}
NEW = {"index.html": "new", "fresh/index.html": "new", "same.html": "same"}


@pytest.mark.parametrize("done", range(6))
def test_a_commit_is_finished_from_wherever_it_stopped(site: Site, done: int) -> None:
    commit(site, OLD)
    files.write(site.folder / "stray.txt", "stray")
    for path in ("index.html", "fresh/index.html"):
        site.stage(path, NEW[path].encode())
    steps: list[Callable[[], object]] = [
        lambda: files.move(site.folder / "stray.txt", site.work / "strays" / "stray.txt"),
        lambda: files.remove(site.folder / "gone/index.html", site.folder),
        lambda: files.move(site.work / "stage/index.html", site.folder / "index.html"),
        lambda: files.move(site.work / "stage/fresh/index.html", site.folder / "fresh/index.html"),
        lambda: files.write(site.folder / MANIFEST, json.dumps({path: digest(text) for path, text in NEW.items()})),
    ]
    journal = {
        "wanted": {path: digest(text) for path, text in NEW.items()},
        "written": ["index.html", "fresh/index.html"],
        "removed": ["gone/index.html"],
        "strays": ["stray.txt"],
    }
    files.write(site.work / "journal.json", json.dumps(journal))
    for step in steps[:done]:
        step()
    assert site.is_unfinished()
    assert site.recover()
    assert (seen(site), strays(site), site.is_unfinished()) == (NEW, {"stray"}, False)
    assert site.manifest() == {path: digest(text) for path, text in NEW.items()}
    assert not site.recover()


KILLED = """
import sys
from pathlib import Path
from readalso.site import Site
from readalso.words import digest
site = Site(Path(sys.argv[1]), Path(sys.argv[2]))
print(flush=True)
while True:
    for word in ("old", "new"):
        site.recover()
        pages = {f"{word if n % 5 == 0 else 'p'}{n}/index.html": f"{word} {n}" * 500 for n in range(60)}
        for path, text in pages.items():
            site.stage(path, text.encode())
        site.commit({path: digest(text) for path, text in sorted(pages.items())}, pages)
"""


@pytest.mark.slow
def test_a_commit_killed_at_any_moment_is_finished_by_the_next(site: Site) -> None:
    for turn in range(12):
        run = [sys.executable, "-c", KILLED, str(site.folder), str(site.work)]
        with subprocess.Popen(run, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(0.02 + turn * 0.0137)
            process.send_signal(signal.SIGKILL)
        for text in seen(site).values():
            assert text.startswith(("old", "new")), "a file is half there"
        site.recover()
        assert {path: digest(text) for path, text in seen(site).items()} == site.manifest()
        assert len({text[:3] for text in seen(site).values()}) <= 1
