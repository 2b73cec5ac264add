"""The pictures of a briefing as templates see them."""

from collections.abc import Iterable

from readalso.library.gallery import Gallery, Print
from readalso.library.library import Entry
from readalso.pages.shelf import Shelf
from readalso.pages.views import Photo, Sizes
from readalso.words import digest


def lead(shelf: Shelf, entry: Entry) -> Photo | None:
    """The picture beside a story."""
    image = entry.facts.matter.image
    one = shelf.gallery.get(entry.id, {}).get(image.file)
    if one is None:
        return None
    return _show(one, image.file, "" if image.decorative else image.alt, image.caption, image.credit)


def inside(shelf: Shelf, entry: Entry) -> tuple[Photo, ...]:
    """The pictures in a story's text, each once."""
    known = shelf.gallery.get(entry.id, {})
    alts = {picture.file: picture.alt for picture in entry.facts.pictures if picture.file in known}
    return tuple(_show(known[file], file, alt) for file, alt in alts.items())


def _show(one: Print, file: str, alt: str, caption: str = "", credit: str = "") -> Photo:
    size, mark = one.size, f"?v={digest(one.digest + one.recipe)[:8]}"
    url = one.url + mark
    return Photo(url, f"image/{size.kind}", size.width, size.height, alt, file, caption, credit, _sizes(one, mark))


def _sizes(one: Print, mark: str) -> tuple[Sizes, ...]:
    """WebP, then the picture's own format, which has the whole picture as its largest."""
    smaller = {
        kind: tuple((one.sized(kind, width) + mark, width) for width in one.widths)
        for kind in dict.fromkeys(("webp", one.size.kind))
    }
    whole = ((one.url + mark, one.size.width),)
    own = one.size.kind
    return tuple(
        Sizes(f"image/{kind}", row + whole if kind == own else row) for kind, row in smaller.items() if one.widths
    )


def beside(gallery: Gallery) -> Iterable[Print]:
    """The pictures that are published beside their stories, each once."""
    found = {one.url: one for prints in gallery.values() for one in prints.values() if not one.place.startswith("/")}
    return (found[url] for url in sorted(found))
