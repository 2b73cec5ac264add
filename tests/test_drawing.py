"""The cards of stories as pictures, and through a whole build; made with the extra `pictures`."""

import io
import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from readalso import drawing, workers
from readalso.build import build
from readalso.dimensions import Dimensions, measure
from readalso.errors import Broken
from readalso.job import Job
from readalso.outcome import Outcome
from readalso.report import Voice
from readalso.settings import Settings
from readalso.theme.theme import Static
from tests.mini_site import briefing, put

ROOT = Path(__file__).parents[1]
Image = pytest.importorskip("PIL.Image", reason="the extra `pictures` is not installed")


def said(**keys: str) -> bytes:
    colours = {"paper": "#fffefb", "ink": "#191816", "soft": "#5c5850", "accent": "#962018"}
    return json.dumps({**colours, "headline": "Port deal", **keys}).encode()


def font() -> bytes:
    from PIL import ImageFont

    return bytes(ImageFont.load_default(20).font_bytes)  # type: ignore[union-attr]


def inked(data: bytes) -> tuple[int, int, int, int]:
    """The rectangle of what is written below the kicker and above the last line."""
    image = Image.open(io.BytesIO(data)).convert("L").crop((0, 140, 1200, 520))
    box = image.point(lambda value: 255 if value < 200 else 0).getbbox()
    assert box
    return tuple(box)


def test_a_card_is_a_png_of_the_size_that_pages_say() -> None:
    data = drawing.draw(said(kicker="Ports", name="The Corvan Desk", date="October 5, 2026"), None)
    assert measure(data) == Dimensions("png", 1200, 630)
    assert data == drawing.draw(said(kicker="Ports", name="The Corvan Desk", date="October 5, 2026"), None)
    assert data != drawing.draw(said(kicker="Ports", name="The Corvan Desk", date="October 6, 2026"), None)


@settings(max_examples=25, deadline=None)
@given(some.text(some.sampled_from("abc W-港"), min_size=1, max_size=700))
def test_a_headline_of_any_length_has_room(headline: str) -> None:
    data = drawing.draw(said(headline=f"a {headline}"), None)
    left, _, right, bottom = inked(data) if "港" not in headline else (80, 0, 1120, 380)
    assert left >= 75
    assert right <= 1125
    assert bottom <= 380


@given(some.text(some.sampled_from("abc W-港ｦ\ufb01\U0001f600"), max_size=200))
def test_lines_have_every_letter_of_a_headline_in_order(headline: str) -> None:
    lines = drawing._lines(headline, drawing._font(None, 60))
    assert "".join(lines).replace(" ", "") == headline.replace(" ", "")


def test_what_is_not_a_card_is_named() -> None:
    with pytest.raises(Broken, match=r"templates/social-card\.json: does not say what a card shows"):
        drawing.draw(b"<h1>", None)
    with pytest.raises(Broken, match='"red" is not a colour; write #962018'):
        drawing.draw(said(ink="red"), None)


def test_letters_that_are_missing_or_cannot_stand_alone() -> None:
    known = drawing.lettering(None, ["Port “deal” – 2026", "Порт", "مرفأ", "คลัง", "a\u0301"])
    assert known.can_write("Port “deal” – 2026")
    for text in ("Порт", "مرفأ", "คลัง", "\u00e1"):
        assert not known.can_write(text)


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    wrong = Static("/fonts/desk.ttf", put(tmp_path, "desk.ttf", b"no font"), "d")
    with pytest.raises(Broken, match=r"static/fonts/desk\.ttf: is a font that cannot be read: .*; give card_font"):
        drawing.lettering(wrong, ["Port"])


def run(root: Path, **keys: Any) -> Outcome:
    known = {"title": "Desk", "base_url": "https://news.example/desk/", "social_cards": True} | keys
    fresh = bool(known.pop("is_fresh", False))
    now = datetime(2026, 11, 1, tzinfo=UTC)
    job = Job(root, Settings(**known), root / "site", root / ".readalso", now, is_fresh=fresh)  # type: ignore[arg-type]
    return build(job, Voice(io.StringIO(), io.StringIO()))


def site(root: Path, **titles: str) -> Path:
    for name, title in titles.items():
        put(root, f"content/2026/{name}.md", briefing(title, "", {"date": "2026-10-05", "topics": "[Ports]"}))
    return root


def cards(root: Path) -> dict[str, bytes]:
    return {path.parent.name: path.read_bytes() for path in sorted((root / "site").rglob("card.png"))}


@pytest.mark.parametrize("theme", ["default", "ledger"])
def test_a_story_names_its_card(tmp_path: Path, theme: str) -> None:
    outcome = run(site(tmp_path, deal='Port \\"deal\\"', port="Порт"), theme=theme)
    assert outcome.unwritten == 1
    assert list(cards(tmp_path)) == ["deal"]
    page = (tmp_path / "site/2026/deal/index.html").read_text()
    found = dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[\w:]*)" content="([^"]*)">', page))
    address = found.pop("og:image")
    assert re.fullmatch(r"https://news\.example/desk/2026/deal/card\.png\?v=\w{8}", address)
    assert found == {
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Port &#34;deal&#34;",
        "twitter:card": "summary_large_image",
    }
    assert "og:image" not in (tmp_path / "site/2026/port/index.html").read_text()


def test_a_card_is_made_again_when_it_shows_something_else(tmp_path: Path) -> None:
    run(site(tmp_path, deal="Port deal", strike="Strike ends"))
    site(tmp_path, deal="Port deal signed")
    written = run(tmp_path).change.written
    assert "2026/deal/card.png" in written
    assert "2026/strike/card.png" not in written
    assert run(tmp_path).change.written == ()
    put(tmp_path, "templates/social-card.json", '{"paper": "#000000", "ink": "#ffffff", "soft": "#cccccc", '
        '"accent": "#ff0000", "headline": {{ page.title|tojson }}}')  # fmt: skip
    assert {"2026/deal/card.png", "2026/strike/card.png"} <= set(run(tmp_path).change.written)


def test_a_site_without_them_has_none(tmp_path: Path) -> None:
    site(tmp_path, deal="Port deal")
    for keys in ({"social_cards": False}, {"base_url": ""}):
        run(tmp_path, **keys)
        assert cards(tmp_path) == {}
        assert "og:image" not in (tmp_path / "site/2026/deal/index.html").read_text()


def test_a_font_of_the_sites_own(tmp_path: Path) -> None:
    put(tmp_path, "static/fonts/desk.ttf", font())
    run(site(tmp_path, deal="Port deal"), card_font="fonts/desk.ttf")
    before = cards(tmp_path)
    put(tmp_path, "static/fonts/desk.ttf", font() + b"\0")
    assert "2026/deal/index.html" in run(tmp_path, card_font="fonts/desk.ttf").change.written
    assert cards(tmp_path) == before
    with pytest.raises(Broken, match=r'card_font is "fonts/none\.ttf", and there is no such file in static/'):
        run(tmp_path, card_font="fonts/none.ttf")


def test_many_made_by_several_workers_and_anew_are_equal(tmp_path: Path) -> None:
    count = workers.FEW + 5
    site(tmp_path, **{f"b{number}": f"Headline number {number}" for number in range(count)})
    run(tmp_path)
    together = cards(tmp_path)
    assert len(together) == count
    for number in range(3):
        (tmp_path / f"site/2026/b{number}/card.png").unlink()
        run(tmp_path)
    assert cards(tmp_path) == together
    run(tmp_path, is_fresh=True)
    assert cards(tmp_path) == together


def test_an_edited_text_makes_no_card_again(tmp_path: Path) -> None:
    run(site(tmp_path, deal="Port deal"))
    put(tmp_path, "content/2026/deal.md", briefing("Port deal", "More.", {"date": "2026-10-05", "topics": "[Ports]"}))
    assert "2026/deal/index.html" in run(tmp_path).change.written
    made = {path: path.read_bytes() for path in sorted((tmp_path / "site").rglob("*")) if path.is_file()}
    run(tmp_path, is_fresh=True)
    assert {path: path.read_bytes() for path in made} == made


def told(root: Path, before: str = "pass") -> tuple[str, str]:
    """What a build in a process of its own says, to stdout and to stderr."""
    put(root, "readalso.yml", "title: Desk\nbase_url: https://news.example/\nsocial_cards: true\n")
    code = f"import sys; {before}; from readalso.cli import main; main(['build', '-s', {str(root)!r}])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return found.stdout, found.stderr


def test_the_build_says_once_how_many_have_none(tmp_path: Path) -> None:
    out, err = told(site(tmp_path, deal="Port deal", port="Порт", water="Вода"))
    assert out.count("2 stories have no card: the font cannot write the headline (see card_font)") == 1
    assert err == ""


def test_without_pillow_a_warning_says_so_and_the_site_is_whole(tmp_path: Path) -> None:
    _, err = told(site(tmp_path, deal="Port deal"), "sys.modules['PIL'] = None")
    assert err == (
        'warning: readalso.yml:3: social_cards needs Pillow, and there are no cards; pip install "readalso[pictures]"\n'
    )
    assert cards(tmp_path) == {}
    assert (tmp_path / "site/2026/deal/index.html").exists()
