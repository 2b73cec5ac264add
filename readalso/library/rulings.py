"""What the desk has decided about references, `content/_desk/links.yml`.

    links:
      - {headline: "Minister sees deal", means: 2026/port-deal.md, by: Ada Brunn, on: 2026-11-25, why: "same speech"}
      - {headline: "Situation at 18:00", in: 2026/evening.md, means: 4c93e50e0314}
      - {headline: "Port deal", never: 2026/port-deal-of-2019.md}
      - {instead_of: 2026/first-report.md, means: 2026/full-report.md}

The first pins a headline to a briefing, wherever it stands; the second does so in one briefing alone, and has
precedence there. The third refuses: this headline never means that briefing. The fourth redirects: whatever would mean
the one means the other. A briefing is named by its file (with or without "content/") or its id. `by`, `on` and `why`
are for people, and kept.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from readalso import files
from readalso.errors import Broken, broken
from readalso.fields import Fields
from readalso.words import headline_key
from readalso.yamltext import quote, read

FILE = "content/_desk/links.yml"
KEYS = ("headline", "in", "means", "never", "instead_of", "by", "on", "why")


@dataclass(frozen=True, slots=True)
class Ruling:
    """One line of the file."""

    line: int
    """Where it stands."""
    headline: str = ""
    """As written; "" for a redirect."""
    within: str = ""
    """The briefing in which it counts; "" for all."""
    means: str = ""
    """The briefing that is meant; "" for a refusal."""
    never: str = ""
    """The briefing that is not meant; "" otherwise."""
    instead_of: str = ""
    """The briefing that is meant no more; "" otherwise."""
    by: str = ""
    """Who said so."""
    on: str = ""
    """When."""
    why: str = ""
    """For what reason."""

    @property
    def key(self) -> tuple[str, str]:
        """What it is about: the folded headline, or the briefing redirected, and where it counts."""
        return headline_key(self.headline) or f"/{self.instead_of}", self.within

    @property
    def said(self) -> str:
        """Who said so, when and why, in words; "" where it is not told."""
        told = [self.by and f"by {self.by}", self.on and f"on {self.on}", self.why and f"because: {self.why}"]
        return ", ".join(part for part in told if part)


def load(root: Path) -> tuple[Ruling, ...]:
    """The rulings of the site in `root`, in the file's order; none where there is no file. Problems as `Broken`."""
    path = root / FILE
    return parse(files.read_text(path, FILE)) if path.exists() else ()


def parse(text: str) -> tuple[Ruling, ...]:
    """The rulings that a file's text holds."""
    document = read(text, FILE, begin="`links:` on the first line, and the rows below it")
    reader = Fields(document)
    reader.only(("links",))
    rows = reader.items.get("links") or []
    if not isinstance(rows, list):
        reader.refuse(("links",), "is not a list", 'write - {headline: "…", means: FILE} below it')
        rows = []
    found = [_ruling(Fields(document, "links", number, problems=reader.problems)) for number in range(len(rows))]
    if reader.problems:
        raise Broken(reader.problems)
    return tuple(found)


def append(text: str, ruling: Ruling) -> str:
    """The file's `text` with one more ruling as its last line, every other byte as it was.

    A text that says the same already stays. The result is read again and compared: where a line cannot be put below the
    others without touching them, `Broken` is raised.
    """
    old = parse(text)
    if any((one.key, one.means, one.never) == (ruling.key, ruling.means, ruling.never) for one in old):
        return text
    pairs = [
        (key, value)
        for key, value in zip(
            KEYS,
            (ruling.headline, ruling.within, ruling.means, ruling.never, ruling.instead_of, ruling.by, "", ruling.why),
            strict=True,
        )
        if value
    ]
    row = ", ".join([*(f"{key}: {quote(value)}" for key, value in pairs), *([f"on: {ruling.on}"] if ruling.on else [])])
    head = text if not text or text.endswith("\n") else f"{text}\n"
    new = f"{head}{'' if old else _opening(text)}{_indent(text)}- {{{row}}}\n"
    try:
        found = [replace(one, line=0) for one in parse(new)]
    except Broken as error:
        raise _unfit(text) from error
    if found != [replace(one, line=0) for one in (*old, ruling)]:
        raise _unfit(text)
    return new


def _opening(text: str) -> str:
    """The key that the list stands under, where a file does not have it yet."""
    return "" if re.search(r"^links:[ \t]*(?:#.*)?$", text, re.MULTILINE) else "links:\n"


def _indent(text: str) -> str:
    """As far in as the last row of the file stands."""
    rows = re.findall(r"^([ \t]*)- ", text, re.MULTILINE)
    return rows[-1] if rows else "  "


def _unfit(text: str) -> Broken:
    return broken(FILE, "does not end in a list of one row a line", "add the line by hand", text.count("\n") + 1)


def _ruling(row: Fields) -> Ruling:
    """One row; what does not fit together is refused at its place."""
    row.only(KEYS)
    on = row.moment("on")
    found = Ruling(
        line=row.document.line(*row.way)[0],
        headline=row.text("headline").strip(),
        within=_name(row.text("in")),
        means=_name(row.text("means")),
        never=_name(row.text("never")),
        instead_of=_name(row.text("instead_of")),
        by=row.text("by"),
        on=on.iso if on else "",
        why=row.text("why"),
    )
    if row.items and bool(headline_key(found.headline)) == bool(found.instead_of):
        row.refuse((), "needs either a headline or instead_of", 'write headline: "…"')
    elif row.items and (bool(found.means) == bool(found.never) or (found.instead_of and not found.means)):
        row.refuse((), "needs either means or never", "write means: FILE, or never: FILE")
    elif found.instead_of and (found.within or found.instead_of == found.means):
        row.refuse(
            (), "is a redirect, which counts everywhere and leads elsewhere", "remove `in`, or name another file"
        )
    elif not row.items:
        row.refuse((), "is empty", "remove it")
    return found


def _name(text: str) -> str:
    """A briefing's file or id as the library knows it: without "content/"."""
    return text.strip().replace("\\", "/").removeprefix("./").removeprefix("content/")


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings with ids in place of files."""

    pins: Mapping[tuple[str, str], str]
    """(folded headline, id of the briefing in which it counts, or "") -> id of the briefing meant."""
    refused: Mapping[tuple[str, str], frozenset[str]]
    """The same -> ids of those not meant."""
    redirects: Mapping[str, str]
    """id -> id."""

    def pinned(self, headline: str, source: str) -> str:
        """The id that a headline is pinned to in the briefing `source`; "" for none."""
        key = headline_key(headline)
        return self.pins.get((key, source)) or self.pins.get((key, ""), "")

    def without(self, headline: str, source: str) -> frozenset[str]:
        """The ids that a headline does not mean in the briefing `source`."""
        key = headline_key(headline)
        return self.refused.get((key, source), frozenset()) | self.refused.get((key, ""), frozenset())

    def redirected(self, id: str) -> str:
        """Where a link to `id` goes: to itself, as a rule; a circle of redirects is none."""
        return self.redirects.get(id, id)


NONE = Rulings({}, {}, {})


def settle(rulings: tuple[Ruling, ...], ids: Mapping[str, str]) -> Rulings:
    """The rulings by id; `ids` has the id of each file and of each id. One that names what is not there is left out.

    Of two that contradict each other the later one counts; `check` names both.
    """
    pins: dict[tuple[str, str], str] = {}
    refused: dict[tuple[str, str], frozenset[str]] = {}
    redirects: dict[str, str] = {}
    for one in rulings:
        within, means, never, old = (
            ids.get(name, "") if name else "" for name in (one.within, one.means, one.never, one.instead_of)
        )
        if one.within and not within:
            continue
        key = (headline_key(one.headline), within)
        if means and one.headline:
            pins[key] = means
        elif means and old:
            redirects[old] = means
        elif never:
            refused[key] = refused.get(key, frozenset()) | {never}
    return Rulings(pins, refused, _ends(redirects))


def _ends(redirects: Mapping[str, str]) -> dict[str, str]:
    """Where each redirect leads in the end; one that runs into a circle leads nowhere, and is left out."""
    ends: dict[str, str] = {}
    for start in redirects:
        path: dict[str, None] = {}
        at = start
        while at in redirects and at not in ends and at not in path:
            path[at] = None
            at = redirects[at]
        end = "" if at in path else ends.get(at, at)
        ends.update(dict.fromkeys(path, end))
    return {start: end for start, end in ends.items() if end}


def contradictions(rulings: tuple[Ruling, ...]) -> Iterator[tuple[Ruling, Ruling]]:
    """Pairs of rulings about the same thing that say different things, the later one first."""
    pins: dict[tuple[str, str], Ruling] = {}
    refusals: dict[tuple[str, str, str], Ruling] = {}
    for one in rulings:
        if one.means:
            other = pins.setdefault(one.key, one)
            if other.means != one.means:
                yield one, other
        else:
            refusals.setdefault((*one.key, one.never), one)
    for one in rulings:
        refusal = refusals.get((*one.key, one.means))
        if refusal:
            yield (one, refusal) if one.line > refusal.line else (refusal, one)
