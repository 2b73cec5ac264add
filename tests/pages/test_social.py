"""The cards of stories: who has one, and what it shows."""

from dataclasses import replace
from typing import Any

from msgspec import structs

from readalso.briefing.frontmatter import Image
from readalso.dimensions import Dimensions
from readalso.library.gallery import Print
from readalso.library.visibility import Show
from readalso.pages.kinds import social, story
from readalso.pages.lettering import Lettering
from readalso.pages.shelf import Shelf, stock
from readalso.pages.views import Photo, SocialCard, Time
from readalso.settings import Licence, Settings
from tests.library.world import facts, library

SETTINGS = Settings(title="Desk", base_url="https://news.example/")
LATIN = Lettering("", "13.0", frozenset("Порт"))


def shelf(*briefings: object, show: Show = Show(), settings: Settings = SETTINGS, **keys: Any) -> Shelf:
    return stock(library(*briefings, settings=settings, show=show), settings, lettering=LATIN, **keys)  # type: ignore[arg-type]


def cards(found: Shelf) -> dict[str, SocialCard]:
    return {page.url: page.view for page in social.pages(found) if isinstance(page.view, SocialCard)}


def test_a_card_has_the_headline_the_first_topic_and_the_day() -> None:
    found = shelf(facts("a", "Port deal", date="2026-10-05T09:30Z", topics=("Ports", "Work")), facts("b"))
    assert cards(found) == {
        "/a/card.png": SocialCard("/a/card.png", "Port deal", "Ports", Time("2026-10-05"), "", "13.0"),
        "/b/card.png": SocialCard("/b/card.png", "Headline b", "", None, "", "13.0"),
    }


def test_the_page_of_a_story_names_its_card_with_a_mark_of_what_it_shows() -> None:
    one, other = (
        story.story(found, found.library.entries["a"]).card
        for found in (shelf(facts("a", title)) for title in ("A", "B"))
    )
    assert isinstance(one, Photo)
    assert isinstance(other, Photo)
    assert (one.width, one.height, one.type, one.alt) == (1200, 630, "image/png", "A")
    assert one.url.startswith("/a/card.png?v=")
    assert one.url != other.url


def test_what_the_public_does_not_see_has_none() -> None:
    hidden = [facts("a", status="draft"), facts("b", status="withdrawn"), facts("c", status="embargoed")]
    assert cards(shelf(*hidden)) == {}
    assert cards(shelf(*hidden, show=Show(drafts=True, future=True))) == {}


def test_a_story_with_a_picture_has_none() -> None:
    one = facts("a")
    one = structs.replace(one, matter=structs.replace(one.matter, image=Image("port.jpg")))
    gallery = {"a": {"port.jpg": Print("port.jpg", "/a/port.jpg", Dimensions("jpeg", 4, 3), "d")}}
    assert cards(shelf(one, gallery=gallery)) == {}
    assert list(cards(shelf(one))) == ["/a/card.png"]


def test_a_headline_that_the_font_cannot_write_has_none_and_is_counted() -> None:
    found = shelf(facts("a", "Порт"), facts("b", "Port"))
    assert list(cards(found)) == ["/b/card.png"]
    assert social.unwritten(found.library, {}, LATIN) == 1
    assert social.unwritten(found.library, {}, None) == 0


def test_no_more_is_shown_than_the_source_allows() -> None:
    settings = replace(SETTINGS, sources=(Licence("*", "headline"),))
    found = shelf(facts("a", "Port deal", summary="Secret."), settings=settings)
    assert "Secret" not in repr(cards(found))
