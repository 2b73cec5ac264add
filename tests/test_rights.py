"""A text that its source does not let be published is in no file of the site. Whole builds of the demo."""

import re
from pathlib import Path

import pytest

from readalso.briefing import briefing as briefings
from readalso.briefing.briefing import Briefing
from readalso.cli import main
from tests.test_withdrawal import demo, published, sentences

__all__ = ["demo"]


def texts(root: Path) -> list[Briefing]:
    return [briefings.parse(file.name, file.read_text()) for file in sorted((root / "content/2026").glob("*.md"))]


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def said(one: Briefing) -> str:
    """All that a briefing says, without the headlines that it refers to."""
    text = re.sub(r"^(?:Read also|Читайте також|Lire aussi).*", "", one.text, flags=re.M)
    quotes = (quote.text for quote in one.matter.quotes)
    return "\n".join((text, one.matter.summary, *one.matter.key_points, *quotes))


@pytest.mark.parametrize("rights", ["headline", "excerpt 40"])
def test_no_sentence_of_a_source_that_keeps_its_texts_is_published(demo: Path, rights: str) -> None:
    kept, free = "Harbour Wire", []
    secret = []
    for one in texts(demo):
        if one.matter.source.name == kept:
            secret += sentences(said(one))
        free.append(one.matter.title if one.matter.source.name == kept else f"{one.text} {one.matter}")
    elsewhere = words(" ".join(free))
    secret = [sentence for sentence in secret if sentence not in elsewhere]
    assert len(secret) > 40, "the test looks for what is there"
    settings = demo / "readalso.yml"
    before = settings.read_text()
    settings.write_text(
        f"{before}ninjs: true\nsearch: text\nsources:\n  {kept}: {{rights: {rights}, credit: Courtesy of the wire}}\n"
    )
    try:
        for arguments in ([], ["--fresh"]):
            assert main(["build", "-s", str(demo), "-q", "-b", "https://news.example/", *arguments]) == 0
            found = published(demo / "site")
            assert [sentence for sentence in secret if sentence in found] == []
            assert "Courtesy of the wire" in found
    finally:
        settings.write_text(before)
