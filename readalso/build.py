"""The pipeline, top to bottom: content -> facts -> library -> pages -> site.

A page is what it shows. Its key is the fingerprint of its template with all that includes, of the public settings, and
of its view; a page whose key is that of the last build is left alone. Cold, incremental and preview builds are this
one function with an emptier or fuller memory. Beside it only `retouch` knows the memory.
"""

import gc
import time
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from msgspec.structs import replace

from readalso import (
    account,
    contents,
    drawing,
    engine,
    files,
    galleys,
    memo,
    pictures,
    press,
    register,
    renditions,
    standing,
)
from readalso.briefing.facts import Facts
from readalso.errors import Problem
from readalso.files import Stamp
from readalso.galleys import Writer
from readalso.job import Job
from readalso.library import desk as desks
from readalso.library import ledger, rulings
from readalso.library.gallery import Gallery, hang
from readalso.library.library import Library, assemble
from readalso.library.threads import decisions
from readalso.lock import waiting_for
from readalso.memo import Made, Memo, Read
from readalso.outcome import NOTHING, Outcome
from readalso.pages import page as pages
from readalso.pages import photos
from readalso.pages.kinds import former, social
from readalso.pages.lettering import Lettering
from readalso.pages.page import Page
from readalso.pages.plan import plan
from readalso.press import Keyed, Order, Press, Printed, Sheet, explain
from readalso.report import Voice
from readalso.retouch import remembered, retouch
from readalso.site import MANIFEST, Site
from readalso.spool import Kept, Spool, spooling
from readalso.standing import Asked, Sources
from readalso.stopwatch import Stopwatch
from readalso.theme import theme as themes
from readalso.theme.theme import Theme
from readalso.words import digest


@dataclass(frozen=True, slots=True)
class _Start:
    """What there was when a build began."""

    time: int
    """Nanoseconds."""
    asked: Asked
    sources: Sources
    taken: Mapping[str, Stamp]
    """The stamps of all that goes into the site."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What content/ says."""

    stamps: Mapping[str, Stamp]
    """Of each briefing's file, by path in content/."""
    facts: Mapping[str, Facts]
    """What each of them says."""
    bodies: Mapping[str, Kept]
    """The converted bodies of those that were read anew, where somebody wanted to keep them."""
    library: Library
    is_proven: bool
    """Whether the shortcuts past Markdown hold with the one that is installed."""


def survey(
    job: Job, memory: Memo[Facts], voice: Voice, watch: Stopwatch | None = None, spool: Spool | None = None
) -> Survey:
    """Content to library: read what is not known yet, and put it all together. Problems, all at once, as `Broken`.

    The bodies that were read go into `spool`, if there is one.
    """
    content = job.root / "content"
    stamps = contents.briefing_stamps(content)
    facts = memory.facts(stamps, job.manner.name)
    unread = [path for path in stamps if path not in facts]
    # Asked before any process is forked: each of them has then what the answer took to load.
    is_proven = contents.is_proven(job.manner) if unread else memory.is_proven
    bodies: dict[str, Kept] = {}
    for number, (path, studied) in enumerate(contents.read(content, unread, job.manner, job.executor), 1):
        facts[path], body = studied
        if spool:
            bodies[path] = spool.put(body)
        voice.progress(number, len(unread), "reading")
    watch = watch or Stopwatch()
    watch.lap("reading content/")
    library = assemble(facts.values(), job.settings, job.now, job.show, desks.load(job.root))
    watch.lap("putting the library together")
    return Survey(stamps, facts, bodies, library, is_proven)


def recall(job: Job) -> Memo[Facts]:
    """What the last build knew."""
    return Memo() if job.is_fresh else memo.load(job.work / "memo", job.program, Memo[Facts])


def build(job: Job, voice: Voice, watch: Stopwatch | None = None) -> Outcome:
    """Build the site, or what little of it is not as it was. Problems, all at once, as `Broken`.

    The output folder is then as it was. Two builds of one output wait for each other. `watch` is told of each stage.
    """
    watch = watch or Stopwatch()
    with waiting_for(job.work):
        watch.lap("loading and waiting")
        start = _begin(job)
        found = _quickly(job, start)
        watch.lap("looking for what changed" if found is None else "looking for what changed, and setting it anew")
        return found or _whole(job, start, voice, watch)[0]


def build_whole(job: Job, voice: Voice) -> tuple[Outcome, Library]:
    """The same, and the library, where it is known that the last build does not tell what little there is to do."""
    with waiting_for(job.work):
        return _whole(job, _begin(job), voice, Stopwatch())


def _begin(job: Job) -> _Start:
    started = time.time_ns()
    asked = Asked(digest(pages.encode((engine.version(), job.settings, job.show))), job.typed)
    folders = (job.root / "content", *themes.folders(job.settings.theme, job.root))
    desk = (register.FILE, rulings.FILE, decisions.FILE, "themes")
    known = job.root / ledger.FILE
    sources = Sources(tuple(map(str, folders)), tuple(str(job.root / name) for name in desk), str(known))
    return _Start(started, asked, sources, standing.take(sources))


def _quickly(job: Job, start: _Start) -> Outcome | None:
    """What a build did for which the last one tells what little there is to do; None where that is not so."""
    if job.is_fresh or Site(job.output, job.work).is_unfinished():
        return None
    note = standing.read(job.work, standing.Note[Outcome])
    is_same = note and (note.asked.settings, note.sources) == (start.asked.settings, start.sources)
    if note is None or not is_same or note.output != str(job.output):
        return None
    if not standing.is_rest_same(note, job.now, job.shown):
        return None
    if standing.is_taken(note, start.taken):
        return replace(note.said, seconds=(time.time_ns() - start.time) / 1e9)
    return retouch(job, note, start.taken, start.time)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from looking for circles among millions of values that have none: a fifth of a cold build's time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _whole(job: Job, start: _Start, voice: Voice, watch: Stopwatch) -> tuple[Outcome, Library]:
    with _without_collector(), spooling(job.work) as spool:
        return _build(job, start, voice, watch, spool)


def _build(job: Job, start: _Start, voice: Voice, watch: Stopwatch, spool: Spool) -> tuple[Outcome, Library]:
    site = Site(job.output, job.work)
    site.check_owned()
    site.recover()
    theme = themes.load(job.settings.theme, job.root)
    memory = recall(job)
    watch.lap("remembering the last build")
    known = survey(job, memory, voice, watch, spool)

    planned = _plan(job, known.library, theme, memory.pictures)
    watch.lap("planning pages")
    shop = _Workshop(job, Press.of(job, theme, site), memory, site.stamps(), known, voice, watch)
    with galleys.writing(job.work, job.edition) as writer:
        printed = shop.make(planned.sheets, writer)
    watch.lap("making pages")

    made = [sheet for sheet in planned.sheets if sheet.path in printed and printed[sheet.path].is_staged]
    wanted = {sheet.path: (printed.get(sheet.path) or memory.made[sheet.path]).digest for sheet in planned.sheets}
    change = site.commit(wanted, [sheet.path for sheet in made])
    watch.lap("putting them into place")

    renditions.prune(job.work / "pictures", frozenset(sheet.mark for sheet in planned.sheets))
    addresses = former.lasting(planned.pages)
    unwritten = ledger.keep(job.root, known.library.ledger, addresses) if job.with_ledger else ()
    now = {path: remembered(path, one, site) for path, one in printed.items()}
    lasting = {sheet.path: now.get(sheet.path) or memory.made[sheet.path] for sheet in planned.sheets}
    grounds = {page.template: shop.press.ground(page.template) for page in planned.pages}
    _remember(job, known, planned.seen, lasting, grounds, start.time)
    outcome = account.tell(
        known.library,
        job.settings,
        made=tuple((sheet.url, explain(memory.parts(sheet.path), printed[sheet.path].parts)) for sheet in made),
        left=len(planned.sheets) - len(made),
        change=change,
        moved=ledger.moves(known.library.ledger, addresses),
        gone=former.gone(planned.pages),
        unwritten=social.unwritten(known.library, planned.gallery, planned.lettering),
        problems=(*_problems(job, known, planned, theme), *unwritten),
        seconds=(time.time_ns() - start.time) / 1e9,
    )
    _leave(job, start, known.library, lasting, outcome, writer.mark)
    watch.lap("remembering this build")
    return outcome, known.library


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to stand in the output folder."""

    pages: Sequence[Page]
    sheets: tuple[Sheet, ...]
    """The pages, and all other files."""
    seen: Mapping[str, pictures.Seen]
    """The pictures that briefings show, by where they lie."""
    gallery: Gallery
    """The same, as pages show them."""
    lettering: Lettering | None
    """What the cards of stories are written with; None where there are none."""


def _plan(job: Job, library: Library, theme: Theme, before: Mapping[str, pictures.Seen]) -> _Plan:
    """All that a library and a theme make; `before` has the pictures as the last build saw them."""
    seen = pictures.gather(job.root, library, {one.url: one.path for one in theme.statics}, before)
    sizes = job.settings.pictures
    maker = renditions.maker() if sizes.widths else ""
    measured = {place: (size, mark) for place, (_, size, mark, _) in seen.items()}
    gallery = hang(library, measured, sizes.widths, f"{sizes.quality} {maker}" if maker else "")
    titles = (entry.facts.matter.title for entry in library.entries.values())
    lettering = drawing.for_cards(job.settings, theme.statics, titles)
    found = plan(library, job.settings, [static.url for static in theme.statics], gallery, lettering)
    beside = [
        file for one in photos.beside(gallery) for file in press.picture_files(one, job.root, sizes.quality, maker)
    ]
    return _Plan(found, tuple(press.sheets(found, theme.statics, beside)), seen, gallery, lettering)


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What pages are made with."""

    job: Job
    press: Press
    memory: Memo[Facts]
    present: Mapping[str, Stamp]
    """The files of the output folder, as they were found."""
    known: Survey
    voice: Voice
    watch: Stopwatch

    def make(self, sheets: Sequence[Sheet], writer: Writer) -> dict[str, Printed]:
        """Make the sheets that are not as the last build made them, and note for the next one what texts stand on."""
        new = {sheet.path for sheet in sheets if self._is_new(sheet)}
        waiting = self._waiting(sheets, new, writer)
        self.watch.lap("comparing them with the last build's")
        bodies = self.known.bodies
        orders = [Order(sheet, bodies.get(_source(sheet)), sheet.path in self.present) for sheet in waiting]
        printed: dict[str, Printed] = {}
        for sheet, one in zip(waiting, self.press.run(orders, self.job.executor), strict=True):
            if sheet.path in new:
                self._note_text(writer, sheet, one.keyed)
            printed[sheet.path] = one.forgotten()
            self.watch.add(sheet.kind, one.seconds)
            self.voice.progress(len(printed), len(waiting), "making")
        return printed

    def _is_new(self, sheet: Sheet) -> bool:
        """Whether a sheet has to be made, whatever it shows: it never was, or its template or the settings changed."""
        if sheet.path not in self.memory.made:
            return True
        page = sheet.item
        return isinstance(page, Page) and self.press.ground(page.template) != self.memory.grounds.get(page.template)

    def _waiting(self, sheets: Sequence[Sheet], new: Container[str], writer: Writer) -> Sequence[Sheet]:
        """Those that have to be made: the `new` ones, and those that show something else or are not as they were."""
        known = [sheet for sheet in sheets if sheet.path not in new]
        kept = set()
        for sheet, keyed in zip(known, self.press.keys(known, self.job.executor), strict=True):
            self._note_text(writer, sheet, keyed)
            if self.memory.is_made(sheet.path, keyed.key, self.present.get(sheet.path)):
                kept.add(sheet.path)
        return [sheet for sheet in sheets if sheet.path not in kept]

    def _note_text(self, writer: Writer, sheet: Sheet, keyed: Keyed) -> None:
        """Put a page that prints a briefing's whole text down in the galleys.

        Who sets a text anew from them takes the shortcuts for proven; where they are not, there is nothing to go by.
        """
        source = _source(sheet)
        facts = self.known.facts.get(source) if self.known.is_proven and keyed.shown else None
        if facts and keyed.shown:
            writer.put(source, galleys.rest(facts), keyed.shown)


def _source(sheet: Sheet) -> str:
    return sheet.item.source if isinstance(sheet.item, Page) else ""


def _problems(job: Job, known: Survey, planned: _Plan, theme: Theme) -> Iterable[Problem]:
    """What there is to say of the texts and of what is asked for, beside what the library itself has to say."""
    yield from (problem for one in known.facts.values() for problem in one.problems)
    yield from themes.wordless(theme, job.settings)
    yield from drawing.handless(job.settings)
    yield from pictures.telling(planned.seen, planned.gallery)
    yield from former.lost(known.library, planned.pages)


def _leave(
    job: Job, start: _Start, library: Library, remembered: Mapping[str, Made], outcome: Outcome, mark: str
) -> None:
    """Note what the build went by."""
    again = replace(outcome, made=(), left=len(remembered), change=NOTHING, moved=())
    stamps = {path: made.stamp for path, made in remembered.items()}
    stamps[MANIFEST] = Site(job.output, job.work).stamp(MANIFEST) or files.GONE
    end = account.end(library, job.settings)
    standing.leave(
        job.work,
        standing.note(
            start.asked, start.sources, start.taken, job.output, stamps, job.now, end, again, start.time, mark
        ),
    )


def _remember(
    job: Job,
    known: Survey,
    seen: Mapping[str, pictures.Seen],
    made: Mapping[str, Made],
    grounds: Mapping[str, str],
    started: int,
) -> None:
    """Leave for the next build what this one knows."""
    read = {path: Read(stamp, known.facts[path]) for path, stamp in files.settled(known.stamps, started).items()}
    stamps = files.settled({place: one[0] for place, one in seen.items()}, started)
    looked = {place: seen[place] for place in stamps}
    with suppress(OSError):  # a full disk costs the next build some time, and this one nothing
        what = Memo(read, made, looked, job.manner.name, known.is_proven, grounds)
        memo.save(job.work / "memo", job.program, what)
