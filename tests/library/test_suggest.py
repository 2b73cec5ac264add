"""Which spellings are taken for one name: a labelled fixture, and what a third name does to two."""

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from readalso.library.suggest import Suggestion, suggest
from readalso.register import Register

FIXTURE = Path(__file__).parents[1] / "fixtures/names/pairs.yml"


class Pair(NamedTuple):
    """A row of the fixture."""

    kind: str
    one: str
    other: str
    label: str
    is_together: bool
    is_missed: bool


PAIRS = [
    Pair(row[0], row[1], row[2], row[3], is_together="together" in row, is_missed="missed" in row)
    for row in yaml.safe_load(FIXTURE.read_text())["pairs"]
]


def judge(pair: Pair) -> str:
    """The reason by which a pair is taken for one name, or "two"."""
    paths = ("a.md",), ("a.md" if pair.is_together else "b.md",)
    found = suggest({pair.kind: {pair.one: paths[0], pair.other: paths[1]}}, Register())
    assert len(found) < 2
    return found[0].why if found else "two"


def said(
    register: Register = Register(), text: str = "", kind: str = "people", **spellings: str
) -> list[tuple[str, ...]]:
    """Name, spelling and reason; `spellings` are numbered names of briefings -> names in it."""
    seen: dict[str, tuple[str, ...]] = {}
    for path, names in spellings.items():
        for name in names.split(", "):
            seen[name] = (*seen.get(name, ()), path)
    return [(one.name, one.spelling, one.why) for one in suggest({kind: seen}, register, lambda path: text)]


def test_the_fixture_is_large_enough() -> None:
    assert len(PAIRS) >= 120
    assert len({pair[:3] + pair[4:] for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.one} / {pair.other}")
def test_a_pair_is_judged_as_it_is_labelled(pair: Pair) -> None:
    assert judge(pair) == ("two" if pair.is_missed else pair.label)


def test_no_two_people_are_taken_for_one_and_most_pairs_of_one_name_are_found() -> None:
    same = [pair for pair in PAIRS if pair.label != "two"]
    found = [pair for pair in PAIRS if judge(pair) != "two"]
    assert all(pair.label != "two" for pair in found)
    assert len(found) / len(same) >= 0.8


def test_the_order_of_two_spellings_changes_nothing() -> None:
    for pair in PAIRS:
        assert judge(pair) == judge(pair._replace(one=pair.other, other=pair.one))


def test_the_spelling_of_most_briefings_is_the_name_and_the_evidence_is_named() -> None:
    seen = {"Mara Veldan": ("a.md",), "Мара Велдан": ("b.md", "c.md")}
    assert suggest({"people": seen}, Register()) == (
        Suggestion("people", "Мара Велдан", "Mara Veldan", "transliteration", ("a.md",)),
    )


def test_the_registers_spelling_is_the_name_and_its_aliases_count() -> None:
    register = Register(people={"Volodymyr Zelensky": ("Володимир Зеленський",)})
    assert said(register, a="Володимира Зеленського") == [("Volodymyr Zelensky", "Володимира Зеленського", "inflected")]


def test_initials_that_fit_two_people_are_nobodys() -> None:
    assert said(a="Mara Veldan, M. Veldan", b="Milan Veldan") == []
    assert said(a="Mara Veldan, M. Veldan", b="Мара Велдан") != []
    assert said(a="Veldan, Mara Veldan", b="Ilo Veldan") == []


def test_two_names_of_the_register_are_two() -> None:
    assert said(Register(people={"Maria Velko": (), "Mariya Velko": ()}), a="Maria Velko", b="Mariya Velko") == []


def test_what_the_register_holds_apart_is_not_suggested() -> None:
    apart = Register(apart=(("Maria Velko", "Mariya Velko"),))
    assert said(apart, a="Maria Velko", b="Mariya Velko") == []
    assert said(apart, a="Maria Velko", b="Mariya Velko", c="Марія Велько") == []


def test_all_spellings_of_one_name_are_suggested_for_one() -> None:
    found = said(a="Mara Veldan", b="Мара Велдан", c="Мари Велдан", d="M. Veldan", e="Mara Veldan")
    assert [(name, spelling) for name, spelling, _ in found] == [
        ("Mara Veldan", "M. Veldan"),
        ("Mara Veldan", "Мара Велдан"),
        ("Mara Veldan", "Мари Велдан"),
    ]


def test_a_text_that_explains_an_acronym_is_evidence() -> None:
    names = "National Water Office, NWO, Nord-West-Orchester"
    text = "The National Water Office (NWO) said so."
    assert said(text=text, kind="organisations", a=names) == [("National Water Office", "NWO", "acronym")]
    assert said(text="NWO said so.", kind="organisations", a=names) == []
