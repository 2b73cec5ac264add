"""YAML of the simplest lines, read without a parser: what every briefing that was imported has in its front matter.

A line is `key: text`, `key: [text, …]` or `key: {name: text, …}`, or a key alone and below it a line `- …` for each
item, or `name: …` for each name. A text stands in quotation marks on its line, or is a word, words, a date; or it is
true, false, a whole number. Between keys there may be empty lines, and comments that begin their line. Anything else
(another comment, a nested list, an odd character) makes the whole text PyYAML's to read: see `yamltext`.

tests/test_yamllines.py holds that what is read here is what PyYAML's events say.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
Key = tuple[str | int, ...]
"""The way to a value: ("source", "url") or ("quotes", 0, "text")."""

_KEY = "[A-Za-z_][A-Za-z0-9_-]*"
_QUOTED = r'"[^"\\\n]*(?:\\["\\][^"\\\n]*)*"' + r"|'[^'\n]*'"
_PLAIN = r"[^\W\d_](?:[\w ./()'-]*[\w./()'-])?"
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:[+-][0-9]{2}:[0-9]{2}|Z)?)?"
_NUMBER = "0|[1-9][0-9]{0,17}"
_URL = r"https?://[\w./~%?=&+@-]*[\w/]"
_TEXT = rf"(?:{_QUOTED}|{_TIME}|{_NUMBER}|{_URL}|{_PLAIN})"
_PATH = r"/(?:[\w./{}-]*[\w./}-])?"
_PAIR = rf"{_KEY}: +{_TEXT}"
_FLOW = rf"\[ *(?:{_TEXT}(?: *, *{_TEXT})*)? *\]|\{{ *{_PAIR}(?: *, *{_PAIR})* *\}}"
_VALUE = rf"(?:(?P<text>{_TEXT}|{_PATH})|(?P<flow>{_FLOW})) *\n"
_NAME = rf'{_KEY}|[^\W\d_]+|{_NUMBER}|[$€£₴₽¥]|"[^"\\\n]+"'
_PASSED_OVER = re.compile(r"(?:(?:#[^\n]*)?\n)*")
_BELOW = r"(?P<items>(?:\n *- [^\n]+)+)\n|(?P<rows>(?:\n +[^\s-][^\n]+)+)\n"
_LINE = re.compile(rf"{_PASSED_OVER.pattern}(?P<key>{_KEY}):(?: +{_VALUE}|{_BELOW})")
_UNDER = re.compile(rf"( *)(?:-|(?P<name>{_NAME}):) +{_VALUE}")
_TEXTS = re.compile(_TEXT)
_PAIRS = re.compile(rf"({_KEY}): +({_TEXT})")
_WORDS: dict[str, Value] = {"null": None, "true": True, "false": False}
_WORDS |= {spelling: meant for word, meant in _WORDS.items() for spelling in (word.title(), word.upper())}


class Place(Struct, frozen=True):
    """Where a value stands in the text that was read."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    start: int
    """The value's first character, as an index into the text."""
    end: int
    """One past its last character; blank lines and comments after it are not part of it."""


class _NotSimple(Exception):
    """Something that only looked like the simplest lines."""


def mapping(text: str) -> dict[str, Any] | None:
    """The mapping that the lines of `text` are; None where one of them is not of the simplest."""
    if not text.replace("\n", "").isprintable():
        return None
    found: dict[str, Any] = {}
    end = 0
    try:
        while line := _LINE.match(text, end):
            key, end = line["key"], line.end()
            if key in found:
                return None
            if items := line["items"]:
                found[key] = list(map(_value, _below(items)))
            elif rows := line["rows"]:
                found[key] = _named((row["name"].strip('"'), _value(row)) for row in _below(rows))
            else:
                found[key] = _value(line)
    except _NotSimple:
        return None
    return found if found and _PASSED_OVER.fullmatch(text, end) else None


def _below(lines: str) -> list[re.Match[str]]:
    """The lines below a key, each behind its line end; all as far in."""
    found = [_UNDER.fullmatch(f"{line}\n") for line in lines[1:].split("\n")]
    rows = [row for row in found if row]
    if len(rows) < len(found) or len({row[1] for row in rows}) > 1:
        raise _NotSimple
    return rows


def _value(line: re.Match[str]) -> object:
    """What a line says."""
    text, flow = line["text"], line["flow"]
    if text is not None:
        return _scalar(text)
    if flow[0] == "[":
        return [_scalar(one) for one in _TEXTS.findall(flow, 1)]
    return _named((name, _scalar(text)) for name, text in _PAIRS.findall(flow, 1))


def _named(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """A mapping of pairs; one that has a name twice is not simple."""
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _NotSimple
        found[name] = value
    return found


def _scalar(written: str) -> Value:
    """A text without its quotation marks, a number, true or false."""
    mark = written[0]
    if mark == '"':
        said = written[1:-1]
        return said.replace('\\"', '"').replace("\\\\", "\\") if "\\" in said else said
    if mark == "'":
        return written[1:-1]
    if written.isdecimal():
        return int(written)
    return _WORDS.get(written, written)


def quote(value: Value) -> str:
    """A value on one line, in the part of YAML's flow style that is also JSON, characters as they are."""
    said = json.dumps(value, ensure_ascii=False)
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]",
        lambda char: f"\\u{ord(char.group()):04x}",
        said,
    )
