"""Where themes lie, and what each says of itself in its theme.yml.

name: ledger
description: A sober theme for print and archives.
contract: 1              # the set of views, filters and functions that its templates are written for
requires: "0.1"          # the oldest version of Readalso that it works with; any, where absent
languages: [en, uk, fr]
license: MIT
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readalso import __version__, files
from readalso.errors import Broken, broken, did_you_mean
from readalso.fields import Fields
from readalso.settings import FILE
from readalso.yamltext import read

CONTRACT = 1
"""The set of views, filters and functions that templates are written for: see docs/reference/themes.md."""
DEFAULT = "default"
_KEYS = ("name", "description", "contract", "requires", "languages", "license", "version", "author", "url", "extra")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a theme says of itself."""

    name: str
    """Its folder's name."""
    home: Path
    description: str
    contract: int
    requires: str
    """The oldest version of Readalso that it works with, or ""."""


def home(name: str, root: Path) -> Path:
    """The folder of the theme `name` for the site in `root`: the site's own, or one that ships. `Broken` where none."""
    found = next((place / name for place in _shelves(root) if (place / name / "templates").is_dir()), None)
    if found is None:
        raise broken(FILE, f'there is no theme "{name}"', did_you_mean(name, names(root)))
    return found


def shipped(name: str) -> Path | None:
    """The folder of a theme that ships."""
    return next((place / name for place in _packaged() if (place / name / "templates").is_dir()), None)


def names(root: Path) -> list[str]:
    """The themes that a site can wear, by name."""
    found = (entry for place in _shelves(root) if place.is_dir() for entry in place.iterdir())
    return sorted({entry.name for entry in found if (entry / "templates").is_dir()})


def manifest(name: str, root: Path) -> Manifest:
    """What the theme `name` says of itself. A mistake in its theme.yml is `Broken`."""
    place = home(name, root)
    path = place / "theme.yml"
    if not path.exists():
        return Manifest(name, place, "", CONTRACT, "")
    reader = Fields(read(files.read_text(path, shown(path, root)), shown(path, root)))
    reader.only(_KEYS, elsewhere="(keys of your own go under extra)")
    found = Manifest(
        name, place, reader.text("description"), reader.number("contract", CONTRACT), reader.text("requires")
    )
    if reader.problems:
        raise Broken(reader.problems)
    return found


def check(name: str, root: Path) -> Path:
    """The folder of a theme that works with this version; one written for another set of views is `Broken`."""
    found = manifest(name, root)
    path = found.home / "theme.yml"
    document = read(files.read_text(path, shown(path, root)), shown(path, root)) if path.exists() else None
    what, key = "", ""
    if found.contract != CONTRACT:
        what, key = f"contract is not {CONTRACT}, which is what this version shows to templates", "contract"
    elif _numbers(found.requires) > _numbers(__version__):
        what, key = f"requires Readalso {found.requires}, and this is {__version__}", "requires"
    if what and document:
        raise broken(shown(path, root), what, "see themes.md", *document.line(key))
    return found.home


def shown(path: Path, root: Path) -> str:
    """A path as messages name it: relative to the site, where it lies in it."""
    return path.relative_to(root).as_posix() if root in path.parents else str(path)


def _shelves(root: Path) -> Iterator[Path]:
    """The folders that hold themes, the site's own first."""
    yield root / "themes"
    yield from _packaged()


def _packaged() -> tuple[Path, ...]:
    """Where the package's own themes lie: inside it when installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    return (package / "themes", package.parent / "themes")


def _numbers(version: str) -> tuple[int, ...]:
    """ "0.1.0" as numbers, so that 0.10 comes after 0.9; anything else in it counts as 0."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split(".")) if version else ()
