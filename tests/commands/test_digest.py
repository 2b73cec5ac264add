"""The digest as a desk makes it, on a site that is really read."""

import json
from pathlib import Path

import pytest

from readalso.cli import main
from tests.mini_site import briefing, put, write_site

Said = pytest.CaptureFixture[str]
CLOCK = ["--clock", "2026-10-06T07:00+00:00"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two briefings, and the default theme, whose mails these are."""
    write_site(tmp_path)
    put(tmp_path, "readalso.yml", "title: Mini\nbase_url: https://news.example/\nlanguage: en-GB\n")
    return tmp_path


def digest(site: Path, *arguments: str) -> int:
    return main(["digest", "-s", str(site), *CLOCK, *arguments])


def test_the_first_digest_reaches_a_day_back_and_the_next_ones_tell_nothing_twice(site: Path, capsys: Said) -> None:
    assert digest(site) == 0
    assert capsys.readouterr().out == "nothing has come since 2026-10-05T07:00+00:00\n"
    put(
        site, "content/new.md", briefing("Tugs return", "Text.", {"id": "new", "topics": "[Ports]", "summary": "Back."})
    )
    assert digest(site) == 0
    said = capsys.readouterr().out
    assert "Mini\nWhat has come since 6 Oct 2026, 07:00\n" in said
    assert "PORTS\n\n* Tugs return\n" in said
    assert "\n  Back.\n  https://news.example/new/\n" in said
    assert digest(site) == 0
    assert capsys.readouterr().out == "nothing has come since 2026-10-06T07:00+00:00\n"


def test_a_dry_run_notes_nothing(site: Path, capsys: Said) -> None:
    assert digest(site, "--dry-run", "--since", "2026-10-01") == 0
    assert "Dockers end their strike" in capsys.readouterr().out
    assert not (site / "content/_desk/sent.txt").exists()
    assert digest(site, "--since", "2026-10-01") == 0, "a digest since a day is out of the row"
    assert not (site / "content/_desk/sent.txt").exists()


def test_files_for_a_mail_program(site: Path, tmp_path: Path, capsys: Said) -> None:
    hostile = {"id": "bad", "summary": '"<script>alert(1)</script>"', "date": "2026-10-05"}
    put(site, "content/bad.md", briefing("Tugs & <b>barges</b>", "Text.", hostile))
    assert digest(site, "--since", "2026-10-01", "-o", str(tmp_path / "mails")) == 0
    markup = (tmp_path / "mails/digest-2026-10-06.html").read_text()
    assert "<script" not in markup
    assert "Tugs &amp; &lt;b&gt;barges&lt;/b&gt;" in markup
    assert 'href="https://news.example/ports/deal/"' in markup
    assert 'href="../' not in markup
    text = (tmp_path / "mails/digest-2026-10-06.txt").read_text()
    assert "* Tugs & <b>barges</b>" in text
    assert max(map(len, text.splitlines())) <= 76


def test_a_second_digest_of_a_day_has_a_name_of_its_own(site: Path, tmp_path: Path, capsys: Said) -> None:
    mails = tmp_path / "mails"
    digest(site)
    for number, title in enumerate(("Tugs return", "Pilots walk out", "Pilots go back"), 1):
        put(site, f"content/{number}.md", briefing(title, "Text.", {"id": str(number)}))
        assert digest(site, "-o", str(mails)) == 0
        (mails / "digest-2026-10-06-2.html").unlink(missing_ok=True)
    assert sorted(path.name for path in mails.iterdir()) == [
        "digest-2026-10-06-2.txt",
        "digest-2026-10-06-3.html",
        "digest-2026-10-06-3.txt",
        "digest-2026-10-06.html",
        "digest-2026-10-06.txt",
    ]
    assert "* Tugs return" in (mails / "digest-2026-10-06.txt").read_text()
    assert "* Pilots walk out" in (mails / "digest-2026-10-06-2.txt").read_text()
    assert f"written: {mails / 'digest-2026-10-06-3.txt'}" in capsys.readouterr().out


def test_a_withdrawal_is_told_by_the_headline_that_was_sent(site: Path, capsys: Said) -> None:
    digest(site)
    file = site / "content/ports/deal.md"
    file.write_text(file.read_text().replace("title:", "status: withdrawn\ntitle:", 1))
    capsys.readouterr()
    assert digest(site) == 0
    said = capsys.readouterr().out
    assert "WITHDRAWN\n\nPlease do not use these any more.\n\n* Port deal possible by spring\n" in said
    assert "The minister spoke" not in said


def test_the_digest_as_json(site: Path, capsys: Said) -> None:
    assert digest(site, "--json", "--since", "2026-10-04") == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["since", "until", "new", "updated", "corrected", "withdrawn"]
    assert [one["file"] for one in told["new"]] == ["ports/deal.md"]


def test_what_keeps_a_digest_from_being_made_is_said(site: Path, capsys: Said) -> None:
    assert digest(site, "--since", "yesterday") == 2
    assert 'is neither "last" nor a time; write 2026-10-05' in capsys.readouterr().err
    put(site, "readalso.yml", "title: Mini\n")
    assert digest(site) == 2
    assert "set base_url in readalso.yml" in capsys.readouterr().err
