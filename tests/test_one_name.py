"""One person, one page, in whatever spelling: two pages become one when the register says so, and both addresses answer."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readalso.build import build
from readalso.job import Job
from readalso.pages.page import path
from readalso.report import Voice
from readalso.settings import Settings
from tests.dump_theme import write_theme
from tests.mini_site import briefing, put

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
SETTINGS = Settings(title="Desk", base_url="https://news.example/")
SPEAKS = '[{speaker: Мара Велдан, text: "No."}]'


def run(root: Path, output: str = "site", work: str = ".readalso") -> None:
    job = Job(root, SETTINGS, root / output, root / work, NOW, with_ledger=output == "site")
    build(job, Voice(io.StringIO(), io.StringIO()))


def page(root: Path, url: str) -> str:
    return (root / "site" / path(url)).read_text().replace("&#39;", "'")


def tree(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_theme(tmp_path)
    put(tmp_path, "content/a.md", briefing("Port deal", "", {"people": "[Mara Veldan]", "date": "2026-10-01"}))
    put(tmp_path, "content/b.md", briefing("Strike", "", {"quotes": SPEAKS, "date": "2026-10-02"}))
    run(tmp_path)
    return tmp_path


def test_an_alias_moves_two_pages_into_one_and_both_addresses_answer(root: Path) -> None:
    assert "TermPage" in page(root, "/people/mara-veldan/")
    before = sorted(one.name for one in (root / "site/people").iterdir() if one.is_dir())
    assert len(before) == 2
    put(
        root,
        "content/_desk/names.yml",
        'people:\n  Mara Veldan: {aliases: [Мара Велдан], description: "A minister."}\n',
    )
    run(root)
    home = page(root, "/people/mara-veldan/")
    assert "total=2" in home
    assert "aliases=('Мара Велдан',)" in home
    assert "description='A minister.'" in home
    assert "text='No.'" in home
    for name in before:
        assert "target='/people/mara-veldan/'" in page(root, f"/people/{name}/") or name == "mara-veldan"
    run(root, "clean", "clean-work")
    assert tree(root / "site") == tree(root / "clean")


def test_the_page_moves_with_the_spelling_of_the_register_and_back(root: Path) -> None:
    put(root, "content/_desk/names.yml", "people:\n  M. Veldan: [Мара Велдан, Mara Veldan]\n")
    run(root)
    assert "target='/people/m-veldan/'" in page(root, "/people/mara-veldan/")
    put(root, "content/_desk/names.yml", "people: {}\n")
    run(root)
    assert "TermPage" in page(root, "/people/mara-veldan/")
    run(root, "clean", "clean-work")
    assert tree(root / "site") == tree(root / "clean")
