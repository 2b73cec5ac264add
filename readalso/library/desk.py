"""What the people at the desk have decided, as far as the library obeys it: the files of `content/_desk/`."""

from dataclasses import dataclass, field
from pathlib import Path

from readalso import register
from readalso.library import ledger, rulings
from readalso.library.ledger import Ledger
from readalso.library.rulings import Ruling
from readalso.library.threads import decisions
from readalso.library.threads.decisions import Decision
from readalso.register import Register


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk's decisions; empty where nobody decided anything."""

    names: Register = field(default_factory=Register)
    """Who and what the briefings speak of, in every spelling."""
    ledger: Ledger = field(default_factory=Ledger)
    """Every address that the site ever had."""
    rulings: tuple[Ruling, ...] = ()
    """Which references mean what, or never do, in the order of links.yml."""
    threads: tuple[Decision, ...] = ()
    """What was decided on threads, in the file's order."""


def load(root: Path) -> Desk:
    """The decisions of the desk whose site lies in `root`. Problems, all at once, as `Broken`."""
    return Desk(register.load(root), ledger.load(root), rulings.load(root), decisions.load(root))
