from pathlib import Path

import pytest

from readalso.errors import Broken
from readalso.register import FILE, Register, load, parse


def test_the_register_keeps_spellings_in_order(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text("people:\n  Mara Veldan: [Veldan, Мара Велдан]\n  Lee: Li\ntopics:\n  Ports:\n")
    people = {"Mara Veldan": ("Veldan", "Мара Велдан"), "Lee": ("Li",)}
    assert load(tmp_path) == Register(people=people, topics={"Ports": ()})


def test_no_register_is_an_empty_one(tmp_path: Path) -> None:
    assert load(tmp_path) == Register() == parse("")


def test_all_its_problems_are_named() -> None:
    with pytest.raises(Broken) as caught:
        parse("person: {}\npeople: [a]\nplaces: {Kyiv: {a: b}}\n")
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(1, 1), (2, 9), (3, 16)]
