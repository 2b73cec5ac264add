"""A URL once published answers: with the page, a redirect, or a tombstone. Whole builds with the ledger of addresses."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readalso.build import build
from readalso.errors import Broken
from readalso.job import Job
from readalso.library import ledger
from readalso.outcome import Outcome
from readalso.pages.page import path
from readalso.report import Voice
from readalso.settings import Settings
from tests.dump_theme import write_theme
from tests.mini_site import briefing, put

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
SETTINGS = Settings(title="Desk", base_url="https://news.example/")


def run(root: Path) -> Outcome:
    job = Job(root, SETTINGS, root / "site", root / ".readalso", NOW, with_ledger=True)
    return build(job, Voice(io.StringIO(), io.StringIO()))


def page(root: Path, url: str) -> str:
    return (root / "site" / path(url)).read_text()


def atom_ids(root: Path) -> set[str]:
    return set(re.findall(r"tag:news\.example,2020:\w+", page(root, "/atom.xml")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_theme(tmp_path)
    put(tmp_path, "content/a.md", briefing("Port deal", "The deal.", {"id": "one", "date": "2026-10-02"}))
    put(tmp_path, "content/b.md", briefing("Strike", "The strike.", {"id": "two", "people": "[Mara Veldan]"}))
    run(tmp_path)
    return tmp_path


def test_every_folder_of_the_site_is_in_the_ledger_with_its_owner(root: Path) -> None:
    known = ledger.load(root).owners
    assert (known["/a/"], known["/b/"]) == ("one", "two")
    assert known["/people/mara-veldan/"] == "people/mara veldan"
    assert known["/archive/2026/10/02/"] == "-"


def test_a_renamed_file_leaves_a_redirect_and_the_build_says_so(root: Path) -> None:
    ids = atom_ids(root)
    (root / "content/a.md").rename(root / "content/moved.md")
    outcome = run(root)
    assert outcome.moved == (("/a/", "/moved/"),)
    assert "target='/moved/'" in page(root, "/a/").replace("&#39;", "'")
    assert atom_ids(root) == ids
    assert run(root).moved == ()


def test_two_briefings_swap_their_addresses_and_keep_their_ids(root: Path) -> None:
    ids = atom_ids(root)
    (root / "content/a.md").rename(root / "content/c.md")
    (root / "content/b.md").rename(root / "content/a.md")
    (root / "content/c.md").rename(root / "content/b.md")
    assert set(run(root).moved) == {("/a/", "/b/"), ("/b/", "/a/")}
    assert "Strike" in page(root, "/a/")
    assert "Port deal" in page(root, "/b/")
    assert atom_ids(root) == ids


def test_a_deleted_briefing_leaves_a_tombstone_and_a_warning_until_the_desk_has_noted_it(root: Path) -> None:
    (root / "content/a.md").unlink()
    for outcome in (run(root), run(root)):
        assert [str(problem) for problem in outcome.problems] == [
            "content/_desk/urls.txt: /a/ was a briefing's address, and now says that it is gone; put it back, "
            'write aliases: ["/a/"] into another, or "gone" in place of the owner on its line'
        ]
        assert outcome.gone == ("/a/",)
    assert "Notice(url='/a/'" in page(root, "/a/").replace("&#39;", "'")
    lines = (root / ledger.FILE).read_text().replace("/a/\tone\n", "/a/\tgone\n")
    put(root, ledger.FILE, lines)
    assert run(root).problems == ()
    assert (root / "site/a/index.html").exists()


def test_a_line_taken_out_of_the_ledger_is_an_address_forgotten(root: Path) -> None:
    (root / "content/a.md").unlink()
    put(root, ledger.FILE, (root / ledger.FILE).read_text().replace("/a/\tone\n", ""))
    run(root)
    assert not (root / "site/a").exists()
    assert "/a/" not in ledger.load(root).owners


def test_a_list_that_became_empty_leads_to_the_one_above_it(root: Path) -> None:
    put(root, "content/b.md", briefing("Strike", "The strike.", {"id": "two"}))
    run(root)
    assert "target='/people/'" in page(root, "/people/mara-veldan/").replace("&#39;", "'")


def test_another_output_folder_writes_no_ledger(root: Path) -> None:
    (root / ledger.FILE).unlink()
    build(Job(root, SETTINGS, root / "trial", root / ".readalso/trial", NOW), Voice(io.StringIO(), io.StringIO()))
    assert not (root / ledger.FILE).exists()


def test_a_ledger_that_a_merge_has_left_in_pieces_is_named_by_line_and_the_site_stays(root: Path) -> None:
    put(root, ledger.FILE, "<<<<<<< ours\n/a/\tone\n")
    before = page(root, "/a/")
    with pytest.raises(Broken, match=r"content/_desk/urls\.txt:1: .* is no line of the ledger"):
        run(root)
    assert page(root, "/a/") == before


def test_an_id_that_the_ledger_or_a_file_could_not_hold_is_refused(root: Path) -> None:
    for bad in ("gone", "-", "..", "a/b", "a\\tb"):
        put(root, "content/a.md", briefing("Port deal", "", {"id": f'"{bad}"'}))
        with pytest.raises(Broken, match=r"content/a\.md:3:\d+: id .* cannot be an id; write letters"):
            run(root)
