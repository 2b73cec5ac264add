from pathlib import Path

import pytest

from readalso.errors import Broken
from readalso.register import FILE, Register, load, parse


def test_the_register_keeps_spellings_in_order(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text("people:\n  Mara Veldan: [Veldan, Мара Велдан]\n  Lee: Li\ntopics:\n  Ports:\n")
    people = {"Mara Veldan": ("Veldan", "Мара Велдан"), "Lee": ("Li",)}
    assert load(tmp_path) == Register(people=people, topics={"Ports": ()})


def test_more_can_be_said_of_a_name(tmp_path: Path) -> None:
    text = 'people:\n  Ada Brunn: {aliases: [Brunn], description: "The speaker."}\n  Mara Veldan: {description: "Minister."}\n'
    register = parse(text)
    assert register.people == {"Ada Brunn": ("Brunn",), "Mara Veldan": ()}
    assert register.descriptions == {"people": {"Ada Brunn": "The speaker.", "Mara Veldan": "Minister."}}


def test_suggestions_and_names_that_are_apart_are_read_and_have_no_effect_on_names() -> None:
    text = (
        "suggested:\n  - {kind: people, name: Ada Brunn, spelling: A. Brunn, why: initials}\n"
        "apart:\n  - [Ilo Veldan, Ila Veldan]\n"
    )
    register = parse(text)
    assert register.suggested == (("people", "Ada Brunn", "A. Brunn"),)
    assert register.apart == (("Ilo Veldan", "Ila Veldan"),)
    assert register.people == {}


def test_no_register_is_an_empty_one(tmp_path: Path) -> None:
    assert load(tmp_path) == Register() == parse("")


def test_all_its_problems_are_named() -> None:
    with pytest.raises(Broken) as caught:
        parse("person: {}\npeople: [a]\nplaces: {Kyiv: {a: b}}\napart: [a]\nsuggested: x\n")
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [
        *((1, 1), (2, 9), (3, 17), (5, 12), (4, 9))
    ]
