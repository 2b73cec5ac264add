"""The source files of an import: found, and read by the first format that accepts them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from readalso import files
from readalso.errors import Broken, broken
from readalso.intake.article import Article
from readalso.intake.formats import FORMATS
from readalso.layout import SEEDS
from readalso.words import printable


@dataclass(frozen=True, slots=True)
class Seed:
    """One source file."""

    name: str
    """Relative to the site's folder, with "/"; its bare name where it lies outside."""
    path: Path


def find(root: Path, paths: Iterable[Path]) -> tuple[Seed, ...]:
    """The files of `paths` (files and folders, relative to `root`), or else of seeds/, in order of their names.

    In folders, names that begin with "." and links are passed over.
    """
    wanted = [root / path for path in paths] or [root / SEEDS]
    return tuple(
        sorted(
            {_seed(root, path) for start in wanted for path in _below(start)},
            key=lambda seed: (seed.name, str(seed.path)),
        )
    )


def read(seed: Seed) -> tuple[Article, ...]:
    """The articles of a source file; one that cannot be read is `Broken`, its problems under the seed's name."""
    if not seed.name.isprintable():
        raise broken(printable(seed.name), "has a name that is no text on one line", "rename it")
    try:
        data = files.read_bytes(seed.path)
        accepting = next((form for form in FORMATS if form.accepts(data, seed.name)), None)
        if accepting is None:
            raise broken(seed.name, "is in no known format", "save it as text")
        return accepting.read(data, seed.name)
    except Broken as error:
        raise Broken(replace(problem, path=seed.name) for problem in error.problems) from error


def _below(start: Path) -> Iterator[Path]:
    """The path itself, unless it is a folder; what cannot be read is said when it is read."""
    if start.is_dir():
        yield from (Path(entry.path) for _, entry in files.walk(start))
    else:
        yield start


def _seed(root: Path, path: Path) -> Seed:
    whole, home = (Path(os.path.normpath(place.absolute())) for place in (path, root))
    inside = whole.is_relative_to(home)
    return Seed(whole.relative_to(home).as_posix() if inside else whole.name, whole)
