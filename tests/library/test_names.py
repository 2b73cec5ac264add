from hypothesis import given
from hypothesis import strategies as st

from readalso.library.desk import Desk
from readalso.library.names import index, shared
from readalso.pages.plan import plan
from readalso.pages.views import Story, TermPage
from readalso.register import Register
from readalso.settings import Settings
from readalso.words import headline_key
from tests.library.world import facts, library

REGISTER = Register(
    people={
        "Volodymyr Zelensky": ("Zelensky", "Zelenskyy", "Володимир Зеленський", "Зеленського"),
        "Mara Veldan": ("Veldan",),
        "Ilo Veldan": ("Veldan",),
    },
    topics={"Ports": ("port", "dockers")},
)
NAMES = index(REGISTER)


def test_every_spelling_has_the_key_of_the_registers_own() -> None:
    spellings = ("Volodymyr Zelensky", "zelenskyy", "ЗЕЛЕНСЬКОГО", "Володимир  Зеленський")
    assert {NAMES.key("people", name) for name in spellings} == {"volodymyr zelensky"}


def test_a_name_of_no_register_is_its_own() -> None:
    assert NAMES.key("people", "Ada Brunn") == "ada brunn"
    assert NAMES.key("places", "Zelensky") == "zelensky"


def test_a_spelling_of_two_people_is_nobodys() -> None:
    assert NAMES.key("people", "Veldan") == "veldan"
    assert shared(REGISTER.people) == {"veldan": ("Mara Veldan", "Ilo Veldan")}


def test_the_words_of_a_topic_are_no_spellings_of_it() -> None:
    assert NAMES.key("topics", "dockers") == "dockers"


@given(st.sampled_from(["people", "topics"]), st.text(max_size=12))
def test_a_key_is_a_spelling_of_itself(kind: str, name: str) -> None:
    key = NAMES.key(kind, name)
    assert NAMES.key(kind, key) == key
    assert headline_key(key) == key


def test_a_person_has_one_page_and_one_label_in_whatever_spelling() -> None:
    pages = plan(
        library(
            facts("a", people=("Zelenskyy", "Volodymyr Zelensky")),
            facts("b", people=("Володимир Зеленський",)),
            desk=Desk(REGISTER),
        ),
        Settings(),
    )
    terms = [page.view for page in pages if isinstance(page.view, TermPage)]
    assert [(term.title, term.total) for term in terms] == [("Volodymyr Zelensky", 2)]
    stories = {page.view.id: page.view for page in pages if isinstance(page.view, Story)}
    assert [[label.name for label in stories[id].people] for id in "ab"] == [["Volodymyr Zelensky"]] * 2
