"""The pictures that a body shows."""

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from msgspec import Struct

from readalso.briefing.body import Gap, Prose

TAG = re.compile(r'<img\b(?:[^<>"]|"[^"]*")*>')
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


class Picture(Struct, frozen=True, array_like=True):
    """A picture in a body, `![alt](file)`."""

    file: str
    """As it is written: beside the briefing, or from "/" on in the site's static/ folder."""
    alt: str
    """What it shows, in words."""


def pictures(pieces: Iterable[Prose | Gap]) -> Iterator[Picture]:
    """The pictures of a converted body, in order."""
    for piece in pieces:
        if isinstance(piece, Prose) and "<img" in piece.html:
            for tag in TAG.findall(piece.html):
                found = dict(ATTRIBUTE.findall(tag))
                if file := html.unescape(found.get("src", "")):
                    yield Picture(file, html.unescape(found.get("alt", "")))


def place(file: str, briefing: str) -> str:
    """Which file is meant: a path in content/, or from "/" on one of the static files; "" where it may not be named.

    `briefing` is the path of the briefing that names it. No way leads up, through what is hidden, or off the site.
    """
    path = unquote(file)
    parts = path.removeprefix("/").split("/")
    if not path.isprintable() or any(not part or part.startswith((".", "_")) for part in parts):
        return ""
    if set(path) & set('\\:?#"<>'):
        return ""
    return path if path.startswith("/") else briefing.rpartition("/")[0] + "/" * ("/" in briefing) + path
