"""Suggestions in the register's file: they are added, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso.errors import Broken
from readalso.library.suggest import Suggestion
from readalso.library.suggested import add, fresh
from readalso.register import parse

ONE = Suggestion("people", "Mara Veldan", "M. Veldan", "initials", ("2026/a.md",))
OTHER = Suggestion("places", "Tolmen", "Тольмена", "inflected", ("b.md", "c.md"))
ROW = '  - {kind: people, name: Mara Veldan, spelling: "M. Veldan", why: initials, seen: ["2026/a.md"]}\n'


def test_the_first_suggestions_stand_at_the_end_of_the_file_and_change_no_name() -> None:
    text = "# The desk's\npeople:\n  Mara Veldan: [Veldan]  # minister\n"
    new = add(text, [ONE])
    assert new == f"{text}\nsuggested:\n{ROW}"
    assert parse(new).people == parse(text).people
    assert parse(new).suggested == (("people", "Mara Veldan", "M. Veldan"),)


def test_more_are_added_below_and_none_twice() -> None:
    text = add("", [ONE]) + "\nplaces:\n  Tolmen: []\n"
    assert fresh([ONE, OTHER], parse(text)) == (OTHER,)
    assert add(text, [OTHER]).startswith(f"suggested:\n{ROW}  - {{kind: places, name: Tolmen, ")
    assert add(text, [OTHER]).endswith("]}\n\nplaces:\n  Tolmen: []\n")
    assert add(text, []) == text


def test_a_list_without_lines_of_its_own_is_left_alone() -> None:
    with pytest.raises(Broken, match="give each item of it a line of its own"):
        add("suggested: []\n", [ONE])
    assert parse(add("suggested:\npeople: {}\n", [ONE])).suggested == (("people", "Mara Veldan", "M. Veldan"),)


@given(
    st.lists(st.builds(Suggestion, st.just("people"), st.text(), st.text(), st.just("initials"), st.tuples(st.text()))),
    st.sampled_from(["", "people: {}", "people:\n  A B: [C]\n# end", "topics: {}\n\n\n"]),
)
def test_whatever_a_name_is_made_of_the_file_can_be_read_again(found: list[Suggestion], text: str) -> None:
    register = parse(add(text, found))
    assert register.suggested == tuple((one.kind, one.name, one.spelling) for one in found)
    assert parse(add(add(text, found), found)).suggested == register.suggested * 2
