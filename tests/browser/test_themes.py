"""Every theme that ships, as readers meet it: at every width, in every light, by keyboard, and in both directions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import built, hosting

pytestmark = pytest.mark.browser

THEMES = {
    "default": "",
    "default-rtl": "language: ar\n",
    "ledger": "theme: ledger\n",
}
"""Name -> the settings of a demo that wears it."""
STORY = "/2026/reldin-says-he-never-saw-side-letter-to-port-concession/"
PAGES = (
    "/",
    STORY,
    "/2026/a-tolmen-les-irrigants-regardent-la-sulva-reculer/",
    "/topics/",
    "/topics/dockers-strike/",
    "/people/bruno-kestan/",
    "/pending/",
    "/archive/2026/",
    "/archive/2026/10/",
    "/archive/2026/10/16/",
    "/404.html",
)
WIDTHS = (320, 360, 768, 1280, 1440)
AXE_WIDTHS = {"light": (360, 768, 1440), "dark": (360, 1280), "forced": (360, 1280)}
LIGHTS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}


@pytest.fixture(scope="package", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo in one of the themes; its output folder."""
    return built(tmp_path_factory.mktemp(request.param), THEMES[request.param])


@pytest.fixture(scope="package")
def home(site: Path) -> Iterator[str]:
    """A static host on loopback that serves it."""
    with hosting(site) as url:
        yield url


@pytest.mark.parametrize("light", LIGHTS)
def test_pages_are_readable_by_everyone(browser: Browser, axe_source: str, home: str, light: str) -> None:
    context = browser.new_context(**LIGHTS[light])
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    found = []
    for url in PAGES:
        asked.clear()
        page.goto(home + url)
        assert len(asked) <= 3, asked
        assert [one for one in asked if not one.startswith(home)] == []
        page.evaluate(axe_source)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (url, width)
            if width in AXE_WIDTHS[light]:
                found += [(url, width, one) for one in page.evaluate(AXE)]
    assert found == []
    assert said == []
    context.close()


AXE = """axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
.then(result => result.violations.map(one => one.id + ": " + one.nodes[0].html))"""


def test_the_keyboard_reaches_every_link_and_shows_where_it_is(browser: Browser, home: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for url in ("/", STORY, "/people/bruno-kestan/", "/archive/2026/"):
        page.goto(home + url)
        links = page.evaluate("""() => {
            const all = [...document.querySelectorAll("a[href], summary")];
            return all.filter(one => !one.closest("details:not([open])") || one.matches("summary")).length;
        }""")
        seen = set()
        for _ in range(links):
            page.keyboard.press("Tab")
            name, is_shown = page.evaluate("""() => {
                const one = document.activeElement, style = getComputedStyle(one);
                one.dataset.seen ??= document.querySelectorAll("[data-seen]").length;
                return [one.dataset.seen, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2];
            }""")
            assert is_shown, (url, page.evaluate("document.activeElement.outerHTML"))
            seen.add(name)
        assert len(seen) == links, url
    page.close()


def test_nothing_moves_while_a_page_loads(browser: Browser, home: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    for url in ("/", STORY, "/topics/dockers-strike/"):
        page.goto(home + url)
        shift = page.evaluate("""() => new Promise(done => {
            let sum = 0;
            const watcher = new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }));
            watcher.observe({type: "layout-shift", buffered: true});
            setTimeout(() => done(sum), 100);
        })""")
        assert shift == 0, url
    page.close()


def test_text_at_four_times_its_size_needs_no_sideways_scroll(browser: Browser, home: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    for url in PAGES:
        page.goto(home + url)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), url
    page.close()


def test_a_line_of_a_story_has_60_to_75_characters(browser: Browser, home: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(home + STORY)
    measure = page.evaluate("""() => {
        const all = [...document.querySelectorAll(".body > p")].slice(1);
        const paragraph = all.find(one => one.textContent.length > 200);
        const line = paragraph.cloneNode(true);
        line.style.cssText = "position: absolute; white-space: nowrap; width: max-content";
        paragraph.after(line);
        return paragraph.clientWidth / (line.getBoundingClientRect().width / line.textContent.length);
    }""")
    assert 60 <= measure <= 75
    page.close()


def test_a_printed_story_says_where_it_stands_and_as_of_when(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(home + STORY)
    assert not page.locator("nav").first.is_visible()
    printed = page.locator("body").inner_text()
    assert "https://briefings.example" + STORY in printed
    assert "https://briefings.example/2026/harmless-looking-text-fields" in printed, "a reference's address in full"
    assert "2026" in printed
    page.close()


def test_every_page_is_valid_html(site: Path, vnu: Any) -> None:
    messages = vnu(*sorted(site.rglob("*.html")))
    # The validator guesses a page's language without regard to the `lang` of what stands in a drawing.
    guesses = ("This document appears to be written in", "/threads/map/index.html")
    assert [
        one for one in messages if not (one["message"].startswith(guesses[0]) and one["url"].endswith(guesses[1]))
    ] == []
