"""Which pictures the briefings with a page show, and where each is published."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from readalso.briefing.pictures import place
from readalso.dimensions import Dimensions
from readalso.library.library import Entry, Library
from readalso.words import digest, slug

_EXTENSIONS = {"jpeg": "jpg"}
"""Kind -> what its files end in, where that is another word."""


class Print(Struct, frozen=True):
    """A picture as one briefing shows it."""

    place: str
    """The file: a path in content/, or from "/" on a static file."""
    url: str
    """Where it is published."""
    size: Dimensions
    digest: str
    """Of its bytes."""
    widths: tuple[int, ...] = ()
    """The smaller sizes in which it is also published."""
    recipe: str = ""
    """How it is encoded again; "" where it is published as it is."""

    def sized(self, kind: str, width: int) -> str:
        """Where one of its sizes stands: "/2026/deal/port.480w.webp"; no slug has a full stop in it."""
        return f"{self.url.rpartition('.')[0]}.{width}w.{_EXTENSIONS.get(kind, kind)}"


Gallery = Mapping[str, Mapping[str, Print]]
"""A briefing's id -> a file as the briefing names it -> the picture."""


def named(entry: Entry) -> Iterator[str]:
    """The files that a briefing names, each once: the picture beside it, then those in the text."""
    files = [entry.facts.matter.image.file, *(picture.file for picture in entry.facts.pictures)]
    yield from dict.fromkeys(filter(None, files))


def hang(
    library: Library, known: Mapping[str, tuple[Dimensions, str]], widths: tuple[int, ...] = (), recipe: str = ""
) -> Gallery:
    """The pictures of each briefing that has a page and names any; `known` has the size and digest of each place.

    Where there is a `recipe`, those that can be encoded again are also published in each of the `widths`.
    """
    found = {}
    for id, entry in library.entries.items():
        places = {file: place(file, entry.facts.path) for file in named(entry)}
        if prints := _prints(entry, {file: where for file, where in places.items() if where in known}, known):
            found[id] = {file: _recoded(one, widths, recipe) for file, one in prints.items()} if recipe else prints
    return found


def _prints(entry: Entry, places: Mapping[str, str], known: Mapping[str, tuple[Dimensions, str]]) -> dict[str, Print]:
    urls = _urls(entry.url, set(places.values()), known)
    return {file: Print(where, urls[where], *known[where]) for file, where in places.items()}


def _recoded(one: Print, widths: tuple[int, ...], recipe: str) -> Print:
    """A still picture beside a story, in the sizes smaller than its own; any other as it is."""
    if one.place.startswith("/") or one.size.is_animated or one.size.kind not in ("jpeg", "png", "webp"):
        return one
    return replace(one, widths=tuple(width for width in widths if width < one.size.width), recipe=recipe)


def _urls(page: str, places: Iterable[str], known: Mapping[str, tuple[Dimensions, str]]) -> dict[str, str]:
    """Where the pictures of one page stand: beside it, under their own names; of two with one name, neither has it."""
    own: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for where in sorted(places):
        if where.startswith("/"):
            own[where] = where
        else:
            kind = known[where][0].kind
            stem = slug(PurePosixPath(where).stem) or digest(where)[:8]
            names.setdefault(f"{stem}.{_EXTENSIONS.get(kind, kind)}", []).append(where)
    for name, row in names.items():
        stem, _, ending = name.rpartition(".")
        for where in row:
            own[where] = page + (name if len(row) == 1 else f"{stem}-{digest(where)[:8]}.{ending}")
    return own
