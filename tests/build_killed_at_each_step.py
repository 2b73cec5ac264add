"""Builds again and again, killed by SIGKILL before the first, second, third … step that changes the disk.

    python build_killed_at_each_step.py FOLDER

An audit hook (PEP 578) counts the steps: the program under test is as it is. Prints how many steps there are.
"""

import io
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from readalso import files
from readalso.build import build
from readalso.job import Job
from readalso.report import Voice
from readalso.settings import Settings
from tests.mini_site import briefing, put, write_site

STEPS = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def run(root: Path, is_fresh: bool = False) -> None:
    settings = Settings(title="Mini", theme="mini", base_url="https://news.example/")
    job = Job(root, settings, root / "site", root / ".readalso", NOW, with_ledger=True, is_fresh=is_fresh)
    build(job, Voice(io.StringIO(), io.StringIO()))


def prepare(root: Path) -> None:
    """A site that is built, and then a text edited, a briefing moved, one gone and one that heals a reference."""
    files.remove_tree(root)
    root.mkdir(parents=True)
    write_site(root)
    put(root, "content/gone.md", briefing("Gone", "Soon.", {"id": "soon", "date": "2026-10-30"}))
    put(root, "content/moved.md", briefing("Moved", "Read also: Arrives", {"id": "moved", "date": "2026-10-30"}))
    run(root)
    put(root, "site/stray.txt", "of another origin")
    put(root, "content/edited.md", briefing("Edited", "Other words.", {"id": "edited", "date": "2026-10-31"}))
    put(root, "content/arrives.md", briefing("Arrives", "Here.", {"id": "arrives", "date": "2026-10-29"}))
    (root / "content/gone.md").unlink()
    files.move(root / "content/moved.md", root / "content/ports/moved.md")


def held(root: Path) -> dict[str, bytes]:
    """The output, its manifest, and the ledger of addresses."""
    site = {path: files.read_bytes(Path(entry.path)) for path, entry in files.walk(root / "site", hidden=True)}
    return site | {"ledger": files.read_bytes(root / "content/_desk/urls.txt")}


def kill_before(step: int, root: Path) -> bool:
    """Whether a child that builds was killed; one that has no such step comes to its end."""
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
    run(root)
    os._exit(0)


def main(root: Path) -> None:
    prepare(root)
    run(root, is_fresh=True)
    wanted = held(root)
    step, is_killed = 0, True
    while is_killed:
        step += 1
        prepare(root)
        is_killed = kill_before(step, root)
        run(root)
        found = held(root)
        wrong = [path for path in found.keys() | wanted if found.get(path) != wanted.get(path)]
        assert not wrong, f"step {step}: {wrong}"
        strays = [path for path, _ in files.walk(root / ".readalso", hidden=True) if "stray" in path]
        assert strays, f"step {step}: what another put into the folder is lost"
    print(step - 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "ground")
