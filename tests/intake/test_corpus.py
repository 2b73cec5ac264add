"""The corpus in tests/fixtures/intake/corpus: whole articles, each with what is beyond dispute about it."""

from pathlib import Path

import pytest

from readalso.intake.anatomy.anatomy import Reference
from readalso.yamltext import Value, read
from tests.intake.cases import FOLDER, study

ARTICLES = sorted((FOLDER / "corpus").rglob("*.txt"))


def expected(path: Path) -> dict[str, Value]:
    return read(Path(f"{path}.expect.yaml").read_text(), path.name).value


def records(value: Value) -> list[dict[str, Value]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_is_read_as_its_editor_would(path: Path) -> None:
    want, anatomy = expected(path), study(path.read_text())
    references = [(block.label, block.headline) for block in anatomy.blocks if isinstance(block, Reference)]
    assert anatomy.language == want["lang"]
    assert [(quote.text, quote.speaker) for quote in anatomy.quotes] == [
        (q["text"], q["speaker"]) for q in records(want.get("quotes"))
    ]
    assert references == [(item["label"], item["text"]) for item in records(want.get("read_also"))]
    assert anatomy.source == want.get("source", "")
    assert anatomy.dateline == want.get("dateline_place", "")
    assert (anatomy.dating.date.iso[:10] if anatomy.dating.date else None) == want.get("date")
    assert anatomy.byline == want.get("byline", "")
