"""YAML's events as values: PyYAML's parser, and what it says in the user's words.

PyYAML's event stream is read rather than its loaders: so each value has its line and column for messages, scalars mean
what YAML 1.2 says (`no` and `12:30` are texts), and the ways a YAML file can harm are refused: aliases (bombs), tags,
duplicate keys, and nesting beyond 20 levels (PyYAML's C loader dies by signal at some 30,000).

Loaded only where a text is not of the simplest lines: it takes longer to load than most files to read.
"""

import re
from collections.abc import Mapping
from math import isfinite

import yaml

from readalso.errors import Broken, broken
from readalso.yamllines import Key, Place, Value, quote

MOST_NESTED = 20
"""Levels of lists and mappings."""

_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]{1,18}(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z")
_WORDS: dict[str, Value] = {"": None, "~": None}
_WORDS.update(dict.fromkeys(("null", "Null", "NULL"), None))
_WORDS.update(dict.fromkeys(("true", "True", "TRUE"), True))
_WORDS.update(dict.fromkeys(("false", "False", "FALSE"), False))
_QUOTES = ('"', "'")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str, path: str, first_line: int) -> tuple[Value, Mapping[Key, Place]]:
    """The text's value and where each value in it stands; what cannot be read is `Broken` at its place."""
    try:
        reader = _Reader(text, path, first_line)
        return reader.document(), reader.places
    except yaml.YAMLError as error:
        raise _explain(error, text, path, first_line) from error
    except (ValueError, OverflowError) as error:  # half a surrogate pair in the text, or "\UFFFFFFFF"
        raise broken(path, "names a character that does not exist", "remove it", first_line) from error


def _explain(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Broken:
    """A YAML error in the user's words; where something is not closed, it stands where that was opened."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if opened := _unclosed(error, lines):
        line, column = opened
        sign = lines[line][column]
        what = f"the {'quotation mark' if sign in _QUOTES else sign} in line {first_line + line} is not closed"
        return broken(path, "is not valid YAML here", what, first_line + line, column + 1)
    whole = lines[line] if line < len(lines) else ""
    said = getattr(error, "problem", None) or str(error).split("\n")[0]
    hint = _slip(whole, column) or (f"it stands near: {whole.strip()[:80]}" if whole.strip() else "")
    return broken(path, f"is not valid YAML here: {said}", hint, first_line + line, column + 1)


def _unclosed(error: yaml.YAMLError, lines: list[str]) -> tuple[int, int] | None:
    """Line and column of the quotation mark or bracket that is not closed; None where that is not what is wrong."""
    began = getattr(error, "context_mark", None)
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    is_text = "quoted scalar" in context and "unexpected" in problem  # an end, and no slip inside
    is_flow = "flow" in context and began and mark and mark.line > began.line
    if not began or not (is_text or is_flow):
        return _reopened(lines, mark.line, mark.column) if mark and mark.line < len(lines) else None
    sign = lines[began.line][began.column : began.column + 1] if began.line < len(lines) else ""
    return (began.line, began.column) if sign and sign in (*_QUOTES, "[", "{") else None


def _reopened(lines: list[str], line: int, column: int) -> tuple[int, int] | None:
    """The same where the text was ended by the first quotation mark of a later line, after which all goes wrong."""
    for sign in _QUOTES:
        before = [number for number in range(line) if sign in lines[number]]
        if sign not in lines[line][:column] or not before:
            continue
        opening = lines[before[-1]]
        if opening.count(sign) == 1 and _value(opening).startswith(sign):
            return before[-1], opening.index(sign)
    return None


def _value(line: str) -> str:
    """What stands behind the key of a line, or behind the dash of an item."""
    found = re.match(r"\s*(?:-\s+)?(?:[\w-]+:)?\s*(.*?)\s*\Z", line)
    return found[1] if found else ""


def _slip(line: str, column: int) -> str:
    """The hint for one of the commonest slips in a line; "" where it is none of them."""
    if "\t" in line[: len(line) - len(line.lstrip())] or line[column : column + 1] == "\t":
        return "there is a tab in front of it; write spaces"
    shown = line.strip()
    key = re.match(r"(?:-\s+)?(?:[\w-]+:\s+)?", shown)
    front = key[0] if key else ""
    value = shown[len(front) :]
    if value[:1] in ('"', "'") and front:
        inner = value[1:-1] if value[-1:] == value[0] and len(value) > 1 else value.replace(value[0], "")
        return f"quotation marks inside quotation marks: write {front}{quote(inner)}"
    is_list = value[:1] + value[-1:] in ("[]", "{}")
    if value[:1] in tuple("@%[`]}{,|>&*!") and front and not is_list:
        return f"a value that begins with {value[0]} needs quotation marks: {front}{quote(value)}"
    if re.match(r"[\w-]+: [^\"'\[{|>].*: ", shown):
        return f"a value with a colon in it needs quotation marks: {front}{quote(value)}"
    return ""


class _Reader:
    """One pass over the events of one text."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.places: dict[Key, Place] = {}
        self.end = 0
        """Of the value that was noted last."""
        self.loader = _LOADER(text)

    def document(self) -> Value:
        """The text's only document."""
        try:
            self.loader.get_event()  # the stream's start
            if isinstance(self.loader.get_event(), yaml.StreamEndEvent):
                return {}
            value = self.value(self.loader.get_event(), ())
            self.loader.get_event()  # the document's end
            extra = self.loader.get_event()
            if not isinstance(extra, yaml.StreamEndEvent):
                raise self.refuse(extra, "holds a second YAML document", "keep one")
        finally:
            self.loader.dispose()
        return {} if value is None else value

    def value(self, event: yaml.Event, way: Key) -> Value:
        """The value that begins with `event`; its place is noted under `way`."""
        self.check(event, way)
        if isinstance(event, yaml.ScalarEvent):
            self.note(event, event, way)
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, way)
        return self.mapping(event, way)

    def sequence(self, first: yaml.Event, way: Key) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            items.append(self.value(event, (*way, len(items))))
        self.note(first, event, way)
        return items

    def mapping(self, first: yaml.Event, way: Key) -> dict[str, Value]:
        items: dict[str, Value] = {}
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            self.check(event, way)
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refuse(event, "has a key that is not a word", "write `key: value`")
            key = str(event.value)
            if key in items:
                raise self.refuse(event, f'has the key "{key}" twice', "keep one of them")
            self.note(event, event, (*way, f"key:{key}"))
            items[key] = self.value(self.loader.get_event(), (*way, key))
        self.note(first, event, way)
        return items

    def note(self, first: yaml.Event, last: yaml.Event, way: Key) -> None:
        start, end = first.start_mark, last.end_mark
        assert start, "an event read from a text has marks"
        assert end, "an event read from a text has marks"
        if isinstance(first, yaml.ScalarEvent) and first.style in ("|", ">"):
            self.end = start.index + len(
                self.text[start.index : end.index].rstrip()
            )  # without the blank lines after it
        elif isinstance(first, yaml.ScalarEvent) or getattr(first, "flow_style", False):
            self.end = end.index
        # else it is a list of lines, and ends where its last item does: its end mark is where the next key begins
        self.places[way] = Place(start.line + self.first_line, start.column + 1, start.index, self.end)

    def check(self, event: yaml.Event, way: Key) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(event, "uses a YAML alias (*name)", "write the value out, or put it in quotation marks")
        if getattr(event, "anchor", None) is not None:
            raise self.refuse(event, "uses a YAML anchor (&name)", "put the value in quotation marks")
        if getattr(event, "tag", None) not in (None, "!"):
            raise self.refuse(event, "uses a YAML tag (!name)", "put the value in quotation marks")
        if len(way) > MOST_NESTED:
            raise self.refuse(event, f"nests more than {MOST_NESTED} levels deep", "make it flatter")

    def refuse(self, event: yaml.Event, what: str, hint: str) -> Broken:
        mark = event.start_mark
        assert mark, "an event read from a text has marks"
        return broken(self.path, what, hint, mark.line + self.first_line, mark.column + 1)


def _scalar(event: yaml.ScalarEvent) -> Value:
    """YAML 1.2's core meanings of a plain scalar; a quoted one is a text.

    Numbers that are mostly something else, or that no field can hold, stay texts: 012, 0x10, .inf, 19 digits and more.
    """
    text: str = event.value
    if event.style not in (None, ""):  # the C parser gives "" for plain, the Python one None
        return text
    if text in _WORDS:
        return _WORDS[text]
    if re.match(r"[-+]?0[0-9]", text) or not _FLOAT.match(text):
        return text
    number = int(text) if _INT.match(text) else float(text)
    return number if isfinite(number) else text
