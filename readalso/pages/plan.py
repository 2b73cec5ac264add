"""The plan: every page of the site, described and not yet made."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from readalso.errors import Broken, Problem
from readalso.library.gallery import Gallery
from readalso.library.library import Library
from readalso.pages import page as pages
from readalso.pages.kinds import KINDS, former, headers, sitemap
from readalso.pages.lettering import Lettering
from readalso.pages.page import Page
from readalso.pages.shelf import stock
from readalso.settings import FILE, Settings

_URL = re.compile(r"/(?:[\w~-][\w.~-]*/)*(?:[\w~-][\w.~-]*)?\Z")
_NOT_PAGES = ("cname",)
"""Names, folded, by which a host knows a file as its own; a static file may have them."""
LONGEST_PART = 200
"""Bytes of one part of an address: file systems end at 255."""


def plan(
    library: Library,
    settings: Settings,
    statics: Sequence[str] = (),
    gallery: Gallery | None = None,
    lettering: Lettering | None = None,
) -> tuple[Page, ...]:
    """All pages of a library. Two pages of one address, and addresses no host can serve, are `Broken`.

    `statics` are the urls of files that are published as they are; a page may not take one of them.
    `gallery` has the pictures that briefings show, and `lettering` is what their cards are written with.
    """
    shelf = stock(library, settings, gallery, lettering)
    found = tuple(page for kind in KINDS for page in kind(shelf))
    found += tuple(headers.headers(statics))
    found += tuple(former.former(shelf, found, statics))
    found += tuple(sitemap.sitemap(shelf, [page for page in found if page.is_listed]))
    problems = [*library.problems, *_clashes(found, statics), *_files(settings, statics)]
    problems += _in_the_way(shelf.gallery, found, statics)
    if problems:
        raise Broken(problems)
    return found


def _files(settings: Settings, statics: Sequence[str]) -> Iterable[Problem]:
    """The static files that settings name, and that are not there."""
    for key, name in (("logo", settings.logo), ("card_font", settings.card_font)):
        if name and f"/{name}" not in statics:
            what = f'{key} is "{name}", and there is no such file in static/'
            yield Problem(FILE, settings.lines.get(key, 0), 0, what, "put the file there, or take the line out")


def _is_address(url: str) -> bool:
    """Whether a host can serve a page at `url`: no part begins with a dot, and none is longer than a disk allows."""
    parts = url.split("/")
    is_short = len(url.encode()) <= LONGEST_PART or all(len(part.encode()) <= LONGEST_PART for part in parts)
    return bool(_URL.match(url)) and is_short and parts[1].casefold() not in _NOT_PAGES


def _clashes(found: Iterable[Page], statics: Iterable[str]) -> Iterable[Problem]:
    """Addresses are compared as a disk that does not tell case apart would."""
    taken = {pages.path(url).casefold(): f"the static file {url}" for url in statics}
    for page in found:
        name = page.source and f"content/{page.source}"
        if not _is_address(page.url):
            yield Problem(
                name,
                0,
                0,
                f'has the address "{page.url}", which is not one',
                'write letters, digits, "-" and "/"',
            )
        path = pages.path(page.url).casefold()
        if path in taken:
            yield Problem(
                name,
                0,
                0,
                f"the address {page.url} is also that of {taken[path]}",
                "change the slug or the alias",
            )
        taken[path] = name or f"a {page.template.removesuffix('.html')} page"
    for path, owner in taken.items():
        folder = path
        while folder := folder.rpartition("/")[0]:
            if folder in taken:
                what = f"/{path} of {owner} needs a folder where {taken[folder]} is a file"
                yield Problem("", 0, 0, what, "rename one of them")


def _in_the_way(gallery: Gallery, found: Iterable[Page], statics: Iterable[str]) -> Iterable[Problem]:
    """Pictures beside a story whose address is that of a static file, or a folder of pages."""
    if not gallery:
        return
    taken = {url.casefold() for url in statics} | {pages.path(page.url).casefold() for page in found}
    taken |= {str(folder) for path in tuple(taken) for folder in PurePosixPath(path.removeprefix("/")).parents}
    for prints in gallery.values():
        for one in prints.values():
            if not one.place.startswith("/") and taken & {one.url, one.url[1:]}:
                what = f"would be published as {one.url}, where something else stands"
                yield Problem(f"content/{one.place}", 0, 0, what, "rename the picture")
