"""The pipeline, top to bottom: content -> facts -> library -> pages -> site.

A page is what it shows. Its key is the fingerprint of its template with all that includes, of the public settings, and
of its view; a page whose key is that of the last build is left alone. Cold, incremental and preview builds are this
one function with an emptier or fuller memory. This is the only file that knows the memory.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

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
from readalso.collector import without_collector
from readalso.contents import Bodies
from readalso.errors import Problem
from readalso.files import Stamp
from readalso.galleys import Writer
from readalso.job import Job
from readalso.library import desk as desks
from readalso.library import ledger, rulings
from readalso.library.gallery import hang
from readalso.library.ledger import Ledger
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
from readalso.pages.public import public
from readalso.press import Order, Planned, Press, Printed, Sheet, explain
from readalso.report import Voice
from readalso.retouch import edition, manner, program, retouch
from readalso.settings import FILE, Settings
from readalso.site import MANIFEST, Site
from readalso.spool import Kept, Spool, spooling
from readalso.standing import Asked, Sources
from readalso.stopwatch import Stopwatch
from readalso.theme import theme as themes
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
    facts = memory.facts(stamps)
    unread = [path for path in stamps if path not in facts]
    # Asked before any process is forked: each of them has then what the answer took to load.
    is_proven = contents.is_proven(manner(job)) if unread else memory.is_proven
    bodies: dict[str, Kept] = {}
    for number, (path, studied) in enumerate(contents.read(content, unread, manner(job), job.executor), 1):
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
    return Memo() if job.is_fresh else memo.load(job.work / "memo", program(job), Memo[Facts])


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
        if found:
            return found
        with without_collector(), spooling(job.work) as spool:
            return _build(job, start, voice, watch, spool)[0]


def build_anew(job: Job, voice: Voice) -> tuple[Outcome, Library]:
    """The same, for whoever wants the library as well: nobody looks whether the last build tells what to do."""
    with waiting_for(job.work), without_collector(), spooling(job.work) as spool:
        return _build(job, _begin(job), voice, Stopwatch(), spool)


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
    if job.is_fresh or job.is_changed or Site(job.output, job.work).is_unfinished():
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


def _build(job: Job, start: _Start, voice: Voice, watch: Stopwatch, spool: Spool) -> tuple[Outcome, Library]:
    site = Site(job.output, job.work)
    site.check_owned()
    site.recover()
    theme = themes.load(job.settings.theme, job.root)
    memory = recall(job)
    watch.lap("remembering the last build")
    known = survey(job, memory, voice, watch, spool)

    seen = pictures.gather(job.root, known.library, {one.url: one.path for one in theme.statics}, memory.pictures)
    sizes = job.settings.pictures
    maker = renditions.maker() if sizes.widths else ""
    recipe = f"{sizes.quality} {maker}" if maker else ""
    measured = {place: (size, mark) for place, (_, size, mark, _) in seen.items()}
    gallery = hang(known.library, measured, sizes.widths, recipe)
    lettering = _lettering(job.settings, theme, known.library)
    planned = plan(known.library, job.settings, [static.url for static in theme.statics], gallery, lettering)
    watch.lap("planning pages")
    beside = [file for one in photos.beside(gallery) for file in press.printed(one, job.root, sizes.quality, maker)]
    sheets = tuple(press.sheets(planned, theme.statics, beside))
    present = site.stamps()
    printer = Press(theme, public(job.settings), site, Bodies(job.root / "content", manner(job)), job.work)
    with galleys.writing(job.work, edition(job)) as writer:
        waiting = _waiting(sheets, printer, job, memory, present, partial(_note_text, known, writer))
        watch.lap("comparing them with the last build's")
        orders = [Order(sheet, known.bodies.get(_source(sheet)), sheet.path in present) for sheet in waiting]
        printed = {}
        for sheet, result in zip(waiting, printer.run(orders, job.executor), strict=True):
            if not memory.made:
                _note_text(known, writer, sheet, result.planned)
            printed[sheet.path] = result.forgotten()
            watch.add(sheet.kind, result.seconds)
            voice.progress(len(printed), len(waiting), "making")
    watch.lap("making pages")
    made = [sheet for sheet in waiting if printed[sheet.path].is_staged]
    digests = {path: result.digest for path, result in printed.items()}
    wanted = {sheet.path: digests.get(sheet.path) or memory.made[sheet.path].digest for sheet in sheets}
    change = site.commit(wanted, [sheet.path for sheet in made])
    watch.lap("putting them into place")

    renditions.prune(job.work / "pictures", frozenset(sheet.mark for sheet in sheets))
    addresses = former.lasting(planned)
    unwritten = _note(job.root, known.library.ledger, addresses) if job.with_ledger else ()
    remembered = {sheet.path: _made(sheet, printed, memory, present, site) for sheet in sheets}
    _remember(job, known, seen, remembered, start.time)
    problems = (
        *_dense(known),
        *_wordless(job.settings, theme),
        *_handless(job.settings),
        *pictures.telling(seen, gallery),
        *map(_lost, former.lost(known.library, planned)),
        *unwritten,
    )
    outcome = account.tell(
        known.library,
        job.settings,
        made=tuple((sheet.url, explain(memory.parts(sheet.path), printed[sheet.path].parts)) for sheet in made),
        left=len(sheets) - len(made),
        change=change,
        moved=ledger.moves(known.library.ledger, addresses),
        gone=former.gone(planned),
        unwritten=social.unwritten(known.library, gallery, lettering),
        problems=problems,
        seconds=(time.time_ns() - start.time) / 1e9,
    )
    _leave(job, start, known.library, remembered, outcome, writer.mark)
    watch.lap("remembering this build")
    return outcome, known.library


def _leave(
    job: Job, start: _Start, library: Library, remembered: Mapping[str, Made], outcome: Outcome, mark: str
) -> None:
    """Note what the build went by."""
    again = replace(outcome, made=(), left=len(remembered), change=NOTHING, moved=())
    stamps = {path: made.stamp for path, made in remembered.items()}
    stamps[MANIFEST] = Site(job.output, job.work).stamp(MANIFEST) or (0, 0, 0, 0)
    end = account.end(library, job.settings)
    standing.leave(
        job.work,
        standing.note(
            start.asked, start.sources, start.taken, job.output, stamps, job.now, end, again, start.time, mark
        ),
    )


def _waiting(
    sheets: Sequence[Sheet],
    printer: Press,
    job: Job,
    memory: Memo[Facts],
    present: Mapping[str, Stamp],
    note: Callable[[Sheet, Planned], None],
) -> Sequence[Sheet]:
    """The sheets that are not as the last build made them; all of them where there is none, and nothing is compared.

    `note` is told of each that is compared.
    """
    if not memory.made:
        return sheets
    found = []
    for sheet, planned in zip(sheets, printer.plan(sheets, job.executor), strict=True):
        note(sheet, planned)
        if not memory.is_made(sheet.path, planned.key, present.get(sheet.path)):
            found.append(sheet)
    return found


def _note_text(known: Survey, writer: Writer, sheet: Sheet, planned: Planned) -> None:
    """Put a page that prints a briefing's whole text down in the galleys.

    Whoever sets a text anew from them takes the shortcuts for proven; where they are not, there is nothing to go by.
    """
    source = _source(sheet)
    facts = known.facts.get(source) if known.is_proven and planned.shown else None
    if facts and planned.shown:
        writer.put(source, galleys.rest(facts), planned.shown)


def _dense(known: Survey) -> Iterable[Problem]:
    """What of the texts could not be shown as it was written, or is probably not meant."""
    return (problem for one in known.facts.values() for problem in one.problems)


def _wordless(settings: Settings, theme: themes.Theme) -> Iterable[Problem]:
    """A language in which the pages' own words are not known, so that they are English."""
    tag = settings.language
    if not {tag, tag.split("-")[0]} & theme.languages.keys():
        what = f'language "{tag}" has no file of phrases, so the pages speak English'
        yield Problem(FILE, 0, 0, what, f"write languages/{tag}.yml as languages/en.yml of the theme is", True)


def _lettering(settings: Settings, theme: themes.Theme, library: Library) -> Lettering | None:
    """What cards are written with; None where there are none."""
    if not (settings.social_cards and settings.base_url and renditions.maker()):
        return None
    url = settings.card_font and f"/{settings.card_font}"
    titles = (entry.facts.matter.title for entry in library.entries.values())
    return drawing.lettering(drawing.font(theme.statics, url), titles)


def _handless(settings: Settings) -> Iterable[Problem]:
    """Cards that are asked for where nothing can draw them."""
    if settings.social_cards and not renditions.maker():
        hint = 'pip install "readalso[pictures]"'
        line = settings.lines.get("social_cards", 0)
        yield Problem(FILE, line, 0, "social_cards needs Pillow, and there are no cards", hint, is_warning=True)


def _lost(url: str) -> Problem:
    what = f"{url} was a briefing's address, and now says that it is gone"
    hint = f'put it back, write aliases: ["{url}"] into another, or "{ledger.GONE}" in place of the owner on its line'
    return Problem(ledger.FILE, 0, 0, what, hint, is_warning=True)


def _note(root: Path, known: Ledger, addresses: Mapping[str, str]) -> tuple[Problem, ...]:
    """Write the addresses of all pages into the ledger; that it cannot be written is a warning."""
    found = ledger.extend(known, addresses)
    try:
        if found != known:
            files.write_changed(root / ledger.FILE, ledger.write(found))
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        return (Problem(ledger.FILE, 0, 0, what, "without it former addresses are forgotten", is_warning=True),)
    return ()


def _source(sheet: Sheet) -> str:
    return sheet.item.source if isinstance(sheet.item, Page) else ""


def _made(
    sheet: Sheet, printed: Mapping[str, Printed], memory: Memo[Facts], present: Mapping[str, Stamp], site: Site
) -> Made:
    """What is to be remembered of a file that is now in the output folder."""
    result = printed.get(sheet.path)
    if result is None:
        return memory.made[sheet.path]
    stamp = site.stamp(sheet.path) if result.is_staged else present[sheet.path]
    return Made(result.planned.key, result.parts, result.digest, stamp or (0, 0, 0, 0))


def _remember(
    job: Job, known: Survey, seen: Mapping[str, pictures.Seen], made: Mapping[str, Made], started: int
) -> None:
    """Leave for the next build what this one knows."""
    read = {path: Read(stamp, known.facts[path]) for path, stamp in files.settled(known.stamps, started).items()}
    stamps = files.settled({place: one[0] for place, one in seen.items()}, started)
    looked = {place: seen[place] for place in stamps}
    with suppress(OSError):  # a full disk costs the next build some time, and this one nothing
        memo.save(job.work / "memo", program(job), Memo(read, made, looked, known.is_proven))
