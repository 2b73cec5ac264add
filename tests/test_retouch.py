"""Texts set anew: nothing else is looked at, and the site is the one that a whole build makes."""

import io
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readalso import reading
from readalso.briefing.markdown import syntax
from readalso.build import build
from readalso.errors import Broken
from readalso.files import SETTLED
from readalso.job import Job
from readalso.outcome import Outcome
from readalso.report import Voice
from readalso.retouch import proof
from readalso.settings import Settings
from tests.mini_site import briefing, put, write_site

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
TEXT = "The harbour is quiet. Quiet is the harbour.\n\nRead also: [[Port strike ends]]\n\nNobody came."
PATHS = [f"content/more/{number}.md" for number in range(25)]


def job(site: Path, output: str = "site") -> Job:
    settings = Settings(title="Mini", theme="mini", base_url="https://news.example/", ninjs=True)
    return Job(site, settings, site / output, site / f".{output}", NOW, with_ledger=True)


def run(site: Path, output: str = "site", **changes: object) -> Outcome:
    return build(replace(job(site, output), **changes), Voice(io.StringIO(), io.StringIO()))  # type: ignore[arg-type]


def show(site: Path, *paths: str) -> frozenset[str]:
    return frozenset(proof(job(site), [path.removeprefix("content/") for path in paths]))


def write(site: Path, path: str, text: str, title: str = "", **keys: str) -> None:
    put(site, path, briefing(title or f"Report {Path(path).stem}", text, {"id": Path(path).stem, **keys}))


def reword(site: Path, paths: Iterable[str]) -> None:
    for path in paths:
        write(site, path, TEXT + " Quiet.")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_quick(site: Path) -> bool:
    """Whether the last build set texts anew and did no more."""
    return (site / ".site/memo-since").exists()


def pause() -> None:
    time.sleep(1.5 * SETTLED / 1e9)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path)
    for path in PATHS:
        write(tmp_path, path, TEXT)
    pause()
    run(tmp_path)
    return tmp_path


def test_only_the_pages_that_print_the_text_are_made(site: Path) -> None:
    write(site, PATHS[0], TEXT.replace("Nobody", "Quiet nobody"))
    outcome = run(site)
    assert outcome.made == (("/more/0/", "text changed, words changed"),)
    assert outcome.change.written == ("more/0/index.html",)
    assert is_quick(site)
    assert (outcome.briefings, outcome.resolved) == (27, run(site, "clean").resolved)
    assert tree(site / "site") == tree(site / "clean")


def test_it_goes_on_from_what_it_left(site: Path) -> None:
    for round in range(3):
        for path in PATHS[round : round + 2]:
            write(site, path, TEXT + " Quiet." * (round + 1))
        pause()
        assert len(run(site).change.written) == 2
        assert is_quick(site)
        assert run(site).made == ()
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")


def test_a_whole_build_takes_in_what_it_left(site: Path) -> None:
    write(site, PATHS[0], TEXT + " Quiet.")
    pause()
    run(site)
    write(site, PATHS[1], TEXT, title="Another headline")
    outcome = run(site)
    assert not is_quick(site)
    assert "/more/0/" not in dict(outcome.made)
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")


def test_where_the_shortcuts_are_not_proven_no_text_is_set_anew_alone(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading._converter.cache_clear()
    monkeypatch.setattr(syntax, "VERSION", (0, 0))
    assert run(site, is_fresh=True).change.written == ()
    reword(site, PATHS[:1])
    pause()
    assert run(site).change.written == ("more/0/index.html",)
    assert not is_quick(site)
    reading._converter.cache_clear()


def test_a_text_that_was_written_just_before_is_looked_at_again(site: Path) -> None:
    write(site, PATHS[0], TEXT + " Quiet.")
    run(site)
    write(site, PATHS[0], TEXT + " Nobody.")
    assert run(site).change.written == ("more/0/index.html",)
    assert is_quick(site)
    assert run(site).change.written == ()


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word by which it is found": lambda site: write(site, PATHS[0], TEXT, summary="A zephyr."),
    "a headline": lambda site: write(site, PATHS[0], TEXT, title="Another headline"),
    "a reference": lambda site: write(site, PATHS[0], TEXT + "\n\nRead also: [[Nothing known]]"),
    "a status": lambda site: write(site, PATHS[0], TEXT, status="draft"),
    "a new briefing": lambda site: write(site, "content/more/new.md", TEXT),
    "one that went": lambda site: (site / PATHS[0]).unlink(),
    "one that moved": lambda site: (site / PATHS[0]).rename(site / "content/moved.md"),
    "a file of the desk": lambda site: put(site, "content/_desk/links.yml", "links: []\n"),
    "a template": lambda site: put(site, "templates/card.html", "{{ card.title }}"),
    "a page": lambda site: put(site, "site/more/3/index.html", "damaged"),
    "a stray": lambda site: put(site, "site/more/mine.txt", "mine"),
    "the galleys": lambda site: put(site, ".site/galleys", "damaged"),
    "many texts": lambda site: reword(site, PATHS),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_else_has_changed_asks_for_a_whole_build(site: Path, name: str) -> None:
    write(site, PATHS[1], TEXT + " Quiet.")
    CHANGES[name](site)
    run(site)
    assert not is_quick(site)
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")


@pytest.mark.parametrize(("search", "expected"), [("summary", True), ("off", True), ("text", False)])
def test_a_new_word_of_the_text_matters_where_it_can_be_searched_for(site: Path, search: str, expected: bool) -> None:
    settings = Settings(title="Mini", theme="mini", base_url="https://news.example/", search=search)
    run(site, settings=settings)
    write(site, PATHS[0], TEXT + " Zephyr.")
    run(site, settings=settings)
    assert is_quick(site) is expected
    run(site, "clean", settings=settings)
    assert tree(site / "site") == tree(site / "clean")


def test_a_broken_text_is_named_and_nothing_changes(site: Path) -> None:
    before = tree(site / "site")
    put(site, PATHS[0], "---\ntitle: [\n---\n\nText.\n")
    with pytest.raises(Broken):
        run(site)
    assert tree(site / "site") == before


def test_a_clock_that_moves_past_a_date_asks_for_a_whole_build(site: Path) -> None:
    write(site, PATHS[0], TEXT, date="2026-11-03")
    pause()
    run(site)
    write(site, PATHS[1], TEXT + " Quiet.")
    run(site, now=datetime(2026, 11, 4, tzinfo=UTC))
    assert not is_quick(site)


def test_with_the_memory_gone_it_still_ends_in_the_same_site(site: Path) -> None:
    (site / ".site/memo").unlink()
    write(site, PATHS[0], TEXT + " Quiet.")
    run(site)
    write(site, PATHS[0], TEXT, title="Another headline")
    run(site)
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")


def test_a_text_is_shown_at_once_and_the_build_that_follows_finds_it(site: Path) -> None:
    reword(site, PATHS[:2])
    pages = show(site, *PATHS[:2])
    assert pages == {"more/0/index.html", "more/1/index.html"}
    assert "Nobody came. Quiet." in (site / "site/more/0/index.html").read_text()
    assert show(site, *PATHS[:2]) == frozenset()
    pause()
    assert run(site, shown=pages).change.written == ()
    assert is_quick(site)
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")
    assert run(site).made == ()


@pytest.mark.parametrize("name", [*CHANGES])
def test_what_else_has_changed_when_a_text_is_shown_is_built_afterwards(site: Path, name: str) -> None:
    write(site, PATHS[1], TEXT + " Quiet.")
    CHANGES[name](site)
    pages = show(site, PATHS[1])
    assert pages == (set() if name == "the galleys" else {"more/1/index.html"})
    run(site, shown=pages)
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")


def test_nothing_is_shown_in_a_folder_that_no_build_has_filled(site: Path) -> None:
    reword(site, PATHS[:1])
    put(site, "foreign/more/0/index.html", "precious")
    for output in ("foreign", "missing"):
        assert proof(replace(job(site), output=site / output), ["more/0.md"]) == ()
    assert tree(site / "foreign") == {"more/0/index.html": b"precious"}
    assert not (site / "missing").exists()
    put(site, "foreign/.manifest.json", "{}")  # the galleys are those of another folder
    assert proof(replace(job(site), output=site / "foreign"), ["more/0.md"]) == ()


@pytest.mark.parametrize("when", ["before", "after"])
def test_where_the_output_is_removed_a_build_makes_it_again(site: Path, when: str) -> None:
    reword(site, PATHS[:1])
    if when == "before":
        shutil.rmtree(site / "site")
    pages = show(site, PATHS[0])
    assert pages == (set() if when == "before" else {"more/0/index.html"})
    shutil.rmtree(site / "site", ignore_errors=True)
    run(site, shown=pages)
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")


@pytest.mark.parametrize(
    "name", ["a word by which it is found", "a headline", "a reference", "a status", "the galleys"]
)
def test_more_than_a_text_is_not_shown_without_a_build(site: Path, name: str) -> None:
    before = tree(site / "site")
    CHANGES[name](site)
    assert show(site, PATHS[0]) == frozenset()
    assert show(site, *PATHS) == frozenset()
    put(site, PATHS[0], "---\ntitle: [\n---\n\nText.\n")
    assert show(site, PATHS[0]) == frozenset()
    assert tree(site / "site") == before


def test_a_new_word_that_can_be_searched_for_is_shown_and_the_build_that_follows_takes_it_in(site: Path) -> None:
    settings = Settings(title="Mini", theme="mini", base_url="https://news.example/", search="text")
    run(site, settings=settings)
    write(site, PATHS[0], TEXT + " Zephyr.")
    pages = frozenset(proof(replace(job(site), settings=settings), ["more/0.md"]))
    assert pages == {"more/0/index.html"}
    pause()
    outcome = run(site, settings=settings, shown=pages)
    assert not is_quick(site)
    assert "more/0/index.html" not in outcome.change.written
    run(site, "clean", settings=settings)
    assert tree(site / "site") == tree(site / "clean")


def test_a_program_that_ends_before_that_build_costs_nothing_but_time(site: Path) -> None:
    reword(site, PATHS[:1])
    assert show(site, PATHS[0])
    pause()
    assert run(site).change.written == ()
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")


def test_another_page_that_was_damaged_meanwhile_is_mended(site: Path) -> None:
    reword(site, PATHS[:1])
    pages = show(site, PATHS[0])
    put(site, "site/more/3/index.html", "damaged")
    pause()
    assert run(site, shown=pages).change.written == ("more/3/index.html",)
    run(site, "clean")
    assert tree(site / "site") == tree(site / "clean")
