"""A real Chromium, the accessibility checker axe and the HTML validator vnu, for the tests in this folder.

Where one of them is missing, its tests are skipped; with READALSO_REQUIRE_BROWSER in the environment they fail.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

NODE_MODULES = Path(__file__).parents[1] / "tools" / "node_modules"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
CHROMIUM_ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever is not on this machine cannot be found, neither by a page nor by Chromium itself.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
)


# The scope is this package, not the session: as long as Playwright runs, asyncio takes its event loop for running,
# and any later test in the same process that calls asyncio.run() would fail.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A headless Chromium; each test opens contexts of its own in it."""
    with sync_playwright() as playwright:
        launched = launch(playwright) or _missing("Chromium is not installed")
        yield launched
        launched.close()


def launch(playwright: Playwright) -> Browser | None:
    """A headless Chromium; None where there is none."""
    program = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if program is None:
        return None
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0  # root's Chromium refuses to start in its sandbox
    arguments = [*CHROMIUM_ARGUMENTS, *(["--no-sandbox"] if as_root else [])]
    return playwright.chromium.launch(executable_path=program, args=arguments)


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The accessibility checker's script: `page.evaluate(axe_source)`, then `page.evaluate("axe.run()")`."""
    return _tool("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def vnu() -> Callable[..., list[dict[str, Any]]]:
    """The HTML validator: `vnu(path, ...)` checks files, and folders with all HTML below, and returns its messages.

    A message has `type` (error, info, non-document-error), `url`, `message`, and mostly `lastLine` and `extract`;
    a warning is an info with `subType` warning. None at all means that all is well.
    """
    java = shutil.which("java") or _missing("java is not installed")
    jar = _tool("vnu-jar/build/dist/vnu.jar")

    def validate(*paths: Path) -> list[dict[str, Any]]:
        options = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
        command = [java, "-jar", str(jar), *options, *map(str, paths)]
        done = subprocess.run(command, capture_output=True, check=True, timeout=600, encoding="utf-8")
        messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
        return messages

    return validate


def _tool(name: str) -> Path:
    path = NODE_MODULES / name
    return path if path.is_file() else _missing(f"{path.name} is not there: npm ci --prefix tests/tools")


def _missing(what: str) -> NoReturn:
    if os.environ.get("READALSO_REQUIRE_BROWSER"):
        pytest.fail(what)
    pytest.skip(what)
