"""What the pages of each theme that ships weigh, as a host sends them: compressed with gzip."""

import gzip
from pathlib import Path

import pytest

from readalso.cli import main
from readalso.theme import theme as themes

THEMES = ("default", "ledger")
STORY, STYLE, FIRST_VIEW = 10_000, 6_000, 14_000
"""Bytes: an 800-word story, a style sheet, and the two together, which then fit a server's first answer (RFC 6928)."""
DEMO = Path(__file__).parents[2] / "content/2026"
PROSE = tuple(
    block
    for path in sorted(DEMO.glob("*.md"))
    if "language: en" in path.read_text()
    for block in path.read_text().split("\n---\n")[1].split("\n\n")
    if len(block.split()) > 15 and "[[" not in block and "`" not in block
)
"""Paragraphs of the demo: words made up would compress better than any text."""


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def paragraphs(number: int, words: int) -> list[str]:
    """So many words of prose, or a few more, from another place for each number."""
    found: list[str] = []
    for place in range(len(PROSE)):
        if sum(len(one.split()) for one in found) >= words:
            break
        found.append(" ".join(PROSE[(number * 11 + place) % len(PROSE)].split()))
    return found


def sentence(number: int, length: int) -> str:
    """The first words of a paragraph, for YAML in quotation marks."""
    text = " ".join(PROSE[number % len(PROSE)].split()[:length])
    return text.replace("\\", "").replace('"', "”")


def briefing(number: int, others: int) -> str:
    body = paragraphs(number, 800)
    for place in range(3):
        body.insert(5 * place + 3, f"Read also: [[Headline of the story number {(number + place + 1) % others}]]")
    names = ", ".join(f"Person {chr(65 + number % 5 + place)} Vanbrugh" for place in range(5))
    points = "".join(f'  - "{sentence(number * 5 + one, 14)}"\n' for one in range(4))
    quotes = "".join(
        f'  - {{speaker: "Person {chr(65 + one)} Vanbrugh", text: "{sentence(number * 3 + one, 12)}"}}\n'
        for one in range(3)
    )
    return (
        f'---\ntitle: "Headline of the story number {number}"\ndate: 2026-10-{number % 28 + 1:02}T09:30\n'
        f'summary: "{sentence(number, 25)}"\nkey_points:\n{points}people: [{names}]\ntopics: [Ports, Treaty]\n'
        f"organisations: [Dockers' Union, Port Authority]\nplaces: [Port Corvan]\nquotes:\n{quotes}"
        f"source: {{name: Harbour Wire, url: https://wire.example/{number}}}\n---\n\n" + "\n\n".join(body) + "\n"
    )


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(request.param)
    (root / "content").mkdir()
    (root / "readalso.yml").write_text(f"title: Desk\nbase_url: https://news.example/\ntheme: {request.param}\n")
    for number in range(40):
        (root / f"content/{number}.md").write_text(briefing(number, 40))
    assert main(["build", "-q", "-s", str(root), "--clock", "2026-11-07"]) == 0
    return root / "site"


def test_a_long_story_is_light(site: Path) -> None:
    assert weight(site / "7/index.html") <= STORY


def test_a_style_sheet_is_light(site: Path) -> None:
    assert weight(site / "style.css") <= STYLE


@pytest.mark.parametrize("page", ["index.html", "7/index.html", "topics/ports/index.html", "archive/2026/index.html"])
def test_the_first_view_needs_one_round_trip(site: Path, page: str) -> None:
    assert weight(site / page) + weight(site / "style.css") <= FIRST_VIEW


def test_no_page_asks_for_a_script_or_a_font(site: Path) -> None:
    for path in sorted({*site.rglob("*.html")} - {site / "search/index.html"}):
        text = path.read_text()
        assert "<script src" not in text
        assert text.count("<script") == text.count('<script type="application/ld+json">')
    assert "@font-face" not in (site / "style.css").read_text()
    assert "@import" not in (site / "style.css").read_text()


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_that_ships_has_pages_of_its_own(name: str) -> None:
    nowhere = Path("/nonexistent")
    theme = themes.load(name, nowhere)
    for page in ("base", "front", "story", "term", "terms", "archive", "day", "pending", "gone", "withdrawn", "404"):
        assert f"/{name}/" in theme.origins[f"{page}.html"]
