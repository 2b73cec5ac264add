"""Which articles are versions of one story, and which are stories of their own."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.intake.test_receive import LATER, PIER, briefing, bring, outcomes, put, stamps

UNDATED = "Pier opens\n\nOSTREL (CP) — The pier opened on Saturday.\n\nIt took nine years.\n"
NEWER = UNDATED.replace("nine years", "nine long years")


def test_update_is_a_new_version_under_another_name(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", UNDATED)
    bring(tmp_path)
    put(tmp_path, "seeds/b.txt", "UPDATE 1-" + NEWER)
    assert bring(tmp_path, LATER).count("updated") == 1
    made = briefing(tmp_path, "content/undated/pier-opens.md")
    assert (made.matter.title, made.matter.aliases, made.matter.status) == (
        "UPDATE 1-Pier opens",
        ("Pier opens",),
        "updated",
    )
    assert made.text.endswith("It took nine long years.\n")


def test_versions_of_one_batch_are_taken_in_their_order(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", "UPDATE 2-" + NEWER.replace("long", "very long"))
    put(tmp_path, "seeds/b.txt", "UPDATE 1-" + NEWER)
    put(tmp_path, "seeds/c.txt", UNDATED)
    assert [outcome for _, outcome, _ in outcomes(bring(tmp_path))] == ["updated", "updated", "created"]
    assert briefing(tmp_path, "content/undated/pier-opens.md").text.endswith("It took nine very long years.\n")


@pytest.mark.parametrize("at_once", [("a.txt", "b.txt"), ("a.txt",), ("b.txt",)], ids=["both", "first", "later"])
def test_address_of_a_story_depends_on_no_order_and_no_tag(tmp_path: Path, at_once: tuple[str, ...]) -> None:
    texts = {"a.txt": PIER, "b.txt": "CORRECTED-" + PIER.replace("nine", "ten").replace("Oct. 3", "Oct. 4")}
    for name in at_once:
        put(tmp_path, f"seeds/{name}", texts[name])
    bring(tmp_path)
    for name, text in texts.items():
        put(tmp_path, f"seeds/{name}", text)
    assert {received.briefing for received in bring(tmp_path, LATER).files} == {"content/2026/pier-opens.md"}


def test_place_of_a_story_is_that_of_its_first_version(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", PIER.replace("Oct. 3", "Dec. 31"))
    put(tmp_path, "seeds/b.txt", "UPDATE 1-" + PIER.replace("Oct. 3, 2026", "Jan. 1, 2027"))
    bring(tmp_path)
    made = briefing(tmp_path, "content/2026/pier-opens.md")
    assert made.matter.title == "UPDATE 1-Pier opens"


def test_older_version_that_comes_late_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, "seeds/b.txt", "UPDATE 2-" + NEWER)
    bring(tmp_path)
    put(tmp_path, "seeds/a.txt", UNDATED)
    put(tmp_path, "seeds/c.txt", "UPDATE 1-" + UNDATED.replace("nine", "some"))
    receipt = bring(tmp_path, LATER)
    assert [outcome for _, outcome, _ in outcomes(receipt)] == ["older", "unchanged", "older"]
    assert [entry.fate for entry in receipt.files[0].ledger] == ["body", "field dateline", "superseded"]
    before = stamps(tmp_path)
    bring(tmp_path, LATER)
    assert stamps(tmp_path) == before


@pytest.mark.parametrize("text", [UNDATED, PIER])
def test_first_version_that_comes_late_does_not_undo_a_correction(tmp_path: Path, text: str) -> None:
    put(tmp_path, "seeds/b.txt", "CORRECTED-" + text.replace("nine", "ten"))
    bring(tmp_path)
    put(tmp_path, "seeds/a.txt", text)
    assert [outcome for _, outcome, _ in outcomes(bring(tmp_path, LATER))] == ["older", "unchanged"]
    made = next((tmp_path / "content").glob("2*/*.md" if text == PIER else "undated/*.md")).read_text()
    assert "ten years" in made
    assert "nine" not in made


def test_next_days_version_of_a_corrected_story_is_newer(tmp_path: Path) -> None:
    put(tmp_path, "seeds/b.txt", "CORRECTED-" + PIER.replace("nine", "ten"))
    bring(tmp_path)
    put(tmp_path, "seeds/c.txt", PIER.replace("nine", "eleven").replace("Oct. 3", "Oct. 4"))
    assert bring(tmp_path, LATER).count("older") == 0


def test_kill_withdraws_and_keeps_the_text_and_nothing_brings_it_back(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", UNDATED)
    bring(tmp_path)
    put(tmp_path, "seeds/b.txt", "KILL: Pier opens\n\nThe story is wrong.\n")
    receipt = bring(tmp_path, LATER)
    assert receipt.count("withdrawn") == 1
    assert [entry.fate for entry in receipt.files[1].ledger] == ["field correction"]
    made = briefing(tmp_path, "content/undated/pier-opens.md")
    assert (made.matter.status, made.matter.correction) == ("withdrawn", "The story is wrong.")
    assert made.text.endswith("It took nine years.\n")
    put(tmp_path, "seeds/c.txt", "UPDATE 1-" + NEWER)
    assert bring(tmp_path, LATER).count("older") == 1


@pytest.mark.parametrize(("status", "left"), [("corrected", "withdrawn"), ("usable", "withdrawn"), ("draft", "draft")])
def test_kill_stands_above_a_public_status(tmp_path: Path, status: str, left: str) -> None:
    put(tmp_path, "seeds/a.txt", UNDATED)
    bring(tmp_path)
    place = tmp_path / "content/undated/pier-opens.md"
    place.write_text(place.read_text().replace("\nlanguage:", f"\nstatus: {status}  # ours\nlanguage:"))
    put(tmp_path, "seeds/b.txt", "KILL: Pier opens\n\nThe story is wrong.\n")
    receipt = bring(tmp_path, LATER)
    assert f"\nstatus: {left}" in place.read_text().replace('"', "")
    assert "# ours" in place.read_text()
    assert len(receipt.problems) == (status == "draft")


def test_same_text_with_other_white_space_is_one_briefing(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", PIER)
    put(tmp_path, "seeds/b.txt", PIER.replace("\n\n", "\n\n\n") + "\n###\n")
    receipt = bring(tmp_path)
    assert [outcome for _, outcome, _ in outcomes(receipt)] == ["created", "duplicate"]
    assert str(receipt.problems[0]).startswith("seeds/b.txt: says the same as seeds/a.txt")


def test_equal_headlines_of_two_agencies_or_of_other_texts_are_two_stories(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", UNDATED)
    put(tmp_path, "seeds/b.txt", UNDATED.replace("CP", "HW").replace("nine", "ten"))
    put(tmp_path, "seeds/c.txt", "Pier opens\n\nOSTREL (CP) — Quite another thing happened in another town.\n")
    assert bring(tmp_path).count("created") == 3


def test_renamed_source_is_the_same_source(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", PIER)
    bring(tmp_path)
    (tmp_path / "seeds/a.txt").rename(tmp_path / "seeds/z.txt")
    assert outcomes(bring(tmp_path)) == [("seeds/z.txt", "unchanged", "content/2026/pier-opens.md")]


def test_records_that_are_lost_are_made_again(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", PIER)
    bring(tmp_path)
    before = stamps(tmp_path)
    (tmp_path / "content/_desk/arrivals.jsonl").write_text("<<<<<<< HEAD\n")
    assert bring(tmp_path, LATER).count("unchanged") == 1
    assert {path: data for path, (data, _) in stamps(tmp_path).items()} == {
        path: data for path, (data, _) in before.items()
    }


def test_base_that_is_lost_keeps_ours_and_is_told(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", PIER)
    bring(tmp_path)
    place = tmp_path / "content/2026/pier-opens.md"
    for base in (tmp_path / "content/_desk/received").iterdir():
        base.unlink()
    edited = place.read_bytes()
    put(tmp_path, "seeds/a.txt", PIER + "\nMore.\n")
    assert "its base is missing" in str(bring(tmp_path, LATER).problems[0])
    assert place.read_bytes() == edited


def test_file_with_windows_line_ends_keeps_them(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", PIER)
    bring(tmp_path)
    place = tmp_path / "content/2026/pier-opens.md"
    place.write_bytes(b"\xef\xbb\xbf" + place.read_bytes().replace(b"nine", b"ten").replace(b"\n", b"\r\n"))
    edited = place.read_bytes()
    put(tmp_path, "seeds/a.txt", PIER + "\nMore.\n")
    bring(tmp_path, LATER)
    after = place.read_bytes()
    assert after.endswith(b"ten years.\r\n\r\nMore.\r\n")
    assert after.partition(b"---\r\n\r\n")[2].startswith(edited.partition(b"---\r\n\r\n")[2])


FIRST = PIER.replace("Oct. 3", "Nov. 22")
RIGHT = "CORRECTED-" + FIRST.replace("nine", "ten")
CAME = "2026-11-24T08:00:00Z"
"""When it is `LATER`."""


def updated(root: Path) -> str:
    (path,) = (root / "content").glob("2*/*.md")
    moment = briefing(root, path.relative_to(root).as_posix()).matter.updated
    return moment.iso if moment else ""


@pytest.mark.parametrize(
    ("name", "text", "when"),
    [
        ("b.txt", RIGHT, CAME),
        ("b.txt", RIGHT.replace("Nov. 22", "Nov. 23"), "2026-11-23"),
        ("b.txt", RIGHT.replace("OSTREL, Nov. 22, 2026", "OSTREL"), CAME),
        ("b.txt", RIGHT.replace("\n\n", "\n\nUpdated: 2026-11-23 08:40 +02:00\n\n", 1), "2026-11-23T08:40:00+02:00"),
        ("b.txt", "UPDATE 1-" + FIRST.replace("nine", "some"), CAME),
        ("b.txt", "KILL: Pier opens\n\nThe story is wrong.\n", CAME),
        ("a.txt", FIRST.replace("nine", "ten"), ""),
    ],
    ids=["no later date", "a later date", "no date", "its own time", "an update", "a kill", "no tag"],
)
def test_later_version_says_when_the_story_was_updated(tmp_path: Path, name: str, text: str, when: str) -> None:
    put(tmp_path, "seeds/a.txt", FIRST)
    bring(tmp_path)
    put(tmp_path, f"seeds/{name}", text)
    bring(tmp_path, LATER)
    assert updated(tmp_path) == when
    before = stamps(tmp_path)
    bring(tmp_path, LATER + timedelta(days=1))
    assert stamps(tmp_path) == before


def test_story_that_comes_with_its_correction_was_corrected_on_its_own_day(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", FIRST)
    put(tmp_path, "seeds/b.txt", RIGHT)
    bring(tmp_path)
    assert updated(tmp_path) == "2026-11-22"


def test_correction_that_comes_again_is_no_news(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", FIRST)
    bring(tmp_path)
    put(tmp_path, "seeds/b.txt", RIGHT)
    bring(tmp_path, LATER)
    put(tmp_path, "seeds/c.txt", RIGHT + "\n###\n")
    assert bring(tmp_path, LATER + timedelta(days=1)).count("unchanged") == 3
    assert updated(tmp_path) == CAME


def test_time_that_the_desk_wrote_stays(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", FIRST)
    bring(tmp_path)
    place = tmp_path / "content/2026/pier-opens.md"
    place.write_text(place.read_text().replace("\nlanguage:", "\nupdated: 2026-11-23  # ours\nlanguage:"))
    put(tmp_path, "seeds/b.txt", RIGHT)
    assert bring(tmp_path, LATER).problems == ()
    assert "\nupdated: 2026-11-23  # ours\n" in place.read_text()
    put(tmp_path, "seeds/c.txt", "UPDATE 1-" + FIRST.replace("nine", "some"))
    bring(tmp_path, LATER + timedelta(days=1))
    assert updated(tmp_path) == "2026-11-25T08:00:00Z"
