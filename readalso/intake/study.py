"""The part of an import that is the same for every article and knows nothing of the others: done on all cores."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from readalso import files, workers
from readalso.briefing import briefing as briefings
from readalso.briefing.briefing import Briefing
from readalso.errors import Broken, Problem, warning
from readalso.fields import Moment
from readalso.intake import seeds
from readalso.intake.anatomy.anatomy import Anatomy, Prose
from readalso.intake.anatomy.dissect import dissect
from readalso.intake.anatomy.known import Known, know
from readalso.intake.article import Article
from readalso.intake.audit import Trace, trace
from readalso.intake.compose import compose
from readalso.intake.records import Arrival
from readalso.intake.tags import Kind, read_tags
from readalso.register import Register
from readalso.settings import Settings
from readalso.words import digest

_LEAST = 200
"""Characters of a text that is known by itself; a shorter one is the same as another only under the same headline."""
_KINDS: dict[str, Kind] = {"withdrawn": "kill", "corrected": "correction", "updated": "update"}


@dataclass(frozen=True, slots=True)
class Study:
    """One article, read and made a briefing of."""

    arrival: Arrival
    """What to know it by; no briefing has it yet."""
    briefing: Briefing
    """Its path is empty."""
    text: str
    """Its file."""
    traces: tuple[Trace, ...]
    """Where each of its paragraphs went; empty unless asked for."""
    problems: tuple[Problem, ...]
    """What a human should know of how it was read."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gives no article."""

    file: str
    problems: tuple[Problem, ...]
    """Why."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What every article of an import is studied by."""

    settings: Settings
    register: Register
    now: Moment
    with_traces: bool


def file_digest(seed: seeds.Seed) -> str:
    """The digest of a source file's bytes; "" for one that cannot be read, which is told when it is studied."""
    try:
        return sha256(files.read_bytes(seed.path)).hexdigest()
    except Broken:
        return ""


def study(found: Sequence[tuple[seeds.Seed, str]], terms: Terms) -> Iterator[Study | Unread]:
    """The articles of the source files, each with its digest, in their order."""
    for chunk in workers.spread(partial(_chunk, terms), found):
        yield from chunk


def _chunk(terms: Terms, found: Sequence[tuple[seeds.Seed, str]]) -> list[Study | Unread]:
    known = know(terms.register)
    return [result for seed, data in found for result in _file(seed, data, terms, known)]


def _file(seed: seeds.Seed, data: str, terms: Terms, known: Known) -> Iterator[Study | Unread]:
    try:
        articles = seeds.read(seed)
    except Broken as error:
        yield Unread(seed.name, error.problems)
        return
    yield from (_article(article, seed.name, data, terms, known) for article in articles)


def _article(article: Article, file: str, data: str, terms: Terms, known: Known) -> Study:
    anatomy = dissect(article, terms.settings, known)
    briefing = compose(article, anatomy, terms.now)
    arrival = _arrival(article, anatomy, briefing, file, data, terms.now)
    return Study(
        arrival=arrival,
        briefing=briefing,
        text=briefings.write(briefing),
        traces=trace(article, anatomy) if terms.with_traces else (),
        problems=tuple(warning(article.seed, note) for note in article.notes),
    )


def _arrival(article: Article, anatomy: Anatomy, briefing: Briefing, file: str, data: str, received: Moment) -> Arrival:
    matter, stated, tagged = briefing.matter, article.stated, read_tags(article.headline)
    updated = matter.updated.iso if matter.updated else stated.updated
    return Arrival(
        seed=article.seed,
        sha256=article.sha256,
        file=file,
        data=data,
        guid=stated.guid,
        url=stated.url,
        head=tagged.head,
        kind=_KINDS.get(matter.status, tagged.kind),
        number=int(stated.version) if re.fullmatch(r"[0-9]{1,9}", stated.version) else tagged.number,
        agency=matter.source.name,
        day=matter.date.iso[:10] if matter.date else "",
        updated=updated if len(updated) > len("2025-03-27") else "",
        received=received.iso[:10],
        text=_said(anatomy, tagged.head),
    )


def _said(anatomy: Anatomy, head: str) -> str:
    texts = (block.text if isinstance(block, Prose) else block.headline for block in anatomy.blocks)
    said = " ".join(" ".join(texts).casefold().split())
    return digest(said if len(said) >= _LEAST else f"{head}\n{said}")
