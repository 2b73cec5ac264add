"""The program's fingerprint: a memory that another one left is not trusted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from readalso.engine import fingerprint, version


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "words").mkdir()
    (tmp_path / "build.py").write_text("FAST = True\n")
    (tmp_path / "words/en.yml").write_text("read: Read\n")
    return tmp_path


def _edit(home: Path) -> None:
    (home / "build.py").write_text("FAST = False\n")


def _touch_words(home: Path) -> None:
    (home / "words/en.yml").write_text("read: Reads\n")


def _add(home: Path) -> None:
    (home / "more.py").write_text("")


def _remove(home: Path) -> None:
    (home / "words/en.yml").unlink()


def _rename(home: Path) -> None:
    (home / "build.py").rename(home / "make.py")


@pytest.mark.parametrize("change", [_edit, _touch_words, _add, _remove, _rename])
def test_another_program_has_another_fingerprint(home: Path, change: Callable[[Path], None]) -> None:
    before = fingerprint(home)
    change(home)
    assert fingerprint(home) != before


def test_what_python_compiles_is_no_other_program(home: Path) -> None:
    before = fingerprint(home)
    (home / "__pycache__").mkdir()
    (home / "__pycache__/build.cpython-311.pyc").write_bytes(b"compiled")
    assert fingerprint(home) == before
    assert version() == version() != before
