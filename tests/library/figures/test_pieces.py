"""A headline cut into pieces."""

import re
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readalso.library.figures import pieces
from readalso.library.figures.pieces import cut

_WORDS = st.sampled_from(
    ["port", "“Порт”", "об'єкт", "-foo", "-", "‑", "–", "a-b", "foo-", "U.S.", "5", "٪", "%", "з", ":", "b,", "«x»"]
)
_SPACES = st.sampled_from([" ", " ", " ", "  ", "\u00a0", "\t", ""])


@given(st.lists(st.tuples(_WORDS, _SPACES)).map(lambda row: "".join(map("".join, row))) | st.text(max_size=40))
@example("- a")
@example("a ٪ b")
def test_words_that_spaces_divide_are_cut_as_the_whole_is(headline: str) -> None:
    with patch.object(pieces, "_APART", re.compile("")):
        whole = cut(headline)
    assert cut(headline) == whole


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("Minister-president: deal", [("minister", False), ("president", True), (":", False), ("deal", False)]),
        ("“Quick” wins", [("quick", False), ("wins", False)]),
    ],
)
def test_a_hyphen_joins(headline: str, said: list[tuple[str, bool]]) -> None:
    assert [(piece.key, piece.is_hyphened) for piece in cut(headline)] == said
