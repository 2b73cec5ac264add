"""The preview as an editor sees it: a page is open, a file is saved."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect

from tests.mini_site import BRIEFINGS, briefing, put, write_site
from tests.preview.serving import serving

pytestmark = pytest.mark.browser


def test_an_open_page_follows_each_save(browser: Browser, tmp_path: Path) -> None:
    site = write_site(tmp_path)
    title, matter, text = BRIEFINGS["ports/deal.md"]
    with serving(site) as served:
        page = browser.new_page()
        said: list[ConsoleMessage] = []
        page.on("console", lambda message: said.append(message))
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(f"{served.url}ports/deal/")
        problems = page.locator("#readalso-problems")
        expect(page.get_by_text("She gave no date.")).to_be_visible()
        expect(problems).to_have_count(0)

        for words in ("She gave a date.", "She gave another.", "She gave none."):
            saved = time.monotonic()
            put(site, "content/ports/deal.md", briefing(title, text.replace("She gave no date.", words), matter))
            expect(page.get_by_text(words)).to_be_visible(timeout=2000)
            assert time.monotonic() - saved < 2

        put(site, "content/ports/deal.md", "---\ntitel: <b>Deal</b>\n---\n\nText\n")
        expect(problems).to_be_visible(timeout=2000)
        expect(problems).to_contain_text("content/ports/deal.md:2")
        expect(problems).to_contain_text('did you mean "title"?')
        expect(page.get_by_text("She gave none.")).to_be_visible()  # the last good page, behind

        put(site, "content/ports/deal.md", briefing(title, "Mended.", matter))
        expect(page.get_by_text("Mended.")).to_be_visible(timeout=2000)
        expect(problems).to_have_count(0)

        (site / "content" / "ports" / "deal.md").unlink()
        expect(page.get_by_text("No such page")).to_be_visible(timeout=2000)
        put(site, "content/ports/deal.md", briefing(title, "It is back.", matter))
        expect(page.get_by_text("It is back.")).to_be_visible(timeout=2000)

        # A page that does not exist is said by Chromium itself; nothing else is.
        assert [message.text for message in said if "404 (Not Found)" not in message.text] == []
        page.close()
