"""`make lighthouse`: Lighthouse's four scores for a front page, a story and a topic of the demo, each of a hundred.

The demo is built afresh and served by a static host on loopback. The score for speed is measured, so this is a script
and no test; it ends with 1 where a score is below 100, and names what cost it.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from readalso.cli import main as readalso

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "tests/tools/lighthouse/node_modules/lighthouse/cli/index.js"
PAGES = ("/", "/2026/reldin-says-he-never-saw-side-letter-to-port-concession/", "/topics/dockers-strike/")
CHROMIUM = "--headless --disable-gpu --no-first-run --disable-background-networking --disable-component-update"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the scores are what is asked for."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A static host of the demo, built with its own address as `base_url`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    address = f"http://127.0.0.1:{server.server_port}"
    readalso(["build", "-q", "-s", str(ROOT), "-d", str(folder), "-b", f"{address}/", "--clock", "2026-11-07"])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


def audit(url: str) -> dict[str, Any]:
    """Lighthouse's report on one page."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0  # root's Chromium refuses to start in its sandbox
    flags = CHROMIUM + (" --no-sandbox" if as_root else "")
    command = ["node", str(PROGRAM), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium") or ""
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "CHROME_PATH": chromium})
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def main() -> int:
    """Print the scores; whether one of them is below 100."""
    is_short = False
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "site") as address:
        for page in PAGES:
            report = audit(address + page)
            scores = {name: round(100 * part["score"]) for name, part in report["categories"].items()}
            print(page, *(f"{name} {score}" for name, score in scores.items()), sep="  ")
            for name in (name for name, score in scores.items() if score < 100):
                is_short = True
                for row in report["categories"][name]["auditRefs"]:
                    one = report["audits"][row["id"]]
                    if row["weight"] and one["score"] not in (1, None):
                        print(f"    {name}: {one['title']} {one.get('displayValue', '')}")
    return int(is_short)


if __name__ == "__main__":
    sys.exit(main())
