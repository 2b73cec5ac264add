"""What a run imports: nothing that it has no use for."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from readalso.cli import main
from readalso.files import SETTLED

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
LARGE = {*SLOW, "yaml", "multiprocessing", "readalso.build", "readalso.settings", "readalso.library", "readalso.theme"}
"""What a build needs, and a run that only asks whether there is anything to build does not."""


ALL = {*LARGE, "readalso.intake"}
"""What an import and a build need."""


def imported(*words: str, among: set[str] = SLOW) -> set[str]:
    """The modules among some that a run of the command loads."""
    code = f"import sys; from readalso.cli import main; main({list(words)!r}); print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return among & set(run.stderr.split())


@pytest.fixture
def site(tmp_path: Path) -> str:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\ntitle: A\n---\n\nText.\n")
    time.sleep(2 * SETTLED / 1e9)  # a file's stamp is trusted once it has some age
    main(["build", "-q", "-s", str(tmp_path)])
    return str(tmp_path)


def test_help_loads_nothing_slow() -> None:
    assert imported("--help") == set()


def test_a_build_with_nothing_to_do_loads_nothing_that_builds(site: str) -> None:
    assert imported("build", "-q", "-s", site, among=LARGE) == set()
    assert "readalso.build" in imported("build", "-q", "--fresh", "-s", site, among=LARGE)


def test_an_import_and_a_build_with_nothing_to_do_load_neither(site: str) -> None:
    Path(site, "seeds").mkdir()
    Path(site, "seeds/deal.txt").write_text("Port deal signed\n\nCORVAN, Oct 5 (Harbour Wire) - The deal was signed.\n")
    assert "readalso.intake" in imported("-q", "-s", site, among=ALL)
    time.sleep(2 * SETTLED / 1e9)
    assert "readalso.intake" in imported("-q", "-s", site, among=ALL)  # which leaves word that there was nothing
    assert imported("-q", "-s", site, among=ALL) == set()


def test_a_build_after_one_text_was_edited_loads_no_library(site: str) -> None:
    Path(site, "content/a.md").write_text("---\ntitle: A\n---\n\nText, text.\n")
    found = imported("build", "-q", "-s", site, among={*LARGE, "readalso.library.library", "readalso.pages.plan"})
    assert {"jinja2", "nh3"} <= found
    assert "markdown" not in found
    assert not {"readalso.build", "readalso.library.library", "readalso.pages.plan"} & found
