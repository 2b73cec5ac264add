"""Changing one value of a YAML text: which characters have to go, and what comes in their place.

Kinds of place: a block (each entry on lines of its own) and a flow (`[a, b]`, `{a: b}`). What is spliced in has the
form that the generated text gives it; where a human has put a list or text into another form, theirs is followed.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readalso.briefing.frontmatter import scalar
from readalso.yamltext import Document, Key, Value, quote


class Splice(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


class Unspliceable(Exception):
    """The change would touch something of a human's, say a comment inside a list."""


class _Span(NamedTuple):
    """Where an entry of a list or mapping stands."""

    start: int
    end: int


def apply(text: str, splices: Iterable[Splice]) -> str:
    """The text with all splices made, of several at one place the first one first; they do not overlap."""
    ordered = sorted(enumerate(splices), key=lambda pair: (pair[1][:2], pair[0]), reverse=True)
    for _, (start, end, new) in ordered:
        text = text[:start] + new + text[end:]
    return text


def change(mine: Document, new: Document, old: Document, way: Key, wanted: tuple[Value] | None) -> list[Splice]:
    """The splices that give the value at `way` in `mine` the one `wanted`, or remove it where that is None.

    `new` is the generated text that has it, `old` the one before.
    """
    if way not in mine.places:
        return [_insertion(mine, new, way)] if wanted else []
    if wanted is None:
        return [_removal(mine, old, way)]
    (value,) = wanted
    if _entry(mine, way) == _entry(old, way) and new.value and _value(new, way) == value:
        return [Splice(*_span(mine, way), _entry(new, way))]
    written = mine.written(*way)
    held = _value(mine, way)
    if isinstance(value, list) and isinstance(held, list) and held and value:
        return _list(mine, way, held, value)
    if isinstance(value, dict | list) or isinstance(held, dict | list):
        _refuse_comments(written)
    return [Splice(mine.places[way].start, mine.places[way].end, _like(written, value))]


def _value(document: Document, way: Key) -> Value:
    value: Value = document.value
    for step in way:
        if not isinstance(value, dict):
            return None
        value = value.get(str(step))
    return value


def _span(document: Document, way: Key) -> _Span:
    """From a key to the end of its value."""
    name = (*way[:-1], f"key:{way[-1]}")
    return _Span(document.places[name].start, document.places[way].end)


def _entry(document: Document, way: Key) -> str:
    """A key with its value as written; "" where there is none."""
    if way not in document.places:
        return ""
    start, end = _span(document, way)
    return document.text[start:end]


def _like(written: str, value: Value) -> str:
    """A value in the quotation marks of the one that it replaces."""
    if not isinstance(value, str) or written.startswith('"'):
        return quote(value)
    if written.startswith("'") and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return scalar(value)


def _refuse_comments(text: str) -> None:
    if re.search(r"(?:^|\s)#", text):
        raise Unspliceable


def _removal(mine: Document, old: Document, way: Key) -> Splice:
    """A key with its value goes, in a block with its line; a comment behind it stays."""
    start, end = _span(mine, way)
    if _entry(mine, way) != _entry(old, way):
        _refuse_comments(mine.text[start:end])
    if _is_flow(mine, way[:-1]):
        siblings = [_span(mine, (*way[:-1], key)) for key in _keys(mine, way[:-1])]
        return _out_of_flow(mine.text, siblings, siblings.index(_Span(start, end)))
    line_end = _line_end(mine.text, end)
    return Splice(start, line_end if not mine.text[end:line_end].strip() else end, "")


def _out_of_flow(text: str, entries: Sequence[_Span], index: int) -> Splice:
    if index:
        start, end = entries[index - 1].end, entries[index].end
    else:
        start, end = entries[0].start, entries[1].start if len(entries) > 1 else entries[0].end
    _refuse_comments(text[start : entries[index].start] + text[entries[index].end : end])
    return Splice(start, end, "")


def _insertion(mine: Document, new: Document, way: Key) -> Splice:
    """A key that ours does not have comes behind the one that it follows in the generated text."""
    above, entry = way[:-1], _entry(new, way)
    theirs, ours = _keys(new, above), _keys(mine, above)
    before = [key for key in theirs[: theirs.index(str(way[-1]))] if key in ours]
    if above and (above not in mine.places or not ours):
        raise Unspliceable
    if _is_flow(mine, above):
        spans = {key: _span(mine, (*above, key)) for key in ours}
        if before:
            return Splice(spans[before[-1]].end, spans[before[-1]].end, f", {entry}")
        return Splice(spans[ours[0]].start, spans[ours[0]].start, f"{entry}, ")
    indent = " " * (mine.places[(*above, f"key:{ours[0]}")].column - 1) if ours else ""
    if before:
        place = _line_end(mine.text, _span(mine, (*above, before[-1])).end)
        return Splice(place, place, f"{indent}{entry}\n")
    place = mine.places[(*above, f"key:{ours[0]}")].start if ours else 0
    return Splice(place, place, f"{entry}\n{indent}")


def _keys(document: Document, way: Key) -> list[str]:
    value = _value(document, way) if way else document.value
    return list(value) if isinstance(value, dict) else []


def _is_flow(document: Document, way: Key) -> bool:
    if not way:
        return document.text.lstrip().startswith("{")
    return document.written(*way)[:1] in ("{", "[")


def _line_end(text: str, place: int) -> int:
    """One past the end of the line in which `place` is."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1


def _list(mine: Document, way: Key, held: list[Value], wanted: list[Value]) -> list[Splice]:
    """The entries of a list that go and come; those that stay are not touched, nor is their order."""
    places = [mine.places[(*way, index)] for index in range(len(held))]
    spans = [_Span(place.start, place.end) for place in places]
    kept = _kept(held, wanted)
    if _is_flow(mine, way):
        return _flow(mine.text, spans, kept, wanted)
    return _block(mine.text, spans, kept, wanted)


def _kept(held: Sequence[Value], wanted: Sequence[Value]) -> dict[int, int]:
    """Index in the wanted list -> index in the one held. The wanted one keeps the order of the one held."""
    pairs: dict[int, int] = {}
    start = 0
    keys = [quote(item) for item in held]
    for index, item in enumerate(wanted):
        key = quote(item)
        if key in keys[start:]:
            pairs[index] = keys.index(key, start)
            start = pairs[index] + 1
    return pairs


def _flow(text: str, spans: Sequence[_Span], kept: dict[int, int], wanted: Sequence[Value]) -> list[Splice]:
    first = min(kept.values(), default=len(spans))
    if first == len(spans):
        _refuse_comments(text[spans[0].start : spans[-1].end])
        return [Splice(spans[0].start, spans[-1].end, ", ".join(map(scalar, wanted)))]
    splices = []
    if first:
        _refuse_comments(text[spans[first - 1].end : spans[first].start])
        splices.append(Splice(spans[0].start, spans[first].start, ""))
    for index in set(range(first, len(spans))) - set(kept.values()):
        _refuse_comments(text[spans[index - 1].end : spans[index].start])
        splices.append(Splice(spans[index - 1].end, spans[index].end, ""))
    for after, group in _new(kept, wanted):
        if after is None:
            splices.append(
                Splice(spans[first].start, spans[first].start, "".join(f"{scalar(item)}, " for item in group))
            )
        else:
            splices.append(Splice(spans[after].end, spans[after].end, "".join(f", {scalar(item)}" for item in group)))
    return splices


def _block(text: str, spans: Sequence[_Span], kept: dict[int, int], wanted: Sequence[Value]) -> list[Splice]:
    splices = []
    starts = [text.rfind("\n", 0, span.start) + 1 for span in spans]
    indent = text[starts[0] :].partition("-")[0]
    if indent.strip() or not kept:
        raise Unspliceable
    for index in set(range(len(spans))) - set(kept.values()):
        line_end = _line_end(text, spans[index].end)
        _refuse_comments(text[spans[index].end : line_end])
        splices.append(Splice(starts[index], line_end, ""))
    for after, group in _new(kept, wanted):
        lines = "".join(f"{indent}- {scalar(item) if isinstance(item, dict) else quote(item)}\n" for item in group)
        place = starts[min(kept.values())] if after is None else _line_end(text, spans[after].end)
        splices.append(Splice(place, place, lines))
    return splices


def _new(kept: dict[int, int], wanted: Sequence[Value]) -> Iterable[tuple[int | None, list[Value]]]:
    """The new entries in groups, each with the index of the one held that it stands behind; None at the front."""
    after: int | None = None
    groups: dict[int | None, list[Value]] = {}
    for index, item in enumerate(wanted):
        if index in kept:
            after = kept[index]
        else:
            groups.setdefault(after, []).append(item)
    return groups.items()
