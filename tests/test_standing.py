"""Whether the last build still stands: what makes it fall, and that nothing is looked at while it stands."""

import dataclasses
import io
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from readalso import standing
from readalso.build import build
from readalso.files import SETTLED
from readalso.job import Job
from readalso.library.visibility import Show
from readalso.outcome import Outcome
from readalso.report import Voice
from readalso.settings import Settings
from tests.mini_site import briefing, put, write_site

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def run(site: Path, **changes: object) -> Outcome:
    settings = Settings(title="Mini", theme="mini", base_url="https://news.example/")
    job = Job(site, settings, site / "site", site / ".readalso", NOW, with_ledger=True)
    return build(dataclasses.replace(job, **changes), Voice(io.StringIO(), io.StringIO()))  # type: ignore[arg-type]


def stands(site: Path, **changes: object) -> bool:
    """Whether a build looks at nothing: with the memory gone, it could not otherwise leave every file alone."""
    memory = site / ".readalso/memo"
    kept = memory.read_bytes()
    memory.unlink()
    run(site, **changes)
    has_looked = memory.exists()
    memory.write_bytes(kept)
    return not has_looked


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path)
    put(tmp_path, "content/ahead.md", briefing("Ahead", "Text.", {"id": "ahead", "date": "2026-11-03"}))
    put(tmp_path, "content/_desk/received/deal.md", "what intake remembers")
    put(tmp_path, "static/x.txt", "x")
    time.sleep(1.5 * SETTLED / 1e9)
    run(tmp_path)
    return tmp_path


def test_the_build_after_the_first_one_says_the_same_and_looks_at_nothing(site: Path) -> None:
    looked = run(site, is_fresh=True)
    stood = run(site)
    assert replace(stood, seconds=0.0) == replace(looked, seconds=0.0, made=(), left=stood.left)
    assert (stood.briefings, stood.resolved, stood.pending, len(stood.held)) == (2, 1, 1, 1)
    assert stands(site)


@pytest.mark.parametrize(
    "change",
    [
        lambda site: put(site, "content/ports/deal.md", briefing("Other", "Text.")),
        lambda site: put(site, "content/new.md", briefing("New", "Text.")),
        lambda site: (site / "content/ports/strike.md").unlink(),
        lambda site: put(site, "content/_desk/links.yml", "links: []\n"),
        lambda site: put(site, "content/_desk/urls.txt", "/other/\tgone\n"),
        lambda site: put(site, "content/picture.png", b"x"),
        lambda site: put(site, "themes/mini/templates/card.html", "x"),
        lambda site: put(site, "templates/card.html", "x"),
        lambda site: put(site, "static/x.txt", "y"),
        lambda site: put(site, "languages/en.yml", 'skip: "x"\n'),
        lambda site: put(site, "site/ports/deal/index.html", "damaged"),
        lambda site: put(site, "site/stray.txt", "x"),
        lambda site: (site / "site/style.css").unlink(),
        lambda site: put(site, "site/.manifest.json", "damaged"),
        lambda site: put(site, ".readalso/standing", "damaged"),
        lambda site: (site / ".readalso/standing").unlink(),
    ],
)
def test_whatever_goes_in_or_came_out_makes_it_fall(site: Path, change: Callable[[Path], object]) -> None:
    change(site)
    assert not stands(site)


def looked(site: Path) -> tuple[bool, bool]:
    """Whether what goes in is what went in, and whether all the rest is as it was, as a run asks before it loads more."""
    note = standing.read(site / ".readalso", standing.Note[Outcome])
    assert note is not None
    taken, is_rest_same = standing.look(note, NOW)
    return standing.is_taken(note, taken), is_rest_same


@pytest.mark.parametrize("few", [standing.FEW, 0])
def test_one_process_looks_at_what_goes_in_and_another_at_what_came_out(
    site: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(standing, "FEW", few)
    monkeypatch.setattr(standing, "active_count", lambda: 1)  # the runner of the tests has threads of its own
    assert looked(site) == (True, True)
    put(site, "content/new.md", briefing("New", "Text."))
    assert looked(site) == (False, True)
    put(site, "site/ports/deal/index.html", "damaged")
    assert looked(site) == (False, False)
    (site / "content/new.md").unlink()
    assert looked(site) == (True, False)


def test_the_answer_of_a_process_that_nobody_may_wait_for_is_found_out_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "FEW", 0)
    monkeypatch.setattr(standing, "active_count", lambda: 1)
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert looked(site) == (True, True)
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_a_folder_of_one_page_is_looked_at_by_the_next_build_that_has_something_to_do(site: Path) -> None:
    put(site, "site/ports/deal/stray.txt", "x")
    assert looked(site) == (True, True)
    put(site, "content/new.md", briefing("New", "Text."))
    assert "ports/deal/stray.txt" in run(site).change.strays


@pytest.mark.parametrize(
    "changes",
    [
        {"settings": Settings(title="Other", theme="mini", base_url="https://news.example/")},
        {"show": Show(drafts=True)},
        {"is_fresh": True},
        {"now": NOW + timedelta(days=2)},
        {"now": NOW - timedelta(days=1)},
    ],
)
def test_other_settings_and_another_time_make_it_fall(site: Path, changes: dict[str, object]) -> None:
    assert not stands(site, **changes)


def test_it_stands_until_the_first_date_passes_and_whatever_intake_remembers(site: Path) -> None:
    put(site, "content/_desk/received/deal.md", "something else")
    assert stands(site, now=datetime(2026, 11, 2, 23, 59, tzinfo=UTC))
    assert not stands(site, now=datetime(2026, 11, 3, tzinfo=UTC))


def test_the_list_of_the_last_two_days_is_made_again_when_one_of_it_is_older(site: Path) -> None:
    put(site, "content/fresh.md", briefing("Fresh", "Text.", {"date": "2026-11-01T06:00+00:00"}))
    time.sleep(1.5 * SETTLED / 1e9)
    run(site)
    assert not stands(site, now=datetime(2026, 11, 3, 6, tzinfo=UTC))


def test_files_that_were_just_written_are_looked_at_again(site: Path) -> None:
    put(site, "content/new.md", briefing("New", "Text."))
    run(site)
    note = standing.read(site / ".readalso", standing.Note[Outcome])
    assert note
    young = [path for path, stamp in msgspec.msgpack.decode(note.taken).items() if not any(stamp)]
    assert [Path(path).name for path in young if Path(path).exists()] == ["new.md"]


@pytest.mark.skipif(sys.platform == "darwin", reason="file names are text there")
def test_a_name_that_is_no_text_is_looked_at_like_any_other(site: Path) -> None:
    odd = os.fsencode(site) + b"/content/picture-\xff.png"
    Path(os.fsdecode(odd)).write_bytes(b"x")
    time.sleep(1.5 * SETTLED / 1e9)
    run(site)
    assert stands(site)
    Path(os.fsdecode(odd)).write_bytes(b"xy")
    assert not stands(site)


@pytest.mark.skipif(sys.platform == "darwin", reason="file names are text there")
def test_a_folder_whose_name_is_no_text_is_built_like_any_other(tmp_path: Path) -> None:
    root = tmp_path / os.fsdecode(b"desk-\xff")
    write_site(root)
    assert run(root).made
    assert not run(root).made


def test_a_file_of_the_desk_that_is_a_link_is_followed(site: Path, tmp_path: Path) -> None:
    shared = put(tmp_path / "shared", "threads.yml", "")
    (site / "content/_desk/threads.yml").symlink_to(shared)
    time.sleep(1.5 * SETTLED / 1e9)
    run(site)
    assert stands(site)
    shared.write_text("aaaaaaaaaaaa: {title: The port}\n")
    assert not stands(site)


def test_what_is_two_days_old_to_the_second_is_no_news_any_more(site: Path) -> None:
    put(site, "content/fresh.md", briefing("Fresh", "Text.", {"date": "2026-10-30T12:00:01+00:00"}))
    time.sleep(1.5 * SETTLED / 1e9)
    run(site)
    assert not stands(site, now=NOW + timedelta(seconds=1))
