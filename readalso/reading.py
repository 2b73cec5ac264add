"""Content files read, parsed and converted; loaded only by a run that has some to read.

Markdown, the sanitiser and the process pool take 0.1 s to import, which is longer than a build with nothing to do.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from readalso import files, workers
from readalso.briefing import briefing as briefings
from readalso.briefing.body import Body
from readalso.briefing.briefing import Briefing
from readalso.briefing.facts import Facts, Mention
from readalso.briefing.markdown import Converter
from readalso.briefing.study import study
from readalso.errors import Broken, broken
from readalso.intake.anatomy.recollections import recollections
from readalso.words import printable

Studied = tuple[Facts, Body]
"""What a briefing says, and its converted body."""


def read_all(content: Path, paths: Sequence[str], labels: Iterable[str]) -> Iterator[tuple[str, Studied | Broken]]:
    """Each file's briefing, or what is wrong with it, in the order of `paths`; many are read on all cores."""
    for chunk in workers.spread(partial(read_some, content, tuple(labels)), paths):
        yield from chunk


def read_some(content: Path, labels: Iterable[str], paths: Sequence[str]) -> list[tuple[str, Studied | Broken]]:
    """The same here and now, with one converter for them all."""
    converter = Converter(labels)
    return [(path, _read(content, path, converter)) for path in paths]


def _read(content: Path, path: str, converter: Converter) -> Studied | Broken:
    name = f"content/{path}"
    if printable(path) != path or "\n" in path:
        hint = "rename it: a name is UTF-8 text on one line, without control characters"
        return broken(printable(name), "has a name that cannot be an address", hint)
    try:
        briefing = briefings.parse(path, files.read_text(content / path, name), name)
        return study(briefing, converter, name, _mentions(briefing))
    except Broken as error:
        return error


def _mentions(briefing: Briefing) -> tuple[Mention, ...]:
    """What the background names by its day."""
    day = date.fromisoformat(briefing.matter.date.iso[:10]) if briefing.matter.date else None
    return recollections(briefing.text, briefing.matter.language, day)
