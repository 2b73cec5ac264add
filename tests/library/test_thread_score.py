"""The benchmark of threads: each labelled story is one thread, and no two are glued."""

import pytest

from tests.library.score_threads import names, score


@pytest.mark.parametrize("name", names())
def test_every_story_is_found_whole_and_none_is_glued_to_another(name: str) -> None:
    found = score(name)
    assert found.glued == ()
    assert set(found.exact) == set(found.stories)
