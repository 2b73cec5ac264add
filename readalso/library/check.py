"""What is wrong with the briefings beyond what a build needs to know. Pending references are not wrong: they wait."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from readalso.briefing.quotations import said
from readalso.errors import Problem
from readalso.library.library import Entry, Library
from readalso.library.links import Pending
from readalso.register import Register
from readalso.words import headline_key


def check(library: Library, register: Register, text: Callable[[str], str]) -> Iterator[Problem]:
    """All findings, as warnings. `text` gives a briefing's Markdown by its path."""
    names = _canonical(register)
    for entry in [*library.entries.values(), *library.hidden]:
        yield from _quotes(entry, text)
        yield from _names(entry, names)
    yield from _references_to_itself(library)


def _quotes(entry: Entry, text: Callable[[str], str]) -> Iterator[Problem]:
    """Quotations whose words no longer stand in the body: somebody changed one and not the other."""
    if not entry.facts.matter.quotes:
        return
    body = said(text(entry.facts.path))
    for quote in entry.facts.matter.quotes:
        if any(said(part) not in body for part in re.split(r"…|\[…\]|\.\.\.", quote.text)):
            what = f'the quotation "{quote.text[:60]}" does not stand in the text'
            yield _warning(entry, what, "mend the text or the quote")


def _canonical(register: Register) -> dict[str, tuple[str, str]]:
    """Folded alias -> (kind, the register's spelling)."""
    kinds: Mapping[str, Mapping[str, Iterable[str]]] = {
        "people": register.people,
        "organisations": register.organisations,
        "places": register.places,
    }
    return {
        headline_key(alias): (kind, name)
        for kind, names in kinds.items()
        for name, aliases in names.items()
        for alias in aliases
        if headline_key(alias) != headline_key(name)
    }


def _names(entry: Entry, known: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """Names that the register spells in another way: they would have a page of their own."""
    matter = entry.facts.matter
    for kind, names in (("people", matter.people), ("organisations", matter.organisations), ("places", matter.places)):
        for name in names:
            found = known.get(headline_key(name))
            if found and found[0] == kind:
                yield _warning(
                    entry, f'{kind} has "{name}", which the register spells "{found[1]}"', f"write {found[1]}"
                )


def _references_to_itself(library: Library) -> Iterator[Problem]:
    for id, links in library.links.items():
        for link in links:
            if isinstance(link, Pending) and link.why == "itself":
                yield _warning(
                    library.entries[id], f'refers to itself: "{link.reference.headline}"', "remove the reference"
                )


def _warning(entry: Entry, what: str, hint: str) -> Problem:
    return Problem(f"content/{entry.facts.path}", 0, 0, what, hint, is_warning=True)
