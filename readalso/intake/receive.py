"""The step from seeds/ to content/: articles are read, and briefings are made of them.

First everything is planned, then written. Importing the same files again changes nothing; a briefing that a human has
edited, moved or deleted is never overwritten, made twice or brought back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from readalso import files
from readalso.briefing import briefing as briefings
from readalso.briefing.briefing import Briefing
from readalso.errors import Broken, Problem
from readalso.fields import Moment
from readalso.intake import records, seeds, shelving
from readalso.intake.anatomy.anatomy import Anatomy
from readalso.intake.anatomy.dissect import dissect
from readalso.intake.anatomy.known import Known, know
from readalso.intake.article import Article
from readalso.intake.compose import compose
from readalso.intake.ledger import account
from readalso.intake.merge import Aside, Same, Taken, merge
from readalso.intake.receipt import Receipt, Received
from readalso.intake.records import Base, Records, base_path
from readalso.register import Register
from readalso.settings import Settings

__all__ = ["Receipt", "receive"]


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where articles arrive, and when."""

    root: Path
    settings: Settings
    known: Known
    records: Records
    now: Moment

    def study(self, article: Article, received: Moment | None = None) -> tuple[Anatomy, Briefing]:
        """What an article says, and the briefing of it."""
        anatomy = dissect(article, self.settings, self.known)
        return anatomy, compose(article, anatomy, received or self.now)

    def text(self, path: str) -> str:
        """A file of the site, decoded."""
        return files.read_text(self.root / path, path)


@dataclass(frozen=True, slots=True)
class _Step:
    """What one source file gives: what to say of it, and what to write, in order."""

    received: Received
    writes: tuple[tuple[str, str], ...] = ()
    """(path from the site's folder, text). The briefing comes before its base: a run that is killed between the two is
    mended by the next, which knows the briefing by its id."""


def receive(
    root: Path,
    paths: Sequence[Path],
    settings: Settings,
    register: Register,
    now: datetime,
    dry_run: bool = False,
) -> Receipt:
    """Import `paths`, or seeds/ where there are none, into the site in `root`; `now` is when they come.

    What cannot be read is told in the receipt and stops nothing else. A dry run writes nothing.
    """
    at = Moment(now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    desk = _Desk(root, settings, know(register), records.load(root), at)
    steps = tuple(_plan(desk, seeds.find(root, paths)))
    for path, text in (write for step in steps if not dry_run for write in step.writes):
        files.write_changed(root / path, text)
    return Receipt(tuple(sorted((step.received for step in steps), key=lambda received: received.file)))


def _plan(desk: _Desk, found: Iterable[seeds.Seed]) -> Iterator[_Step]:
    """A step for each source file."""
    fresh: dict[str, Article] = {}
    for seed in found:
        try:
            articles = seeds.read(seed)
        except Broken as error:
            yield _Step(Received(seed.name, "refused", problems=error.problems))
            continue
        for article in articles:
            if article.sha256 in fresh:
                yield _duplicate(article, fresh[article.sha256].seed, "")
            elif step := _known(desk, article):
                yield step
            else:
                fresh[article.sha256] = article
    yield from _new(desk, fresh.values())


def _known(desk: _Desk, article: Article) -> _Step | None:
    """The step for an article that came before, in these bytes or others; None for one that is new."""
    if same := desk.records.by_sha256.get(article.sha256):
        return _again(desk, article, same)
    if older := desk.records.by_file.get(article.seed):
        return _newer(desk, article, older)
    place = desk.records.places.get(article.sha256[:12])
    return _without_base(desk, article, place) if place else None


def _again(desk: _Desk, article: Article, base: Base) -> _Step:
    """The same bytes as before."""
    place = desk.records.places.get(base.id)
    if base.file != article.seed:
        return _duplicate(article, base.file, _path(place))
    if place is None:
        return _Step(Received(article.seed, "deleted"))
    if base.is_waiting:
        return _Step(Received(article.seed, "kept aside", _path(place), problems=(_waits(place, base.id),)))
    return _Step(Received(article.seed, "unchanged", _path(place)))


def _newer(desk: _Desk, article: Article, base: Base) -> _Step:
    """Other bytes under the name of an article that came before: a new version of it."""
    place = desk.records.places.get(base.id)
    if place is None:
        return _Step(Received(article.seed, "deleted"))
    anatomy, new = desk.study(article)
    theirs = briefings.write(replace(new, matter=replace(new.matter, id=base.id)))
    ours = desk.text(_path(place))
    match merge(desk.text(base_path(base.id)), theirs, ours):
        case Same():
            return _Step(Received(article.seed, "unchanged", _path(place)), ((base_path(base.id), theirs),))
        case Taken(text):
            said = Received(article.seed, "updated", _path(place), account(article, anatomy, text))
            return _Step(said, ((_path(place), text), (base_path(base.id), text)))
        case Aside(text):
            ledger = account(article, anatomy, ours)
            said = Received(article.seed, "kept aside", _path(place), ledger, (_waits(place, base.id),))
            return _Step(said, ((base_path(base.id, is_waiting=True), text),))


def _without_base(desk: _Desk, article: Article, place: str) -> _Step:
    """A briefing whose base is missing, since a run was killed or somebody removed it: the base is made again."""
    came = briefings.parse(place, desk.text(_path(place)), _path(place)).matter.source.received
    _, briefing = desk.study(article, came)
    return _Step(
        Received(article.seed, "unchanged", _path(place)), ((base_path(briefing.matter.id), briefings.write(briefing)),)
    )


def _new(desk: _Desk, articles: Iterable[Article]) -> Iterator[_Step]:
    """Articles never seen before."""
    studied = {article.sha256: (article, *desk.study(article)) for article in articles}
    made = (briefing for _, _, briefing in studied.values())
    for briefing in shelving.shelve(made, desk.records.paths, desk.settings.zone):
        article, anatomy, _ = studied[briefing.matter.source.sha256]
        text, path = briefings.write(briefing), _path(briefing.path)
        said = Received(article.seed, "created", path, account(article, anatomy, text))
        yield _Step(said, ((path, text), (base_path(briefing.matter.id), text)))


def _duplicate(article: Article, first: str, path: str) -> _Step:
    what = f"holds the same bytes as {first}"
    problem = Problem(article.seed, 0, 0, what, "one briefing is enough; remove one of the two files", is_warning=True)
    return _Step(Received(article.seed, "duplicate", path, problems=(problem,)))


def _waits(place: str, id: str) -> Problem:
    what = "has been edited here, and its source has changed since"
    waiting, base = base_path(id, is_waiting=True), base_path(id)
    hint = f"take over what you want from {waiting}, then rename that file to {base.rpartition('/')[2]}"
    return Problem(_path(place), 0, 0, what, hint, is_warning=True)


def _path(place: str | None) -> str:
    return f"content/{place}" if place else ""
