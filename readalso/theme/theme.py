"""A theme on the disk, and what of it each page depends on. No template is compiled here.

A theme is a folder `themes/NAME/` with `theme.yml`, `templates/`, `languages/` (the words of its pages, one YAML a
language) and `static/` (published as they are). A site's own `templates/`, `languages/` and `static/` shadow the
theme's file by file, and `{% extends "theme/story.html" %}` reaches the shadowed one.

A template or a phrase that a theme does not have is the default theme's. So a theme has as many as it cares for, and
pages of a kind that came after it still stand in its own base.html.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from readalso import files
from readalso.errors import Problem, broken, warning
from readalso.settings import FILE, Settings
from readalso.theme import places
from readalso.theme.places import shown
from readalso.words import digest, printable

_REFERRED = re.compile(
    r"{%[-+]?\s*(?:extends|include|import|from)\s+(.+?)\s*(?:[-+]?%}|import\b|ignore\b|with\b|without\b|as\b)",
    re.DOTALL,
)
_ASSET = re.compile(r"\basset\b(?:\(\s*[\"']([^\"']+)[\"']\s*\))?")
_NAMED = re.compile(r"""["']([^"']+)["']\Z""")
_LITTER = (".DS_Store", "Thumbs.db", ".gitignore", ".gitkeep")
SHADOWED = "theme/"
"""The prefix by which a template reaches the theme's own, even where the site shadows it."""


@dataclass(frozen=True, slots=True)
class Static:
    """A file that is published as it is."""

    url: str
    path: Path
    digest: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as one site sees it."""

    name: str
    templates: Mapping[str, str]
    """Template name -> its text; the theme's own also under "theme/NAME"."""
    origins: Mapping[str, str]
    """Template name -> its file, for messages."""
    languages: Mapping[str, tuple[str, ...]]
    """Language -> the YAML texts of its words, those that shadow last."""
    statics: tuple[Static, ...]
    """By url."""

    def parts(self, template: str) -> dict[str, str]:
        """What a page made with `template` takes from the theme, each part with its fingerprint.

        The template with all that it extends, includes or imports; the words; and each static file that one of these
        asks the address of. One that names a file by a variable takes all of them.
        """
        texts = {name: self.templates[name] for name in sorted(_closure(template, self.templates))}
        words = [text for _, row in sorted(self.languages.items()) for text in row]
        wanted = _assets(texts.values())
        statics = {
            f"the file {one.url}": one.digest[:16] for one in self.statics if wanted is None or one.url in wanted
        }
        return {
            f"template {template}": digest("\0".join(f"{name}\0{text}" for name, text in texts.items()))[:16],
            "the words of the pages": digest("\0".join(words))[:16],
            **statics,
        }


def load(name: str, root: Path) -> Theme:
    """The theme `name` for the site in `root`; one that is nowhere, or for another version, is `Broken`."""
    home = places.check(name, root)
    templates, origins = _templates(home, root)
    return Theme(name, templates, origins, _languages(home, root), _statics(home, root))


def wordless(theme: Theme, settings: Settings) -> Iterator[Problem]:
    """A warning where the pages' own words are not known in the site's language, so that they are English."""
    tag = settings.language
    if not {tag, tag.split("-")[0]} & theme.languages.keys():
        what = f'language "{tag}" has no file of phrases, so the pages speak English'
        yield warning(FILE, what, f"write languages/{tag}.yml as languages/en.yml of the theme is")


def folders(name: str, root: Path) -> tuple[Path, ...]:
    """Every folder that the theme `name` of the site in `root` reads from; one that is nowhere is `Broken`."""
    layers = _layers(places.home(name, root), root)
    return (*layers[:-1], *(root / part for part in ("templates", "languages", "static")))


def _templates(home: Path, root: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The default theme's templates, under the theme's own, under the site's own."""
    texts: dict[str, str] = {}
    origins: dict[str, str] = {}
    for folder in _layers(home, root):
        for name, entry in files.walk(folder / "templates"):
            text = files.read_text(Path(entry.path), shown(Path(entry.path), root))
            for known in (name,) if folder is root else (name, SHADOWED + name):
                texts[known], origins[known] = text, shown(Path(entry.path), root)
    return texts, origins


def _layers(home: Path, root: Path) -> tuple[Path, ...]:
    """The folders that a site's theme is made of, each shadowing those before it."""
    ground = places.shipped(places.DEFAULT)
    return (home, root) if ground is None or ground == home else (ground, home, root)


def _languages(home: Path, root: Path) -> dict[str, tuple[str, ...]]:
    """The words; those of the default theme stand in for what a theme does not say."""
    found: dict[str, tuple[str, ...]] = {}
    for folder in _layers(home, root):
        for name, entry in files.walk(folder / "languages"):
            if name.endswith(".yml"):
                language = name.removesuffix(".yml")
                found[language] = (
                    *found.get(language, ()),
                    files.read_text(Path(entry.path), shown(Path(entry.path), root)),
                )
    return found


def _statics(home: Path, root: Path) -> tuple[Static, ...]:
    found: dict[str, Static] = {}
    for folder in (home, root):
        for name, entry in files.walk(folder / "static", hidden=True):
            if name.rpartition("/")[2] in _LITTER:
                continue
            if not name.isprintable():
                raise broken(printable(f"static/{name}"), "has a name that cannot be an address", "rename it")
            path = Path(entry.path)
            found["/" + name] = Static("/" + name, path, digest(files.read_bytes(path)))
    return tuple(found[url] for url in sorted(found))


def _closure(template: str, templates: Mapping[str, str]) -> set[str]:
    """A template and all it extends, includes or imports; one that names another by a variable depends on them all."""
    if template not in templates:
        raise broken(f"templates/{template}", "is missing from the theme", "add it, or choose another theme")
    found: set[str] = set()
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name in found or name not in templates:
            continue
        found.add(name)
        for referred in _REFERRED.findall(templates[name]):
            named = _NAMED.match(referred)
            if named is None:
                return set(templates)
            waiting.append(named[1])
    return found


def _assets(texts: Iterable[str]) -> set[str] | None:
    """The urls of the static files that templates ask for; None where one of them names a file by a variable."""
    asked = [name for text in texts for name in _ASSET.findall(text)]
    return {"/" + name.lstrip("/") for name in asked} if all(asked) else None
