"""A YAML mapping read key by key into typed values; what does not fit becomes a Problem at its place.

Front matter and settings are both read this way, so both answer a wrong value and an unknown key alike: file, line,
column, what was found, what was expected, and for a misspelt key the one that was probably meant.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from msgspec import Struct

from readalso.errors import Problem, did_you_mean
from readalso.yamltext import Document, Value


class Moment(Struct, frozen=True, array_like=True):
    """A day, or a point in time with or without an offset from UTC, as somebody wrote it."""

    iso: str
    """ISO 8601: "2025-03-27", "2025-03-27T12:30", "2025-03-27T12:30:00+02:00"."""

    @property
    def is_day(self) -> bool:
        """Whether no time of day is said."""
        return len(self.iso) == 10

    def point(self, zone: tzinfo) -> datetime:
        """The point in time; a day begins at its midnight, and what has no offset is in `zone`."""
        if self.is_day:
            return datetime.combine(date.fromisoformat(self.iso), time(), zone)
        found = datetime.fromisoformat(self.iso)
        return found if found.tzinfo else found.replace(tzinfo=zone)


class Fields:
    """Reads one mapping of a document, and gathers the problems met."""

    def __init__(self, document: Document, *way: str | int, problems: list[Problem] | None = None) -> None:
        self.document = document
        self.way = way
        self.problems: list[Problem] = [] if problems is None else problems
        self.items = self._mapping()

    def _mapping(self) -> Mapping[str, Value]:
        value: Value = self.document.value
        for step in self.way:
            value = _step(value, step)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.refuse((), "is not a list of `key: value` lines", "write its keys below it, two spaces in")
            return {}
        return value

    def refuse(self, way: tuple[str | int, ...], what: str, hint: str = "") -> None:
        """Note a problem at a value of this mapping."""
        full = (*self.way, *way)
        line, column = self.document.line(*full)
        self.problems.append(Problem(self.document.path, line, column, f"{_called(full)} {what}", hint))

    def only(self, known: Collection[str], elsewhere: str = "") -> None:
        """Refuse each key that is not known; `elsewhere` tells where keys of one's own belong."""
        for key, value in self.items.items():
            if key not in known:
                line, column = self.document.line(*self.way, f"key:{key}")
                hint = did_you_mean(key, known) + (f" {elsewhere}" if elsewhere else "")
                if value is None and self._is_cut(key):
                    hint = 'a text with a comma in it needs quotation marks here: {text: "one, two"}'
                what = f'unknown key "{_called((*self.way, key))}"'
                self.problems.append(Problem(self.document.path, line, column, what, hint))

    def _is_cut(self, key: str) -> bool:
        """Whether a key is the rest of a text that a comma inside { } has ended."""
        place = self.document.places.get((*self.way, f"key:{key}"))
        before = self.document.text[: place.start].rstrip() if place else ""
        return before.endswith(",") and not self.document.written(*self.way, key).strip()

    def fields(self, key: str) -> "Fields":
        """The mapping under `key`, its problems gathered with these; an absent one is empty."""
        return Fields(self.document, *self.way, key, problems=self.problems)

    def records(self, key: str, form: str) -> "Iterator[Fields]":
        """The mappings of a list, their problems gathered with these; `form` is named where there is no list."""
        items = self.items.get(key)
        if items is not None and not isinstance(items, list):
            self.refuse((key,), "is not a list", f"write - {form} for each")
        for index in range(len(items) if isinstance(items, list) else 0):
            yield Fields(self.document, *self.way, key, index, problems=self.problems)

    def text(self, key: str, default: str = "") -> str:
        """One text; a number or truth value is taken as it is written."""
        value = self.items.get(key)
        return default if value is None else self._text((key,), value, default)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        value = self.items.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            return (self._text((key,), value, ""),)
        return tuple(self._text((key, index), item, "") for index, item in enumerate(value))

    def choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """One of a few words."""
        value = self.text(key, default)
        if value in allowed:
            return value
        known = [word for word in allowed if word]
        hint = did_you_mean(value, known)
        what = f'"{value}" is not one of {", ".join(known)}'
        self.refuse((key,), what, hint if hint.startswith("did") else "")
        return default

    def flag(self, key: str, default: bool) -> bool:
        """true or false."""
        value = self.items.get(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.refuse((key,), f"{self._shown(key)} is neither true nor false", "write true or false")
        return default

    def number(self, key: str, default: int, least: int = 0) -> int:
        """A whole number, `least` or more."""
        value = self.items.get(key)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        self.refuse((key,), f"{self._shown(key)} is not a whole number from {least}", f"write {key}: {default}")
        return default

    def moment(self, key: str) -> Moment | None:
        """A date, or a date and time, in the form of ISO 8601; see `moment`."""
        value = self.items.get(key)
        if value is None:
            return None
        found = moment(str(value)) if isinstance(value, str | int) else None
        if found is None:
            self.refuse((key,), f"{self._shown(key)} is not a date", "write 2025-03-27 or 2025-03-27T12:30:00+02:00")
        return found

    def extra(self, key: str) -> dict[str, object]:
        """The mapping under `key` as it is."""
        return dict(self.fields(key).items)

    def _text(self, way: tuple[str | int, ...], value: Value, default: str) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, dict | list) or value is None:
            hint = "write a list: [one, two]" if isinstance(value, dict) else "put it in quotation marks"
            self.refuse(way, "is not a text", hint)
            return default
        return self.document.written(*self.way, *way)

    def _shown(self, key: str) -> str:
        return f'"{self.document.written(*self.way, key)[:60].strip()}"'


def _called(way: tuple[str | int, ...]) -> str:
    """The way to a value in words, items counted from 1: "quotes 2, text" for `("quotes", 1, "text")`."""
    name = mark = ""
    for step in way:
        if isinstance(step, int):
            name, mark = f"{name} {step + 1}", ", "
        else:
            name, mark = f"{name}{mark}{step}", "."
    return name


def _step(value: Value, step: str | int) -> Value:
    """What a mapping or list holds at a key or index; None where there is no such thing."""
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) else None


def moment(text: str) -> Moment | None:
    """A date (`2025-03-27`) or a date and time (`2025-03-27T12:30`, seconds and offset optional); else None."""
    words = text.strip()
    if not re.match(r"\d{4}-\d\d-\d\d(?:[T ]|\Z)", words):
        return None
    try:
        found = Moment(words)
        point = found.point(UTC).astimezone(UTC)
        _ = point - timedelta(days=1), point + timedelta(days=1)  # so that it can be told in any zone
    except (ValueError, OverflowError):
        return None
    return found
