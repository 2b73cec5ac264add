"""The demo as it is committed is what the program makes of it, and what people made of that."""

import re
import shutil
from pathlib import Path

import pytest

from readalso.cli import main
from readalso.library import ledger

ROOT = Path(__file__).parents[1]
CLOCK = ["--clock", "2026-11-25"]
EMPTY = re.compile(r"<(p|ul|ol|dl)\b[^>]*>\s*</\1>")


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    for name in ("content", "seeds", "docs/late-article"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "readalso.yml", tmp_path)
    return tmp_path


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_whole_job_changes_no_file_of_content(demo: Path) -> None:
    """Not a briefing, not a record of what was received, and not the ledger of addresses."""
    before = tree(demo / "content")
    assert main(["-q", "-s", str(demo), *CLOCK]) == 0
    assert tree(demo / "content") == before


def test_the_late_article_adds_a_briefing_and_its_addresses_and_heals_what_waits(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ledger.load(demo).owners
    main(["build", "-s", str(demo), *CLOCK])
    waiting = capsys.readouterr().out
    assert main(["import", "-q", "-s", str(demo), *CLOCK, str(demo / "docs/late-article")]) == 0
    assert main(["build", "-s", str(demo), *CLOCK]) == 0
    assert "50 references resolved, 9 pending for 5 headlines" in waiting
    assert "57 references resolved, 4 pending for 4 headlines" in capsys.readouterr().out
    after = ledger.load(demo).owners
    assert before.items() <= after.items()
    assert "/2026/side-letter-to-norvane-concession-lists-240-job-cuts/" in after


@pytest.mark.parametrize("theme", ["default", "ledger"])
def test_no_page_has_a_list_or_line_of_nothing(demo: Path, theme: str) -> None:
    with (demo / "readalso.yml").open("a") as settings:
        settings.write(f"theme: {theme}\n")
    assert main(["build", "-q", "-s", str(demo), *CLOCK]) == 0
    pages = {path: path.read_text() for path in (demo / "site").rglob("*.html")}
    filled_by_script = demo / "site/search/index.html"
    assert [path for path, text in pages.items() if EMPTY.search(text)] == [filled_by_script]
