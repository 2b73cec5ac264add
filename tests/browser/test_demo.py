"""The demo in a real browser: what a visitor can do with it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import built, hosting

pytestmark = pytest.mark.browser

STORY = "/2026/reldin-says-he-never-saw-side-letter-to-port-concession/"
PAGES = (
    "/",
    STORY,
    "/topics/",
    "/topics/dockers-strike/",
    "/people/bruno-kestan/",
    "/pending/",
    "/threads/",
    "/threads/map/",
    "/threads/tavonia-signs-30-year-concession-for-port-corvan-container-terminal/",
    "/archive/2026/10/",
    "/404.html",
)


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built afresh; its output folder."""
    return built(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="package")
def address(demo: Path) -> Iterator[str]:
    """A static host on loopback that serves the demo."""
    with hosting(demo) as url:
        yield url


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
