"""The pipeline: what a build makes, leaves alone, and refuses. That its memory changes nothing: test_histories.py."""

import io
import os
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench import corpus
from readalso.build import build
from readalso.errors import Broken
from readalso.job import Job
from readalso.library.visibility import Show
from readalso.outcome import Outcome
from readalso.press import Keyed, Press, Sheet
from readalso.report import Voice
from readalso.settings import Settings
from readalso.workers import FEW
from tests.dump_theme import write_theme

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
SETTINGS = Settings(title="Desk", base_url="https://news.example/", paginate=2, paginate_terms=2)


def job(root: Path, **changes: object) -> Job:
    plain = Job(root=root, settings=SETTINGS, output=root / "site", work=root / ".readalso", now=NOW)
    return replace(plain, **changes)  # type: ignore[arg-type]


def run(root: Path, **changes: object) -> Outcome:
    return build(job(root, **changes), Voice(io.StringIO(), io.StringIO()))


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def briefing(root: Path, name: str, title: str, body: str = "", front: str = "") -> Path:
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'---\nid: "{Path(name).stem}"\ntitle: "{title}"\n{front}---\n\n{body}\n')
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_theme(tmp_path)
    briefing(tmp_path, "deal.md", "Port deal", "The deal is near.", "date: 2026-10-02\ntopics: [Ports]\n")
    briefing(
        tmp_path,
        "strike.md",
        "Strike",
        "First.\n\nRead also: [[Port deal]]\n\nRead also: Who owns the port",
        "date: 2026-10-01\n",
    )
    return tmp_path


def made(outcome: Outcome) -> dict[str, str]:
    return dict(outcome.made)


def test_building_twice_writes_nothing(root: Path) -> None:
    first = run(root)
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    second = run(root)
    assert (first.left, len(second.made), second.left) == (0, 0, len(first.made))
    assert {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")} == before


def test_a_build_without_its_memory_makes_the_same_and_writes_nothing(root: Path) -> None:
    run(root)
    before = tree(root / "site")
    shutil.rmtree(root / ".readalso")
    again = run(root)
    assert (again.change.written, tree(root / "site")) == ((), before)


def test_an_edited_text_remakes_its_page_and_says_why(root: Path) -> None:
    run(root)
    briefing(root, "deal.md", "Port deal", "The deal is done.", "date: 2026-10-02\ntopics: [Ports]\n")
    assert made(run(root)) == {"/deal/": "text changed"}


def test_an_article_that_arrives_heals_the_reference_and_only_pages_that_show_it_are_made(root: Path) -> None:
    run(root)
    briefing(root, "owner.md", "Who owns the port", "An answer.", "date: 2026-09-01\n")
    found = made(run(root))
    assert found["/owner/"] == "new"
    assert found["/strike/"] == 'reference "Who owns the port" is gone, card of /owner/ is new'
    assert "/deal/" not in found
    assert "/topics/ports/" not in found


def test_a_removed_briefing_is_gone_from_the_output_and_its_references_wait_again(root: Path) -> None:
    run(root)
    (root / "content" / "deal.md").unlink()
    outcome = run(root)
    assert "deal/index.html" in outcome.change.removed
    assert not (root / "site" / "deal").exists()
    assert "Port deal" in (root / "site" / "pending" / "index.html").read_text()


def test_a_changed_template_remakes_the_pages_that_use_it(root: Path) -> None:
    run(root)
    (root / "themes/default/templates/terms.html").write_text("<h1>{{ page.kind }} {{ asset('style.css') }}</h1>")
    assert set(made(run(root)).values()) == {"template terms.html changed"}


def test_pages_of_a_changed_template_are_not_compared_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(root)
    compared: list[str] = []

    def keys(press: Press, sheets: Sequence[Sheet], executor: Executor | None = None) -> Iterator[Keyed]:
        compared.extend(sheet.kind for sheet in sheets)
        return iter(press.keys_here(sheets))

    monkeypatch.setattr(Press, "keys", keys)
    (root / "themes/default/templates/story.html").write_text("<h1>{{ page.title }}</h1>")
    assert made(run(root)).keys() == {"/deal/", "/strike/"}
    assert "front.html" in compared
    assert "story.html" not in compared


def test_a_changed_shared_template_remakes_all_that_extend_it(root: Path) -> None:
    run(root)
    shared = root / "themes/default/templates/shared.html"
    shared.write_text(shared.read_text() + "<hr>")
    found = made(run(root))
    assert "/deal/" in found
    assert "/" in found
    assert "/robots.txt" not in found


def test_a_changed_setting_remakes_what_shows_it(root: Path) -> None:
    run(root)
    found = made(run(root, settings=replace(SETTINGS, title="Another desk")))
    assert found["/deal/"] == "the settings changed"


def test_another_language_of_the_site_is_another_reading_of_its_headlines(root: Path) -> None:
    briefing(root, "law.md", "Parlament verabschiedet das Gesetz über Küstenwache")
    briefing(root, "asks.md", "Frage", "Read also: [[Parlament verabschiedet Gesetz über Küstenwache]]")
    run(root)
    assert "/law/" not in (root / "site/asks/index.html").read_text()
    german = replace(SETTINGS, language="de")
    why = made(run(root, settings=german))
    assert why["/deal/"].startswith("the settings changed")
    assert "/law/" in (root / "site/asks/index.html").read_text()
    run(root, settings=german, output=root / "clean", work=root / ".clean")
    assert tree(root / "site") == tree(root / "clean")


def test_a_damaged_output_file_is_made_again(root: Path) -> None:
    run(root)
    before = tree(root / "site")
    (root / "site/deal/index.html").write_text("damaged")
    (root / "site/strike/index.html").unlink()
    assert set(made(run(root))) == {"/deal/", "/strike/"}
    assert tree(root / "site") == before


def test_an_edit_of_equal_size_and_time_is_seen(root: Path) -> None:
    path = root / "content/deal.md"
    run(root)
    stamp = path.stat()
    path.write_text(path.read_text().replace("near", "over"))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert "/deal/" in made(run(root))


def test_a_broken_briefing_leaves_the_site_as_it_was_and_is_named(root: Path) -> None:
    run(root)
    before = tree(root / "site")
    briefing(root, "deal.md", "Port deal", "New text.")
    (root / "content/bad.md").write_text("---\ntitle: Zelensky: While\ntopic: x\n---\n")
    (root / "content/worse.md").write_text("no front matter")
    with pytest.raises(Broken) as caught:
        run(root)
    assert sorted(problem.path for problem in caught.value.problems) == ["content/bad.md", "content/worse.md"]
    assert tree(root / "site") == before


def test_a_broken_template_leaves_the_site_as_it_was_and_names_file_and_line(root: Path) -> None:
    run(root)
    before = tree(root / "site")
    (root / "themes/default/templates/story.html").write_text("<p>\n{{ page.nothing }}")
    with pytest.raises(Broken) as caught:
        run(root)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("themes/default/templates/story.html", 2)
    assert tree(root / "site") == before


def test_a_warning_is_said_again_on_each_build(root: Path) -> None:
    briefing(root, "dense.md", "Dense", "[" * 1000)
    assert [problem.path for problem in run(root).problems] == ["content/dense.md"]
    assert [problem.path for problem in run(root).problems] == ["content/dense.md"]


def test_a_language_without_phrases_is_a_warning(root: Path) -> None:
    spoken = [str(one) for one in run(root, settings=replace(SETTINGS, language="sw-KE")).problems]
    assert spoken == [
        'readalso.yml: language "sw-KE" has no file of phrases, so the pages speak English; '
        "write languages/sw-KE.yml as languages/en.yml of the theme is"
    ]
    assert run(root, settings=replace(SETTINGS, language="uk-UA")).problems == ()


def test_what_the_desk_keeps_in_content_is_no_briefing(root: Path) -> None:
    (root / "content/_desk").mkdir()
    (root / "content/_desk/notes.md").write_text("no front matter")
    (root / "content/.hidden.md").write_text("no front matter")
    assert run(root).briefings == 2


def test_held_briefings_are_in_no_file_of_the_output(root: Path) -> None:
    secret = "Xylophone"
    held = {
        "draft": "status: draft\n",
        "future": "date: 2027-01-01\n",
        "embargo": "status: embargoed\nembargo: 2026-12-01\n",
        "withdrawn": "status: withdrawn\n",
        "expired": "expires: 2026-10-31\n",
    }
    for name, front in held.items():
        keys = f'summary: "{secret}"\npeople: [{secret}]\ntopics: [{secret}]\nquotes:\n  - {{speaker: {secret}, text: {secret}}}\n'
        briefing(root, f"{name}.md", f"{secret} {name}", f"{secret}.\n\nRead also: [[Port deal]]", keys + front)
    outcome = run(root)
    assert len(outcome.held) == 5
    assert not [path for path, data in tree(root / "site").items() if secret.encode() in data]
    shown = run(root, show=Show(drafts=True, future=True, expired=True))
    assert len(shown.held) == 1


def test_many_briefings_are_read_on_all_cores_with_the_same_result(root: Path) -> None:
    for number in range(650):
        briefing(root, f"many/b{number}.md", f"Number {number}", f"Read also: [[Number {(number * 7) % 650}]]")
    run(root)
    before = tree(root / "site")
    run(root, is_fresh=True)
    assert tree(root / "site") == before


@pytest.mark.parametrize(
    "alias", ["/.git/HEAD", "/CNAME", "/cname", "/.gitignore", "/./", "/.well-known/x", "/" + "a" * 300 + "/"]
)
def test_an_address_that_a_host_or_git_keeps_for_itself_is_refused(root: Path, alias: str) -> None:
    run(root)
    before = tree(root / "site")
    briefing(root, "deal.md", "Port deal", front=f'aliases: ["{alias}"]\n')
    with pytest.raises(Broken, match=r"content/deal\.md"):
        run(root)
    assert tree(root / "site") == before


def test_a_folder_that_may_not_be_written_to_is_named_before_anything_is_changed(root: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    run(root)
    before = tree(root / "site")
    (root / "site/deal").chmod(0o500)
    briefing(root, "deal.md", "Port deal", "New text.")
    briefing(root, "strike.md", "Strike", "New text.")
    with pytest.raises(Broken, match="may not be written to"):
        run(root)
    (root / "site/deal").chmod(0o700)
    assert tree(root / "site") == before


def test_a_memory_that_cannot_be_written_costs_nothing_but_time(root: Path) -> None:
    (root / ".readalso/memo").mkdir(parents=True)
    assert run(root).made
    assert run(root).change.written == ()


def test_two_builds_at_once_wait_for_each_other(root: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda _: run(root), range(4)))
    assert sorted(len(outcome.change.written) > 0 for outcome in outcomes) == [False, False, False, True]


@pytest.mark.parametrize("text", ["x &#2;9999999999&#3; y", "```\na\n```\n\n" * 2_000, "a" + "\u0315\u0316" * 50_000])
def test_a_hostile_text_is_shown_or_named_and_stops_nothing(root: Path, text: str) -> None:
    briefing(root, "hostile.md", "Hostile", text)
    assert "/hostile/" in made(run(root))


def test_no_page_says_that_a_headline_waited_for_is_held_back(root: Path) -> None:
    briefing(root, "waits.md", "Waits", "Read also: Embargoed story")
    run(root)
    before = tree(root / "site")
    briefing(root, "held.md", "Embargoed story", front="status: embargoed\n")
    assert run(root).change.written == ()
    assert tree(root / "site") == before


@pytest.mark.slow
def test_workers_and_shortcuts_change_nothing(tmp_path: Path) -> None:
    write_theme(tmp_path)
    corpus.write(corpus.articles(FEW + 20), tmp_path / "content", corpus.Dialect())
    run(tmp_path)
    run(tmp_path, output=tmp_path / "long", work=tmp_path / "work", without_shortcuts=True)
    assert tree(tmp_path / "site") == tree(tmp_path / "long")
