"""JSON as records that are asked for what one expects: a value of another type is as good as none."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readalso.errors import broken
from readalso.intake.formats.characters import line
from readalso.intake.formats.encodings import decode_raw, opening

_OPENING = re.compile(r"\{\s*(?:\"|\})|\[\s*\{")


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object."""

    values: Mapping[str, object]

    def text(self, *keys: str) -> str:
        """The first text under one of `keys`, as it is; a number is its digits; "" where there is none."""
        return next(filter(None, (_text(self.values.get(key)) for key in keys)), "")

    def line(self, *keys: str) -> str:
        """`text`, clean and on one line."""
        return line(self.text(*keys))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, or of the `name` of each of its records; a single text may stand for a list."""
        value = self.values.get(key)
        items = value if isinstance(value, list) else [value]
        named = (
            Record(item).text("name", "literal", "title") if isinstance(item, dict) else _text(item) for item in items
        )
        return tuple(dict.fromkeys(filter(None, map(line, named))))

    def record(self, key: str) -> "Record":
        """The record under a key; an empty one where there is none."""
        value = self.values.get(key)
        return Record(value if isinstance(value, dict) else {})

    def records(self, key: str) -> tuple["Record", ...]:
        """The records of a list, or of a mapping's values; a single one may stand for a list."""
        value = self.values.get(key)
        if isinstance(value, dict):
            inner = [item for item in value.values() if isinstance(item, dict)]
            return tuple(map(Record, inner)) if len(inner) == len(value) and inner else (Record(value),)
        return tuple(Record(item) for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def is_json(data: bytes) -> bool:
    """Whether a file begins as JSON of records does."""
    return bool(_OPENING.match(opening(data)))


def parse(data: bytes, name: str) -> tuple[Record, ...]:
    """The records in a file: one, or those of its list. What is not JSON is `Broken` at its line."""
    try:
        return tuple(_records(json.loads(decode_raw(data, name).text, strict=False)))
    except json.JSONDecodeError as error:
        what, hint = f"is not whole JSON: {error.msg}", "ask the sender for a whole file"
        raise broken(name, what, hint, error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:
        raise broken(name, "has values inside each other by the thousand", "ask the sender for a sound file") from error


def _records(value: object) -> Iterator[Record]:
    items = value if isinstance(value, list) else [value]
    return (Record(item) for item in items if isinstance(item, dict))


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
