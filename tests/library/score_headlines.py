"""How well headlines find their briefings: `python -m tests.library.score_headlines [-v] [LANGUAGE ...]`.

The worlds lie in tests/fixtures/headlines, one a language; its README says what they hold. Precision counts the links
made, recall the links to be made. With -v each wrong link and each missed one is named.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from readalso.library.headlines import Headlines, Known
from tests.library.scale_headlines import scale

WORLDS = Path(__file__).parent.parent / "fixtures/headlines"
TRUE = ("exact", "case", "marks", "label", "speaker", "site", "cut", "wording", "typo", "alias", "plural")
NEAR = tuple("number date period name place polarity unit direction part roles twins language itself".split())
KINDS = (*TRUE, *NEAR, "dangling")


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing of a world's library."""

    key: str
    headline: str
    day: date
    language: str
    others: tuple[str, ...]
    """Its aliases and former headlines."""


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled reference."""

    kind: str
    headline: str
    day: date
    """When the text that refers was published."""
    expect: str
    """The key of a briefing; "" where the reference has to stay pending."""
    why: str = ""
    """Why it stays pending, or the rule by which it does not."""
    by: str = ""
    """The key of the briefing that refers; "" where it is none of the library."""


@dataclass(frozen=True, slots=True)
class World:
    """A library in one language, and references to it."""

    language: str
    library: tuple[Briefing, ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one case."""

    world: World
    case: Case
    found: tuple[str, ...]
    """The keys with a claim to the headline; a link is made where there is one."""
    how: str

    @property
    def link(self) -> str:
        """The briefing that was linked to; "" for none."""
        return self.found[0] if len(self.found) == 1 else ""

    @property
    def is_wrong(self) -> bool:
        """Whether there is a link that should not be."""
        return self.link not in ("", self.case.expect)

    @property
    def is_missed(self) -> bool:
        """Whether there is no link where there should be one."""
        return not self.link and self.case.expect != ""


def worlds(languages: Iterable[str] = ()) -> tuple[World, ...]:
    """The worlds of some languages, or of all."""
    wanted = set(languages)
    files = sorted(path for path in WORLDS.glob("*.yml") if not wanted or path.stem in wanted)
    return tuple(_world(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in files)


def _world(raw: Mapping[str, Any]) -> World:
    home = raw["language"]
    library = (
        Briefing(
            key,
            row["headline"],
            row["date"],
            row.get("language", home),
            (*row.get("aliases", ()), *row.get("former", ())),
        )
        for key, row in raw["library"].items()
    )
    cases = (_case(kind, row) for kind, rows in raw["references"].items() for row in rows)
    return World(home, tuple(library), tuple(cases))


def _case(kind: str, row: Mapping[str, Any]) -> Case:
    target, _, reason = row["expect"].partition("pending: ")
    return Case(kind, row["headline"], row["date"], target, reason or row.get("rule", ""), row.get("by", ""))


def results(world: World) -> Iterator[Result]:
    """What the program makes of each case. All that this file knows of readalso is here."""
    known = {
        one.key: Known(one.key, one.headline, aliases=one.others, language=one.language, day=one.day)
        for one in world.library
    }
    headlines = Headlines(known.values())
    for case in world.cases:
        stranger = Known("the text that refers", "", language=world.language, day=case.day)
        answer = headlines.find(case.headline, known.get(case.by, stranger))
        yield Result(world, case, answer.ids, answer.how)


def _row(name: str, rows: Iterable[Result]) -> str:
    rows = list(rows)
    linked = [row for row in rows if row.link]
    due = [row for row in rows if row.case.expect]
    right = sum(not row.is_wrong for row in linked)
    wrong, missed = len(linked) - right, sum(row.is_missed for row in rows)
    precision = f"{right / len(linked):9.2%}" if linked else f"{'-':>9}"
    recall = f"{right / len(due):9.2%}" if due else f"{'-':>9}"
    return f"{name:12}{len(rows):7}{len(due):7}{right:7}{wrong:7}{missed:7}  {precision}{recall}"


def _faults(rows: Iterable[Result]) -> Iterator[str]:
    for row in rows:
        if row.is_wrong or row.is_missed:
            headlines = {one.key: one.headline for one in row.world.library}
            word = "WRONG" if row.is_wrong else "missed"
            yield f"\n{word} {row.world.language} {row.case.kind}, {row.case.day}: {row.case.headline}"
            should = headlines.get(row.case.expect) or "pending"
            yield f"    should be  {should}" + (f" ({row.case.why})" if row.case.why else "")
            yield from (f"    {row.how:9}  {headlines[key]}" for key in row.found)


def main() -> None:
    """Print the score."""
    parser = argparse.ArgumentParser(description="Precision and recall of the headline resolver.")
    parser.add_argument("-v", action="store_true", dest="verbose", help="name each wrong link and each missed one")
    parser.add_argument("language", nargs="*", help="worlds to score; all of them without any")
    parser.add_argument("--scale", action="store_true", help="time 20,000 references against 100,000 headlines instead")
    wanted = parser.parse_args()
    if wanted.scale:
        print(scale())
        return
    rows = [result for world in worlds(wanted.language) for result in results(world)]
    print(f"{'':12}{'cases':>7}{'due':>7}{'right':>7}{'wrong':>7}{'missed':>7}  {'precision':>9}{'recall':>9}")
    print(_row("all", rows))
    for title, kinds in (("true", TRUE), ("near misses", NEAR)):
        print(_row(title, (row for row in rows if row.case.kind in kinds)))
    print()
    for kind in KINDS:
        print(_row(kind, (row for row in rows if row.case.kind == kind)))
    print()
    for language in sorted({row.world.language for row in rows}):
        print(_row(language, (row for row in rows if row.world.language == language)))
    if wanted.verbose:
        print(*_faults(sorted(rows, key=lambda row: not row.is_wrong)), sep="\n")


if __name__ == "__main__":
    main()
