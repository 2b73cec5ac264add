"""The demo as a site of its own, built and served for the tests that look at it in a browser."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from readalso.cli import main

ROOT = Path(__file__).parents[2]


def built(root: Path, settings: str = "") -> Path:
    """Build the demo in `root`, with more lines of `readalso.yml`, which count before its own; its output folder."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    taken = tuple(line.partition(":")[0] + ":" for line in settings.splitlines())
    own = (ROOT / "readalso.yml").read_text().splitlines(keepends=True)
    (root / "readalso.yml").write_text(settings + "".join(line for line in own if not line.startswith(taken or "\0")))
    assert main(["-q", "-s", str(root), "--clock", "2026-11-07"]) == 0
    return root / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests look at the browser."""


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """A static host on loopback that serves a folder; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
