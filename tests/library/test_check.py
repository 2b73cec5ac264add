"""What is wrong with the briefings beyond what a build needs to know."""

from readalso.briefing.frontmatter import Quote
from readalso.library.check import check
from readalso.register import Register
from tests.library.world import facts, library


def findings(
    *briefings: object, text: str = "", register: Register = Register(), received: str | None = None
) -> list[str]:
    base = "" if received is None else _file(received)
    return [
        problem.what
        for problem in check(library(*briefings), register, lambda path: _file(text), lambda id: base)  # type: ignore[arg-type]
    ]


def _file(body: str) -> str:
    return f'---\ntitle: "T"\n---\n\n{body}\n'


def test_a_quotation_that_stands_in_the_text_is_fine_whatever_its_marks() -> None:
    briefing = facts("a", quotes=(Quote("Mara Veldan", "It's a *fair* deal, we can sign"),))
    assert findings(briefing, text="“It’s a \\*fair\\* deal,” she said. “We can sign.”") != []
    assert findings(briefing, text="She said: “It’s a \\*fair\\* deal, we can sign.”") == []


def test_a_quotation_whose_words_were_changed_is_named() -> None:
    briefing = facts("a", quotes=(Quote("Mara Veldan", "We will sign"),))
    assert findings(briefing, text="“We may sign,” she said.") == [
        'the quotation "We will sign" does not stand in the text'
    ]


def test_a_name_that_the_register_spells_otherwise_is_named() -> None:
    register = Register(people={"Mara Veldan": ("Veldan", "Мара Велдан")})
    briefing = facts("a", people=("Мара Велдан", "Somebody Else"))
    assert findings(briefing, register=register) == [
        'people has "Мара Велдан", which the register spells "Mara Veldan"'
    ]


def test_a_briefing_that_refers_to_itself_is_named() -> None:
    assert findings(facts("a", "Port deal", refers=["Port deal"])) == [
        'refers to itself: "Port deal" is no link, and nobody waits for it'
    ]


def test_what_is_held_back_is_checked_too() -> None:
    briefing = facts("a", status="draft", quotes=(Quote("", "Never said"),))
    assert len(findings(briefing, text="Something else.")) == 1


def test_a_quotation_whose_words_an_edit_has_changed_is_named_with_its_line() -> None:
    world = library(facts("a"))
    received, edited = _file("She said: “We will sign by spring.”"), _file("She said: “We may sign by spring.”")
    (found,) = check(world, Register(), lambda path: edited, lambda id: received)
    assert (found.path, found.line) == ("content/a.md", 5)
    assert found.what == (
        'words inside quotation marks were changed: "We will sign by spring." now reads "We may sign by spring."'
    )


def test_a_spelling_under_two_names_and_one_that_is_another_name_are_named() -> None:
    register = Register(people={"Mara Veldan": ("Veldan", "Ilo Brunn"), "Ilo Veldan": ("VELDAN",), "Ilo Brunn": ()})
    assert findings(register=register) == [
        'people: "Veldan" stands under "Mara Veldan" and "Ilo Veldan", and so is taken for neither',
        'people: "Ilo Brunn" is a name of its own and stands under "Mara Veldan" too',
    ]


def test_a_pin_that_nothing_answers_to_is_named() -> None:
    assert findings(facts("a", related=("b", "Headline b", "Nowhere")), facts("b")) == [
        'related has "Nowhere", which no briefing answers to, or more than one'
    ]
