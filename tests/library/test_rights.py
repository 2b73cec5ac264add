"""What a source allows, and what a library has of its texts."""

import pytest

from readalso.briefing.body import Reference
from readalso.briefing.frontmatter import Quote, Source
from readalso.library.rights import Rights, doubtful, index
from readalso.settings import Licence, Settings
from tests.library.world import facts, library

WIRE = Source(name="Harbour Wire")
TEXT = facts(
    "a",
    "Port deal",
    refers=["Strike ends"],
    summary="A deal on the port is near, the minister said.",
    key_points=("It is near.",),
    quotes=(Quote("Mara Veldan", "We sign."),),
    people=("Mara Veldan",),
    source=WIRE,
)


def terms(**keys: object) -> Rights:
    return index(Settings(sources=(Licence("Harbour Wire", **keys),)))  # type: ignore[arg-type]


def test_a_source_that_is_not_named_allows_everything() -> None:
    assert index(Settings()).allowed(TEXT) is TEXT
    assert terms(rights="full").allowed(TEXT) is TEXT


def test_of_an_excerpt_the_cut_summary_is_left() -> None:
    left = terms(rights="excerpt", limit=20).allowed(TEXT)
    assert left.matter.summary == "A deal on the port…"
    assert (left.matter.key_points, left.matter.quotes, left.text_digest, left.word_count) == ((), (), "", 0)
    assert left.references == (Reference("Strike ends", label="Read also"),)
    assert left.matter.people == ("Mara Veldan",)


def test_of_a_headline_no_text_is_left() -> None:
    assert terms(rights="headline").allowed(TEXT).matter.summary == ""


@pytest.mark.parametrize("name", ["harbour wire", "Harbour  Wire", "HARBOUR WIRE"])
def test_a_source_is_known_in_other_spellings(name: str) -> None:
    assert terms(rights="headline").of(name).rights == "headline"


def test_a_star_stands_for_all_that_are_not_named() -> None:
    rights = index(Settings(sources=(Licence("*", "headline"), Licence("Own Desk"))))
    assert [rights.of(name).rights for name in ("Harbour Wire", "", "Own Desk")] == ["headline", "headline", "full"]


def test_the_sentence_that_cites_is_the_citing_sources() -> None:
    settings = Settings(sources=(Licence("Harbour Wire", "headline"),))
    found = library(TEXT, facts("b", "Strike ends"), settings=settings)
    assert [link.reference.sentence for link in found.backlinks["b"]] == [""]


def test_a_name_that_looks_misspelt_is_doubtful_and_another_is_not() -> None:
    settings = Settings(
        sources=(Licence("Harbor Wire"), Licence("Not Yet Received"), Licence("*"), Licence("harbour wire"))
    )
    assert [problem.what for problem in doubtful(settings, ["Harbour Wire"])] == [
        'sources has "Harbor Wire", which is no briefing\'s source'
    ]
