"""Former addresses: every address that the site once had answers, with a page of now, a redirect, or a tombstone.

A briefing's former address leads to where it is now. Where it is withdrawn, held back again or gone, the address says
so, and nothing of the text. An address of a list leads to the same list, or to the nearest one above it.
"""

from collections.abc import Collection, Iterable, Iterator

from readalso.errors import Problem, warning
from readalso.library.ledger import FILE, GONE, NOBODY
from readalso.library.library import Entry, Library
from readalso.pages import page as pages
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Notice, Redirect

_GONE = "gone.html"


def former(shelf: Shelf, found: Iterable[Page], statics: Iterable[str]) -> Iterator[Page]:
    """A page for each address of the ledger that is none of those `found`, nor of a static file."""
    everything = tuple(found)
    now = {page.url: page for page in everything if not isinstance(page.shows, Redirect | Notice)}
    taken = {pages.path(url).casefold() for url in (*(page.url for page in everything), *statics)}
    folders = {path[: -len("index.html")] for path in taken if path.endswith("index.html")}
    homes = {page.owner: page.url for page in reversed(tuple(now.values())) if page.owner}
    hidden = {entry.id: entry for entry in shelf.library.hidden}
    for url, owner in sorted(shelf.library.ledger.owners.items()):
        folder = url[1:].casefold()
        if folder not in folders and not _is_in_a_file(url, taken):
            folders.add(folder)
            taken.add(f"{folder}index.html")
            yield _page(shelf, url, owner, homes, hidden.get(owner), now)


def lasting(planned: Iterable[Page]) -> dict[str, str]:
    """The addresses, with their owners, that have to answer for ever: those of folders, with a page of their own."""
    return {
        page.url: page.owner or NOBODY
        for page in planned
        if page.url.endswith("/") and page.url != "/" and not isinstance(page.shows, Redirect | Notice)
    }


def gone(planned: Iterable[Page]) -> tuple[str, ...]:
    """The addresses that only say that what stood there is gone."""
    return tuple(page.url for page in planned if page.template == _GONE)


def lost(library: Library, planned: Iterable[Page]) -> Iterator[Problem]:
    """A warning of each whose briefing is nowhere in `content/`, and which the desk has not noted as gone."""
    known = {GONE, *(entry.id for entry in library.hidden)}
    for url in gone(planned):
        if library.ledger.owners.get(url) not in known:
            what = f"{url} was a briefing's address, and now says that it is gone"
            hint = f'put it back, write aliases: ["{url}"] into another, or "{GONE}" in place of the owner on its line'
            yield warning(FILE, what, hint)


def _page(
    shelf: Shelf, url: str, owner: str, homes: dict[str, str], hidden: Entry | None, now: Collection[str]
) -> Page:
    kind, slash, name = owner.partition("/")
    home = homes.get(owner) or homes.get(f"{kind}/{shelf.library.names.key(kind, name)}")
    if kind == "thread" and name in shelf.library.threads.of:
        home = shelf.library.threads.of[name].url
    if home is None and (slash or owner == NOBODY):
        home = _above(url, now)
    if home:
        return Page(url, "redirect.html", Redirect(url, "", home), is_listed=False)
    is_withdrawn = hidden is not None and hidden.is_withdrawn
    return Page(url, "withdrawn.html" if is_withdrawn else _GONE, Notice(url, ""), is_listed=False)


def _above(url: str, now: Collection[str]) -> str:
    """The nearest page above an address."""
    parts = url.strip("/").split("/")
    ways = ("/" + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) - 1, -1, -1))
    return next((way for way in ways if way in now), "/")


def _is_in_a_file(url: str, taken: Collection[str]) -> bool:
    """Whether a file stands where the address needs a folder."""
    parts = url.strip("/").casefold().split("/")
    return any("/".join(parts[:count]) in taken for count in range(1, len(parts) + 1))
