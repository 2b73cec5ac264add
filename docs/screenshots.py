"""Takes the pictures in docs/pictures from the demo: `make screenshots`. Needs Debian's chromium and pngquant."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "docs/pictures"
HEAVIEST = 150_000
"""Bytes of one picture."""
sys.path.insert(0, str(ROOT))

from readalso.cli import main  # noqa: E402 - the checkout is not installed

STORY = "2026/mediator-opens-port-talks-with-three-questions-on-the-table/index.html"
THREAD = "threads/tavonia-signs-30-year-concession-for-port-corvan-container-terminal/index.html"
KINDS = {
    "front": ("The front page", "index.html", 1000),
    "story": ("A story", STORY, 1500),
    "topic": ("A topic", "topics/dockers-strike/index.html", 900),
    "person": ("A person", "people/bruno-kestan/index.html", 900),
    "place": ("A place", "places/port-corvan/index.html", 900),
    "organisation": ("An organisation", "organisations/union-of-port-workers/index.html", 900),
    "source": ("A source", "sources/harbour-wire/index.html", 900),
    "letters": ("People from A to Z", "people/index.html", 700),
    "thread": ("A thread", THREAD, 1000),
    "threads": ("The threads", "threads/index.html", 800),
    "map": ("The map of all threads", "threads/map/index.html", 800),
    "day": ("A day", "archive/2026/10/14/index.html", 900),
    "month": ("A month", "archive/2026/10/index.html", 800),
    "year": ("A year", "archive/2026/index.html", 560),
    "pending": ("Headlines that are waited for", "pending/index.html", 900),
    "search": ("Search", "search/index.html?q=dockers", 800),
}
"""Name -> what it shows, page, height."""
THEMES = {"default": "", "ledger": "ledger-"}
"""Theme -> how the names of its pictures begin."""
WIDE, NARROW = 1280, 390
PICTURES = [
    *((f"{prefix}{name}", theme, path, (WIDE, height), "light")
      for theme, prefix in THEMES.items() for name, (_, path, height) in KINDS.items()),
    *((f"{prefix}{name}-dark", theme, KINDS[name][1], (WIDE, KINDS[name][2]), "dark")
      for theme, prefix in THEMES.items() for name in ("story", "person", "day")),
    ("front-narrow", "default", "index.html", (NARROW, 844), "light"),
    ("story-narrow-dark", "default", STORY, (NARROW, 844), "dark"),
]  # fmt: skip
"""Name, theme, page, width and height, colour scheme."""
GALLERY = ROOT / "docs/guide/gallery.md"


def take() -> None:
    """Build the demo aside in each theme, serve it, photograph it, and write the gallery."""
    PLACE.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for theme in THEMES:
            with _served(_built(Path(folder) / theme, theme)) as address:
                _photograph(browser, theme, address)
        browser.close()
    GALLERY.write_text(_gallery(), encoding="utf-8")


def _built(root: Path, theme: str) -> Path:
    """The demo's pages in a theme."""
    shutil.copytree(ROOT / "content", root / "content")
    settings = (ROOT / "readalso.yml").read_text(encoding="utf-8")
    (root / "readalso.yml").write_text(f"{settings}theme: {theme}\n", encoding="utf-8")
    if code := main(["build", "-q", "-s", str(root), "--clock", "2026-11-07"]):
        sys.exit(code)
    return root / "site"


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The address of a server of the pages, which search needs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Silent(SimpleHTTPRequestHandler):
    """A server of files that tells nobody of each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _photograph(browser: Browser, worn: str, address: str) -> None:
    for name, theme, path, (width, height), scheme in PICTURES:
        if theme != worn:
            continue
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.goto(f"{address}/{path}", wait_until="networkidle")
        page.screenshot(path=PLACE / f"{name}.png")
        page.close()
        _compress(PLACE / f"{name}.png")


def _compress(picture: Path) -> None:
    """Leave 64 colours, which is more than a page has inks."""
    subprocess.run(["pngquant", "--force", "--strip", "--nofs", "--output", picture, "64", picture], check=True)
    if (size := picture.stat().st_size) > HEAVIEST:
        sys.exit(f"{picture.name} has {size:,} bytes; take less of the page")


def _gallery() -> str:
    """Each kind of page in both themes, side by side, in Markdown."""
    rows = [
        f"| {label} | "
        + " | ".join(f"![{label}, {theme}](../pictures/{prefix}{name}.png)" for theme, prefix in THEMES.items())
        + " |"
        for name, (label, *_) in KINDS.items()
    ]
    return "\n".join((
        "# Every kind of page",
        "",
        "From the demo, by `make screenshots`. What each theme means to be is in [the two themes](themes.md).",
        "",
        "| | `default` | `ledger` |",
        "| --- | --- | --- |",
        *rows,
        "",
    ))  # fmt: skip


if __name__ == "__main__":
    take()
