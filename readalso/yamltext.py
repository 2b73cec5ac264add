"""YAML read safely, with the place of every value, and edited without touching the rest.

Front matter, settings, the names register and a theme's description are all read here: the simplest lines by
`yamllines`, everything else from PyYAML's events by `yamlevents`, with one result.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from readalso import yamllines
from readalso.errors import broken
from readalso.yamllines import Key, Place, Value, quote

__all__ = ["MOST_CHARACTERS", "Document", "Key", "Place", "Value", "quote", "read", "replace"]

MOST_CHARACTERS = 262_144
"""Of one text."""


@dataclass(frozen=True)
class Document:
    """A YAML mapping and where each of its values stands."""

    path: str
    text: str
    value: dict[str, Value]
    first_line: int
    is_simple: bool = False
    """Whether `yamllines` read it, by which each key begins a line."""

    @cached_property
    def places(self) -> Mapping[Key, Place]:
        """Of every value, and of every key under `(*way, "key:" + name)`; looked up when somebody asks."""
        from readalso.yamlevents import parse  # slow to load; see there

        return parse(self.text, self.path, self.first_line)[1]

    def key_line(self, key: str) -> int:
        """The line of a key of the mapping itself, counted from 1; 0 where it does not have it."""
        if not self.is_simple:
            return self.line(f"key:{key}")[0]
        before, mark, _ = f"\n{self.text}".partition(f"\n{key}:")
        return before.count("\n") + self.first_line if mark else 0

    def line(self, *way: str | int) -> tuple[int, int]:
        """Line and column of a value, or of the nearest value around it."""
        for size in range(len(way), 0, -1):
            place = self.places.get(way[:size])
            if place:
                return place.line, place.column
        return 0, 0

    def written(self, *way: str | int) -> str:
        """A value as it stands in the text."""
        place = self.places[way]
        return self.text[place.start : place.end]


def read(text: str, path: str, first_line: int = 1, begin: str = "`title: …`", has_shortcut: bool = True) -> Document:
    """A YAML mapping; an empty text is an empty mapping. What cannot be read is `Broken` at its place.

    `begin` is what to write where there is no mapping. Simple lines are spared the parser, unless `has_shortcut` is
    False; the mapping is the same.
    """
    if len(text) > MOST_CHARACTERS:
        raise broken(path, f"has {len(text):,} characters of YAML", f"the limit is {MOST_CHARACTERS:,}", first_line)
    if has_shortcut and (simple := yamllines.mapping(text)):
        return Document(path, text, simple, first_line, is_simple=True)
    from readalso.yamlevents import parse  # slow to load; see there

    value, _ = parse(text, path, first_line)
    if not isinstance(value, dict):
        raise broken(path, "is not a list of `key: value` lines", f"write {begin}", first_line)
    return Document(path, text, value, first_line)


def replace(text: str, key: str, value: Value) -> str:
    """`text` with the top-level `key` set to `value` and every other byte as it was; an absent key goes to the end.

    The result is read again and compared: where splicing would change anything else, `Broken` is raised instead.
    """
    document = read(text, "")
    place = document.places.get((key,))
    line = f"{key}: {quote(value)}"
    if place is None:
        new = f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"
    else:
        start = document.places[(f"key:{key}",)].start
        new = text[:start] + line + text[place.end :]
    if read(new, "").value != {**document.value, key: value}:
        raise broken("", f'"{key}" cannot be set without touching its neighbours', "edit the file by hand")
    return new
