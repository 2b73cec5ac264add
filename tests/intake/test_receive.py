import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readalso import register
from readalso.briefing.body import Prose
from readalso.briefing.briefing import Briefing, parse
from readalso.briefing.markdown import Converter
from readalso.errors import Broken
from readalso.intake.languages import labels
from readalso.intake.receipt import Receipt
from readalso.intake.receive import receive
from readalso.settings import Settings

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
SEEDS = Path(__file__).parent.parent.parent.parent / "shared/seeds"
PIER = "Pier opens\n\nOSTREL, Oct. 3, 2026 (CP) — The pier opened on Saturday.\n\nIt took nine years.\n"

NAMES = "".join(
    f"\n\nPresident Ann B{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}x said “we shall see about that”."
    for i in range(3_000)
)


def bring(root: Path, now: datetime = NOW, paths: tuple[Path, ...] = (), dry_run: bool = False) -> Receipt:
    return receive(root, paths, Settings(), register.load(root), now, dry_run)


def put(root: Path, name: str, text: str | bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def outcomes(receipt: Receipt) -> list[tuple[str, str, str]]:
    return [(received.file, received.outcome, received.briefing) for received in receipt.files]


def stamps(root: Path) -> dict[str, tuple[bytes, int]]:
    files = sorted(path for path in (root / "content").rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def briefing(root: Path, path: str) -> Briefing:
    return parse(path, (root / path).read_text())


def test_article_becomes_a_briefing_and_a_base(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    receipt = bring(tmp_path)
    assert outcomes(receipt) == [("seeds/pier.txt", "created", "content/2026/pier-opens.md")]
    made = briefing(tmp_path, "content/2026/pier-opens.md")
    assert made.text == "The pier opened on Saturday.\n\nIt took nine years.\n"
    assert (made.matter.dateline, made.matter.source.name, made.matter.source.file) == (
        "Ostrel",
        "CP",
        "seeds/pier.txt",
    )
    base = tmp_path / f"content/_desk/received/{made.matter.id}.md"
    assert base.read_bytes() == (tmp_path / "content/2026/pier-opens.md").read_bytes()


def test_each_paragraph_is_accounted_for(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", f"{PIER}\nRead also: Why\n\n###\n")
    ledger = [(entry.number, entry.fate) for entry in bring(tmp_path).files[0].ledger]
    assert ledger == [(1, "body"), (1, "field dateline"), (2, "body"), (3, "reference"), (4, "dropped by end mark")]


def test_importing_twice_changes_no_byte_and_no_time(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    bring(tmp_path)
    before = stamps(tmp_path)
    assert outcomes(bring(tmp_path, LATER)) == [("seeds/pier.txt", "unchanged", "content/2026/pier-opens.md")]
    assert stamps(tmp_path) == before


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    assert bring(tmp_path, dry_run=True).count("created") == 1
    assert not (tmp_path / "content").exists()


def test_new_version_replaces_an_untouched_briefing_under_its_id(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    bring(tmp_path)
    id = briefing(tmp_path, "content/2026/pier-opens.md").matter.id
    put(tmp_path, "seeds/pier.txt", PIER + "\nIt is long.\n")
    assert outcomes(bring(tmp_path, LATER)) == [("seeds/pier.txt", "updated", "content/2026/pier-opens.md")]
    made = briefing(tmp_path, "content/2026/pier-opens.md")
    assert made.matter.id == id
    assert made.text.endswith("It is long.\n")
    assert bring(tmp_path, LATER).count("unchanged") == 1


def test_new_version_flows_into_an_edited_briefing(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    bring(tmp_path)
    place = tmp_path / "content/2026/pier-opens.md"
    place.write_text(place.read_text().replace("nine years", "ten years"))
    put(tmp_path, "seeds/pier.txt", PIER + "\nIt is long.\n")
    receipt = bring(tmp_path, LATER)
    assert receipt.count("merged") == 1
    assert [entry.fate for entry in receipt.files[0].ledger] == ["body", "field dateline", "edited", "body"]
    assert briefing(tmp_path, "content/2026/pier-opens.md").text == (
        "The pier opened on Saturday.\n\nIt took ten years.\n\nIt is long.\n"
    )
    before = stamps(tmp_path)
    assert bring(tmp_path, LATER).count("unchanged") == 1
    assert stamps(tmp_path) == before


def conflicting(root: Path) -> Path:
    put(root, "seeds/pier.txt", PIER)
    bring(root)
    place = root / "content/2026/pier-opens.md"
    place.write_text(place.read_text().replace("nine years", "ten years"))
    put(root, "seeds/pier.txt", PIER.replace("nine years", "eight years"))
    return place


def test_paragraph_that_both_changed_stays_ours_and_is_told_until_it_is_settled(tmp_path: Path) -> None:
    place = conflicting(tmp_path)
    edited = place.read_text()
    receipt = bring(tmp_path, LATER)
    assert receipt.count("in conflict") == 1
    assert place.read_text().partition("\n---\n")[2] == edited.partition("\n---\n")[2]
    (said,) = map(str, receipt.problems)
    assert "here: “It took ten years.”; the source: “It took eight years.”" in said
    before = stamps(tmp_path)
    assert [str(problem) for problem in bring(tmp_path, LATER).problems] == [said]
    assert stamps(tmp_path) == before


@pytest.mark.parametrize("text", ["eight years", "eight to ten years", "many years"])
def test_conflict_is_settled_by_editing_the_paragraph(tmp_path: Path, text: str) -> None:
    place = conflicting(tmp_path)
    bring(tmp_path, LATER)
    place.write_text(place.read_text().replace("ten years", text))
    assert bring(tmp_path, LATER).problems == ()
    assert list((tmp_path / "content/_desk").glob("conflicts/*")) == []


def test_conflict_is_settled_by_removing_its_record(tmp_path: Path) -> None:
    conflicting(tmp_path)
    bring(tmp_path, LATER)
    (record,) = (tmp_path / "content/_desk/conflicts").iterdir()
    record.unlink()
    assert bring(tmp_path, LATER).problems == ()


def test_new_white_space_in_a_source_is_no_new_version(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    bring(tmp_path)
    put(tmp_path, "seeds/pier.txt", PIER + "\n\n")
    assert bring(tmp_path, LATER).count("unchanged") == 1
    before = stamps(tmp_path)
    assert bring(tmp_path, LATER).count("unchanged") == 1
    assert stamps(tmp_path) == before


def test_moved_briefing_is_found_and_not_made_again(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    bring(tmp_path)
    (tmp_path / "content/harbours").mkdir()
    (tmp_path / "content/2026/pier-opens.md").rename(tmp_path / "content/harbours/pier.md")
    assert outcomes(bring(tmp_path)) == [("seeds/pier.txt", "unchanged", "content/harbours/pier.md")]


def test_deleted_briefing_stays_deleted(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    bring(tmp_path)
    (tmp_path / "content/2026/pier-opens.md").unlink()
    assert outcomes(bring(tmp_path)) == [("seeds/pier.txt", "deleted", "")]
    put(tmp_path, "seeds/pier.txt", PIER + "\nIt is long.\n")
    assert outcomes(bring(tmp_path)) == [("seeds/pier.txt", "deleted", "")]


def test_run_killed_before_the_base_was_written_is_mended(tmp_path: Path) -> None:
    put(tmp_path, "seeds/pier.txt", PIER)
    bring(tmp_path)
    before = stamps(tmp_path)
    (base,) = (tmp_path / "content/_desk/received").iterdir()
    base.unlink()
    (tmp_path / "content/_desk/arrivals.jsonl").unlink()
    assert bring(tmp_path, LATER).count("unchanged") == 1
    assert {name: data for name, (data, _) in stamps(tmp_path).items()} == {
        name: data for name, (data, _) in before.items()
    }


def test_same_bytes_under_another_name_are_a_duplicate(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", PIER)
    put(tmp_path, "seeds/b.txt", PIER)
    receipt = bring(tmp_path)
    assert [received.outcome for received in receipt.files] == ["created", "duplicate"]
    assert "says the same as seeds/a.txt" in str(receipt.problems[0])
    assert [received.outcome for received in bring(tmp_path).files] == ["unchanged", "duplicate"]


def test_equal_headlines_on_two_days_are_two_briefings_in_the_order_of_their_days(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.txt", PIER.replace("Oct. 3", "Oct. 5"))
    put(tmp_path, "seeds/b.txt", PIER)
    places = {received.file: received.briefing for received in bring(tmp_path).files}
    assert places == {"seeds/a.txt": "content/2026/pier-opens-2.md", "seeds/b.txt": "content/2026/pier-opens.md"}


def test_unreadable_files_are_told_and_stop_nothing(tmp_path: Path) -> None:
    put(tmp_path, "seeds/b.txt", " \n\0\n")
    put(tmp_path, "seeds/c.txt", PIER)
    receipt = bring(tmp_path, paths=(Path("seeds"), Path("nowhere.txt")))
    assert sorted(map(str, receipt.problems)) == [
        "nowhere.txt: is not a file that can be read; name an ordinary file",
        "seeds/b.txt: holds no text; remove the file, or put a headline on its first line",
    ]
    assert receipt.count("created") == 1


def test_links_hidden_names_and_pipes_are_not_read(tmp_path: Path) -> None:
    outside = put(tmp_path, "secret.txt", PIER)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/link.txt").symlink_to(outside)
    put(tmp_path, "seeds/.hidden.txt", PIER)
    os.mkfifo(tmp_path / "seeds/pipe.txt")
    assert bring(tmp_path).files == ()
    assert bring(tmp_path, paths=(Path("seeds/pipe.txt"),)).count("refused") == 1


def test_file_outside_the_site_is_named_without_its_folder(tmp_path: Path) -> None:
    outside = put(tmp_path, "elsewhere/pier.txt", PIER)
    root = tmp_path / "site"
    root.mkdir()
    assert outcomes(bring(root, paths=(outside,)))[0][:2] == ("pier.txt", "created")


@pytest.mark.parametrize(
    ("headline", "path"),
    [
        ("../../etc/passwd", "content/undated/etc-passwd.md"),
        ("/////", None),
        ("🙂🙂", None),
        ("C:\\con\\nul", "content/undated/c-con-nul.md"),
    ],
)
def test_hostile_headlines_stay_in_content(tmp_path: Path, headline: str, path: str | None) -> None:
    put(tmp_path, "seeds/a.txt", f"{headline}\n\nText.")
    (received,) = bring(tmp_path).files
    assert received.briefing.startswith("content/undated/")
    assert path is None or received.briefing == path
    assert briefing(tmp_path, received.briefing).matter.title == headline


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "A\n\n" + "B said “c d e f g”. " * 20_000,
        "H\n\n" + "[" * 200_000,
        "H" + "\n\nText." * 10_000,
        "«" * 100_000,
        "Names" + NAMES,
    ],
    ids=["one line", "one paragraph", "brackets", "10,000 paragraphs", "marks", "3,000 people"],
)
def test_hostile_sizes_are_received_in_seconds(tmp_path: Path, text: str) -> None:
    put(tmp_path, "seeds/a.txt", text)
    (received,) = bring(tmp_path).files
    assert received.outcome == "created"
    assert briefing(tmp_path, received.briefing).matter.title
    assert bring(tmp_path).count("unchanged") == 1


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=40)
PARAGRAPHS = st.lists(WORDS.map(lambda text: " ".join(text.split())).filter(bool), min_size=1, max_size=5)
FAST = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FAST
@given(PARAGRAPHS)
def test_law_no_word_is_lost_and_a_second_import_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str]
) -> None:
    root = tmp_path_factory.mktemp("desk")
    put(root, "seeds/a.txt", "Headline\n\n" + "\n\n".join(paragraphs))
    (received,) = bring(root).files
    made = briefing(root, received.briefing)
    elsewhere = [entry.text for entry in received.ledger if entry.fate != "body"]
    body = Converter(labels()).convert(made.text)
    shown = [text for piece in body.pieces if isinstance(piece, Prose) for text in plain(piece.html)]
    told = [entry.text for entry in received.ledger if entry.fate == "body"]
    assert {entry.number for entry in received.ledger} == set(range(1, len(paragraphs) + 1))
    if not elsewhere:
        assert [" ".join(text.split()) for text in shown] == [" ".join(text.split()) for text in told]
    before = stamps(root)
    assert bring(root, LATER).count("unchanged") == 1
    assert stamps(root) == before


def plain(markup: str) -> list[str]:
    import html
    import re

    return [
        html.unescape(re.sub(r"<[^>]*>", "", part))
        for part in re.findall(r"<(?:p|h2)>(.*?)</(?:p|h2)>", markup, re.DOTALL)
    ]


@pytest.mark.skipif(not SEEDS.exists(), reason="the user's article lies beside the repository")
def test_the_users_article(tmp_path: Path) -> None:
    receipt = bring(tmp_path, paths=(SEEDS,))
    (received,) = receipt.files
    made = briefing(tmp_path, received.briefing)
    matter = made.matter
    assert [quote.speaker for quote in matter.quotes] == ["Volodymyr Zelensky"] * 5
    assert matter.quotes[3].text == "we will eventually achieve a just peace."
    assert (matter.source.name, matter.date, matter.language) == ("Ukrinform", None, "en")
    assert matter.not_before is not None
    assert matter.not_before.iso == "2025-03-31"
    assert matter.summary.startswith("President Volodymyr Zelensky says")
    assert "Volodymyr Zelensky" in matter.people
    assert matter.organisations == ("NATO",)
    assert {"Ukraine", "Paris"} <= set(matter.places)
    blocks = made.text.rstrip("\n").split("\n\n")
    assert [index for index, block in enumerate(blocks) if block.startswith("Read also: [[")] == [5, 9]
    assert blocks[-2] == "## Background"
    assert "thw issue" in made.text
    assert "(Ukraine's membership of the Alliance - ed.)" in made.text
    assert [entry.fate for entry in received.ledger].count("body") == 10
    assert [entry.fate for entry in received.ledger].count("reference") == 2


@pytest.mark.parametrize("link", ["content/2026", "content/_desk", "content/_desk/received"])
def test_nothing_is_written_behind_a_link_that_leads_out_of_content(tmp_path: Path, link: str) -> None:
    root, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (root / "seeds").mkdir(parents=True)
    (root / "seeds/2026-10-05-0930-a.txt").write_text("A headline of some words\n\nA paragraph of some words.\n")
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(outside)
    with pytest.raises(Broken, match="leads out of content/"):
        bring(root)
    assert list(outside.iterdir()) == []
