"""Rulings of the desk that no longer hold: each one with its line in links.yml."""

from collections.abc import Iterator, Mapping

from readalso.errors import Problem, did_you_mean, warning
from readalso.library.library import Entry, Library, file_ids
from readalso.library.rulings import FILE, Ruling, contradictions
from readalso.library.waiting import by_id, held_back
from readalso.words import headline_key


def stale(library: Library, ruled: tuple[Ruling, ...]) -> Iterator[Problem]:
    """What is wrong with the rulings, as warnings, in the order of the file."""
    entries = by_id(library)
    ids = file_ids(entries.values())
    headlines = _headlines(entries)
    for one in ruled:
        yield from _names(one, ids)
        yield from _held(one, ids, entries)
        yield from _unused(one, ids, headlines)
        yield from _circle(one, library, ids)
    for later, earlier in contradictions(ruled):
        yield _warning(later, f"contradicts line {earlier.line}", "remove one of them; until then the later pin counts")


def _names(one: Ruling, ids: Mapping[str, str]) -> Iterator[Problem]:
    """Briefings that are not there."""
    for key, name in (("in", one.within), ("means", one.means), ("never", one.never), ("instead_of", one.instead_of)):
        if name and name not in ids:
            hint = did_you_mean(name, list(ids)[:2_000])
            gone = "name another, or remove the line" if hint.startswith("known are") else hint
            yield _warning(one, f'{key}: there is no briefing "{name}"', gone)


def _held(one: Ruling, ids: Mapping[str, str], entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """Pins to what nobody sees."""
    entry = entries.get(ids.get(one.means, ""))
    if entry and (why := held_back(entry)):
        yield _warning(one, f"means {entry.file}, which {why}", "until it is public, the reference waits")


def _headlines(entries: Mapping[str, Entry]) -> dict[str, set[str]]:
    """Folded headline -> ids of the briefings that refer to it."""
    found: dict[str, set[str]] = {}
    for id, entry in entries.items():
        for reference in entry.facts.references:
            found.setdefault(headline_key(reference.headline), set()).add(id)
    return found


def _unused(one: Ruling, ids: Mapping[str, str], headlines: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Rulings about headlines that nothing refers to."""
    if one.instead_of:
        return
    sources = headlines.get(headline_key(one.headline), set())
    if not sources or (one.within in ids and ids[one.within] not in sources):
        where = f"content/{one.within} does not refer" if one.within and sources else "nothing refers"
        yield _warning(one, f'{where} to "{one.headline}" any more', "remove the line, or mend the headline")


def _circle(one: Ruling, library: Library, ids: Mapping[str, str]) -> Iterator[Problem]:
    start = ids.get(one.instead_of, "")
    if start and ids.get(one.means) and library.rulings.redirected(start) == start:
        yield _warning(one, f"leads from {one.instead_of} back to itself", "remove one of the lines of the circle")


def _warning(one: Ruling, what: str, hint: str) -> Problem:
    return warning(FILE, what, hint, one.line)
