"""The desk's register of names, `content/_desk/names.yml`: who and what the articles speak of, in every spelling.

    people:
      Mara Veldan: [Veldan, Мара Велдан, Велдан]
    organisations: …
    places: …
    topics:
      Ports and shipping: [port, dockers, порт]

A key is the spelling that briefings and pages use; the list holds the others, in any script and inflected form. For
topics the list holds the words that give the topic.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from readalso import files
from readalso.errors import Broken
from readalso.fields import Fields
from readalso.yamltext import read

KINDS = ("people", "organisations", "places", "topics")
FILE = "content/_desk/names.yml"


@dataclass(frozen=True, slots=True)
class Register:
    """For each kind, canonical name -> its other spellings, in the file's order."""

    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    organisations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load(root: Path) -> Register:
    """The register of the site in `root`; empty where there is none. Problems, all at once, as `Broken`."""
    path = root / FILE
    return parse(files.read_text(path, FILE), FILE) if path.exists() else Register()


def parse(text: str, path: str = FILE) -> Register:
    """The register that the YAML `text` gives."""
    reader = Fields(read(text, path))
    reader.only(KINDS)
    kinds = {}
    for kind in KINDS:
        names = reader.fields(kind)
        kinds[kind] = {name: names.texts(name) for name in names.items}
    if reader.problems:
        raise Broken(reader.problems)
    return Register(**kinds)
