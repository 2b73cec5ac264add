"""From the path of a request to a file of the output folder, and to nothing else."""

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from readalso import files

_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
"""What browsers must be told right; the same on every machine, while `mimetypes` reads what is installed there."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to send."""

    path: Path


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with a page, asked for without the "/" at its end."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No such file, or none that may be seen."""


def find(folder: Path, request: str) -> File | Folder | Nothing:
    """What the path of a request ("/2026/port%20deal/") leads to in `folder`.

    The spellings of a way out ("..", "%2e%2e", a backslash, "//", "C:", NUL, bytes that are not UTF-8) lead nowhere,
    and so do names that begin with ".", and links that leave the folder. A folder without index.html is nothing.
    """
    parts = _parts(request)
    if parts is None:
        return Nothing()
    place = folder.joinpath(*parts)
    if request.endswith("/"):
        return _file(folder, place / "index.html")
    found = _file(folder, place)
    if isinstance(found, Nothing) and isinstance(_file(folder, place / "index.html"), File):
        return Folder()
    return found


def content_type(path: Path) -> str:
    """The media type by the name, with the encoding where it is text."""
    kind = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if is_text else kind


def _parts(request: str) -> list[str] | None:
    """The names of a path, decoded once; None for a path that no page has."""
    try:
        path = unquote_to_bytes(request).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not path.startswith("/") or any(char in path for char in "\\:\0"):
        return None
    parts = path.removesuffix("/").split("/")[1:]
    return None if any(not part or part.startswith(".") for part in parts) else parts


def _file(folder: Path, place: Path) -> File | Nothing:
    try:
        is_there = place.is_file() and files.is_inside(place, folder)
    except (OSError, ValueError):  # a name that is too long
        is_there = False
    return File(place) if is_there else Nothing()
