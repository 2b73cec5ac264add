"""Which briefings are translations of each other."""

import pytest

from readalso.briefing.frontmatter import FrontMatter
from readalso.library.translations import gather


def groups(**originals: str) -> dict[str, tuple[str, ...]]:
    return gather({id: FrontMatter(id, id, translation_of=original) for id, original in originals.items()})


def test_translations_and_their_original_are_one_group() -> None:
    group = ("a", "b", "c")
    assert groups(a="", b="a", c="a", d="") == dict.fromkeys(group, group)


def test_a_translation_of_a_translation_belongs_to_the_group() -> None:
    assert groups(c="b", b="a", a="")["c"] == ("c", "b", "a")


def test_translations_of_a_briefing_that_is_not_there_have_each_other() -> None:
    assert groups(b="gone", c="gone") == {"b": ("b", "c"), "c": ("b", "c")}
    assert groups(b="gone") == {}


@pytest.mark.parametrize("ring", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}])
def test_a_ring_is_a_group_too(ring: dict[str, str]) -> None:
    found = groups(**ring)
    assert all(set(group) == set(ring) for group in found.values())


def test_a_long_chain_is_walked_once() -> None:
    many = 5_000
    chain = {f"b{number}": FrontMatter(f"b{number}", "T", translation_of=f"b{number - 1}") for number in range(1, many)}
    found = gather({"b0": FrontMatter("b0", "T"), **chain})
    assert {len(group) for group in found.values()} == {many}
