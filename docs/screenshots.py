"""Takes the pictures in docs/pictures from the demo: `make screenshots`. Needs Debian's chromium."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from readalso.cli import main  # noqa: E402 - the checkout is not installed

STORY = "2026/mediator-opens-port-talks-with-three-questions-on-the-table"
PICTURES = {
    "front": ("index.html", 1280, 1000, "light"),
    "story": (f"{STORY}/index.html", 1280, 2000, "light"),
    "story-narrow-dark": (f"{STORY}/index.html", 390, 844, "dark"),
    "person": ("people/bruno-kestan/index.html", 1280, 900, "light"),
    "pending": ("pending/index.html", 1280, 900, "light"),
}
"""Name -> page, width, height, colour scheme."""


def take() -> None:
    """Build the demo aside and photograph it."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "readalso.yml", root)
        if code := main(["build", "-q", "-s", folder, "--clock", "2026-11-07"]):
            sys.exit(code)
        _photograph(root / "site")


def _photograph(site: Path) -> None:
    pictures = ROOT / "docs/pictures"
    pictures.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (path, width, height, scheme) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto((site / path).as_uri())
            page.screenshot(path=pictures / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    take()
