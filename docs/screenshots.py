"""Takes the pictures in docs/pictures from the demo: `make screenshots`. Needs Debian's chromium and pngquant."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "docs/pictures"
HEAVIEST = 150_000
"""Bytes of one picture."""
sys.path.insert(0, str(ROOT))

from readalso.cli import main  # noqa: E402 - the checkout is not installed

STORY = "2026/mediator-opens-port-talks-with-three-questions-on-the-table"
PICTURES = {
    "front": ("default", "index.html", 1280, 1000, "light"),
    "front-narrow": ("default", "index.html", 390, 844, "light"),
    "story": ("default", f"{STORY}/index.html", 1280, 1500, "light"),
    "story-narrow-dark": ("default", f"{STORY}/index.html", 390, 844, "dark"),
    "topic": ("default", "topics/dockers-strike/index.html", 1280, 900, "light"),
    "person": ("default", "people/bruno-kestan/index.html", 1280, 900, "dark"),
    "day": ("default", "archive/2026/10/14/index.html", 1280, 900, "light"),
    "year": ("default", "archive/2026/index.html", 1280, 560, "light"),
    "pending": ("default", "pending/index.html", 1280, 900, "light"),
    "ledger-front": ("ledger", "index.html", 1280, 900, "light"),
    "ledger-story": ("ledger", f"{STORY}/index.html", 1280, 1300, "light"),
    "ledger-topic": ("ledger", "topics/dockers-strike/index.html", 1280, 900, "light"),
    "ledger-day": ("ledger", "archive/2026/10/14/index.html", 1280, 700, "dark"),
    "ledger-year": ("ledger", "archive/2026/index.html", 1280, 400, "light"),
}
"""Name -> theme, page, width, height, colour scheme."""


def take() -> None:
    """Build the demo aside in each theme, and photograph it."""
    PLACE.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for theme in dict.fromkeys(theme for theme, *_ in PICTURES.values()):
            _photograph(browser, theme, _built(Path(folder) / theme, theme))
        browser.close()


def _built(root: Path, theme: str) -> Path:
    """The demo's pages in a theme."""
    shutil.copytree(ROOT / "content", root / "content")
    settings = (ROOT / "readalso.yml").read_text(encoding="utf-8")
    (root / "readalso.yml").write_text(f"{settings}theme: {theme}\n", encoding="utf-8")
    if code := main(["build", "-q", "-s", str(root), "--clock", "2026-11-07"]):
        sys.exit(code)
    return root / "site"


def _photograph(browser: Browser, worn: str, site: Path) -> None:
    for name, (theme, path, width, height, scheme) in PICTURES.items():
        if theme != worn:
            continue
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.goto((site / path).as_uri())
        page.screenshot(path=PLACE / f"{name}.png")
        page.close()
        _compress(PLACE / f"{name}.png")


def _compress(picture: Path) -> None:
    """Leave 64 colours, which is more than a page has inks."""
    subprocess.run(["pngquant", "--force", "--strip", "--nofs", "--output", picture, "64", picture], check=True)
    if (size := picture.stat().st_size) > HEAVIEST:
        sys.exit(f"{picture.name} has {size:,} bytes; take less of the page")


if __name__ == "__main__":
    take()
