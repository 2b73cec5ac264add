"""The command, in a process of its own, on a site that is really built."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mini_site import briefing, put, write_site
from tests.preview.serving import serving

pytestmark = pytest.mark.slow


def until(is_so: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def test_a_day_at_the_desk(tmp_path: Path) -> None:
    site = write_site(tmp_path, "base_url: https://news.example/desk/\nlinks: pretty\n")
    put(site, "content/draft.md", briefing("Not yet", "Text.", {"status": "draft"}))
    put(site, "content/ahead.md", briefing("Tomorrow", "Text.", {"date": "2199-01-01"}))
    with serving(site) as served:
        assert "A deal is near." in served.page("/ports/deal/")[1]
        assert "<mark>draft</mark>" in served.page("/draft/")[1]
        assert "<mark>future</mark>" in served.page("/ahead/")[1]
        assert "news.example" not in served.page("/nowhere")[1]  # its links lead to this server
        assert not (site / "site").exists()

        put(site, "content/letter.md", briefing("Side letter found", "It was found."))
        until(lambda: 'href="/letter/"' in served.page("/ports/deal/")[1])

        put(site, "content/letter.md", "---\ntitel: Side letter found\n---\n")
        until(lambda: "content/letter.md:2" in served.page("/ports/deal/")[1])
        assert "It was found." in served.page("/letter/")[1]
        assert "did you mean &quot;title&quot;?" in served.page("/")[1]

        put(site, "content/letter.md", briefing("Side letter found", "It was found."))
        until(lambda: "readalso-problems" not in served.page("/letter/")[1])
        put(site, "content/letter.md", briefing("Side letter found", "It was lost, and found."))
        until(lambda: "It was lost, and found." in served.page("/letter/")[1])
        until(lambda: any("1 page shown" in line for line in served.said))

        (site / "content" / "letter.md").unlink()
        until(lambda: served.page("/letter/")[0] == 404)
        until(lambda: "readalso-problems" not in served.page("/")[1])

        put(site, "readalso.yml", "title: [\n")
        until(lambda: "readalso.yml:" in served.page("/")[1])
        put(site, "readalso.yml", "theme: missing\n")
        until(lambda: "there is no theme" in served.page("/")[1])
        put(site, "readalso.yml", "theme: mini\ntitle: Another name\n")
        until(lambda: "Another name" in served.page("/")[1] and "readalso-problems" not in served.page("/")[1])

        put(site, "themes/mini/templates/story.html", "{{ page.title }} {{ page.nonsense }}")
        until(lambda: "themes/mini/templates/story.html:1" in served.page("/")[1])
        assert served.end() in (0, 130)
    assert not [line for line in served.said if "Traceback" in line or "Warning" in line]
    assert not (site / "site").exists()


def test_an_article_dropped_into_seeds_is_in_the_browser(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    (site / "seeds").mkdir()
    with serving(site) as served:
        put(site, "seeds/letter.txt", "Side letter found\n\nHARBOUR CITY, Oct. 6 - A letter was found on Tuesday.\n")
        until(lambda: "Side letter found</a>" in served.page("/ports/deal/")[1])
        assert "readalso-problems" not in served.page("/")[1]


def test_a_site_that_cannot_be_built_is_served_all_the_same(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    put(site, "content/letter.md", "---\ntitle: [\n---\n")
    with serving(site, "--bind", "0.0.0.0") as served:
        status, text = served.page("/ports/deal/")
        assert status == 503
        assert "content/letter.md:" in text
    assert any("warning: everyone who can reach 0.0.0.0 sees drafts" in line for line in served.said)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--bind", "no.such.host.invalid"], 2, "is not an address of this machine"),
        (["--clock", "noon"], 2, '"noon" is not a time'),
        (["-p", "x"], 2, "is not a whole number"),
    ],
)
def test_flags_that_are_wrong_end_it_at_once(tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    with serving(write_site(tmp_path), *arguments) as served:
        assert served.process.wait(10) == code
    assert said in served.said[-1]


def test_a_port_in_use_ends_it_with_the_fix(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    with serving(site) as served:
        port = served.url.rstrip("/").rpartition(":")[2]
        with serving(site, "-p", port) as second:
            assert second.process.wait(10) == 1
        assert "choose another port, say -p" in second.said[-1]
