"""What somebody said: on their own page, and where that is more than it holds, on pages of their own."""

from collections.abc import Iterable, Iterator

from readalso.library.quotes import Quotation
from readalso.library.terms import Term
from readalso.pages import views
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf, paged
from readalso.pages.views import QuotesPage

MOST_ON_PAGE = 8
"""Quotations on the page of who said them; where there are more, all have pages of their own."""


def pages(shelf: Shelf, term: Term, key: str) -> Iterator[Page]:
    """ "/people/mara-veldan/quotes/", "/people/mara-veldan/quotes/page/2/" and on."""
    said = shelf.library.quotes.get((term.kind, key), ())
    if len(said) <= MOST_ON_PAGE:
        return
    by_anchor = {one.anchor: one for one in said}
    for url, pager, some in paged(address(term), tuple(by_anchor), shelf.settings.paginate):
        quotes = show(shelf, [by_anchor[anchor] for anchor in some])
        view = QuotesPage(url, term.name, term.kind, term.url, len(said), quotes, pager)
        yield Page(url, "quotes.html", view, owner=f"{term.kind}/{key}", is_listed=pager.number == 1)


def address(term: Term) -> str:
    """Where all quotations of a speaker begin."""
    return f"{term.url}quotes/"


def show(shelf: Shelf, said: Iterable[Quotation]) -> tuple[views.Quotation, ...]:
    """Quotations as templates see them."""
    return tuple(_show(shelf, one) for one in said)


def _show(shelf: Shelf, one: Quotation) -> views.Quotation:
    cards = tuple(shelf.cards[id] for id in one.ids)
    return views.Quotation(one.text, cards[0].language, cards[0].date, one.anchor, cards)
