"""A site of a thousand briefings, among them all that strains a page, as readers meet every kind of its pages."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from readalso.cli import main
from tests import synthetic
from tests.browser.demo import hosting
from tests.browser.search_weight import MOST, queries, weigh

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COUNT = 1_000
CLOCK = "2026-11-07"
VARIANTS = {"ltr": "", "rtl": "language: ar\n"}
"""Name -> the settings of the site."""
STORIES = tuple(
    f"/hostile/{name}/"
    for name in synthetic.HOSTILE
    if not name.startswith("citing") and name not in ("draft", "embargoed", "expired", "future")
)
LISTS = (
    "/",
    "/page/7/",
    "/topics/",
    "/topics/harbours/",
    "/topics/harbours/page/4/",
    "/people/",
    "/organisations/",
    "/places/",
    "/sources/",
    "/archive/",
    "/archive/2026/",
    "/archive/2026/10/",
    "/archive/2026/11/06/",
    "/archive/undated/",
    "/threads/",
    "/threads/story-1/",
    "/pending/",
    "/search/",
    "/404.html",
)
LIGHTS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
AXE = """axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"]})
.then(result => result.violations.map(one => one.id + ": " + one.nodes[0].html.slice(0, 200)))"""
TOO_WIDE = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return "";
    const wide = [...document.querySelectorAll("body *")].filter(one => {
        const box = one.getBoundingClientRect();
        return box.right > innerWidth + 1 || box.left < -1;
    });
    return root.scrollWidth + ": " + wide.slice(0, 3).map(one => one.outerHTML.slice(0, 80)).join(" | ");
}"""
SHIFT = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }))
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 60);
})"""


@pytest.fixture(scope="module", params=VARIANTS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The thousand briefings in one of the directions; the output folder."""
    root = synthetic.write(tmp_path_factory.mktemp(request.param), COUNT, VARIANTS[request.param])
    assert main(["build", "-q", "-s", str(root), "--clock", CLOCK]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    """A static host on loopback that serves it."""
    with hosting(site) as url:
        yield url


def existing(site: Path) -> tuple[str, ...]:
    """The sample: every hostile story and a page of every kind; and nothing in it is missing."""
    unbroken = next(site.glob("people/harbourharbour*/index.html"))
    speaker = max(site.glob("people/*/quotes/index.html"), key=lambda path: path.stat().st_size)
    urls = (*LISTS, *STORIES, *(f"/{path.parent.relative_to(site)}/" for path in (unbroken, speaker)))
    for url in urls:
        assert (site / url.lstrip("/") / ("" if url.endswith(".html") else "index.html")).is_file(), url
    return urls


def watched(page: Page) -> tuple[list[str], list[str]]:
    """What a page will say on its console, and what it will ask for."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    return said, asked


@pytest.mark.parametrize("light", LIGHTS)
def test_every_kind_of_page_is_readable_by_everyone(
    browser: Browser, axe_source: str, site: Path, home: str, light: str
) -> None:
    context = browser.new_context(**LIGHTS[light], viewport={"width": 360, "height": 740})
    page = context.new_page()
    said, asked = watched(page)
    found: list[tuple[object, ...]] = []
    for url in existing(site):
        asked.clear()
        page.goto(home + url)
        found += [(url, "shift", shift)] if (shift := page.evaluate(SHIFT)) else []
        found += [(url, "asked for", *asked)] if len(asked) > 3 + (url == "/search/") else []
        found += [(url, "asked for", one) for one in asked if not one.startswith(home)]
        page.evaluate(axe_source)
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 740})
            found += [(url, width, wide)] if (wide := page.evaluate(TOO_WIDE)) else []
            if light == "light" or width == 360:  # a colour is the same at any width
                found += [(url, width, one) for one in page.evaluate(AXE)]
        page.set_viewport_size({"width": 360, "height": 740})
    assert found == []
    assert said == []
    context.close()


def test_the_keyboard_reaches_every_link_and_shows_where_it_is(browser: Browser, home: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for url in (
        "/",
        "/topics/harbours/",
        "/threads/story-1/",
        "/archive/2026/10/",
        "/hostile/references/",
        "/hostile/rich/",
    ):
        page.goto(home + url)
        stops = page.evaluate("""() => {
            const all = [...document.querySelectorAll("a[href], summary, input, select, button")];
            return all.filter(one => !one.closest("details:not([open])") || one.matches("summary")).length;
        }""")
        seen = set()
        for _ in range(stops + 20):  # what scrolls sideways is a stop too
            page.keyboard.press("Tab")
            name, is_shown = page.evaluate("""() => {
                const one = document.activeElement, style = getComputedStyle(one);
                if (one === document.body) return ["", true];
                one.dataset.seen ??= document.querySelectorAll("[data-seen]").length;
                const is_shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                return [one.matches("a[href], summary, input, select, button") ? one.dataset.seen : "", is_shown];
            }""")
            assert is_shown, (url, page.evaluate("document.activeElement.outerHTML"))
            seen.add(name)
        assert len(seen - {""}) == stops, url
    page.close()


def test_without_javascript_every_page_leads_on(browser: Browser, site: Path, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for url in existing(site):
        page.goto(home + url)
        assert page.get_by_role("heading", level=1).inner_text(), url
        assert page.locator("main").get_by_role("link").count() or "/hostile/" in url, url
    page.goto(home + "/topics/harbours/")
    page.locator("summary").click()
    assert page.locator("details[open] .calendar a").first.is_visible()
    page.locator("a[rel=next]").click()
    assert re.search(r"/page/2/(index\.html)?$", page.url)
    context.close()


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def test_first_views_are_light_however_many_briefings_there_are(site: Path) -> None:
    most = 14_000 if "ltr" in str(site) else 14_500  # an Arabic page has more letters for the same words
    style = weight(site / "style.css")
    lists = [
        path
        for pattern in ("index.html", "page/**/*.html", "archive/**/*.html", "threads/**/*.html", "pending/**/*.html")
        for path in site.glob(pattern)
    ]
    names = [
        path
        for kind in ("topics", "people", "organisations", "places", "sources")
        for path in site.glob(f"{kind}/*/**/*.html")
    ]
    heavy = {str(path.relative_to(site)): weight(path) + style for path in lists + names}
    assert {url: size for url, size in heavy.items() if size > most} == {}
    assert weight(site / "hostile/800-words/index.html") <= 10_000


def test_a_first_query_is_small(browser: Browser, site: Path, home: str) -> None:
    for name, query in queries(COUNT).items():
        found = weigh(browser, site, home, query)
        assert found.requests <= 24, name
        assert 0 < found.transferred <= MOST, name
        assert found.shown > 0, name
