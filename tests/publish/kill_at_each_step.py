"""Publishes a folder again and again, killed by SIGKILL before the first, second, third … step that changes the disk.

    python kill_at_each_step.py FOLDER "exchange"|"step aside"

An audit hook (PEP 578) counts the steps: the program under test is as it is. Prints how many steps there are.
"""

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from readalso import files
from readalso.publish.deliver import deliver
from readalso.publish.switch import step_aside, switch
from readalso.publish.targets.folder import Folder
from tests.publish.folders import built, held

OLD = {"index.html": "old", "a/index.html": "a", "gone/index.html": "gone", "style.css": "css"}
NEW = {"index.html": "new", "a/index.html": "a", "b/index.html": "b", "style.css": "css 2"}
FOREIGN = {"mine.txt": "mine", "gone/mine.txt": "mine"}
STEPS = (
    "os.mkdir",
    "os.link",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.chmod",
    "os.utime",
    "os.chown",
    "shutil.rmtree",
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def publish(folder: Path, contents: dict[str, str], way: str) -> None:
    host = Folder(folder / "www", switch if way == "exchange" else step_aside)
    deliver(built(folder / "site", contents), host)


def prepare(folder: Path) -> None:
    files.remove_tree(folder)
    publish(folder, OLD, "exchange")
    for path, text in FOREIGN.items():
        files.write(folder / "www" / path, text)
    built(folder / "site", NEW)


def kill_before(step: int, folder: Path, way: str) -> bool:
    """Whether a child that publishes was killed; one that has no such step comes to its end."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    left = step
    host = Folder(folder / "www", switch if way == "exchange" else step_aside)
    site = built(folder / "site", NEW)

    def count(event: str, args: tuple[object, ...]) -> None:
        nonlocal left
        is_writing = event == "open" and isinstance(args[2], int) and bool(args[2] & WRITING)
        if event in STEPS or is_writing:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    deliver(site, host)
    os._exit(0)


def check(folder: Path, way: str, step: int) -> None:
    www, aside = folder / "www", folder / ".www.readalso-old"
    old, new = OLD | FOREIGN, NEW | FOREIGN
    if way == "step aside" and not www.exists():
        assert held(aside) == old, f"step {step}: nothing is there"
    else:
        assert held(www) in (old, new), f"step {step}: {held(www)}"
    publish(folder, NEW, way)
    assert held(www) == new, f"step {step}, next run: {held(www)}"
    assert sorted(path.name for path in folder.iterdir()) == ["site", "www"], f"step {step}: remains"


def main(folder: Path, way: str) -> None:
    step, seen = 0, set()
    is_killed = True
    while is_killed:
        step += 1
        prepare(folder)
        is_killed = kill_before(step, folder, way)
        seen.add((folder / "www" / "index.html").read_text() if (folder / "www").exists() else "")
        check(folder, way, step)
    assert {"old", "new"} <= seen, "no kill fell on either side of the switch"
    print(step - 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "ground", sys.argv[2])
