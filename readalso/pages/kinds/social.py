"""The cards of stories: a picture of the headline, which a page shows that links to the story.

A story that has a picture of its own is shown with that. A headline with a letter that the font cannot write has none.
"""

from collections.abc import Iterator

from readalso.library.gallery import Gallery
from readalso.library.library import Entry, Library
from readalso.pages.lettering import HEIGHT, WIDTH, Lettering
from readalso.pages.page import Page, encode
from readalso.pages.shelf import Shelf
from readalso.pages.views import Photo, SocialCard, Time
from readalso.words import digest


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/2026/port-deal/card.png"."""
    for entry in shelf.library.entries.values():
        if view := _card(shelf, entry):
            yield Page(view.url, "social-card.json", view, entry.facts.path, is_listed=False)


def photo(shelf: Shelf, entry: Entry) -> Photo | None:
    """The card of a story as its page names it."""
    view = _card(shelf, entry)
    if view is None:
        return None
    return Photo(f"{view.url}?v={digest(encode(view))[:8]}", "image/png", WIDTH, HEIGHT, view.title)


def unwritten(library: Library, gallery: Gallery, lettering: Lettering | None) -> int:
    """How many stories have no card since the font cannot write their headlines."""
    entries = (entry for entry in library.entries.values() if _is_wanted(entry, gallery))
    return sum(not lettering.can_write(entry.facts.matter.title) for entry in entries) if lettering else 0


def _is_wanted(entry: Entry, gallery: Gallery) -> bool:
    return entry.is_public and entry.facts.matter.image.file not in gallery.get(entry.id, {})


def _card(shelf: Shelf, entry: Entry) -> SocialCard | None:
    lettering, matter = shelf.lettering, entry.facts.matter
    if lettering is None or not _is_wanted(entry, shelf.gallery) or not lettering.can_write(matter.title):
        return None
    card, day = shelf.cards[entry.id], shelf.day_of[entry.id]
    return SocialCard(
        url=f"{entry.url}card.png",
        title=matter.title,
        kicker=card.topic.name if card.topic else "",
        date=Time(day) if day else None,
        font=lettering.font,
        mark=lettering.mark,
    )
