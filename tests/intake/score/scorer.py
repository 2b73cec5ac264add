"""Compares briefings with what is expected of the inputs they were made from.

An expectation lies beside its input as NAME.expect.yaml and says only what is beyond dispute; a key that is missing is
not scored. title, date, source and dateline_place may be lists: any of them is right, and a null in the last two says
that the field may be missing. null alone says that the text does not state it, so that whatever is given was invented.
byline wants all of its list. A reference's `target` is the base name of an input; null means that it must stay open.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import basename
from pathlib import Path

import yaml

from tests.intake.score.comparison import Expectation, absent, compare, is_any, keep_out, listed
from tests.intake.score.produced import EXPECTED, Produced
from tests.intake.score.tally import Place, Tally
from tests.intake.score.wording import exact, loose, readings


class _Loader(yaml.SafeLoader):
    """Leaves dates as they are written, so that a headline that looks like one stays a headline."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def expectations(corpus: Path) -> dict[str, Expectation]:
    """Input, relative to the corpus -> what is expected of it."""
    files = sorted(corpus.rglob(f"*{EXPECTED}"))
    return {
        str(path.relative_to(corpus)).removesuffix(EXPECTED): yaml.load(path.read_text(), _Loader) for path in files
    }


@dataclass(frozen=True, slots=True)
class Results:
    """What an intake made of a corpus."""

    made: Mapping[str, tuple[Produced, ...]]
    """Input -> its briefings."""
    inputs: Mapping[str, str]
    """Path of a briefing -> the base name of its input."""
    pages: Sequence[str]
    """The rendered pages."""


def score(expected: Mapping[str, Expectation], briefings: Iterable[Produced], pages: Sequence[str] = ()) -> Tally:
    """Count what is right, wrong and missed in `briefings`."""
    made: dict[str, tuple[Produced, ...]] = {}
    for one in briefings:
        made[one.input] = (*made.get(one.input, ()), one)
    inputs = {one.path: basename(input) for input, row in made.items() for one in row}
    tally, results = Tally(), Results(made, inputs, pages)
    for input, wanted in expected.items():
        at = Place(wanted.get("style", ""), str((listed(wanted.get("lang")) or ["-"])[0]), input)
        _input(tally, at, wanted, results)
        _copies(tally, at, wanted, results)
        _rendered(tally, at, wanted, pages)
    return tally


def _input(tally: Tally, at: Place, wanted: Expectation, results: Results) -> None:
    """One input with its briefing or, of a feed, its briefings."""
    got, number = list(results.made.get(at.input, ())), wanted.get("briefings", 1)
    low, high = number if isinstance(number, list) else (number, number)
    wrong, missed = max(0, len(got) - high), max(0, low - len(got))
    tally.add(at, "briefings", min(len(got), high), wrong, missed, f"{len(got)} for {number}")
    if "items" in wanted:
        for item in wanted["items"]:
            item = {"lang": wanted.get("lang"), **item}
            if (one := _pick(item, got)) is None:
                absent(tally, at, item)
            else:
                got.remove(one)
                compare(tally, at, item, one, results.inputs)
    elif got and wanted.get("title"):
        titled = [one for one in got if is_any(one.title, wanted["title"], loose)]
        compare(tally, at, wanted, (titled or got)[0], results.inputs)
    elif not low:
        for one in got:
            keep_out(tally, at, wanted, one.body, readings(one.body))
    elif not got:
        absent(tally, at, wanted)


def _pick(item: Expectation, got: list[Produced]) -> Produced | None:
    for one in got:
        if is_any(one.title, item["title"], loose):
            return one
    return next(
        (one for one in got if any(loose(text) in loose(one.body) for text in item.get("must_survive", []))), None
    )


def _copies(tally: Tally, at: Place, wanted: Expectation, results: Results) -> None:
    """Copies give no second briefing; different stories give different ones."""
    got = results.made.get(at.input, ())
    if original := wanted.get("duplicate_of"):
        tally.add(at, "dedup", int(not got), missed=int(bool(got)), note=f"not recognised as a copy of {original}")
    for other in _others(wanted, results):
        is_apart = bool(got) and bool(other)
        tally.add(at, "distinct", int(is_apart), missed=int(not is_apart), note="two stories became one")


def _others(wanted: Expectation, results: Results) -> Iterator[tuple[Produced, ...]]:
    for name in listed(wanted.get("distinct_from")):
        yield tuple(one for input, row in results.made.items() if basename(input) == name for one in row)


def _rendered(tally: Tally, at: Place, wanted: Expectation, pages: Sequence[str]) -> None:
    if not pages:
        return
    for markup in wanted.get("must_not_render") or []:
        is_there = any(markup in page for page in pages)
        tally.add(at, "render", int(not is_there), int(is_there), note=f"rendered: {markup!r}")
    for text in wanted.get("must_render_text") or []:
        is_there = any(exact(text) in exact(_plain(page)) for page in pages)
        tally.add(at, "render", int(is_there), missed=int(not is_there), note=f"not rendered: {text[:60]!r}")


def _plain(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", page)))
