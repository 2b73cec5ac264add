"""What is wrong with rendered pages."""

from pathlib import Path

import pytest

from readalso.inspection import inspect

PAGE = '<html><body><h1>Page</h1>{}<p id="part"></p></body></html>'


def findings(folder: Path, base_url: str = "", **files: str) -> list[str]:
    for name, text in {
        "index.html": PAGE.format(""),
        "deal/index.html": PAGE.format(""),
        "style.css": "",
        **files,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return [str(problem) for problem in inspect(folder, base_url)]


@pytest.mark.parametrize(
    "link",
    [
        *(
            "deal/index.html",
            "/deal/",
            "./deal/",
            "style.css?v=1",
            "#part",
            "https://elsewhere.example/x",
            "mailto:a@b.example",
        ),
        *("https://news.example/desk/deal/", "/desk/deal/"),
    ],
)
def test_a_link_that_leads_somewhere_is_fine(tmp_path: Path, link: str) -> None:
    page = PAGE.format(f'<a href="{link}">x</a>')
    base = "https://news.example/desk/" if "desk" in link else ""
    assert findings(tmp_path, base, **{"index.html": page}) == []


@pytest.mark.parametrize(
    "link", ["nowhere/index.html", "/nowhere/", "../../deal/x", "style2.css", "https://news.example/nowhere/"]
)
def test_a_link_that_leads_nowhere_is_named(tmp_path: Path, link: str) -> None:
    page = PAGE.format(f"<a href='{link}'>x</a>")
    assert findings(tmp_path, "https://news.example/", **{"index.html": page}) == [
        f'index.html: links to "{link}", which leads nowhere; there is no such page'
    ]


def test_a_link_that_somebody_typed_is_named_where_it_was_typed(tmp_path: Path) -> None:
    page = PAGE.format('<a href="/no/">x</a><a href="#gone">y</a><a href="/theme/">z</a>')
    (tmp_path / "index.html").write_text(page)
    text = "---\ntitle: x\n---\n\nSee [it](/no/).\n\nAnd [that][1]; (/theme/)\n\n[1]: #gone\n"
    sources = {"index.html": ("content/a.md", text)}
    assert [str(one).partition(",")[0] for one in inspect(tmp_path, "", lambda path: sources[path])] == [
        'content/a.md:5: links to "/no/"',
        'content/a.md:9: links to "#gone"',
        'index.html: links to "/theme/"',
    ]


def test_a_fragment_that_is_not_on_the_page_is_named(tmp_path: Path) -> None:
    assert findings(tmp_path, **{"index.html": PAGE.format('<a href="#no">x</a>')}) == [
        'index.html: links to "#no", which is not on the page'
    ]


def test_metadata_feeds_and_sitemaps_have_to_be_readable(tmp_path: Path) -> None:
    broken = PAGE.format('<script type="application/ld+json">{"a": </script>')
    found = findings(tmp_path, **{"index.html": broken, "feed.xml": "<rss><channel></rss>", "feed.json": "{"})
    assert [line.split(":")[0] for line in found] == ["feed.json", "feed.xml", "index.html"]


def test_a_page_has_one_h1_and_pictures_have_alt_texts(tmp_path: Path) -> None:
    found = findings(tmp_path, **{"index.html": '<h1>a</h1><h1>b</h1><img src="/style.css">'})
    assert found == [
        'index.html: the picture "/style.css" has no alt text; write alt="" if it says nothing',
        "index.html: has 2 h1 headings; a page has one",
    ]
