"""What a desk's folder says of earlier imports: the merge bases, and where the briefings made of them stand now.

For each briefing that was ever received, `content/_desk/received/ID.md` holds it exactly as it was generated. Its front
matter's `source` tells file and digest, and so how a second import knows the article. `ID.new.md` holds a newer version
that waits for a human. The briefings themselves may have been renamed or moved, and are found by their id.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from readalso import files
from readalso.words import digest

BASES = "content/_desk/received"

# These two lines are read without YAML, since thousands are at each import; `frontmatter.write` gives them this form.
_SOURCE = re.compile(
    r'^source: \{.*?\bfile: (?P<file>"(?:[^"\\]|\\.)*"|[^,}]*), sha256: "?(?P<sha256>[0-9a-f]{64})', re.MULTILINE
)
_ID = re.compile(r'^id: *["\']?(?P<id>[^"\'\s#]+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Base:
    """An article's briefing as it was generated."""

    id: str
    file: str
    """The source it was generated from."""
    sha256: str
    """That source's digest."""
    is_waiting: bool
    """Whether it is a newer version that waits for a human."""


@dataclass(frozen=True, slots=True)
class Records:
    """All that earlier imports left."""

    by_sha256: Mapping[str, Base]
    """Bases by the digest of their source."""
    by_file: Mapping[str, Base]
    """Bases by the name of their source, without those that wait."""
    places: Mapping[str, str]
    """A briefing's id -> its path in content/."""
    paths: frozenset[str]
    """All briefings' paths in content/, in lower case, since some disks do not know the difference."""


def base_path(id: str, is_waiting: bool = False) -> str:
    """Where the base of a briefing lies, from the site's folder."""
    return f"{BASES}/{id}{'.new' if is_waiting else ''}.md"


def load(root: Path) -> Records:
    """The records of the site in `root`."""
    bases = tuple(_bases(root / BASES))
    places = dict(_places(root / "content"))
    return Records(
        by_sha256={base.sha256: base for base in bases},
        by_file={base.file: base for base in bases if not base.is_waiting},
        places={id: path for path, id in places.items()},
        paths=frozenset(path.casefold() for path in places),
    )


def _bases(folder: Path) -> Iterator[Base]:
    for path, entry in files.walk(folder):
        source = _SOURCE.search(_front(Path(entry.path)))
        if source and path.endswith(".md"):
            id = path.removesuffix(".md").removesuffix(".new")
            yield Base(id, _unquoted(source["file"]), source["sha256"], path.endswith(".new.md"))


def _places(content: Path) -> Iterator[tuple[str, str]]:
    """(path, id) of each briefing; one without an id has that of its path, as everywhere."""
    for path, entry in files.walk(content):
        if path.endswith(".md") and not any(part.startswith("_") for part in path.split("/")):
            found = _ID.search(_front(Path(entry.path)))
            yield path, found["id"] if found else digest(path)[:12]


def _front(path: Path) -> str:
    """A file's front matter; a file that is no text has none."""
    return files.read_bytes(path).partition(b"\n---")[0].decode("utf-8", "replace")


def _unquoted(value: str) -> str:
    return str(json.loads(value)) if value.startswith('"') else value
