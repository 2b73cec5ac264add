"""Pictures beside a story and in its text, through a whole build."""

import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readalso import pictures
from readalso.build import build, build_whole
from readalso.errors import Broken, Problem
from readalso.job import Job
from readalso.library.check import check
from readalso.library.library import Library
from readalso.outcome import Outcome
from readalso.register import Register
from readalso.report import Voice
from readalso.settings import Licence, Pictures, Settings
from tests.mini_site import briefing, put
from tests.picture_files import gif, jpeg, png

AS_THEY_ARE = Pictures(widths=())
LEAD = '{file: port.jpg, alt: "Cranes over a quay", caption: "On Monday.", credit: Ada Brunn}'


def job(root: Path, sizes: Pictures = AS_THEY_ARE, terms: tuple[Licence, ...] = ()) -> Job:
    settings = Settings(title="Desk", base_url="https://news.example/", pictures=sizes, sources=terms)
    return Job(root, settings, root / "site", root / ".readalso", datetime(2026, 11, 1, tzinfo=UTC))


def run(root: Path, sizes: Pictures = AS_THEY_ARE, terms: tuple[Licence, ...] = ()) -> Outcome:
    return build(job(root, sizes, terms), Voice(io.StringIO(), io.StringIO()))


def look(root: Path) -> Library:
    return build_whole(job(root), Voice(io.StringIO(), io.StringIO()))[1]


def site(root: Path, text: str = "", image: str = LEAD, **more: str) -> Path:
    put(root, "content/2026/deal.md", briefing("Port deal", text, {"date": "2026-10-05", "image": image} | more))
    put(root, "content/2026/port.jpg", jpeg(40, 30, 6))
    return root


def problems(root: Path) -> list[str]:
    with pytest.raises(Broken) as caught:
        run(root)
    return [str(problem) for problem in caught.value.problems]


def test_the_picture_beside_a_story(tmp_path: Path) -> None:
    run(site(tmp_path))
    page = (tmp_path / "site/2026/deal/index.html").read_text()
    assert (tmp_path / "site/2026/deal/port.jpg").read_bytes() == jpeg(40, 30, 6)
    assert re.search(
        r'<img src="../../2026/deal/port.jpg\?v=\w{8}" width="30" height="40" alt="Cranes over a quay" fetchpriority',
        page,
    )
    assert '<figcaption>On Monday. <span class="credit">Ada Brunn</span></figcaption>' in page
    assert re.search(r'"og:image" content="https://news.example/2026/deal/port.jpg\?v=\w{8}"', page)
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[0])
    assert (data["image"]["width"], data["image"]["creditText"]) == (30, "Ada Brunn")
    assert "2026/deal/port.jpg" in (tmp_path / "site/index.html").read_text()
    feed = json.loads((tmp_path / "site/feed.json").read_text())
    assert feed["items"][0]["image"].startswith("https://news.example/2026/deal/port.jpg")
    assert '<media:content url="https://news.example/2026/deal/port.jpg' in (tmp_path / "site/feed.xml").read_text()


def test_pictures_in_the_text(tmp_path: Path) -> None:
    text = "![A *quay*](more/quay%20one.gif)\n\n![Cranes](/crane.png) and ![Cranes](/crane.png)\n"
    put(tmp_path, "content/2026/more/quay one.gif", gif(8, 4))
    put(tmp_path, "static/crane.png", png(5, 6))
    run(site(tmp_path, text, image="port.jpg"))
    page = (tmp_path / "site/2026/deal/index.html").read_text()
    assert re.search(r'src="../../2026/deal/quay-one.gif\?v=\w{8}" width="8" height="4" loading="lazy"', page)
    assert len(re.findall(r'src="../../crane.png\?v=\w{8}" width="5" height="6"', page)) == 2
    assert not (tmp_path / "site/2026/deal/crane.png").exists()


def test_a_changed_picture_remakes_the_pages_that_show_it(tmp_path: Path) -> None:
    run(site(tmp_path, "![Cranes](port.jpg)\n"))
    assert run(tmp_path).change.written == ()
    put(tmp_path, "content/2026/port.jpg", jpeg(41, 30))
    written = run(tmp_path).change.written
    assert {"2026/deal/port.jpg", "2026/deal/index.html", "index.html"} <= set(written)
    assert "archive/index.html" not in written


@pytest.mark.parametrize("status", ["draft", "withdrawn", "embargoed"])
def test_what_nobody_may_see_shows_no_picture(tmp_path: Path, status: str) -> None:
    run(site(tmp_path))
    run(site(tmp_path, status=status))
    assert [path for path in (tmp_path / "site").rglob("*") if path.suffix == ".jpg"] == []


def test_a_source_whose_texts_may_not_be_published_shows_no_picture(tmp_path: Path) -> None:
    run(site(tmp_path, "![Cranes](port.jpg)\n", source="Harbour Wire"), terms=(Licence("Harbour Wire", "headline"),))
    assert (tmp_path / "site/2026/deal/index.html").exists()
    assert not (tmp_path / "site/2026/deal/port.jpg").exists()


def test_two_pictures_of_one_name(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        put(tmp_path, f"content/2026/{folder}/Quay.png", png(1, 1 + ord(folder)))
    run(site(tmp_path, "![One](a/Quay.png) ![Two](b/Quay.png)\n"))
    found = sorted(path.name for path in (tmp_path / "site/2026/deal").glob("*.png"))
    assert len(found) == 2
    assert all(re.fullmatch(r"quay-\w{8}\.png", name) for name in found)


def test_no_way_leads_out_of_content(tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.png", png(2, 2))
    put(tmp_path, "content/_desk/desk.png", png(2, 2))
    site(tmp_path)
    (tmp_path / "content/2026/link.png").symlink_to(secret)
    (tmp_path / "content/2026/folder").symlink_to(tmp_path)
    named = ["../../secret.png", "..%2f..%2fsecret.png", "/../secret.png", "../_desk/desk.png", ".hidden.png"]
    site(tmp_path, "".join(f"![x]({name})\n\n" for name in [*named, "link.png", "folder/secret.png"]))
    said = problems(tmp_path)
    assert sum("cannot be named" in one for one in said) == len(named)
    assert sum("is not there" in one for one in said) == 2


def test_what_is_no_picture_stops_the_build(tmp_path: Path) -> None:
    put(tmp_path, "content/2026/draw.png", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")
    put(tmp_path, "content/2026/huge.png", png(1, 1)[:16] + b"\xff\xff\x00\x00" * 2 + png(1, 1)[24:])
    put(tmp_path, "content/2026/text.jpg", "no picture")
    site(tmp_path, "![a](draw.png)\n\n![b](huge.png)\n\n![c](text.jpg)\n\n![d](gone.png)\n\n![e](/gone.png)\n")
    assert [one.partition(";")[0] for one in problems(tmp_path)] == [
        'content/2026/deal.md:7: the picture "draw.png" is SVG or other markup, which may carry script',
        'content/2026/deal.md:9: the picture "huge.png" has 4,294,901,760 × 4,294,901,760 pixels',
        'content/2026/deal.md:11: the picture "text.jpg" is no picture that a browser shows, or is damaged',
        'content/2026/deal.md:13: the picture "gone.png" is not there',
        'content/2026/deal.md:15: the picture "/gone.png" is not there',
    ]


def test_a_picture_that_is_not_there_is_taken_out_of_where_it_is_named(tmp_path: Path) -> None:
    assert problems(site(tmp_path, "![d](gone.png)\n", image="quay.jpg")) == [
        'content/2026/deal.md:4: the picture "quay.jpg" is not there; '
        "put it at content/2026/quay.jpg, or take it out of the front matter",
        'content/2026/deal.md:7: the picture "gone.png" is not there; '
        "put it at content/2026/gone.png, or take it out of the text",
    ]


def test_a_picture_may_not_take_a_page(tmp_path: Path) -> None:
    put(tmp_path, "static/2026/deal/port.jpg", jpeg(1, 1))
    assert problems(site(tmp_path)) == [
        "content/2026/port.jpg: would be published as /2026/deal/port.jpg, where something else stands; rename the picture"
    ]


def test_check_asks_for_words_and_names_what_is_unused(tmp_path: Path) -> None:
    put(tmp_path, "content/2026/left.webp", b"")
    library = look(site(tmp_path, "![](port.jpg)\n\n![port](port.jpg)\n\n![Cranes](port.jpg)\n", image="port.jpg"))
    found = check(library, Register(), lambda path: (tmp_path / "content" / path).read_text())
    assert [(one.line, one.what) for one in found] == [
        (4, 'the picture "port.jpg" has no alt text'),
        (4, 'the picture "port.jpg" has no alt text'),
        (4, 'the picture "port.jpg" has the alt text "port", a file\'s name'),
    ]
    what = "is a picture that no briefing names, and is not published"
    hint = "name it as image, or remove it"
    assert list(pictures.unused(tmp_path, library)) == [
        Problem("content/2026/left.webp", 0, 0, what, hint, is_warning=True)
    ]


def test_a_decorative_picture_needs_no_words(tmp_path: Path) -> None:
    library = look(site(tmp_path, image='{file: port.jpg, alt: "", decorative: true}'))
    assert list(check(library, Register(), lambda path: "")) == []
    assert 'alt=""' in (tmp_path / "site/2026/deal/index.html").read_text()
