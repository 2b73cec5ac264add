"""Readers against bytes that nobody sends in good faith: each is read or refused, and never crashes or hangs."""

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readalso.errors import Broken
from readalso.intake.article import Article
from tests.intake.formats.reading import articles
from tests.intake.formats.test_feeds import ATOM, JSON_FEED, RSS
from tests.intake.formats.test_html import PAGE
from tests.intake.formats.test_mail import HEAD
from tests.intake.formats.test_wires import G2, NEWSML, NINJS, NITF

SOUND = (
    RSS,
    ATOM,
    JSON_FEED,
    PAGE,
    NITF,
    G2,
    NEWSML,
    NINJS,
    f"{HEAD}\nText.\n\nMore.",
    "Head\n\nRead also: Other\n\nText.",
)


def read(data: bytes) -> tuple[Article, ...]:
    """The articles, none where they are refused; the promises that hold of every article are held."""
    try:
        found = articles(data)
    except Broken:
        return ()
    for item in found:
        assert item.headline.strip()
        assert [text.number for text in item.paragraphs] == list(range(1, len(item.paragraphs) + 1))
        assert all(text.text == text.text.strip() and text.text and "\n" not in text.text for text in item.paragraphs)
    return found


@pytest.mark.parametrize(
    "bomb", ['<!ENTITY a "b">', '<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY % p SYSTEM "http://x/">']
)
def test_doctype_with_declarations_is_refused(bomb: str) -> None:
    with pytest.raises(Broken, match="DOCTYPE"):
        articles(
            f"<!DOCTYPE nitf [{bomb}]><nitf><body><body.head><hedline><hl1>&a;&x;</hl1></hedline></body.head></body></nitf>"
        )


LARGE: dict[str, Callable[[], str]] = {
    "deep xml": lambda: "<rss>" + "<a>" * 100_000,
    "deep html": lambda: "<html>" + "<div>" * 100_000,
    "deep json": lambda: '{"a":' + "[" * 100_000,
    "one paragraph": lambda: "Head\n\n" + "word " * 200_000,
    "one html paragraph": lambda: "<p>" + "word " * 200_000,
    "wrapped": lambda: "Head\n\n" + ("word " * 14 + "\n") * 14_000,
    "huge attribute": lambda: '<p class="' + "a " * 500_000 + '">text</p>',
    "unclosed comment": lambda: "<p>text<!--" + "- " * 500_000,
    "open brackets": lambda: "<html>" + "<" * 1_000_000,
    "ampersands": lambda: "<html><p>" + "&" * 1_000_000,
    "cdata": lambda: "<rss>" + "<![CDATA[" * 100_000,
    "parts": lambda: HEAD + "Content-Type: multipart/mixed; boundary=B\n\n" + "--B\n\ntext\n" * 1_000,
    "encoded words": lambda: "From: a\nTo: b\nSubject: " + "=?utf-8?q?x?= " * 50_000 + "\n\ntext",
    "form feeds": lambda: "Head\n\n" + "text of a page\n\x0c" * 50_000,
    "quotes": lambda: "Head\n\n" + "“" * 40_000,
    "labels": lambda: "Head\n\n" + "Read also: " * 90_000,
    "blanks": lambda: "Head\n\n" + " " * 1_000_000 + "x",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_large_input_is_read_or_refused_and_hangs_nothing(name: str) -> None:
    read(LARGE[name]().encode())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read(data)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SOUND), st.data())
def test_damaged_files_are_read_or_refused(sound: str, draw: st.DataObject) -> None:
    data = bytearray(sound.encode())
    for _ in range(draw.draw(st.integers(1, 5))):
        start = draw.draw(st.integers(0, len(data)))
        end = min(len(data), start + draw.draw(st.integers(0, 40)))
        data[start:end] = draw.draw(st.binary(max_size=12))
    read(bytes(data))


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=8) | st.just("<p>x</p>"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "value", "role", "text"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = (
    "headline headlines body_text body_html bodies byline located language versioncreated person place keywords "
    "associations pubstatus embargoed ednote altids item items data title content_html version source uri"
).split()


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_json_with_wrong_types_everywhere_is_read_or_refused(record: dict[str, object]) -> None:
    read(json.dumps(record).encode())


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SOUND))
def test_reading_twice_gives_the_same(sound: str) -> None:
    assert read(sound.encode()) == read(sound.encode())
