"""Imports again and again, killed by SIGKILL before the first, second, third … step that changes the disk.

    python kill_at_each_step.py FOLDER

An audit hook (PEP 578) counts the steps: the program under test is as it is. Prints how many steps there are.
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from readalso import files
from readalso.intake.receive import receive
from readalso.register import Register
from readalso.settings import Settings

FIRST = {
    "a.txt": "Pier opens\n\nThe pier opened.\n\nIt took nine years.\n\nIt is long.\n",
    "b.txt": "Talks go on\n\nThey talk.\n\nNobody knows of what.\n",
    "c.txt": "Storm is near\n\nIt will be cold and wet and windy for some days to come.\n",
}
SECOND = {
    "a.txt": "Pier opens\n\nThe pier opened.\n\nIt took eight years.\n\nIt is very long.\n\nIt is wet.\n",
    "d.txt": "UPDATE 1-Talks go on\n\nThey talk.\n\nSomebody knows of what.\n\nThey go on.\n",
    "e.txt": "KILL: Storm is near\n\nIt was a mistake.\n",
    "f.txt": "Bridge is shut\n\nFor a day.\n",
}
STEPS = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def send(root: Path, articles: dict[str, str]) -> None:
    for name, text in articles.items():
        files.write(root / "seeds" / name, text)


def bring(root: Path, hour: int = 8) -> None:
    receive(root, (), Settings(), Register(), datetime(2026, 11, 23, hour, tzinfo=UTC), with_ledger=False)


def prepare(root: Path) -> None:
    """A desk with an edited briefing, a moved one and a deleted record, to which new versions have come."""
    files.remove_tree(root)
    send(root, FIRST)
    bring(root)
    pier = root / "content/undated/pier-opens.md"
    pier.write_text(pier.read_text().replace("nine years", "ten years # mine"))
    files.move(root / "content/undated/talks-go-on.md", root / "content/talks/on.md")
    send(root, SECOND)


def held(root: Path) -> dict[str, bytes]:
    """What the site holds, without the time at which articles came."""
    walked = ((path, entry.path) for path, entry in files.walk(root / "content", hidden=True))
    return {path: files.read_bytes(Path(place)).replace(b"T09:", b"T08:") for path, place in walked}


def kill_before(step: int, root: Path) -> bool:
    """Whether a child that imports was killed; one that has no such step comes to its end."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    left = step

    def count(event: str, args: tuple[object, ...]) -> None:
        nonlocal left
        is_writing = event == "open" and isinstance(args[2], int) and bool(args[2] & WRITING)
        if event in STEPS or is_writing:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    bring(root)
    os._exit(0)


def main(root: Path) -> None:
    prepare(root)
    old = held(root)
    bring(root)
    new = held(root)
    step, is_killed = 0, True
    while is_killed:
        step += 1
        prepare(root)
        is_killed = kill_before(step, root)
        for path, data in held(root).items():
            assert path.endswith(".part") or data in (old.get(path), new.get(path)), f"step {step}: half of {path}"
        bring(root, hour=9)
        found = held(root)
        assert found == new, f"step {step}: {[path for path in found.keys() | new if found.get(path) != new.get(path)]}"
    print(step - 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "ground")
