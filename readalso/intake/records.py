"""What a desk's folder says of earlier imports: what has arrived, how it was generated, and where it stands now.

`content/_desk/arrivals.jsonl` holds a line for each article that ever came: an `Arrival` as JSON, what is empty left
out; the lines of one briefing together, in the order of their coming. It is read whole at each import, so that nothing
else need be. `content/_desk/received/ID.md` holds each briefing exactly as it was last generated, the base of the next
merge. Briefings may have been renamed or moved, and are found by their id. An import that was killed leaves a base
without a line, or a briefing without a base; the first is mended here, the second by the import that comes next.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from readalso import files
from readalso.briefing import briefing as briefings
from readalso.errors import Broken
from readalso.intake.tags import Kind, read_tags
from readalso.layout import RECEIVED
from readalso.words import digest

ARRIVALS = "content/_desk/arrivals.jsonl"

_ID = re.compile(r"^id: *[\"']?(?P<id>[^\"'\s#]+)", re.MULTILINE)  # read without YAML, thousands at each import
_PART = re.compile(r"\..*\.(?P<process>\d+)\.part\Z")


class Arrival(msgspec.Struct, frozen=True, omit_defaults=True):
    """One article that came."""

    seed: str
    """The article's name: its file, and for one among several in a file "#" and more. There is one arrival for each."""
    sha256: str
    """The digest of the article's bytes."""
    id: str = ""
    """The briefing made of it; "" as long as there is none."""
    file: str = ""
    """The file it came in."""
    data: str = ""
    """The digest of that file's bytes; "" where only the base tells of the article."""
    fate: Literal["", "older", "duplicate"] = ""
    """older: a newer version had come before it. duplicate: `first` had said the same."""
    first: str = ""
    """Of a duplicate: the arrival that it repeats."""
    guid: str = ""
    """The name its sender gave it; so also the next."""
    url: str = ""
    head: str = ""
    """Its headline without tags, folded."""
    kind: Kind = ""
    """What the headline's tags, or its format, say that this version is."""
    number: int | None = None
    """Of the version, if it has one."""
    agency: str = ""
    """Who reported it."""
    day: str = ""
    """When it was published; "" where nobody states it."""
    updated: str = ""
    """When this version was made, if that is stated with its time."""
    received: str = ""
    """The day it came."""
    text: str = ""
    """The digest of what it says, without furniture and white space."""


@dataclass(frozen=True, slots=True)
class Records:
    """All that earlier imports left."""

    arrivals: tuple[Arrival, ...]
    """Those of one briefing in the order of their coming."""
    bases: frozenset[str]
    """The ids of the briefings that have a base."""
    places: Mapping[str, str]
    """A briefing's id -> its path in content/."""
    paths: frozenset[str]
    """All briefings' paths in content/, in lower case, since some disks do not know the difference."""
    leftovers: tuple[str, ...]
    """Half-written files of runs that were killed, from the site's folder."""


def base_path(id: str) -> str:
    """Where the base of a briefing lies, from the site's folder."""
    return f"{RECEIVED}/{id}.md"


def load(root: Path) -> Records:
    """The records of the site in `root`."""
    listed = [path for path, _ in files.walk(root / "content", hidden=True)]
    arrivals = tuple(_arrivals(root / ARRIVALS))
    bases = frozenset(_bases(listed))
    places = dict(_places(root / "content", listed))
    told = {arrival.id for arrival in arrivals}
    return Records(
        arrivals=(*arrivals, *_untold(root, sorted(bases - told))),
        bases=bases,
        places={id: path for path, id in places.items()},
        paths=frozenset(path.casefold() for path in places),
        leftovers=tuple(f"content/{path}" for path in listed if _is_leftover(path)),
    )


def write(arrivals: Iterable[Arrival]) -> bytes:
    """The text of `arrivals.jsonl`."""
    return b"".join(msgspec.json.encode(arrival) + b"\n" for arrival in sorted(arrivals, key=lambda one: one.id))


def _arrivals(path: Path) -> Iterator[Arrival]:
    """A line that cannot be read, say the mark of a merge by git, is passed over: its article is recognised anew."""
    decoder = msgspec.json.Decoder(Arrival)
    for line in files.read_bytes(path).splitlines() if path.exists() else ():
        with suppress(msgspec.DecodeError):
            yield decoder.decode(line)


def _bases(listed: Iterable[str]) -> Iterator[str]:
    prefix = RECEIVED.removeprefix("content/") + "/"
    for path in listed:
        name = path.removeprefix(prefix)
        if name != path and name.endswith(".md") and not name.startswith("."):
            yield name.removesuffix(".md")


def _places(content: Path, listed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(path, id) of each briefing; one without an id has that of its path, as everywhere."""
    for path in listed:
        if path.endswith(".md") and not any(part.startswith(("_", ".")) for part in path.split("/")):
            front = files.read_bytes(content / path).partition(b"\n---")[0].decode("utf-8", "replace")
            found = _ID.search(front)
            yield path, found["id"] if found else digest(path)[:12]


def _untold(root: Path, ids: Iterable[str]) -> Iterator[Arrival]:
    """What the bases say of articles that no line tells of; a base that cannot be read says nothing."""
    for id in ids:
        with suppress(Broken):
            matter = briefings.parse("", files.read_text(root / base_path(id)), base_path(id)).matter
            tagged = read_tags(matter.title)
            yield Arrival(
                seed=matter.source.file,
                sha256=matter.source.sha256,
                id=id,
                file=matter.source.file.partition("#")[0],
                url=matter.source.url,
                head=tagged.head,
                kind="kill" if matter.status == "withdrawn" else tagged.kind,
                number=tagged.number,
                agency=matter.source.name,
                day=matter.date.iso[:10] if matter.date else "",
                received=matter.source.received.iso[:10] if matter.source.received else "",
            )


def _is_leftover(path: str) -> bool:
    """Whether a file is what `files.write` was about to write, in a process that is no more."""
    found = _PART.match(path.rpartition("/")[2])
    if not found:
        return False
    try:
        os.kill(int(found["process"]), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return False
