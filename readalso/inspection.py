"""What is wrong with rendered pages: links that lead nowhere, and feeds, sitemaps and metadata that cannot be read."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from readalso import files
from readalso.errors import Problem
from readalso.site import MANIFEST

_LINKING = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}


def inspect(
    folder: Path, base_url: str, source: Callable[[str], tuple[str, str]] = lambda path: ("", "")
) -> Iterator[Problem]:
    """The problems of the site rendered into `folder`, in the order of its files.

    `source` gives the file that a page is made of and its text: there a link that somebody typed is named.
    """
    paths = {path for path, _ in files.walk(folder, hidden=True) if path != MANIFEST}
    for path in sorted(paths):
        data = files.read_bytes(folder / path)
        if path.endswith(".html"):
            yield from _page(path, data, paths, base_url, source)
        elif path.endswith(".xml"):
            yield from _xml(path, data)
        elif path.endswith(".json"):
            yield from _json(path, data.decode(), "")


class _Reader(HTMLParser):
    """Gathers what a page links to, the ids it has, its metadata, and its h1 headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.metadata: list[str] = []
        self.headings = 0
        self.without_alt: list[str] = []
        self._in_metadata = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag's links, id and alt text."""
        found = dict(attrs)
        if tag in _LINKING and (url := found.get(_LINKING[tag])):
            self.links.append(url)
        if name := found.get("id"):
            self.ids.add(name)
        if tag == "img" and "alt" not in found:
            self.without_alt.append(found.get("src") or "")
        self.headings += tag == "h1"
        self._in_metadata = tag == "script" and found.get("type") == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        """Leave the metadata."""
        self._in_metadata = False

    def handle_data(self, data: str) -> None:
        """Note the metadata."""
        if self._in_metadata:
            self.metadata.append(data)


def _page(
    path: str, data: bytes, paths: set[str], base_url: str, source: Callable[[str], tuple[str, str]]
) -> Iterator[Problem]:
    reader = _Reader()
    reader.feed(data.decode())
    for link in dict.fromkeys(reader.links):
        target = _target(path, link, base_url)
        if target is not None and target not in paths:
            file, line = _typed(link, *source(path)) or (path, 0)
            yield Problem(file, line, 0, f'links to "{link}", which leads nowhere', "there is no such page")
        fragment = urlsplit(link).fragment
        if target == path and fragment and fragment not in reader.ids:
            file, line = _typed(link, *source(path)) or (path, 0)
            yield Problem(file, line, 0, f'links to "#{fragment}", which is not on the page', "")
    for text in reader.metadata:
        yield from _json(path, text, "JSON-LD ")
    for picture in reader.without_alt:
        yield Problem(path, 0, 0, f'the picture "{picture}" has no alt text', 'write alt="" if it says nothing')
    if reader.headings != 1:
        yield Problem(path, 0, 0, f"has {reader.headings} h1 headings", "a page has one")


def _typed(link: str, file: str, text: str) -> tuple[str, int] | None:
    """The file and line in which somebody typed a link in Markdown; None where nobody did."""
    typed = re.compile(rf"(?:\]\(\s*<?|\]:\s*<?|<){re.escape(link)}(?=[\s)>]|\Z)", re.MULTILINE)
    found = typed.search(text)
    return (file, text.count("\n", 0, found.start()) + 1) if found else None


def _target(path: str, link: str, base_url: str) -> str | None:
    """The output file a link means; None where it leads off the site."""
    if base_url and link.startswith(base_url):
        link = "/" + link[len(base_url) :]
    elif base_url and link.startswith("/"):
        base = "/" + "/".join(base_url.split("/")[3:])
        if not link.startswith(base):
            return None
        link = link[len(base) - 1 :]
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return path
    joined = posixpath.normpath(posixpath.join("/" + posixpath.dirname(path), unquote(parts.path)))
    file = joined.lstrip("/")
    return posixpath.join(file, "index.html") if parts.path.endswith("/") else file


def _xml(path: str, data: bytes) -> Iterator[Problem]:
    try:
        ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        yield Problem(
            path, error.position[0], error.position[1] + 1, f"is not well-formed XML: {error.msg}", "see its template"
        )


def _json(path: str, text: str, kind: str) -> Iterator[Problem]:
    try:
        json.loads(text)
    except ValueError as error:
        yield Problem(path, 0, 0, f"{kind}is not JSON: {error}", "see its template")
