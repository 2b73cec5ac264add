"""The benchmark of headlines: no wrong link at all, and most of the true variants found."""

import pytest

from tests.library.score_headlines import TRUE, World, results, worlds

WORLDS = worlds()
DRESS = ("exact", "case", "marks", "label", "speaker", "site", "cut", "alias")
"""Kinds of true variant of which every one is found; in the others a word differs, and they are found where it is safe."""


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.language)
def test_no_reference_is_linked_to_a_briefing_that_it_does_not_mean(world: World) -> None:
    wrong = [(result.case.kind, result.case.headline, result.link) for result in results(world) if result.is_wrong]
    assert wrong == []


@pytest.mark.parametrize("kind", DRESS)
def test_what_differs_in_dress_alone_is_found(kind: str) -> None:
    rows = [result for world in WORLDS for result in results(world) if result.case.kind == kind]
    assert kind in TRUE
    assert [result.case.headline for result in rows if result.is_missed] == []
