"""A withdrawn text is gone from everything that is published, and its addresses answer. Whole builds of the demo."""

import re
import shutil
from pathlib import Path

import pytest

from readalso import files
from readalso.briefing import briefing as briefings
from readalso.cli import main
from readalso.library import ledger
from readalso.pages.page import path

ROOT = Path(__file__).parents[1]


def sentences(text: str) -> list[str]:
    """The sentences of eight words or more, as words alone."""
    found = [re.findall(r"\w+", sentence) for sentence in re.split(r"[.!?]\s|\n", text)]
    return [" ".join(words) for words in found if len(words) >= 8]


def published(site: Path) -> str:
    """All words of all files of a site; markup between two words does not part them."""
    texts = (files.read_bytes(file).decode("utf-8", "replace") for file in sorted(site.rglob("*")) if file.is_file())
    return "\n".join(" ".join(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", text))) for text in texts)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("demo")
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "readalso.yml", root)
    assert main(["build", "-s", str(root), "-q", "-b", "https://news.example/"]) == 0
    return root


def test_every_sentence_is_gone_in_the_build_after_and_in_a_clean_one(demo: Path) -> None:
    chosen = [file for file in sorted((demo / "content/2026").glob("*.md")) if "\nquotes:" in file.read_text()][:6]
    texts = {file: briefings.parse(file.name, file.read_text()) for file in chosen}
    others = "\n".join(file.read_text() for file in (demo / "content/2026").glob("*.md") if file not in chosen)
    elsewhere = " ".join(re.findall(r"\w+", others))
    secret = [
        sentence
        for one in texts.values()
        for sentence in sentences("\n".join((one.text, one.matter.summary, *(q.text for q in one.matter.quotes))))
        if sentence not in elsewhere
    ]
    before = published(demo / "site")
    assert sum(sentence in before for sentence in secret) > 40, "the test looks for what was there"
    for file in chosen:
        text = re.sub(r"^status: .*\n", "", file.read_text(), flags=re.M)
        file.write_text(text.replace("\ntitle:", "\nstatus: withdrawn\ntitle:", 1))
    for arguments in ([], ["--fresh"]):
        assert main(["build", "-s", str(demo), "-q", "-b", "https://news.example/", *arguments]) == 0
        after = published(demo / "site")
        assert [sentence for sentence in secret if sentence in after] == []


def test_every_address_that_the_site_ever_had_answers(demo: Path) -> None:
    for file in sorted((demo / "content/2026").glob("*.md"))[::3]:
        file.rename(file.with_name(f"moved-{file.name}"))
    assert main(["build", "-s", str(demo), "-q", "-b", "https://news.example/"]) == 0
    urls = ledger.load(demo).owners
    assert len(urls) > 100
    assert [url for url in urls if not (demo / "site" / path(url)).is_file()] == []
