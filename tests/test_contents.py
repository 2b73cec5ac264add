import os
from pathlib import Path

import pytest

from readalso import contents, files
from readalso.briefing.body import Gap, Prose, unpack
from readalso.contents import Bodies, misnamed
from readalso.errors import Broken
from readalso.job import Manner
from readalso.words import digest


def test_briefings_are_markdown_that_is_not_the_desks(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.md", "_desk/x.md", "a/_draft.md", ".trash/y.md", "notes.txt", "_desk/names.yml"):
        files.write(tmp_path / name, "")
    assert list(contents.briefing_stamps(tmp_path)) == ["a/c.md", "b.md"]


def test_each_briefing_is_read_in_order(tmp_path: Path) -> None:
    for name in "cab":
        files.write(tmp_path / f"{name}.md", f"---\ntitle: {name}\n---\n\nSee [[X]].\n")
    read = list(contents.read(tmp_path, ["c.md", "a.md", "b.md"], Manner(tuple)))
    assert [(path, facts.matter.title) for path, (facts, _) in read] == [("c.md", "c"), ("a.md", "a"), ("b.md", "b")]
    assert unpack(read[0][1][1]) == (Prose("<p>See "), Gap(0), Prose(".</p>"))


def test_all_problems_come_at_once_and_the_good_are_read(tmp_path: Path) -> None:
    files.write(tmp_path / "a.md", "no fences")
    files.write(tmp_path / "b.md", "---\ntitle: b\n---\n")
    files.write(tmp_path / "c.md", b"---\ntitle: \xff\n---\n")
    read = contents.read(tmp_path, ["a.md", "b.md", "c.md", "missing.md"], Manner(tuple))
    assert next(read)[0] == "b.md"
    with pytest.raises(Broken) as caught:
        next(read)
    assert [problem.path for problem in caught.value.problems][:2] == ["content/a.md", "content/c.md"]
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"a\nb.md", b"a\x1b[2J.md"])
def test_a_file_name_that_is_no_text_is_named_as_a_problem(tmp_path: Path, name: bytes) -> None:
    path = os.fsdecode(name)
    files.write(tmp_path / path, "---\ntitle: b\n---\n")
    with pytest.raises(Broken, match="has a name that cannot be an address") as caught:
        list(contents.read(tmp_path, [path], Manner(tuple)))
    caught.value.problems[0].path.encode()


def test_a_body_is_read_again(tmp_path: Path) -> None:
    files.write(tmp_path / "a.md", "---\ntitle: a\n---\n\nText.\n")
    bodies = Bodies(tmp_path, Manner(tuple))
    assert unpack(bodies.again({"a.md": digest("Text.\n")})["a.md"]) == (Prose("<p>Text.</p>"),)
    with pytest.raises(Broken, match="was changed while the site was being built"):
        bodies.again({"a.md": digest("Other.\n")})


def test_texts_with_another_ending_are_named_and_the_desks_own_are_not(tmp_path: Path) -> None:
    for name in ("a.MD", "2026/b.markdown", "c.txt", "d.md", "e.jpg", "_desk/urls.txt", ".f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [str(problem) for problem in misnamed(tmp_path)] == [
        "content/2026/b.markdown: is not read; rename it to 2026/b.md",
        "content/a.MD: is not read; rename it to a.md",
        "content/c.txt: is not read; rename it to c.md",
    ]
