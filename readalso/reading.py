"""Content files read, parsed and converted; loaded only by a run that has some to read.

Markdown, the sanitiser and the process pool take 0.1 s to import, which is longer than a build with nothing to do.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from threading import get_ident

import msgspec

from readalso import files, workers
from readalso.briefing import briefing as briefings
from readalso.briefing.body import Packed, pack
from readalso.briefing.briefing import Briefing
from readalso.briefing.doubts import doubts
from readalso.briefing.facts import Facts, Mention
from readalso.briefing.markdown import Converter
from readalso.briefing.study import study
from readalso.errors import Broken, broken
from readalso.intake.anatomy.recollections import recollections
from readalso.job import Manner
from readalso.library.outlines import outlines
from readalso.words import printable

Studied = tuple[Facts, Packed]
"""What a briefing says, and its converted body."""
_Sent = tuple[bytes, list[Broken | None]]
"""What a worker sends: the briefings of a chunk as MessagePack, which takes a twentieth of pickle's time, and for each
path of the chunk what is wrong with it, or None where its briefing is among them."""

_Way = tuple[tuple[str, ...], bool, bool]
"""The labels of references, whether there are shortcuts, and whether they are proven."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[Studied]).decode


def read_all(
    content: Path,
    paths: Sequence[str],
    manner: Manner,
    executor: Executor | None = None,
    count: int | None = None,
) -> Iterator[tuple[str, Studied | Broken]]:
    """Each file's briefing, or what is wrong with it, in the order of `paths`; many are read on all cores."""
    walk = iter(paths)
    for sent, refused in workers.spread(partial(read_some, content, manner), paths, executor, count):
        read = iter(_decode(sent))
        for error in refused:
            yield next(walk), error or next(read)


def is_proven(manner: Manner) -> bool:
    """Whether what is made without Markdown here is what Markdown would make."""
    return _converter(_way(manner), get_ident()).is_proven


def read_some(content: Path, manner: Manner, paths: Sequence[str]) -> _Sent:
    """The same in this process, with one converter for them all."""
    converter = _converter(_way(manner), get_ident())
    found: list[Studied] = []
    refused: list[Broken | None] = []
    for path in paths:
        try:
            found.append(_read(content, path, converter, manner))
            refused.append(None)
        except Broken as error:
            refused.append(error)
    return _encode(found), refused


def _way(manner: Manner) -> _Way:
    return tuple(manner.labels()), manner.has_shortcuts, manner.is_proven


@lru_cache(maxsize=8)
def _converter(way: _Way, thread: int) -> Converter:
    """One for all chunks of a thread: making it takes as long as converting some thirty texts."""
    labels, has_shortcuts, is_proven = way
    return Converter(labels, is_proven=is_proven) if has_shortcuts else Converter(labels, None)


def _read(content: Path, path: str, converter: Converter, manner: Manner) -> Studied:
    name = f"content/{path}"
    if printable(path) != path or "\n" in path:
        hint = "rename it: a name is UTF-8 text on one line, without control characters"
        raise broken(printable(name), "has a name that cannot be an address", hint)
    text = files.read_text(f"{content}/{path}", name)
    briefing = briefings.parse(path, text, name, manner.has_shortcuts)
    mentions = _mentions(briefing) if manner.has_threads else ()
    headlines = outlines(briefing.matter, manner.language)
    facts, body = study(briefing, converter, name, mentions, doubts(text, name), manner.search, headlines)
    return facts, pack(body.pieces)


def _mentions(briefing: Briefing) -> tuple[Mention, ...]:
    """What the background names by its day."""
    day = date.fromisoformat(briefing.matter.date.iso[:10]) if briefing.matter.date else None
    return recollections(briefing.text, briefing.matter.language, day)
