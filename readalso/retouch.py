"""A build before which nothing was edited but the text of a few briefings: their pages are made again, and no other.

What a text says goes into the pages that print it and into the words by which it is found. As long as a briefing's
facts are otherwise what they were (front matter, references, earlier events, pictures, those words), the library is the
same and so is every other page; and of its own pages all is known but the text. That is asked of the facts themselves:
where the answer is no, or anything else has changed since the last build, there has to be a whole build.
"""

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from msgspec import structs

from readalso import contents, files, galleys, memo, press, standing
from readalso.briefing.body import Packed
from readalso.briefing.facts import Facts
from readalso.errors import Broken
from readalso.files import Stamp
from readalso.job import Job
from readalso.lock import waiting_for
from readalso.memo import Made, Memo, Read
from readalso.outcome import Outcome
from readalso.pages.page import Page
from readalso.pages.retold import retold, seen
from readalso.press import Order, Press, Printed, Sheet
from readalso.site import MANIFEST, Site
from readalso.standing import Note
from readalso.theme import theme as themes

MOST = 20
"""Texts set anew at a time; of more, a whole build is nearly as quick."""


@dataclass(frozen=True, slots=True)
class _Proof:
    """A page with another text."""

    before: Page
    after: Page
    body: Packed


def retouch(job: Job, note: Note[Outcome], taken: Mapping[str, Stamp], started: int) -> Outcome | None:
    """The site with the edited texts on its pages; None where there has to be a whole build.

    `note` is that of the last build, of the same settings, and holds but for what goes in, which is `taken`.
    """
    sources = _edited(job, note, taken)
    if not sources:
        return None
    try:
        found = dict(contents.read(job.root / "content", sources, replace(job.manner, is_proven=True)))
    except Broken:
        return None  # a whole build names all that is wrong
    proofs = _proofs(job, found, note)
    if proofs is None:
        return None
    site = Site(job.output, job.work)
    site.recover()
    printed, why = _print(job, site, proofs)
    digests = {sheet.path: one.digest for sheet, one in printed}
    change = site.amend(digests, [sheet.path for sheet, one in printed if one.is_staged])
    made = {sheet.path: remembered(sheet.path, one, site) for sheet, one in printed}
    settled = files.settled(taken, started)
    read = {path: Read(settled.get(_place(job, path), files.GONE), facts) for path, (facts, _) in found.items()}
    with suppress(OSError):  # a full disk costs the next build some time, and this one nothing
        memo.add(job.work / "memo", job.program, Memo(read, made), Memo[Facts])
    standing.leave(job.work, standing.again(note, taken, started, (*made, MANIFEST)))
    told = tuple((sheet.url, why[sheet.url]) for sheet, one in printed if one.is_staged)
    return structs.replace(
        note.said,
        made=told,
        left=note.said.left - len(told),
        change=change,
        seconds=(time.time_ns() - started) / 1e9,
    )


def ready(job: Job) -> tuple[str, ...]:
    """Load all that `proof` needs as long as nobody waits for it: one briefing is shown, which most likely changes
    nothing; what did, as `proof` says it.
    """
    for path, _ in files.walk(job.root / "content"):
        if contents.is_briefing(path):
            return proof(job, [path])
    return ()


def proof(job: Job, sources: Sequence[str]) -> tuple[str, ...]:
    """Show the edited texts of some briefings, by path in content/, at once; the files of the output that changed.

    The pages are made from what the last build planned, as if nothing else had happened since. Whether that is so is
    found out by the build that has to follow, which then finds these pages as it would make them. None are made where
    more has changed than a text.
    """
    site = Site(job.output, job.work)
    if len(sources) > MOST or site.is_unfinished() or not site.is_ours():
        return ()
    with waiting_for(job.work):
        try:
            found = dict(contents.read(job.root / "content", sources, replace(job.manner, is_proven=True)))
        except Broken:
            return ()
        site.recover()
        proofs = _proofs(job, found) or ()
        printed, _ = _print(job, site, proofs)
        site.show()
    return tuple(sheet.path for sheet, one in printed if one.is_staged)


def _edited(job: Job, note: Note[Outcome], taken: Mapping[str, Stamp]) -> list[str]:
    """The briefings that were edited, by path in content/, where that is all that has happened."""
    content = _place(job, "")
    edited = standing.edited(note, taken)
    names = [path.removeprefix(content) for path in edited if path.startswith(content)]
    is_all = len(names) == len(edited) <= MOST and all(map(contents.is_briefing, names))
    return names if is_all else []


def _place(job: Job, path: str) -> str:
    """How a file in content/ is called among the stamps."""
    return f"{job.root / 'content'}/{path}"


def _proofs(
    job: Job, found: Mapping[str, tuple[Facts, Packed]], note: Note[Outcome] | None = None
) -> list[_Proof] | None:
    """The pages of the edited briefings; None where more of them has changed than the text.

    Without the note of the last build nobody asks about the words by which a text is found: they stand on no page.
    """
    proofs: list[_Proof] = []
    known = galleys.read(job.work, job.edition, note.mark if note else None, found)
    for path, (facts, body) in found.items():
        galley = known.get(path)
        if galley is None:
            return None
        known_rest, rest = galley.rest, galleys.rest(facts)
        if known_rest[0] != rest[0] or (note and known_rest != rest):
            return None
        for shown in galley.pages:
            view = seen(shown.kind, shown.view)
            if view is None:
                return None
            before = Page(shown.url, shown.template, view, path)
            proofs.append(_Proof(before, structs.replace(before, shows=retold(view, facts)), body))
    return proofs


def _print(job: Job, site: Site, proofs: Sequence[_Proof]) -> tuple[list[tuple[Sheet, Printed]], dict[str, str]]:
    """The sheets that were made, and why each of them, by url."""
    printer = Press.of(job, themes.load(job.settings.theme, job.root), site)
    sheets = list(press.sheets(one.after for one in proofs))
    orders = [Order(sheet, proof.body, True) for sheet, proof in zip(sheets, proofs, strict=True)]
    printed = list(zip(sheets, printer.run(orders), strict=True))
    before = (printer.parts(proof.before) for proof in proofs)
    why = {sheet.url: press.explain(old, one.parts) for (sheet, one), old in zip(printed, before, strict=True)}
    return printed, why


def remembered(path: str, printed: Printed, site: Site) -> Made:
    """What is to be remembered of a file that is in its place."""
    return Made(printed.keyed.key, printed.parts, printed.digest, site.stamp(path) or files.GONE)
