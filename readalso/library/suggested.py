"""Suggestions written into the desk's register, where they wait for a person: nothing else of the file is touched.

    suggested:
      - {kind: people, name: Mara Veldan, spelling: M. Veldan, why: initials, seen: [2026/port-deal.md]}

A suggestion that is in the list already is not written again. Whoever accepts one moves the spelling up into the
name's list; whoever refuses it writes both spellings under `apart`; the line can then go.
"""

from collections.abc import Iterable

from readalso.briefing.frontmatter import scalar
from readalso.errors import broken
from readalso.library.suggest import Suggestion
from readalso.register import FILE, Register
from readalso.words import headline_key
from readalso.yamltext import Document, Value, read

MOST_SEEN = 5
"""Briefings that are named as evidence."""


def fresh(found: Iterable[Suggestion], register: Register) -> tuple[Suggestion, ...]:
    """The suggestions that do not wait in the register yet."""
    waiting = {(kind, headline_key(spelling)) for kind, _, spelling in register.suggested}
    return tuple(one for one in found if (one.kind, headline_key(one.spelling)) not in waiting)


def add(text: str, found: Iterable[Suggestion]) -> str:
    """The register's `text` with more suggestions in it; `Broken` where that would touch anything else."""
    rows = [_row(one) for one in found]
    if not rows:
        return text
    document = read(text, FILE)
    old = document.value.get("suggested")
    new = _insert(document, old, [scalar(row) for row in rows])
    wanted = {**document.value, "suggested": [*(old if isinstance(old, list) else ()), *rows]}
    if read(new, FILE).value != wanted:
        raise _refusal()
    return new


def _row(one: Suggestion) -> Value:
    seen: list[Value] = [*one.seen[:MOST_SEEN]]
    return {"kind": one.kind, "name": one.name, "spelling": one.spelling, "why": one.why, "seen": seen}


def _insert(document: Document, old: Value, rows: list[str]) -> str:
    text = document.text
    if "suggested" not in document.value:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        return f"{text}{gap}suggested:\n" + "".join(f"  - {row}\n" for row in rows)
    way = ("suggested", len(old) - 1) if isinstance(old, list) and old else ("key:suggested",)
    place = document.places[way]
    before = text[text.rfind("\n", 0, place.start) + 1 : place.start]
    mark = before if isinstance(old, list) and old else "  - "
    if mark.strip() != "-" or not (old is None or (isinstance(old, list) and old)):
        raise _refusal()
    end = text.find("\n", place.end)
    head, tail = (text, "") if end < 0 else (text[:end], text[end + 1 :])
    return f"{head}\n" + "".join(f"{mark}{row}\n" for row in rows) + tail


def _refusal() -> Exception:
    return broken(
        FILE, "has a list `suggested` that cannot be added to", "give each item of it a line of its own, or remove it"
    )
