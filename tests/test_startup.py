"""What a run imports: nothing that it has no use for."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from readalso.cli import main
from readalso.memo import SETTLED

ROOT = Path(__file__).parents[1]
SLOW = {
    "markdown",
    "jinja2",
    "babel",
    "nh3",
    "livereload",
    "tornado",
    "watchfiles",
    "anyascii",
    "concurrent.futures",
    "asyncio",
}


def imported(*words: str) -> set[str]:
    """The slow packages that a run of the command loads."""
    code = f"import sys; from readalso.cli import main; main({list(words)!r}); print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return SLOW & set(run.stderr.split())


@pytest.fixture
def site(tmp_path: Path) -> str:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\ntitle: A\n---\n\nText.\n")
    time.sleep(2 * SETTLED / 1e9)  # a file's stamp is trusted once it has some age
    main(["build", "-q", "-s", str(tmp_path)])
    return str(tmp_path)


def test_help_loads_nothing_slow() -> None:
    assert imported("--help") == set()


def test_a_build_with_nothing_to_do_loads_neither_markdown_nor_jinja(site: str) -> None:
    assert imported("build", "-q", "-s", site) == set()
