"""Law: whatever a desk and a wire do in turn, no human byte is lost, and a second import changes nothing."""

import os
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readalso.intake.receipt import Receipt
from readalso.intake.receive import receive
from readalso.register import Register
from readalso.settings import Settings

HUMAN = re.compile(r"human\d+")
MANY = 2_000


@dataclass
class History:
    """One article, its wire and its desk."""

    root: Path
    number: "count[int]" = field(default_factory=lambda: count(1))
    wire: list[str] = field(default_factory=list)
    """The paragraphs of the newest version."""
    versions: int = 0
    removed: set[str] = field(default_factory=set)
    """Wire words in paragraphs that the desk removed."""

    def word(self, kind: str) -> str:
        return f"{kind}{next(self.number)}x"

    def paragraph(self) -> str:
        return f"The pier of Ostrel is {self.word('wire')} and the storm came to the harbour of Ostrel at night."

    def briefings(self) -> list[Path]:
        return [path for path in sorted((self.root / "content").rglob("*.md")) if "_desk" not in path.parts]

    def send(self, name: str, headline: str = "Pier opens") -> None:
        path = self.root / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join([headline, "OSTREL (CP) — The pier opened.", *self.wire, ""]))

    def bring(self) -> Receipt:
        now = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=next(self.number))
        return receive(self.root, (), Settings(), Register(), now)


def begin(root: Path) -> History:
    history = History(root)
    history.wire = [history.paragraph() for _ in range(4)]
    history.send("pier.txt")
    history.bring()
    return history


def blocks(text: str) -> list[str]:
    return text.split("\n\n")


def edit(history: History, what: str, at: int) -> None:
    """What a desk does to its file."""
    (path,) = history.briefings()
    text = path.read_bytes().decode().replace("\r\n", "\n")
    front, _, body = text.partition("\n---\n")
    lines, parts = front.split("\n"), blocks(body.strip("\n"))
    index, line = at % len(parts), 1 + at % (len(lines) - 1)
    word = history.word("human")
    if what == "change":
        parts[index] += f" The desk adds {word}."
    elif what == "insert":
        parts.insert(index, f"Note of the desk: {word}.")
    elif what == "append":
        parts.append(f"## Desk\n\n* {word}\n* two")
    elif what == "remove":
        history.removed |= set(re.findall(r"wire\d+x", parts.pop(index)))
        parts = parts or [word]
    elif what == "swap":
        parts[0], parts[index] = parts[index], parts[0]
    elif what == "comment":
        lines.insert(line, f"# {word}")
    elif what == "trail":
        lines = [f"{one}  # {word}" if one.startswith("dateline:") else one for one in lines]
    elif what == "reorder":
        heads = [one for one in lines[1:] if one.startswith(("language:", "dateline:", "source:"))]
        lines = [one for one in lines if one not in heads] + heads[::-1]
    elif what == "topic":
        lines = [*lines, "topics:", f"  - {word}  # mine"] if "topics:" not in front else lines
    elif what == "people":
        lines = [re.sub(r"^places: \[", f"places: ['{word}', ", one) for one in lines]
    elif what == "summary":
        lines = [f"summary: '{word} says it''s so'" if one.startswith("summary:") else one for one in lines]
    elif what == "extra":
        lines = [*lines, "extra:", f"  {word}: 1", f"  # {word}"] if "extra:" not in front else lines
    elif what == "space":
        parts[index] += "\n\n"
    new = "\n".join(lines) + "\n---\n\n" + "\n\n".join(parts) + "\n"
    path.write_bytes(new.encode())


def wire(history: History, what: str, at: int) -> None:
    """What a wire does to its story."""
    index = at % len(history.wire)
    if "change" in what:
        history.wire[index] += f" It is {history.word('wire')}."
    if "insert" in what:
        history.wire.insert(index, history.paragraph() + f" Newly {history.word('fresh')} {history.word('fresh')}.")
    if "drop" in what and len(history.wire) > 1:
        history.wire.pop(index)
    history.versions += 1
    if "tag" in what:
        history.send(f"pier-{history.versions}.txt", f"UPDATE {history.versions}-Pier opens")
    else:
        history.send("pier.txt")


EDITS: tuple[str, ...] = (
    "change",
    "insert",
    "append",
    "remove",
    "swap",
    "comment",
    "trail",
    "reorder",
    "topic",
    "people",
    "summary",
)
EDITS += ("extra", "space")
WIRES = ("change", "insert", "drop", "change tag", "insert tag", "drop change", "insert change drop tag")
STEPS = st.one_of(
    st.tuples(st.just("edit"), st.sampled_from(EDITS), st.integers(0, 20)),
    st.tuples(st.just("wire"), st.sampled_from(WIRES), st.integers(0, 20)),
    st.tuples(st.sampled_from(("move", "kill", "crlf")), st.just(""), st.integers(0, 3)),
)


def step(history: History, kind: str, what: str, at: int) -> None:
    (path,) = history.briefings()
    if kind == "edit":
        edit(history, what, at)
    elif kind == "wire":
        wire(history, what, at)
    elif kind == "move":
        (history.root / "content" / f"section{at}").mkdir(exist_ok=True)
        path.rename(history.root / "content" / f"section{at}" / "moved.md")
    elif kind == "kill":
        (history.root / "seeds/kill.txt").write_text("KILL: Pier opens\n\nThe story is wrong and must not be used.\n")
    elif kind == "crlf":
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def held(root: Path) -> dict[str, tuple[bytes, int]]:
    found = sorted(path for path in (root / "content").rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def fresh(history: History) -> set[str]:
    """The words of paragraphs that came with a later version."""
    return set(re.findall(r"fresh\d+x", "\n".join(history.wire)))


def live(root: Path, steps: list[tuple[str, str, int]]) -> None:
    history = begin(root)
    is_killed = False
    for kind, what, at in steps:
        earlier = fresh(history)
        step(history, kind, what, at)
        is_killed = is_killed or kind == "kill"
        (path,) = history.briefings()
        before = path.read_bytes().decode()
        receipt = history.bring()
        (same,) = history.briefings()
        after = same.read_bytes().decode()
        assert same == path
        assert not [problem for problem in receipt.problems if not problem.is_warning]
        assert HUMAN.findall(before) == HUMAN.findall(after), "a human's word is lost or has moved"
        comments = [line for line in before.split("\n") if line.lstrip().startswith("#")]
        assert [line for line in after.split("\n") if line in comments] == comments
        assert not history.removed & set(re.findall(r"wire\d+x", after.partition("\n---")[2])), "brought back"
        told = after + "".join(path.read_text() for path in (root / "content/_desk").glob("conflicts/*.yml"))
        assert is_killed or fresh(history) - earlier <= set(re.findall(r"fresh\d+x", told)), "did not flow in"
        kept = held(root)
        history.bring()
        assert held(root) == kept, "a second import changed something"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=1, max_size=8))
def test_law_no_human_byte_is_lost(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]) -> None:
    live(tmp_path_factory.mktemp("desk"), steps)


@pytest.mark.slow
@pytest.mark.skipif("READALSO_HISTORIES" not in os.environ, reason="2,000 histories take minutes: READALSO_HISTORIES=1")
@settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=1, max_size=10))
def test_law_in_two_thousand_histories(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]
) -> None:
    live(tmp_path_factory.mktemp("desk"), steps)
