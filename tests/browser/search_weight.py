"""What a first query weighs: `python -m tests.browser.search_weight [COUNT]` builds a site of so many briefings and asks.

Asked is for a word, for two and three, and for what stands under a topic, in English, Ukrainian and Chinese.

Each query is asked in a browser that has nothing in its memory. Counted is what the search page asks for beyond the page
and its style sheet: the script, the list of parts, the parts of the words and the blocks of ten results, each as a host
sends it, compressed with gzip -6.
"""

import gzip
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, expect, sync_playwright

from readalso.cli import main as readalso
from tests import synthetic
from tests.browser.conftest import launch
from tests.browser.demo import hosting

MOST = 30_000
"""Bytes that a first query may take."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one query took."""

    requests: int
    transferred: int
    """Bytes."""
    shown: int
    """Briefings shown."""


def queries(count: int) -> Mapping[str, Mapping[str, str]]:
    """Of a site of so many briefings: in each language a frequent word and a rare one, and several; and what has a topic."""
    found: dict[str, str] = {}
    for language in ("en", "uk"):
        titles = [
            draft.matter["title"].split()
            for draft in synthetic.drafts(count)
            if draft.matter.get("language") == language and draft.path[:1].isdigit()
        ]
        first, second = titles[0], titles[len(titles) // 2]
        frequent = synthetic.WORDS[language][0]
        found |= {
            f"{language}, a frequent word": frequent,
            f"{language}, a word": max(second[:-1], key=len),
            f"{language}, two words": " ".join(sorted(first[:-1], key=len)[-2:]),
            f"{language}, two words, one frequent": f"{frequent} {max(first[:-1], key=len)}",
            f"{language}, three words, one frequent": " ".join([frequent, *sorted(first[:-1], key=len)[-2:]]),
            f"{language}, the beginning of a word": max(second[:-1], key=len)[:4],
        }
    found["zh, two letters"] = synthetic.WORDS["zh"][0][:2]
    asked = {name: {"q": query} for name, query in found.items()}
    everywhere = {"topics": f"/topics/{synthetic.EVERYWHERE.lower()}/"}
    for name in ("en, a frequent word", "en, two words, one frequent"):
        asked[f"{name}, under a frequent topic"] = {**asked[name], **everywhere}
    return asked | {"a frequent topic": everywhere}


def weigh(browser: Browser, site: Path, home: str, query: Mapping[str, str]) -> Weight:
    """Ask in a fresh browser."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}/search/?{urlencode(query)}")
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.locator("#found a").first).to_be_visible()
    shown = page.locator("#found a").count()
    context.close()
    files = list(_files(site, home, asked))
    return Weight(len(files), sum(len(gzip.compress(path.read_bytes(), 6)) for path in files), shown)


def _files(site: Path, home: str, asked: Iterable[str]) -> Iterable[Path]:
    for url in asked:
        name = url.removeprefix(home).partition("?")[0].lstrip("/")
        if name.startswith("search/") and name.endswith((".js", ".json")):
            yield site / name


def main() -> int:
    """Print the weights; whether one of them is over."""
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    is_over = False
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = synthetic.write(Path(folder) / "site", count)
        readalso(["build", "-q", "-s", str(root), "--clock", "2026-11-07"])
        browser = launch(playwright)
        if browser is None:
            sys.exit("Chromium is not installed")
        with hosting(root / "site") as home:
            for name, query in queries(count).items():
                weight = weigh(browser, root / "site", home, query)
                is_over |= weight.transferred > MOST
                print(f"{name:52} {weight.requests:3} files {weight.transferred:7,} bytes {weight.shown:3} shown")
        browser.close()
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main())
