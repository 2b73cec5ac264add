"""The command line as a user meets it: what is said, where, and with which exit code."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from readalso.cli import COMMANDS, main

ARTICLE = """\
Port deal possible by spring – minister

LESSAVA, Oct. 3, 2026 (Harbour Wire) — A deal on the port is possible by spring, minister Mara Veldan said on Saturday.

“We are nearly there,” Veldan said.

Read also: Dockers vote on strike

The talks began in August.
"""
FOLLOWED = """\
Dockers vote on strike

LESSAVA, Oct. 1, 2026 (Harbour Wire) — Dockers began a vote on Thursday.

The result is expected in a week.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert main(["init", "-q"]) == 0
    (tmp_path / "seeds/deal.txt").write_text(ARTICLE)
    return tmp_path


Said = pytest.CaptureFixture[str]


def test_without_a_command_the_whole_job_is_done(site: Path, capsys: Said) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    assert "1 briefing, " in said
    assert "0 references resolved, 1 pending for 1 headline\n" in said
    assert said.endswith("open site/index.html\n")
    assert (site / "site/index.html").exists()
    assert main(["-v"]) == 0
    assert "0 pages made" in capsys.readouterr().out


def test_an_article_that_arrives_later_heals_the_reference_and_verbose_says_where(site: Path, capsys: Said) -> None:
    main([])
    (site / "seeds/vote.txt").write_text(FOLLOWED)
    capsys.readouterr()
    assert main(["-v"]) == 0
    said = capsys.readouterr().out
    assert 'reference "Dockers vote on strike" is gone' in said
    assert "1 reference resolved, 0 pending\n" in said


def test_import_reports_every_paragraph(site: Path, capsys: Said) -> None:
    assert main(["import", "--report"]) == 0
    said = capsys.readouterr().out
    assert "reference: Read also: Dockers vote on strike" in said
    assert "imported 1 article: 1 created" in said


def test_import_of_what_does_not_exist_is_a_usage_error(site: Path, capsys: Said) -> None:
    assert main(["import", "nowhere.txt"]) == 2
    assert capsys.readouterr().err == "error: there is no file or folder nowhere.txt\n"


def test_a_dry_run_writes_nothing(site: Path, capsys: Said) -> None:
    assert main(["import", "--dry-run"]) == 0
    assert "created: seeds/deal.txt" in capsys.readouterr().out
    assert not list((site / "content").glob("2026/*"))


def test_a_broken_briefing_is_named_with_line_cause_and_fix_and_exit_code_one(site: Path, capsys: Said) -> None:
    (site / "content/bad.md").write_text("---\ntitle: Zelensky: While\n---\n")
    assert main(["build"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("error: content/bad.md:2:")
    assert 'needs quotation marks: title: "Zelensky: While"' in said.err


def test_a_wrong_command_or_flag_is_a_usage_error_with_a_hint(site: Path, capsys: Said) -> None:
    assert main(["bild"]) == 2
    assert 'did you mean "build"?' in capsys.readouterr().err
    assert main(["build", "--drats"]) == 2
    assert "--help" in capsys.readouterr().err
    assert main(["build", "--clock", "yesterday"]) == 2
    assert main(["build", "-b", "news.example"]) == 2
    assert main(["build", "-s", "nowhere"]) == 2


@pytest.mark.parametrize("command", ["all", "build", "check", "clean", "why"])
def test_a_folder_that_is_no_site_is_refused(tmp_path: Path, capsys: Said, command: str) -> None:
    assert main([command, *(["Deal"] if command == "why" else []), "-s", str(tmp_path)]) == 2
    assert "readalso init" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples(name: str, capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert "examples:" in capsys.readouterr().out


def test_the_overview_names_every_command(capsys: Said) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in COMMANDS)
    assert main(["--version"]) == 0


def test_the_result_as_json_is_all_that_stdout_carries(site: Path, capsys: Said) -> None:
    assert main(["--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["briefings"], data["pending"], data["problems"]) == (1, 1, [])
    assert {"url": "/", "why": "new"} in data["made"]
    assert main(["check", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["problems"] == []
    assert data["pending"][0]["headline"] == "Dockers vote on strike"


@pytest.mark.parametrize(
    "words", [(), ("build",), ("check",), ("names",), ("digest", "--dry-run"), ("publish", "--dry-run")]
)
def test_what_stops_a_run_is_in_its_json_as_well(words: tuple[str, ...], site: Path, capsys: Said) -> None:
    (site / "readalso.yml").write_text(
        "title: Desk\nbase_url: https://desk.example/\ndeploy: {targets: {web: {kind: folder, path: ../web}}}\n"
    )
    (site / "content/bad.md").write_text("---\ntitel: Bad\n---\n")
    assert main([*words, "--json"]) == 1
    said = capsys.readouterr()
    (first, *_) = json.loads(said.out)["problems"]
    assert (first["path"], first["line"], first["severity"]) == ("content/bad.md", 1, "error")
    assert "content/bad.md" in said.err


def test_an_import_tells_its_problems_as_every_command_does(site: Path, capsys: Said) -> None:
    (site / "seeds/bad.txt").write_bytes(b"%PDF-1.4\0\0")
    assert main(["import", "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["path"], problem["severity"]) == ("seeds/bad.txt", "error")


def test_a_build_and_a_check_tell_as_many_headlines_that_are_waited_for(site: Path, capsys: Said) -> None:
    waiting = ("Ferry to Ostrel stops", "Ferry to Ostrel stops", "Pilots of Ostrel vote")
    itself, withdrawn = "Tugs of Ostrel strike", "Captain found"
    text = "\n\n".join(f"Read also: [[{one}]]" for one in (*waiting, itself, withdrawn))
    (site / "content/tugs.md").write_text(f"---\ntitle: {itself}\n---\n\n{text}\n")
    (site / "content/captain.md").write_text(f"---\ntitle: {withdrawn}\nstatus: withdrawn\n---\n")
    main(["build"])
    assert "0 references resolved, 3 pending for 2 headlines\n" in capsys.readouterr().out
    main(["check"])
    said = capsys.readouterr()
    assert said.out.endswith(", 2 headlines pending\n")
    assert f'refers to itself: "{itself}" is no link, and nobody waits for it; remove the reference' in said.err
    assert "Waiting for 2 headlines" in (site / "site/index.html").read_text()


def test_quiet_says_only_what_is_wrong(site: Path, capsys: Said) -> None:
    assert main(["-q"]) == 0
    assert capsys.readouterr() == ("", "")


def test_drafts_are_held_back_and_said_and_shown_on_demand(site: Path, capsys: Said) -> None:
    assert main(["new", "A piece of our own", "--clock", "2026-11-01T10:00"]) == 0
    assert capsys.readouterr().out == "content/2026/a-piece-of-our-own.md\n"
    assert main(["build"]) == 0
    assert "held back: content/2026/a-piece-of-our-own.md (draft)" in capsys.readouterr().out
    assert not (site / "site/2026/a-piece-of-our-own").exists()
    assert main(["build", "-D"]) == 0
    assert (site / "site/2026/a-piece-of-our-own/index.html").exists()


def test_what_goes_with_drafts_that_were_shown_went_nowhere(site: Path, capsys: Said) -> None:
    main(["-q"])
    text = "---\ntitle: Ferry to Ostrel\nstatus: draft\naliases: [/2026/boat/]\n---\n\nRead also: [[Port deal]]\n"
    (site / "content/2026/ferry.md").write_text(text)
    main(["build", "-q", "-D"])
    capsys.readouterr()
    assert main(["build", "-v"]) == 0
    said = capsys.readouterr().out
    assert {"removed 2026/boat/index.html", "removed 2026/ferry/index.html"} <= {*said.split("\n")}
    assert "write aliases" not in said


def test_a_briefing_that_moved_without_the_ledger_is_told_with_the_line_to_write(site: Path, capsys: Said) -> None:
    (site / "content/deal.md").write_text("---\ntitle: Ferry to Ostrel\n---\n")
    main(["-q"])
    (site / "content/deal.md").rename(site / "content/ferry.md")
    (site / "content/_desk/urls.txt").unlink()
    capsys.readouterr()
    assert main(["build"]) == 0
    said = capsys.readouterr().out
    assert 'removed deal/index.html: write aliases: ["/deal/"] into the briefing it went to\n' in said


def test_a_new_briefing_never_overwrites_one(site: Path, capsys: Said) -> None:
    words = ["new", "Twice", "--clock", "2026-11-01"]
    assert main(words) == 0
    assert main(words) == 2
    assert "exists" in capsys.readouterr().err
    assert main(["new", "Out", "--path", "../out.md"]) == 2
    assert not (site / "out.md").exists()


def test_the_clock_decides_what_is_in_the_future(site: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    main(["import", "-q"])
    capsys.readouterr()
    assert main(["build", "--clock", "2026-10-01"]) == 0
    assert "(future until 2026-10-0" in capsys.readouterr().out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # 2026-09-21
    assert main(["build"]) == 0
    assert "(future until" in capsys.readouterr().out
    assert main(["build", "--future"]) == 0
    assert "(future until" not in capsys.readouterr().out


def test_check_names_broken_quotes_and_strict_makes_them_fail(site: Path, capsys: Said) -> None:
    main(["import", "-q"])
    (path,) = (site / "content/2026").glob("*.md")
    path.write_text(path.read_text().replace("“We are nearly there,”", "“We are far away,”"))
    assert main(["check"]) == 0
    assert 'the quotation "We are nearly there' in capsys.readouterr().err
    assert main(["check", "--strict"]) == 1


def test_check_names_a_broken_link_in_the_briefing_that_has_it(site: Path, capsys: Said) -> None:
    main(["import", "-q"])
    (path,) = (site / "content/2026").glob("*.md")
    text = path.read_text()
    path.write_text(f"{text}\nSee [the map](../nowhere/).\n")
    (site / "content/notes.txt").write_text("x")
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    line = text.count("\n") + 2
    assert f'content/2026/{path.name}:{line}: links to "../nowhere/", which leads nowhere' in said
    assert "content/notes.txt: is not read; rename it to notes.md" in said


def test_another_destination_leaves_the_first_alone(site: Path, tmp_path: Path) -> None:
    main(["-q"])
    before = (site / "site/index.html").stat().st_mtime_ns
    assert main(["build", "-q", "-d", str(tmp_path / "elsewhere"), "-b", "https://news.example/desk"]) == 0
    assert (tmp_path / "elsewhere/feed.xml").exists()
    assert (site / "site/index.html").stat().st_mtime_ns == before


def test_a_folder_of_other_files_is_refused_as_output(site: Path, tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/novel.txt").write_text("Chapter one")
    assert main(["build", "-d", str(tmp_path / "mine")]) == 1
    assert "novel.txt" in capsys.readouterr().err
    assert (tmp_path / "mine/novel.txt").exists()


def test_clean_removes_what_was_made_and_nothing_else(site: Path) -> None:
    main(["-q"])
    (site / "site/CNAME").write_text("news.example")
    assert main(["clean", "-q"]) == 0
    assert sorted(path.name for path in (site / "site").iterdir()) == [".gitignore", "CNAME"]
    assert not (site / ".readalso").exists()
    assert list((site / "content/2026").iterdir())


def test_what_the_site_itself_is_made_of_is_no_article(site: Path, capsys: Said) -> None:
    main(["all", "-q"])
    for path in ("content", "content/_desk/names.yml", ".readalso", "site/index.html", "."):
        assert main(["import", path]) == 2, path
        assert "which is no wire copy; name files or seeds/" in capsys.readouterr().err


def test_the_register_that_init_writes_can_be_filled_in_line_by_line(tmp_path: Path) -> None:
    main(["init", str(tmp_path / "desk")])
    names = tmp_path / "desk/content/_desk/names.yml"
    names.write_text(names.read_text().replace("#  ", "  "))
    assert main(["build", "-q", "-s", str(tmp_path / "desk")]) == 0


def test_init_begins_a_site_and_never_twice(tmp_path: Path, capsys: Said) -> None:
    words = ["init", "desk", "-s", str(tmp_path)]
    assert main(words) == 0
    assert {"readalso.yml", "seeds", "content", "site"} <= {path.name for path in (tmp_path / "desk").iterdir()}
    assert "docs/" not in (tmp_path / "desk/readalso.yml").read_text(), "nobody has docs/ who installed the package"
    assert main(words) == 2
    assert main(["-q", "-s", str(tmp_path / "desk")]) == 0
    assert (tmp_path / "desk/site/index.html").exists()


def test_profile_says_where_the_time_of_a_build_went(site: Path, capsys: Said) -> None:
    main(["-q"])
    capsys.readouterr()
    assert main(["build", "--profile", "--fresh"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"\d s +\d+%  reading content/\n", said)
    assert re.search(r"ms each of 1  story\.html\n", said)
    assert main(["build", "--profile", "--fresh", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    profile = data["profile"]
    assert {"planning pages", "making pages", "remembering this build"} < profile["stages"].keys()
    assert sum(profile["stages"].values()) >= data["seconds"] - 0.01
    assert sum(one["pages"] for one in profile["templates"]) == len(data["made"]) + data["left"]
    assert main(["build", "--json"]) == 0
    assert "profile" not in json.loads(capsys.readouterr().out)


def test_why_explains_a_headline_and_the_references_of_a_briefing(site: Path, capsys: Said) -> None:
    (site / "seeds/vote.txt").write_text(FOLLOWED)
    main(["import", "-q"])
    capsys.readouterr()
    assert main(["why", "BREAKING: Dockers vote on strike"]) == 0
    said = capsys.readouterr().out
    assert "no briefing is found by: exact, folded, alias\n  trimmed (" in said
    assert "so it means content/2026/dockers-vote-on-strike.md: its headline is the same without tags" in said
    assert main(["why", "Dockers vote on lockout"]) == 0
    assert 'it says "lockout" where the other says "strike"' in capsys.readouterr().out
    assert main(["why", "/2026/port-deal-possible-by-spring-minister/"]) == 0
    assert '"Dockers vote on strike"\n  exact (' in capsys.readouterr().out


def test_why_says_that_a_headline_is_held_back(site: Path, capsys: Said) -> None:
    main(["new", "A piece of our own", "-q"])
    assert main(["why", "A piece of our own"]) == 0
    assert "is meant, but is a draft, so no page shows it" in capsys.readouterr().out


def test_link_writes_what_a_headline_means_and_the_build_obeys(site: Path, capsys: Said) -> None:
    main(["-q"])
    deal = "content/2026/port-deal-possible-by-spring-minister.md"
    assert main(["link", "The deal that nobody saw", deal, "--by", "Ada Brunn", "--why", "so called: #1"]) == 0
    assert main(["link", "The deal that nobody saw", deal]) == 0
    assert "says so already" in capsys.readouterr().out
    text = (site / "content/_desk/links.yml").read_text()
    assert text.startswith('links:\n  - {headline: "The deal that nobody saw", means: "2026/port-deal')
    assert main(["why", "The deal that nobody saw"]) == 0
    said = capsys.readouterr().out
    assert "pinned: content/_desk/links.yml:2 says" in said
    assert "by Ada Brunn" in said
    assert main(["check"]) == 0
    assert 'content/_desk/links.yml:2: nothing refers to "The deal that nobody saw" any more' in capsys.readouterr().err


@pytest.mark.parametrize(
    "headline",
    [
        "Dockers vote on lockout",
        "Port of $(touch pwned) `touch pwned` opens",
        'He said "no" to $HOME!',
        "It's \\ a port" * 9,
    ],
)
def test_a_headline_in_a_command_to_copy_is_a_word_to_a_shell(site: Path, capsys: Said, headline: str) -> None:
    main(["-q"])
    capsys.readouterr()
    assert main(["why", headline]) == 0
    command = next(line for line in capsys.readouterr().out.splitlines() if "readalso link" in line)
    arguments = command.partition("readalso link ")[2]
    heard = subprocess.run(["sh", "-c", f"printf '%s\\n' {arguments}"], capture_output=True, text=True, check=True)
    assert heard.stdout == f"{headline}\nFILE\n"
    assert not list(site.rglob("pwned"))


@pytest.mark.parametrize("odd", ["Two\nlines", "A bell \a", "Turned \u202e round"])
def test_link_takes_no_line_ends_and_no_control_characters(site: Path, capsys: Said, odd: str) -> None:
    main(["-q"])
    deal = "content/2026/port-deal-possible-by-spring-minister.md"
    for arguments in ([odd, deal], ["Some deal", deal, "--by", odd], ["Some deal", deal, "--why", odd]):
        assert main(["link", *arguments]) == 2
        assert "control character" in capsys.readouterr().err
    assert not (site / "content/_desk/links.yml").exists()


def test_link_names_a_briefing_that_is_there(site: Path, capsys: Said) -> None:
    main(["-q"])
    assert main(["link", "Some deal", "content/2026/port-deal-possible-by-sprin-minister.md"]) == 2
    assert "did you mean" in capsys.readouterr().err


def test_link_does_not_write_a_second_word_on_one_headline(site: Path, capsys: Said) -> None:
    (site / "seeds/vote.txt").write_text(FOLLOWED)
    main(["-q"])
    deal, vote = "content/2026/port-deal-possible-by-spring-minister.md", "content/2026/dockers-vote-on-strike.md"
    assert main(["link", "The deal", deal]) == 0
    before = (site / "content/_desk/links.yml").read_bytes()
    assert main(["link", "The deal", vote]) == 1
    assert main(["link", "THE DEAL", deal, "--refuse"]) == 1
    said = capsys.readouterr().err
    assert 'content/_desk/links.yml:2: says of "The deal" already that it means 2026/port-deal' in said
    assert (site / "content/_desk/links.yml").read_bytes() == before
    assert main(["link", "The deal", vote, "--in", deal]) == 0, "in one briefing it may mean another"
    assert main(["link", "The deal", vote, "--refuse"]) == 0


def test_the_line_ends_and_the_mark_of_an_edited_file_stay(site: Path) -> None:
    main(["-q"])
    path = site / "content/_desk/links.yml"
    path.write_bytes(b'\xef\xbb\xbflinks:\r\n  - {headline: "Old", never: "2026/x.md"}\r\n')
    assert main(["link", "The deal", "content/2026/port-deal-possible-by-spring-minister.md"]) == 0
    text = path.read_bytes()
    assert text.startswith(b'\xef\xbb\xbflinks:\r\n  - {headline: "Old"')
    assert text.count(b"\n") == text.count(b"\r\n") == 3


def test_briefings_are_named_by_their_full_address_too(site: Path, capsys: Said) -> None:
    (site / "seeds/vote.txt").write_text(FOLLOWED)
    (site / "readalso.yml").write_text("base_url: https://news.example/desk\n")
    main(["-q"])
    page = "https://news.example/desk/2026/dockers-vote-on-strike/"
    assert main(["link", "The vote", page + "#top"]) == 0
    assert "content/2026/dockers-vote-on-strike.md" in capsys.readouterr().out
    assert main(["why", "https://news.example/desk/2026/port-deal-possible-by-spring-minister/"]) == 0
    assert '"Dockers vote on strike"\n  exact (' in capsys.readouterr().out


@pytest.mark.parametrize(
    "asked", ["content/2026/port-deal-possible-by-sprin-minister.md", "/2026/nothing/", "x.md", ""]
)
def test_what_can_hardly_be_a_headline_is_not_taken_for_one(site: Path, capsys: Said, asked: str) -> None:
    main(["-q"])
    assert main(["why", asked]) == 2
    said = capsys.readouterr().err
    assert ("a headline, or a briefing, is needed" if not asked else "is no briefing") in said


def test_a_wrong_number_is_named_in_words(site: Path, capsys: Said) -> None:
    assert main(["serve", "--port", "eighty"]) == 2
    assert '"eighty" is not a whole number' in capsys.readouterr().err


def test_a_logo_that_is_not_there_is_named_with_its_line(site: Path, capsys: Said) -> None:
    (site / "readalso.yml").write_text("title: Desk\n\nlogo: mark.png\n")
    assert main(["build"]) == 1
    assert 'readalso.yml:3: logo is "mark.png", and there is no such file' in capsys.readouterr().err


def test_a_template_copied_from_the_theme_is_told_and_its_drift_found(site: Path, capsys: Said) -> None:
    assert main(["theme", "copy", "404.html"]) == 0
    assert main(["theme", "copy", "404.html"]) == 2
    assert main(["theme", "copy", "405.html"]) == 2
    assert main(["theme", "diff"]) == 0
    said = capsys.readouterr()
    assert "404.html, as it was copied from" in said.out
    assert 'did you mean "404.html"?' in said.err
    page = site / "templates/404.html"
    page.write_text("{# copied from theme/404.html 0123456789ab #}" + page.read_text().partition("#}")[2])
    assert main(["theme", "diff", "404.html"]) == 0
    assert "which has changed since it was copied" in capsys.readouterr().out


def test_the_themes_and_the_sites_own_templates_are_listed(site: Path, capsys: Said) -> None:
    (site / "templates").mkdir()
    (site / "templates/story.html").write_text('{% extends "theme/story.html" %}{% block foot %}x{% endblock %}')
    assert main(["theme"]) == 0
    said = capsys.readouterr()
    assert "* default: " in said.out
    assert "templates/story.html extends " in said.out
    assert 'fills the block "foot"' in said.err
    assert main(["theme", "list", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in found["themes"] if one["is_used"]] == ["default"]
    assert found["overrides"][0]["unknown"] == ["foot"]
    assert main(["theme", "diff", "story.html", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["overrides"][0]["diff"]
    assert main(["theme", "diff", "front.html"]) == 2
    assert main(["check", "--strict"]) == 1
    assert 'fills the block "foot"' in capsys.readouterr().err


def test_names_suggests_spellings_and_writes_them_where_they_wait(site: Path, capsys: Said) -> None:
    for name, person in (("a", "Mara Veldan"), ("b", "Мара Велдан"), ("c", "Mara Veldan")):
        (site / f"content/{name}.md").write_text(f'---\ntitle: "{name}"\npeople: [{person}]\n---\n')
    said = 'people: "Мара Велдан" is probably Mara Veldan (transliteration): content/b.md\n1 suggestion'
    assert main(["names"]) == 0
    assert capsys.readouterr().out.startswith(said)
    assert main(["names", "--write", "-q"]) == 0
    register = (site / "content/_desk/names.yml").read_text()
    assert 'spelling: "Мара Велдан"' in register
    assert main(["names", "--json", "--write"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (len(data["suggestions"]), data["written"]) == (1, 0)
    assert (site / "content/_desk/names.yml").read_text() == register


def test_check_names_words_that_an_edit_changed_inside_quotation_marks(site: Path, capsys: Said) -> None:
    main(["import", "-q"])
    (path,) = (site / "content/2026").glob("*.md")
    path.write_text(path.read_text().replace("nearly there", "not there"))
    assert main(["check", "--strict"]) == 1
    said = capsys.readouterr().err
    assert 'words inside quotation marks were changed: "We are nearly there," now reads "We are not there,"' in said
    path.write_text(path.read_text().replace("not there", "[…] there"))
    assert main(["check", "--strict"]) == 0
