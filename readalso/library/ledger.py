"""The ledger of addresses, `content/_desk/urls.txt`: every address that the site ever had, and whose page it was.

    /2026/port-deal/<TAB>4c93e50e0314
    /people/mara-veldan/<TAB>people/mara veldan
    /archive/2026/10/<TAB>-

An owner is a briefing's id, a term's kind and key, a thread's founder, or "-" for a page that is nobody's own. The file
is sorted by address, so that two people's additions merge; where a merge left two lines of one address, the later one
counts. A line that is removed is an address that may be forgotten; one whose owner is "gone" is an address that the
desk knows to be gone, and that says so without a warning.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from readalso import files
from readalso.errors import Broken, Problem, warning

FILE = "content/_desk/urls.txt"
NOBODY = "-"
GONE = "gone"
_LINE = re.compile(r"(?P<url>/(?:[\w~-][\w.~-]*/)*)[\t ]+(?P<owner>[^\s\x00-\x1f][^\t\x00-\x1f]*)")


@dataclass(frozen=True)
class Ledger:
    """Addresses and their owners."""

    owners: Mapping[str, str] = field(default_factory=dict)
    """Address -> owner."""

    def urls_of(self, owner: str) -> tuple[str, ...]:
        """The addresses that an owner has had, sorted."""
        return self._urls.get(owner, ())

    @cached_property
    def _urls(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for url, owner in sorted(self.owners.items()):
            if owner != NOBODY:
                found.setdefault(owner, []).append(url)
        return {owner: tuple(urls) for owner, urls in found.items()}


def load(root: Path) -> Ledger:
    """The ledger of the site in `root`; empty where there is none. Lines that are none, all at once, as `Broken`."""
    path = root / FILE
    return parse(files.read_text(path, FILE)) if path.exists() else Ledger()


def parse(text: str) -> Ledger:
    """The ledger that a file's text holds."""
    owners: dict[str, str] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := _LINE.fullmatch(line):
            owners[found["url"]] = found["owner"]
        elif line.strip():
            hint = "write an address, a tab and its owner, or remove the line"
            problems.append(Problem(FILE, number, 0, f'"{line[:60]}" is no line of the ledger', hint))
    if problems:
        raise Broken(problems)
    return Ledger(owners)


def write(ledger: Ledger) -> str:
    """The file's text. `parse(write(ledger)) == ledger`."""
    return "".join(f"{url}\t{owner}\n" for url, owner in sorted(ledger.owners.items()))


def extend(ledger: Ledger, pages: Mapping[str, str]) -> Ledger:
    """The ledger with the pages there are now, address -> owner."""
    return Ledger({**ledger.owners, **pages})


def keep(root: Path, known: Ledger, pages: Mapping[str, str]) -> tuple[Problem, ...]:
    """Write the addresses of `pages` into the file as well; that it cannot be written is a warning."""
    found = extend(known, pages)
    try:
        if found != known:
            files.write_changed(root / FILE, write(found))
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        return (warning(FILE, what, "without it former addresses are forgotten"),)
    return ()


def moves(ledger: Ledger, pages: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Who has moved since the ledger was written, as (address then, address now); `pages` are those of now."""
    return tuple(
        (old, url)
        for url, owner in sorted(pages.items())
        if owner != NOBODY and ledger.owners.get(url) != owner
        for old in ledger.urls_of(owner)
        if pages.get(old) != owner
    )
