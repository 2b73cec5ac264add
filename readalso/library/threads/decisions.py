"""The desk's word on threads, `content/_desk/threads.yml`: text that people edit.

    4c93e50e0314:                  # a briefing, by id or file: the entry speaks of the thread that this one is in
      title: The port dispute
      description: From the concession to the end of the strike.
      slug: port-dispute           # its address: /threads/port-dispute/
      add: [1347dd01b9e9]          # briefings that belong to it, whatever the rules find
      without: [c0ffee5a11ed]      # briefings that do not
      merge: [a779fb741e75]        # the threads of these briefings are part of it
      closed: 2026-11-06           # what is later than this day is another story

Every key may be left out. A briefing is named by its id, or by its file (with or without "content/").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from readalso import files
from readalso.errors import Broken
from readalso.fields import Fields
from readalso.words import slug
from readalso.yamltext import read

FILE = "content/_desk/threads.yml"
KEYS = ("title", "description", "slug", "add", "without", "merge", "closed")


@dataclass(frozen=True, slots=True)
class Decision:
    """What the desk decided on one thread."""

    id: str
    """A briefing of it."""
    line: int = 0
    """Of the file, for messages."""
    title: str = ""
    description: str = ""
    slug: str = ""
    add: tuple[str, ...] = ()
    """Briefings that belong to it."""
    without: tuple[str, ...] = ()
    """Briefings that do not."""
    merge: tuple[str, ...] = ()
    """Briefings whose threads are part of it."""
    closed: date | None = None
    """The last day of it."""


def settle(decisions: Iterable[Decision], ids: Mapping[str, str]) -> tuple[Decision, ...]:
    """The same with ids in place of files; `ids` has the id of each file. What is not there stays as it is."""
    return tuple(
        replace(
            one,
            id=_id(one.id, ids),
            add=tuple(dict.fromkeys(_id(name, ids) for name in one.add)),
            without=tuple(dict.fromkeys(_id(name, ids) for name in one.without)),
            merge=tuple(dict.fromkeys(_id(name, ids) for name in one.merge)),
        )
        for one in decisions
    )


def _id(name: str, ids: Mapping[str, str]) -> str:
    return ids.get(name.strip().replace("\\", "/").removeprefix("./").removeprefix("content/"), name)


def load(root: Path) -> tuple[Decision, ...]:
    """The decisions of the desk whose site lies in `root`, in the file's order. Problems, all at once, as `Broken`."""
    path = root / FILE
    return parse(files.read_text(path, FILE)) if path.exists() else ()


def parse(text: str) -> tuple[Decision, ...]:
    """The decisions that the YAML `text` holds."""
    reader = Fields(read(text, FILE))
    found = tuple(_decision(id, reader) for id in reader.items)
    if reader.problems:
        raise Broken(reader.problems)
    return found


def _decision(id: str, reader: Fields) -> Decision:
    entry = reader.fields(id)
    entry.only(KEYS)
    closed = entry.moment("closed")
    wanted = entry.text("slug")
    if wanted and slug(wanted) != wanted:
        entry.refuse(
            ("slug",), f'"{wanted}" cannot be a part of an address', f"write {slug(wanted) or 'small letters'}"
        )
    return Decision(
        id=id,
        line=reader.document.line(f"key:{id}")[0],
        title=" ".join(entry.text("title").split()),
        description=" ".join(entry.text("description").split()),
        slug=wanted,
        add=entry.texts("add"),
        without=entry.texts("without"),
        merge=entry.texts("merge"),
        closed=date.fromisoformat(closed.iso[:10]) if closed else None,
    )
