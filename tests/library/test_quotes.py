"""The quote ledger: who said what, when and where it stands."""

from readalso.briefing.frontmatter import Quote
from readalso.library.desk import Desk
from readalso.library.quotes import Quotation
from readalso.pages.plan import plan
from readalso.pages.views import QuotesPage, Story, TermPage
from readalso.register import Register
from readalso.settings import Settings
from tests.library.world import facts, library

REGISTER = Register(people={"Mara Veldan": ("Veldan", "Мара Велдан")}, organisations={"Port Union": ("the union",)})


def said(speaker: str, *texts: str) -> tuple[Quote, ...]:
    return tuple(Quote(speaker, text) for text in texts)


def ledger(*briefings: object) -> dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]]:
    found: dict[tuple[str, str], tuple[Quotation, ...]] = dict(library(*briefings, desk=Desk(REGISTER)).quotes)  # type: ignore[arg-type]
    return {who: [(one.text, one.ids) for one in rows] for who, rows in found.items()}


def test_all_spellings_of_a_speaker_have_one_ledger_the_latest_first() -> None:
    early = facts("a", date="2026-10-01", quotes=said("Veldan", "One.", "Two."))
    late = facts("b", date="2026-10-02", quotes=said("Мара Велдан", "Three."))
    assert ledger(early, late) == {("people", "mara veldan"): [("Three.", ("b",)), ("One.", ("a",)), ("Two.", ("a",))]}


def test_the_same_words_in_two_briefings_are_one_quotation_as_old_as_the_earlier() -> None:
    first = facts("a", date="2026-10-01", quotes=said("Veldan", "We sign"))
    other = facts("b", date="2026-10-02", quotes=said("Veldan", "No comment."))
    again = facts("c", date="2026-10-03", quotes=said("Mara Veldan", "“we *sign*.”", "We sign"))
    assert ledger(first, other, again) == {
        ("people", "mara veldan"): [("No comment.", ("b",)), ("We sign", ("a", "c"))]
    }


def test_the_same_words_of_two_speakers_are_two_quotations() -> None:
    found = ledger(facts("a", quotes=(*said("Veldan", "No."), *said("Ada Brunn", "No."))))
    assert list(found) == [("people", "mara veldan"), ("people", "ada brunn")]


def test_an_organisation_speaks_on_its_own_page_and_nobody_has_none() -> None:
    found = ledger(
        facts("a", quotes=(*said("the union", "We wait."), *said("Harbour Board", "So do we."), *said("", "Oh."))),
        facts("b", organisations=("Harbour Board",)),
    )
    assert set(found) == {("organisations", "port union"), ("organisations", "harbour board")}


def test_a_speaker_whom_no_briefing_lists_has_a_page_with_what_they_said() -> None:
    pages = {page.url: page.view for page in plan(library(facts("a", quotes=said("Ada Brunn", "No."))), Settings())}
    person, story = pages["/people/ada-brunn/"], pages["/a/"]
    assert isinstance(person, TermPage)
    assert isinstance(story, Story)
    assert [(one.text, [card.url for card in one.cards]) for one in person.quotes] == [("No.", ["/a/"])]
    assert [(one.speaker and one.speaker.url, one.anchor) for one in story.quotes] == [
        ("/people/ada-brunn/", person.quotes[0].anchor)
    ]


def test_many_quotations_have_pages_of_their_own() -> None:
    quotes = said("Ada Brunn", *(f"Number {number}." for number in range(30)))
    pages = {page.url: page.view for page in plan(library(facts("a", quotes=quotes)), Settings(paginate=20))}
    person, first, second = (pages[f"/people/ada-brunn/{more}"] for more in ("", "quotes/", "quotes/page/2/"))
    assert isinstance(person, TermPage)
    assert isinstance(first, QuotesPage)
    assert isinstance(second, QuotesPage)
    assert (len(person.quotes), person.quote_count, len(first.quotes), len(second.quotes)) == (8, 30, 20, 10)
    assert person.all_quotes
    assert (person.all_quotes.url, first.home) == ("/people/ada-brunn/quotes/", "/people/ada-brunn/")


def test_words_that_stand_twice_on_a_page_have_one_anchor() -> None:
    pages = plan(library(facts("a", quotes=said("Ada Brunn", "No.", "no"))), Settings())
    (story,) = [page.view for page in pages if isinstance(page.view, Story)]
    assert [bool(one.anchor) for one in story.quotes] == [True, False]
