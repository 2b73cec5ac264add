"""The corpus in tests/fixtures/intake/corpus: whole articles, each with what is beyond dispute about it, scored together."""

from collections import Counter
from os.path import basename
from pathlib import Path
from typing import Any

import pytest

from tests.intake.score.produced import CORPUS, EXPECTED, pages, produce
from tests.intake.score.scorer import expectations, score
from tests.intake.score.tally import Tally

WANTED = expectations(CORPUS)
BARS = {
    "title": 98,
    "date": 97,
    "source": 95,
    "dateline_place": 95,
    "byline": 95,
    "body_paragraphs": 95,
    "verbatim": 100,
    "noise": 93,
    "refs_found": 97,
    "refs_target": 96,
    "quotes": 92,
    "speakers": 88,
    "people": 90,
    "organisations": 90,
    "places": 90,
    "background": 95,
    "distinct": 100,
    "dedup": 100,
    "render": 100,
}
"""F1 in per cent."""
LANGUAGES = set("en uk ru fr de es pl it pt ro cs nl sv tr el ar he hi zh ja ko".split())


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory) -> Tally:
    site = tmp_path_factory.mktemp("corpus") / "site"
    return score(WANTED, produce(CORPUS, site), pages(site))


@pytest.mark.slow
@pytest.mark.parametrize("name", BARS)
def test_corpus_is_understood(tally: Tally, name: str) -> None:
    notes = [f"{input}: {note}" for input, field, note in tally.notes if field == name]
    assert (tally.by_field()[name].f1 or 0.0) >= BARS[name], "\n".join(notes)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["refs_target", "self_link"])
def test_no_link_is_false(tally: Tally, name: str) -> None:
    assert not tally.by_field()[name].wrong, "\n".join(note for _, field, note in tally.notes if field == name)


def test_corpus_covers_formats_and_languages() -> None:
    assert len(WANTED) >= 150
    assert len({wanted["style"] for wanted in WANTED.values()}) >= 37
    assert {wanted.get("lang") for wanted in WANTED.values()} >= LANGUAGES


def test_each_input_has_an_expectation_and_a_name_of_its_own() -> None:
    inputs = {str(path.relative_to(CORPUS)) for path in _files() if not path.name.endswith(EXPECTED)}
    assert inputs == set(WANTED)
    assert [name for name, count in Counter(map(basename, inputs)).items() if count > 1] == []


def test_each_target_is_an_input() -> None:
    names = {basename(input) for input in WANTED}
    targets = {
        target for wanted in WANTED.values() for item in wanted.get("items", [wanted]) for target in _named(item)
    }
    assert targets - names == set()


def _files() -> list[Path]:
    return [path for path in CORPUS.rglob("*") if path.is_file()]


def _named(wanted: dict[str, Any]) -> set[str]:
    """The inputs that an expectation names."""
    rows = [reference["target"] for reference in wanted.get("read_also", [])]
    rows += [wanted.get("duplicate_of"), wanted.get("distinct_from")]
    return {name for row in rows for name in (row if isinstance(row, list) else [row]) if name}
