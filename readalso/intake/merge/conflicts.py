"""What a desk and a source both changed: kept in a record until the desk has settled it.

The record of a briefing is `content/_desk/conflicts/ID.yml`:

    conflicts:
      - where: paragraph
        was: "It took nine years."
        ours: "It took ten years."
        theirs: "It took nine years and a half."

`where` is "paragraph", a key of the front matter ("summary", "source.name"), or "file" where the file could not be
taken apart. The briefing has `ours`. A conflict is settled when the briefing no longer has it, since somebody has
looked and edited; or when it is removed from the record, which keeps ours. No record, or an empty one, is peace.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from readalso.errors import Broken, Problem, warning
from readalso.fields import Fields
from readalso.yamltext import Value, quote, read

FOLDER = "content/_desk/conflicts"
PARAGRAPH, WHOLE = "paragraph", "file"
_SHOWN, _BEFORE = 100, 30
"""Characters of each side that a message shows, and about how many of them stand before the first difference."""

_HEAD = """\
# You and the source have both changed what stands here. The briefing has yours.
# To settle one: edit it in the briefing; or remove it here, to keep yours. To keep all of yours: delete this file.
conflicts:
"""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both have changed."""

    where: str
    """"paragraph", a key of the front matter, or "file"."""
    was: str
    """As it was generated; "" where there was nothing. A key's value is YAML, so also in the next two."""
    ours: str
    """As the briefing has it; "" where somebody removed it."""
    theirs: str
    """As the source has it now; "" where it is gone."""


def record_path(id: str) -> str:
    """Where the conflicts of a briefing lie, from the site's folder."""
    return f"{FOLDER}/{id}.yml"


def write(conflicts: Iterable[Conflict]) -> str:
    """The record's text; "" where there is no conflict."""
    items = "".join(
        "".join(
            f"  {'-' if name == 'where' else ' '} {name}: {quote(getattr(conflict, name))}\n"
            for name in (field.name for field in fields(Conflict))
        )
        for conflict in conflicts
    )
    return _HEAD + items if items else ""


def parse(text: str, path: str) -> tuple[Conflict, ...]:
    """The conflicts of a record; what is wrong in it as `Broken`."""
    reader = Fields(read(text, path))
    reader.only(("conflicts",))
    items = reader.items.get("conflicts") or []
    if not isinstance(items, list):
        reader.refuse(("conflicts",), "is not a list", "write an item for each, or delete the file")
        items = []
    each = [Fields(reader.document, "conflicts", index, problems=reader.problems) for index in range(len(items))]
    found = tuple(Conflict(*(item.text(field.name) for field in fields(Conflict))) for item in each)
    if reader.problems:
        raise Broken(reader.problems)
    return found


def standing(conflicts: Iterable[Conflict], paragraphs: Iterable[str], value: dict[str, Value]) -> tuple[Conflict, ...]:
    """Those that a briefing with these paragraphs and this front matter has not settled."""
    held = set(paragraphs)
    return tuple(conflict for conflict in conflicts if _stands(conflict, held, value))


def _stands(conflict: Conflict, held: set[str], value: dict[str, Value]) -> bool:
    if conflict.where == WHOLE:
        return True
    if conflict.where != PARAGRAPH:
        return shown(value, conflict.where) == conflict.ours
    if conflict.theirs and conflict.theirs in held:
        return False
    return conflict.ours in held if conflict.ours else True


def shown(value: Value, where: str) -> str:
    """The YAML of the value at "source.name"; "" where there is none."""
    for step in where.split("."):
        if not isinstance(value, dict) or step not in value:
            return ""
        value = value[step]
    return quote(value)


def problem(conflict: Conflict, id: str, path: str) -> Problem:
    """A conflict in words, with both sides."""
    record = record_path(id)
    if conflict.where == WHOLE:
        what, hint = "could not be merged with the new version of its source", f"see {record}, then delete it"
    else:
        thing = conflict.where if conflict.where != PARAGRAPH else "a paragraph"
        ours, theirs = _sides(conflict.ours, conflict.theirs)
        what = f"{thing} was changed here and by the source; here: {ours}; the source: {theirs}"
        hint = f"edit it, or remove it from {record} to keep yours"
    return warning(path, what, hint)


def _sides(ours: str, theirs: str) -> tuple[str, str]:
    """Both sides in quotation marks, long ones cut around the first difference; an empty one is removed."""
    one, other = (" ".join(side.split()) for side in (ours, theirs))
    pairs = enumerate(zip(one, other, strict=False))
    differs = next((index for index, (mine, its) in pairs if mine != its), min(len(one), len(other)))
    return _side(one, differs), _side(other, differs)


def _side(line: str, differs: int) -> str:
    """A side on one line, which differs from the other at the index `differs`."""
    return f"“{_around(line, differs)}”" if line else "removed"


def _around(line: str, differs: int) -> str:
    """At most `_SHOWN` characters of a line, those at `differs` among them, cut between words where there are any."""
    if len(line) <= _SHOWN:
        return line
    start = max(line.rfind(" ", 0, differs - _BEFORE) + 1, differs - 2 * _BEFORE) if differs > 2 * _BEFORE else 0
    end = start + _SHOWN
    if end < len(line) and (space := line.rfind(" ", differs + 1, end)) > 0:
        end = space
    return "…" * (start > 0) + line[start:end] + "…" * (end < len(line))
