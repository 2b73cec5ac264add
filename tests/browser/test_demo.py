"""The demo in a real browser: what a visitor sees, at every width and in every light."""

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from readalso.cli import main

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
STORY = "/2026/reldin-says-he-never-saw-side-letter-to-port-concession/"
PAGES = (
    "/",
    STORY,
    "/topics/",
    "/topics/dockers-strike/",
    "/people/bruno-kestan/",
    "/pending/",
    "/archive/2026/10/",
    "/404.html",
)


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built afresh; its output folder."""
    root = tmp_path_factory.mktemp("demo")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "readalso.yml", root)
    assert main(["-q", "-s", str(root), "--clock", "2026-11-07"]) == 0
    return root / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests look at the browser."""


@pytest.fixture(scope="package")
def address(demo: Path) -> Iterator[str]:
    """A static host on loopback that serves the demo."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(demo)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("url", PAGES)
def test_a_page_is_readable_by_everyone(
    browser: Browser, axe_source: str, address: str, url: str, width: int, scheme: Any
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + url)
    assert said == []
    assert [one for one in asked if not one.startswith(address)] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.evaluate(axe_source)
    found = page.evaluate("axe.run().then(result => result.violations.map(one => one.id + ': ' + one.nodes[0].html))")
    assert found == []
    page.close()


def test_no_script_is_needed(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + STORY)
    page.get_by_role("link", name=re.compile("Harmless-looking text fields")).first.click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Harmless-looking")
    context.close()


def test_the_site_opens_from_a_disk(browser: Browser, demo: Path) -> None:
    page = browser.new_page()
    page.goto((demo / "index.html").as_uri())
    page.get_by_role("link", name=re.compile("Port Corvan after the strike")).first.click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Port Corvan after the strike")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") != "32px", (
        "the style sheet is found"
    )
    page.close()


def test_markup_in_an_article_is_shown_as_the_text_it_is(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/2026/harmless-looking-text-fields-let-intruders-into-corvans-cargo-register/")
    shown = page.locator("article").inner_text()
    for text in (
        "{{ cargo_id }}",
        "[[manifest]]",
        "<script>load(cargo_id)</script>",
        "*** URGENT ***",
        "&amp;",
        "# 4471",
    ):
        assert text in shown
    page.close()


def test_a_reference_that_waits_is_text_and_one_that_is_known_is_a_link(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + STORY)
    waiting = page.get_by_text("Side letter to Norvane concession lists 240 job cuts").first
    assert waiting.evaluate("element => element.closest('a') === null")
    assert page.get_by_role("link", name=re.compile("Harmless-looking text fields")).count() >= 1
    page.close()


def test_every_page_is_valid_html(demo: Path, vnu: Any) -> None:
    assert vnu(*sorted(demo.rglob("*.html"))) == []
