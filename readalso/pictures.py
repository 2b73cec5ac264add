"""The picture files that briefings name: found, held to the rules, and measured."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from readalso import files
from readalso.bare import bare
from readalso.briefing.pictures import place
from readalso.dimensions import Dimensions, is_drawing, measure
from readalso.errors import Broken, Problem, warning
from readalso.files import Stamp
from readalso.library.gallery import Gallery, named
from readalso.library.library import Entry, Library
from readalso.pages import photos
from readalso.words import digest

MOST_BYTES = 20_000_000
MOST_PIXELS = 80_000_000
ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
"""What picture files end in; their kind is told by their content."""
_GONE = "is not there"

Seen = tuple[Stamp, Dimensions, str, bool]
"""A picture's stamp, its size, the digest of its bytes, and whether its metadata can be taken out."""


def gather(root: Path, library: Library, statics: Mapping[str, Path], before: Mapping[str, Seen]) -> dict[str, Seen]:
    """The pictures of the briefings that have a page, by place; all that is wrong with them at once as `Broken`.

    `statics` are the site's static files by url, and `before` is what an earlier run gathered.
    """
    found: dict[str, Seen] = {}
    wrong: dict[str, tuple[str, str]] = {}
    problems = []
    for entry in library.entries.values():
        for file in named(entry):
            where = place(file, entry.facts.path)
            if where not in found and where not in wrong:
                seen = _look(where, _path(root, where, statics), before.get(where))
                if isinstance(seen[0], str):
                    wrong[where] = seen
                else:
                    found[where] = seen
            if where in wrong:
                problems.append(_problem(root, entry, file, *wrong[where]))
    if problems:
        raise Broken(sorted(problems))
    return found


def _path(root: Path, where: str, statics: Mapping[str, Path]) -> Path | None:
    """The file at a place; None where there is none, or a link leads to it."""
    if where.startswith("/"):
        return statics.get(where)
    path = root / "content" / where
    is_own = path.is_file() and not path.is_symlink() and path.parent.resolve() == _plain(root / "content", where)
    return path if where and is_own else None


def _plain(content: Path, where: str) -> Path:
    """The folder in which a file lies, if no link stands on the way to it."""
    return content.resolve().joinpath(*where.split("/")[:-1])


def _look(where: str, path: Path | None, before: Seen | None) -> Seen | tuple[str, str]:
    """What is seen in a picture, or else what is wrong with it and what to do."""
    if not where:
        return "cannot be named", 'write the path from the briefing\'s folder on, without "..", or /name of static/'
    stamp = files.stamp(path) if path else None
    if path is None or stamp is None:
        folder = "static" if where.startswith("/") else "content/"
        return _GONE, f"put it at {folder}{where}"
    if before and before[0] == stamp:
        return before
    if stamp[0] > MOST_BYTES:
        return f"has {stamp[0]:,} bytes", f"make it smaller; the limit is {MOST_BYTES:,}"
    data = files.read_bytes(path)
    size = measure(data)
    if size is None:
        if is_drawing(data):
            return "is SVG or other markup, which may carry script", "save it as PNG or WebP"
        return "is no picture that a browser shows, or is damaged", "save it as JPEG, PNG, WebP, GIF or AVIF"
    if size.width * size.height > MOST_PIXELS:
        return f"has {size.width:,} × {size.height:,} pixels", f"make it smaller; the limit is {MOST_PIXELS:,}"
    return stamp, size, digest(data), bare(data) is not None


def _problem(root: Path, entry: Entry, file: str, what: str, hint: str) -> Problem:
    if what == _GONE:
        hint += f", or take it out of the {'front matter' if file == entry.facts.matter.image.file else 'text'}"
    line = line_of(files.read_text(root / entry.file, entry.file), file)
    return Problem(entry.file, line, 0, f'the picture "{file}" {what}', hint)


def telling(seen: Mapping[str, Seen], gallery: Gallery) -> Iterator[Problem]:
    """The pictures that are published with what their camera wrote into them, since it cannot be taken out."""
    for one in photos.beside(gallery):
        if not one.recipe and not seen[one.place][3]:
            what = "is damaged, so what its camera wrote into it is published with it"
            yield warning(f"content/{one.place}", what, "save it again as JPEG or PNG")


def line_of(text: str, file: str) -> int:
    """The first line of a briefing's file that names a picture; 0 where it is written in another way."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if file in line), 0)


def unused(root: Path, library: Library) -> Iterator[Problem]:
    """The picture files in content/ that no briefing names, whoever may see it."""
    entries: Iterable[Entry] = (*library.entries.values(), *library.hidden)
    used = {place(file, entry.facts.path) for entry in entries for file in named(entry)}
    for path, _ in files.walk(root / "content"):
        if path.lower().endswith(ENDINGS) and path not in used and not path.startswith("_"):
            what = "is a picture that no briefing names, and is not published"
            yield warning(f"content/{path}", what, "name it as image, or remove it")
