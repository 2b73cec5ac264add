"""The command, on a site that is really built."""

import json
from pathlib import Path

import pytest

from readalso.cli import main
from tests.mini_site import briefing, put, write_site
from tests.publish.folders import held

TARGET = "deploy:\n  targets:\n    public:\n      kind: folder\n      path: ../www\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    return write_site(tmp_path / "desk", f"base_url: https://news.example/\n{TARGET}")


def publish(site: Path, *arguments: str) -> int:
    return main(["publish", "-s", str(site), *arguments])


def test_what_is_published_is_what_was_built_of_the_newest_sources(site: Path, tmp_path: Path) -> None:
    put(site, "content/draft.md", briefing("Not yet", "Secret.", {"status": "draft"}))
    main(["build", "-s", str(site), "-D"])
    assert publish(site) == 0
    published = held(tmp_path / "www")
    assert set(published) == set(json.loads((site / "site" / ".manifest.json").read_text()))
    assert "https://news.example/ports/deal/" in published["feed.xml"]
    assert not [path for path, text in published.items() if "Not yet" in text or "draft" in path]
    put(site, "content/ports/strike.md", briefing("Dockers end their strike", "Edited."))
    assert publish(site, "public") == 0
    assert "Edited." in held(tmp_path / "www")["ports/strike/index.html"]


def test_a_dry_run_prints_the_plan(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(site)
    before = held(tmp_path / "www")
    (site / "content" / "ports" / "strike.md").unlink()
    put(site, "content/new.md", briefing("New", "Text."))
    capsys.readouterr()
    assert publish(site, "--dry-run") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "add    new/index.html" in lines
    assert "change index.html" in lines
    assert "change ports/strike/index.html" in lines
    assert lines[-1].startswith(f"nothing is sent yet to {tmp_path / 'www'}: ")
    assert held(tmp_path / "www") == before


def test_the_plan_as_json(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(site, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["place"] == str(tmp_path / "www")
    assert sorted(told["added"]) == sorted(held(tmp_path / "www"))
    assert (told["changed"], told["deleted"], told["left"], told["is_dry"]) == ([], [], 0, False)


def test_a_site_that_cannot_be_built_leaves_the_published_one(site: Path, tmp_path: Path) -> None:
    publish(site)
    before = held(tmp_path / "www")
    put(site, "content/ports/strike.md", "---\ntitle: [\n---\n")
    assert publish(site) == 1
    assert held(tmp_path / "www") == before


def test_a_lost_archive_is_not_published_without_force(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(60):
        put(site, f"content/{number}.md", briefing(f"Number {number}", "Text."))
    publish(site)
    for number in range(60):
        (site / "content" / f"{number}.md").unlink()
    assert publish(site) == 1
    assert "published pages; if that is meant, publish with --force" in capsys.readouterr().err
    assert publish(site, "--force") == 0
    assert "Text." not in held(tmp_path / "www")["59/index.html"]


def test_most_stories_do_not_go_though_all_names_and_lists_stay(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(site, "readalso.yml", f"title: Desk\nbase_url: https://news.example/\n{TARGET}")  # the default theme
    for number in range(12):
        topics = {"id": f"n{number}", "topics": f"[Ports, Ferries, Locks {number}]"}
        put(site, f"content/{number}.md", briefing(f"Number {number}", "Text.", topics))
    publish(site)
    for number in range(11):
        (site / "content" / f"{number}.md").unlink()
    assert publish(site) == 1
    assert "would take away 11 of the 14 published stories; if that is meant" in capsys.readouterr().err
    assert publish(site, "--force") == 0


@pytest.mark.parametrize(("arguments", "said"), [(["publik"], 'did you mean "public"?'), (["--drafts"], "--drafts")])
def test_what_is_not_offered_is_a_wrong_command_line(
    site: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(site, *arguments) == 2
    assert said in capsys.readouterr().err


def test_without_a_target_the_lines_to_add_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(write_site(tmp_path)) == 2
    assert "kind: folder" in capsys.readouterr().err
