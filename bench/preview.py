"""Times the preview from the save of a text to the message by which an open page loads again.

    python -m bench.preview [--sizes 10000] [--runs 9] [--seed 7] [--folder DIR]

A real `serve`, a real web socket, one briefing's text edited at a time; medians of the runs after the first.
"""

import argparse
import asyncio
import json
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from bench.__main__ import ROOT, prepared

_BUILD = re.compile(r'data-build="([^"]+)"')


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="10000")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--folder", type=Path, default=ROOT / ".readalso" / "bench")
    args = parser.parse_args()
    for size in map(int, args.sizes.split(",")):
        lines(args.folder / f"{size}", size, args.seed, args.runs)


def lines(folder: Path, size: int, seed: int, runs: int = 9) -> list[str]:
    """A row for each theme, printed as it is measured: articles, program, and median, first and slowest in ms."""
    found = []
    for program in prepared(folder, size, seed):
        if program.name != "Hugo":
            took = measured(program.root, runs)
            figures = " | ".join(f"{one:.0f}" for one in (statistics.median(took[1:]), took[0], max(took)))
            found.append(f"| {size:,} | {program.name} | {figures} |")
            print(found[-1], flush=True)
    shutil.rmtree(folder)
    return found


def measured(root: Path, runs: int) -> list[float]:
    """Milliseconds from each save to its message."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, str(ROOT / "build.py"), "serve", "-p", f"{port}")
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}/"
        build = _opened(url, process)
        paths = sorted((root / "content").glob("*.md"))
        return asyncio.run(_edit(url, build, paths[: runs * 7 : 7]))
    finally:
        process.terminate()
        process.wait()


def _opened(url: str, process: subprocess.Popen[bytes]) -> str:
    """Wait for the first build; its number."""
    while process.poll() is None:
        try:
            with urllib.request.urlopen(url) as answer:
                found = _BUILD.search(answer.read().decode())
            time.sleep(1)
            return found[1] if found else ""
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"serve ended with {process.returncode}")


async def _edit(url: str, build: str, paths: list[Path]) -> list[float]:
    request = HTTPRequest(url.replace("http", "ws") + "livereload", headers={"Origin": url.rstrip("/")})
    page = await websocket_connect(request)
    await page.write_message(json.dumps({"command": "hello", "protocols": []}))
    await _heard(page, "hello")
    await page.write_message(json.dumps({"command": "info", "url": url, "build": build}))
    took = []
    for number, path in enumerate(paths):
        await asyncio.sleep(2)
        text = path.read_text() + f"\nCorrection {number} of the text above.\n"
        began = time.perf_counter()
        path.write_text(text)
        await _heard(page, "reload")
        took.append((time.perf_counter() - began) * 1000)
    return took


async def _heard(page: WebSocketClientConnection, command: str) -> None:
    while True:
        message = await asyncio.wait_for(page.read_message(), 60)
        if message is None:
            raise SystemExit("the preview closed its socket")
        if json.loads(message)["command"] == command:
            return


if __name__ == "__main__":
    main()
