"""Kinds of pages that a site does without: they are not there, and nothing leads to them."""

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readalso.build import build
from readalso.inspection import inspect
from readalso.job import Job
from readalso.report import Voice
from readalso.settings import LEFT_OUT, Settings

ROOT = Path(__file__).parents[1]
PLACES = {
    "archive": "archive/",
    "atom": "atom.xml",
    "json-feed": "feed.json",
    "news-sitemap": "news-sitemap.xml",
    "pending": "pending/",
    "records": "briefings",
    "sources": "sources/",
    "threads": "threads/",
}


def paths(site: Path, theme: str, *left_out: str) -> set[str]:
    settings = Settings(
        title="Desk", theme=theme, base_url="https://desk.example/", links="pretty", term_feeds=1, leave_out=left_out
    )
    now = datetime(2026, 11, 25, tzinfo=UTC)
    job = Job(site, settings, site / "site", site / ".readalso", now, is_fresh=True)
    build(job, Voice(io.StringIO(), io.StringIO()))
    return {path.relative_to(site / "site").as_posix() for path in (site / "site").rglob("*") if path.is_file()}


def of(kind: str, found: set[str]) -> set[str]:
    """The files of a kind of pages."""
    place = PLACES[kind]
    return {path for path in found if path.startswith(place) or ("." in place and path.endswith(f"/{place}"))}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content/_desk/urls.txt").unlink()
    return tmp_path


@pytest.mark.parametrize("theme", ["default", "ledger"])
def test_a_site_without_any_of_them_has_no_dead_link(site: Path, theme: str) -> None:
    whole = paths(site, theme)
    assert all(of(kind, whole) for kind in LEFT_OUT)
    bare = paths(site, theme, *LEFT_OUT)
    assert not any(of(kind, bare) for kind in LEFT_OUT)
    assert bare == whole - {path for kind in LEFT_OUT for path in of(kind, whole)}
    assert list(inspect(site / "site", "https://desk.example/")) == []


@pytest.mark.parametrize("half", [LEFT_OUT[::2], LEFT_OUT[1::2]])
def test_what_is_not_left_out_stays(site: Path, half: tuple[str, ...]) -> None:
    found = paths(site, "default", *half)
    assert tuple(one for one in LEFT_OUT if not of(one, found)) == half
