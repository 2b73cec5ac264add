"""The answers in docs/guide/references.md are those that the program gives."""

import shutil
from pathlib import Path

from docs.reference_answers import PAGE, SITE, answer, renewed


def test_the_twenty_answers_are_those_of_the_program(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(SITE, site)
    text = PAGE.read_text(encoding="utf-8")
    assert text.count("$ readalso why ") == 20
    assert renewed(text, lambda command: answer(command, site)) == text
