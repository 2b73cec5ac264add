"""Built sites and published folders for the tests in this folder, without a build: a manifest and its files."""

import json
from collections.abc import Mapping
from pathlib import Path

from readalso import files
from readalso.site import MANIFEST, Site
from readalso.words import digest


def built(folder: Path, contents: Mapping[str, str]) -> Site:
    """An output folder that a build has just left so."""
    files.remove_tree(folder)
    for path, text in contents.items():
        files.write(folder / path, text)
    manifest = {path: digest(text) for path, text in sorted(contents.items())}
    files.write(folder / MANIFEST, json.dumps(manifest))
    return Site(folder, folder.parent / ".readalso")


def held(folder: Path) -> dict[str, str]:
    """All files of a folder but the list of what was published; a link is what it points to."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file() and name != ".readalso-published.json":
            found[name] = path.read_text()
    return found
