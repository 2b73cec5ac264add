"""Builds as whole processes: killed at any moment, and in other surroundings, they come to the same site."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from readalso.workers import FEW
from tests.synthetic import write

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
BUILD = [sys.executable, str(ROOT / "build.py"), "build", "-q", "--clock", "2026-11-01T12:00"]
KILLS = 25


def run(root: Path, *flags: str, cwd: Path = ROOT, umask: int = 0o022, **surroundings: str) -> None:
    subprocess.run([*BUILD, "-s", str(root), *flags], cwd=cwd, check=True, umask=umask, env=os.environ | surroundings)


def output(root: Path) -> dict[str, bytes]:
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def same(found: dict[str, bytes], wanted: dict[str, bytes]) -> bool:
    """Whether two outputs are equal; a difference is told by its names and not by a hundred pages."""
    assert [path for path in found.keys() | wanted if found.get(path) != wanted.get(path)] == []
    return True


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that takes more than one process to read, and to print."""
    return write(tmp_path_factory.mktemp("runs") / "site", FEW + 50)


@pytest.fixture(scope="module")
def clean(content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = shutil.copytree(content, tmp_path_factory.mktemp("clean") / "site")
    run(root)
    return output(root)


def copied_backwards(content: Path, root: Path) -> Path:
    """The same files, which came in another order and at other times."""
    files = sorted((path for path in content.rglob("*") if path.is_file()), reverse=True)
    for number, path in enumerate(files):
        place = root / path.relative_to(content)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
        os.utime(place, (1_700_000_000 + number * 1_000, 1_700_000_000 + number * 1_000))
    return root


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "7", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_nothing_around_a_build_shows_in_what_it_makes(
    content: Path, clean: dict[str, bytes], tmp_path: Path, surroundings: dict[str, str]
) -> None:
    root = copied_backwards(content, tmp_path / "another place" / "ünd name")
    run(root, cwd=tmp_path, umask=0o077, **surroundings)
    assert same(output(root), clean)


def test_a_build_of_many_processes_killed_at_any_moment_is_made_good_by_the_next(
    content: Path, clean: dict[str, bytes], tmp_path: Path
) -> None:
    pick = random.Random(5)
    root = shutil.copytree(content, tmp_path / "site")
    began = time.monotonic()
    run(root, "--fresh")
    whole = time.monotonic() - began
    for turn in range(KILLS):
        edited = pick.choice(sorted((root / "content").rglob("*.md")))
        text = edited.read_text()
        edited.write_text(text + f"\nWords of turn {turn}.\n")
        flags = ["--fresh"] if turn % 2 else []
        with subprocess.Popen([*BUILD, "-s", str(root), *flags], cwd=ROOT, start_new_session=True) as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(whole * pick.random())
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        edited.write_text(text)
        if turn % 5 == 0 or turn == KILLS - 1:
            run(root)
            assert same(output(root), clean), f"after turn {turn}"


def test_a_build_killed_before_each_step_that_changes_the_disk_is_made_good_by_the_next(tmp_path: Path) -> None:
    program = Path(__file__).parent / "build_killed_at_each_step.py"
    done = subprocess.run([sys.executable, str(program), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50
