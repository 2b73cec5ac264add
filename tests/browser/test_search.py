"""Search as a reader uses it, on a host that sends the headers the build suggests."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo import built

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("search"))


class _Strict(SimpleHTTPRequestHandler):
    """A host that obeys /_headers."""

    def end_headers(self) -> None:
        rules = (Path(self.directory) / "_headers").read_text().splitlines()
        for name, _, value in (line.strip().partition(": ") for line in rules if line.startswith("  ")):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests look at the browser."""


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with hosting(site) as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing is refused and no script fails."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [one for one in complaints if "favicon" not in one] == []


def results(page: Page) -> list[str]:
    expect(page.get_by_role("status")).not_to_be_empty()
    return page.locator("#found a").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("side letter", "side letter"),
        ("SIDE LETT", "side letter"),
        ("порт", "порт"),
        ("Kestan", ""),
    ],
)
def test_the_box_on_any_page_leads_to_results(page: Page, address: str, query: str, words: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").first.fill(query)
    page.get_by_role("searchbox").first.press("Enter")
    found = results(page)
    assert words in found[0].casefold()
    page.locator("#found a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(found[0])


def test_results_are_narrowed_by_name_and_date_and_the_address_keeps_them(page: Page, address: str) -> None:
    page.goto(f"{address}/search/?q=strike")
    everything = len(results(page))
    page.get_by_text("Narrow it down").click()
    page.get_by_label("People").select_option("Bruno Kestan")
    expect(page.get_by_role("status")).to_contain_text("Found")
    page.wait_for_url("**people=*")
    assert 0 < len(results(page)) <= everything
    page.goto(page.url + "&from=2030-01-01")
    assert results(page) == []
    expect(page.get_by_role("status")).to_contain_text("Nothing was found")


def test_without_javascript_the_box_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("searchbox").first.fill("port")
    page.get_by_role("searchbox").first.press("Enter")
    assert "/search/" in page.url
    page.locator("main").get_by_role("link", name="Archive").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Archive")
    context.close()


def test_no_page_but_search_has_a_script_and_none_has_one_inside(page: Page, address: str) -> None:
    for url in ("/", "/topics/", "/archive/"):
        page.goto(address + url)
        assert page.locator("script:not([type='application/ld+json'])").count() == 0
    page.goto(address + "/search/")
    assert page.locator("script:not([src])").count() == 0
    assert page.locator("[style], [onclick]").count() == 0


def test_a_first_query_of_the_demo_is_small(page: Page, site: Path, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/search/?q=port")
    results(page)
    names = {url.partition("?")[0].removeprefix(address) for url in asked if "/search/" in url and ".json" in url}
    script = (site / "search/search.js").read_bytes()
    data = [script, *((site / name.lstrip("/")).read_bytes() for name in names)]
    assert sum(len(gzip.compress(one)) for one in data) < 30_000
