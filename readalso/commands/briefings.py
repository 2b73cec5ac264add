"""Briefings as people name them on the command line: by file, address, full address or id."""

from difflib import get_close_matches
from urllib.parse import unquote

from readalso.errors import UsageError
from readalso.library.library import Entry, Library


def find(library: Library, name: str, base_url: str) -> Entry | None:
    """The briefing that is named, whoever may see it; None where that is none."""
    if base_url and name.startswith(base_url):
        name = "/" + unquote(name.removeprefix(base_url).partition("#")[0].partition("?")[0])
    return library.entry(name) if name.strip() else None


def the(library: Library, name: str, base_url: str) -> Entry:
    """The same; a name of no briefing is a `UsageError`."""
    entry = find(library, name, base_url)
    if entry is None:
        known = [entry.facts.path for entry in (*library.entries.values(), *library.hidden)]
        meant = get_close_matches(name.removeprefix("./").removeprefix("content/"), known[:2_000], n=1)
        hint = f'did you mean "content/{meant[0]}"?' if meant else "name a file of content/, its address or its id"
        raise UsageError(f"{name} is no briefing; {hint}")
    return entry


def is_name(text: str, base_url: str) -> bool:
    """Whether a text can hardly be a headline, so that whoever wrote it meant a file or an address."""
    begins = text.startswith(("content/", "./", "/", "http://", "https://"))
    return begins or text.endswith(".md") or bool(base_url and text.startswith(base_url))
