"""What is wrong with the briefings beyond what a build needs to know. Pending references are not wrong: they wait."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from readalso.briefing import frontmatter
from readalso.briefing.pictures import Picture
from readalso.briefing.quotations import said
from readalso.errors import Problem, warning
from readalso.layout import RECEIVED
from readalso.library.library import Entry, Library
from readalso.library.links import Pending
from readalso.library.names import shared
from readalso.library.reasons import faults
from readalso.library.spoken import changes
from readalso.register import FILE, Register
from readalso.words import excerpt, headline_key
from readalso.yamltext import read


def check(
    library: Library, register: Register, text: Callable[[str], str], received: Callable[[str], str] = lambda id: ""
) -> Iterator[Problem]:
    """All findings, as warnings.

    `text` gives a briefing's file by its path in content/, and `received` by its id the file as it was generated from
    what was received, or "".
    """
    names = _canonical(register)
    yield from _register(register)
    for entry in [*library.entries.values(), *library.hidden]:
        yield from _quotes(entry, text, received)
        yield from _names(entry, names)
        yield from _alts(entry, text)
    yield from _references_to_itself(library)
    yield from _pins(library)
    yield from faults(library)


def _alts(entry: Entry, text: Callable[[str], str]) -> Iterator[Problem]:
    """Pictures that nobody described: those who do not see them have only the words."""
    image = entry.facts.matter.image
    shown = [Picture(image.file, image.alt)] if image.file and not image.decorative else []
    for one in (*shown, *entry.facts.pictures):
        if not one.alt.strip() or _is_name(one.alt, one.file):
            said = f'has the alt text "{one.alt}", a file\'s name' if one.alt.strip() else "has no alt text"
            lines = text(entry.facts.path).split("\n")
            line = next((number for number, line in enumerate(lines, 1) if one.file in line), 0)
            hint = "say in words what it shows" + (", or write decorative: true" if one in shown else "")
            yield warning(entry.file, f'the picture "{one.file}" {said}', hint, line)


def _is_name(alt: str, file: str) -> bool:
    name = PurePosixPath(file)
    return headline_key(alt) in (headline_key(file), headline_key(name.name), headline_key(name.stem))


def _register(register: Register) -> Iterator[Problem]:
    """Spellings that the register has under two names: they are nobody's, or another name's own."""
    for kind in ("people", "organisations", "places"):
        names: Mapping[str, tuple[str, ...]] = getattr(register, kind)
        own = {headline_key(name): name for name in names}
        for folded, owners in shared(names).items():
            others = [name for name in owners if headline_key(name) != folded]
            if folded in own:
                what = f'{kind}: "{own[folded]}" is a name of its own and stands under {_listed(others)} too'
                hint = "remove it there, or make the two one name"
            else:
                what = (
                    f'{kind}: "{_spelling(names, folded)}" stands under {_listed(owners)}, and so is taken for neither'
                )
                hint = "keep it under one of them"
            yield warning(FILE, what, hint)


def _listed(names: Iterable[str]) -> str:
    return " and ".join(f'"{name}"' for name in names)


def _spelling(names: Mapping[str, Iterable[str]], folded: str) -> str:
    return next(alias for aliases in names.values() for alias in aliases if headline_key(alias) == folded)


def _quotes(entry: Entry, text: Callable[[str], str], received: Callable[[str], str]) -> Iterator[Problem]:
    """Quotations that do not stand in the body, and words in the body's quotation marks that an edit has changed."""
    quotes, base = entry.facts.matter.quotes, received(entry.id)
    if not quotes and not base:
        return
    file = text(entry.facts.path)
    yaml, body = frontmatter.split(file, entry.file)
    spoken = said(body)
    for index, quote in enumerate(quotes):
        if any(said(part) not in spoken for part in re.split(r"…|\[…\]|\.\.\.", quote.text)):
            line, _ = read(yaml, "", first_line=2).line("quotes", index, "text")
            what = f'the quotation "{quote.text[:60]}" does not stand in the text'
            yield warning(entry.file, what, "mend the text or the quote", line)
    start = file.count("\n", 0, len(file) - len(body))
    for change in changes(body, frontmatter.split(base, f"{RECEIVED}/{entry.id}.md")[1]) if base else ():
        what = f'words inside quotation marks were changed: "{_short(change.was)}" now reads "{_short(change.now)}"'
        yield warning(entry.file, what, "write what was said, with [ ] around what you put in", start + change.line)


def _short(text: str) -> str:
    return excerpt(text, 120)


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
                yield warning(
                    entry.file, f'{kind} has "{name}", which the register spells "{found[1]}"', f"write {found[1]}"
                )


def _references_to_itself(library: Library) -> Iterator[Problem]:
    for id, links in library.links.items():
        for link in links:
            if isinstance(link, Pending) and link.why == "itself":
                what = f'refers to itself: "{link.reference.headline}" is no link, and nobody waits for it'
                yield warning(library.entries[id].file, what, "remove the reference")


def _pins(library: Library) -> Iterator[Problem]:
    for id, pins in library.lost_pins.items():
        for pin in pins:
            what = f'related has "{pin}", which no briefing answers to, or more than one'
            yield warning(library.entries[id].file, what, "write the headline or the id of one that has a page")
