"""The desk's register of names, `content/_desk/names.yml`: who and what the articles speak of, in every spelling.

    people:
      Mara Veldan: [Veldan, Мара Велдан, Велдан]
      Ada Brunn: {aliases: [Brunn], description: "Speaker of the parliament of Tavonia."}
    organisations: …
    places: …
    topics:
      Ports and shipping: [port, dockers, порт]
    suggested: …
    apart:
      - [Ilo Veldan, Ila Veldan]

A key is the spelling that briefings and pages use; the list holds the others, in any script and inflected form. For
topics the list holds the words that give the topic. `suggested` is what `readalso names --write` has put there, and has
no effect until somebody moves a spelling up into a list; `apart` names spellings that are not one name, so that none of
them is suggested for another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from readalso import files
from readalso.errors import Broken
from readalso.fields import Fields
from readalso.yamltext import read

KINDS = ("people", "organisations", "places", "topics")
_MORE = ("suggested", "apart")
FILE = "content/_desk/names.yml"


@dataclass(frozen=True, slots=True)
class Register:
    """For each kind, canonical name -> its other spellings, in the file's order."""

    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    organisations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    descriptions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Kind -> canonical name -> a sentence on it, for those that have one."""
    suggested: tuple[tuple[str, str, str], ...] = ()
    """(kind, name, spelling) of each suggestion that nobody has decided on."""
    apart: tuple[tuple[str, ...], ...] = ()
    """Spellings that are not one name, whatever they look like."""


def load(root: Path) -> Register:
    """The register of the site in `root`; empty where there is none. Problems, all at once, as `Broken`."""
    path = root / FILE
    return parse(files.read_text(path, FILE), FILE) if path.exists() else Register()


def parse(text: str, path: str = FILE) -> Register:
    """The register that the YAML `text` gives."""
    reader = Fields(read(text, path))
    reader.only((*KINDS, *_MORE))
    kinds: dict[str, dict[str, tuple[str, ...]]] = {}
    descriptions: dict[str, dict[str, str]] = {}
    for kind in KINDS:
        names = reader.fields(kind)
        kinds[kind] = {name: _aliases(names, name) for name in names.items}
        said = {name: _description(names, name) for name in names.items}
        descriptions[kind] = {name: text for name, text in said.items() if text}
    register = Register(
        **kinds,
        descriptions={kind: names for kind, names in descriptions.items() if names},
        suggested=tuple(map(_suggestion, reader.records("suggested", "{kind: people, name: …, spelling: …}"))),
        apart=tuple(_apart(reader)),
    )
    if reader.problems:
        raise Broken(reader.problems)
    return register


def _aliases(names: Fields, name: str) -> tuple[str, ...]:
    """The other spellings: a list, or the `aliases` of a name of which more is said."""
    if not isinstance(names.items[name], dict):
        return names.texts(name)
    more = names.fields(name)
    more.only(("aliases", "description"))
    return more.texts("aliases")


def _description(names: Fields, name: str) -> str:
    return names.fields(name).text("description") if isinstance(names.items[name], dict) else ""


def _suggestion(one: Fields) -> tuple[str, str, str]:
    one.only(("kind", "name", "spelling", "why", "seen"))
    return one.choice("kind", KINDS, KINDS[0]), one.text("name"), one.text("spelling")


def _apart(reader: Fields) -> Iterator[tuple[str, ...]]:
    rows = reader.items.get("apart")
    if rows is not None and not isinstance(rows, list):
        reader.refuse(("apart",), "is not a list of lists", "write - [one spelling, another]")
        return
    for index, row in enumerate(rows or ()):
        if not isinstance(row, list) or not all(isinstance(one, str) for one in row):
            reader.refuse(("apart", index), "is not a list of spellings", "write - [one spelling, another]")
            continue
        yield tuple(str(one) for one in row)
