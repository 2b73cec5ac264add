"""What the pages of each story showed when they were last planned, one by one: so one text can be set anew alone.

`.readalso/galleys` is one file: a line with the format and the program that wrote it, then what the pages showed, then
a list of whose it is and where it begins, and in the last line where that list begins. One of them is read without the
others. A file that is lost, damaged or of another program costs time and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from io import BufferedReader, FileIO
from pathlib import Path
from zlib import crc32

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from readalso.briefing.facts import Facts
from readalso.briefing.vocabulary import Vocabulary
from readalso.words import digest

FILE = "galleys"
_FORMAT = "readalso galleys 4"
_TAIL = 24
"""Bytes of the last line."""


class Shown(Struct, frozen=True):
    """A page that prints a story's text."""

    url: str
    template: str
    kind: str
    """Of its view: "Story"."""
    view: bytes
    """As `pages.page` encodes it."""


Rest = tuple[str, str]
"""The fingerprints of all that is known of a briefing but for its text, and of the words by which it is found."""


class Galley(Struct, frozen=True):
    """A story whose text stands on some pages."""

    rest: Rest
    pages: tuple[Shown, ...]


class _Place(Struct, frozen=True, array_like=True):
    url: str
    template: str
    kind: str
    start: int
    size: int
    crc: int


_Pages = tuple[Rest, list[_Place]]


def rest(facts: Facts) -> Rest:
    """All of a briefing's facts on which anything depends but the pages that print its text.

    They alone depend on the text's fingerprint, its length, and whether it begins with the summary; and only the search
    depends on its words.
    """
    known = replace(facts, text_digest="", word_count=0, is_lede_first=False, vocabulary=_NO_WORDS)
    return digest(_encode(known)), digest(_encode(facts.vocabulary))


@dataclass(slots=True)
class Writer:
    """Takes down what pages show, as they are planned."""

    file: FileIO | None
    """None where there is no place for it."""
    place: int
    _listed: dict[str, _Pages] = field(default_factory=dict)
    mark: str = ""
    """The fingerprint of the whole, once all is there."""

    def put(self, source: str, rest: Rest, page: Shown) -> None:
        """One more page of a briefing."""
        try:
            size = self.file.write(page.view) if self.file else 0
        except OSError:  # a full disk costs the next build some time, and this one nothing
            self.file = None
            return
        at = _Place(page.url, page.template, page.kind, self.place, size, crc32(page.view))
        self._listed.setdefault(source, (rest, []))[1].append(at)
        self.place += size

    def end(self) -> None:
        """Write the list."""
        listed = _encode(self._listed)
        if self.file:
            self.file.write(listed + f"\n{self.place:012} {crc32(listed):010}".encode())
            self.mark = digest(listed)


@contextmanager
def writing(work: Path, version: str) -> Iterator[Writer]:
    """Put down the galleys of a site, in the place of those of the last build."""
    with ExitStack() as stack:
        writer = Writer(None, 0)
        with suppress(OSError):
            (work / FILE).unlink(missing_ok=True)
            writer.file = stack.enter_context(FileIO(work / FILE, "xb"))
            writer.place = writer.file.write(_head(version))
        yield writer
        with suppress(OSError):
            writer.end()


def read(work: Path, version: str, mark: str | None, sources: Iterable[str]) -> Mapping[str, Galley]:
    """The galleys of some briefings, by path; none of a file that is damaged, or whose mark is not `mark`, if any."""
    found: dict[str, Galley] = {}
    with suppress(OSError, ValueError, msgspec.MsgspecError), open(work / FILE, "rb") as file:
        if file.read(len(_head(version))) != _head(version):
            return {}
        end = file.seek(-_TAIL, 2)
        place, crc = map(int, file.read().split())
        file.seek(place)
        listed = file.read(end - place)
        if crc32(listed) != crc or mark not in (None, digest(listed)):
            return {}
        places = msgspec.msgpack.decode(listed, type=dict[str, msgspec.Raw])  # which leaves the others as they are
        for source in sources:
            if source in places:
                about, pages = msgspec.msgpack.decode(places[source], type=_Pages)
                found[source] = Galley(about, tuple(_shown(file, page) for page in pages))
    return found


def _shown(file: BufferedReader, place: _Place) -> Shown:
    file.seek(place.start)
    view = file.read(place.size)
    if crc32(view) != place.crc:
        raise ValueError("damaged")
    return Shown(place.url, place.template, place.kind, view)


_encode = msgspec.msgpack.Encoder().encode
_NO_WORDS = Vocabulary()


def _head(version: str) -> bytes:
    return f"{_FORMAT} {version}\n".encode()
