"""`readalso serve` in a process of its own, as a person starts it."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen


@dataclass
class Served:
    """A running `serve`."""

    process: subprocess.Popen[str]
    url: str = ""
    said: list[str] = field(default_factory=list)
    """The lines of stdout and stderr."""

    def page(self, path: str = "/") -> tuple[int, str]:
        try:
            with urlopen(self.url.rstrip("/") + path, timeout=5) as response:
                return response.status, response.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def end(self) -> int:
        """Ctrl-C; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(10)


@contextmanager
def serving(root: Path, *arguments: str) -> Iterator[Served]:
    """A preview of the site in `root` on a free port, which has opened; ended with the context."""
    command = [sys.executable, "-W", "error", "-m", "readalso", "serve", "-s", str(root), "-p", "0", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment
    )
    served = Served(process)
    opened = threading.Event()

    def listen() -> None:
        assert process.stdout
        for line in process.stdout:
            served.said.append(line.rstrip("\n"))
            if found := re.match(r"preview at (\S+)", line):
                served.url = found[1]
                opened.set()
        opened.set()

    ear = threading.Thread(target=listen)
    ear.start()
    try:
        opened.wait(20)
        yield served
    finally:
        served.end()
        ear.join(10)
        assert process.stdout
        process.stdout.close()
