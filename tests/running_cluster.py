"""A scheduler of dask.distributed and its workers on loopback, for the tests that build on a cluster."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]


class Cluster:
    """A scheduler and its workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self._file, self._log = folder / "scheduler.json", (folder / "log").open("wb")
        self.workers: list[subprocess.Popen[bytes]] = []
        self._scheduler = self._start("dask_scheduler", "--port", "0", "--host", "127.0.0.1")
        until(lambda: self._file.exists() and self._file.stat().st_size > 0)

    @property
    def address(self) -> str:
        """What --executor is given."""
        place: str = json.loads(self._file.read_text())["address"]
        return place.replace("tcp://", "dask://")

    def add(self, threads: int = 1, program: Path = ROOT) -> None:
        """One more worker, without a nanny that would start it again; `program` is the folder of its `readalso`."""
        command = ("dask_worker", "--no-nanny", "--nthreads", str(threads), "--host", "127.0.0.1")
        self.workers.append(self._start(*command, program=program))
        until(lambda: Path(self._log.name).read_bytes().count(b"Registered to:") >= len(self.workers))

    def end(self) -> None:
        """Stop all processes."""
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()
        self._log.close()

    def _start(self, module: str, *words: str, program: Path = ROOT) -> subprocess.Popen[bytes]:
        command = (
            sys.executable,
            "-m",
            f"distributed.cli.{module}",
            "--scheduler-file",
            str(self._file),
            "--no-dashboard",
        )
        environ = {**os.environ, "PYTHONPATH": str(program)}
        return subprocess.Popen(
            (*command, *words), cwd=self._file.parent, env=environ, stdout=self._log, stderr=self._log
        )


def until(is_so: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.01)
