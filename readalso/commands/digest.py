"""`readalso digest`: what is new, updated, corrected or withdrawn since the last digest, as a mail."""

from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from readalso import files
from readalso.build import recall, survey
from readalso.commands.flags import add_clock_argument, root_of
from readalso.commands.job import job_of, settings_of
from readalso.commands.result import say_as_json
from readalso.errors import UsageError
from readalso.fields import moment
from readalso.library import news as record
from readalso.library.news import News, Sent
from readalso.pages.kinds import digest
from readalso.pages.page import Page
from readalso.pages.public import public
from readalso.pages.shelf import stock
from readalso.report import Voice
from readalso.settings import Settings
from readalso.theme import theme as themes

FIRST = timedelta(days=1)
"""How far back a digest reaches that has none before it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Since when, and where to."""
    parser.add_argument(
        "--since", metavar="last|DATE", default="last", help="what no digest has told yet (default), or all since DATE"
    )
    parser.add_argument("-o", "--output", metavar="DIR", help="write digest-DATE.html and .txt there")
    parser.add_argument("-b", "--base-url", metavar="URL", help="where the site stands (default: `base_url`)")
    parser.add_argument("--dry-run", action="store_true", help="note nothing as told")
    parser.add_argument("--json", action="store_true", help="print the digest as JSON")
    add_clock_argument(parser)
    parser.set_defaults(destination=None, drafts=False, future=False, expired=False, fresh=False)


def run(args: Namespace, voice: Voice) -> int:
    """Make the digest, hand it over, and note what it has told."""
    root = root_of(args)
    settings = settings_of(args, root)
    if not settings.base_url:
        hint = "set base_url in readalso.yml, or give --base-url https://news.example/"
        raise UsageError(f"a digest's links have to lead somewhere from a mail: {hint}")
    job = job_of(args, root, settings)
    library = survey(job, recall(job), voice).library
    sent = record.load(root)
    begin = _begin(args, sent, job.now, settings)
    is_regular = args.since == "last" and sent.last is not None
    news = record.since_last(library, sent) if is_regular else record.since(library, begin)
    if args.json:
        say_as_json(_as_data(news, begin, job.now))
    elif news.is_empty:
        voice.say(f"nothing has come since {begin.astimezone(settings.zone).isoformat(timespec='minutes')}")
    else:
        _hand_over(args, digest.pages(stock(library, settings), news, begin, job.now), root, settings, job.now, voice)
    if args.since == "last" and not args.dry_run:
        files.write_changed(root / record.FILE, record.write(record.told(library, sent, job.now)))
    return 0


def _begin(args: Namespace, sent: Sent, now: datetime, settings: Settings) -> datetime:
    """Since when: a date that was asked for, the last digest, or where there was none a day ago."""
    if args.since == "last":
        return sent.last or now - FIRST
    found = moment(args.since)
    if found is None:
        raise UsageError(f'--since: "{args.since}" is neither "last" nor a time; write 2026-10-05')
    return found.point(settings.zone)


def _hand_over(
    args: Namespace, pages: tuple[Page, Page], root: Path, settings: Settings, now: datetime, voice: Voice
) -> None:
    """To a folder, or as text to stdout."""
    from readalso.theme.renderer import Renderer  # slow to load, and of no use where nothing has come

    # A mail has no folders: all its addresses begin at the host.
    renderer = Renderer(themes.load(settings.theme, root), replace(public(settings), links="pretty"))
    if not args.output:
        voice.say(renderer.render(pages[0], None).decode().rstrip())
        return
    folder = Path(args.output)
    day = now.astimezone(settings.zone).date().isoformat()
    forms = {page.template.removeprefix("digest"): page for page in pages}
    name = _free(folder, f"digest-{day}", forms)
    for ending, page in forms.items():
        path = folder / f"{name}{ending}"
        files.write(path, renderer.render(page, None))
        voice.say(f"written: {path}")


def _free(folder: Path, name: str, endings: Collection[str]) -> str:
    """The name, with a number where a digest has it already: what that one tells is told by no other."""
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(one for one in names if not any((folder / f"{one}{ending}").exists() for ending in endings))


def _as_data(news: News, begin: datetime, now: datetime) -> dict[str, object]:
    """A digest as JSON has it; its keys are listed in docs/reference/commands.md."""
    kinds = {"new": news.new, "updated": news.updated, "corrected": news.corrected, "withdrawn": news.withdrawn}
    return {
        "since": begin.isoformat(),
        "until": now.isoformat(),
        **{
            name: [
                {"id": entry.id, "title": entry.facts.matter.title, "url": entry.url, "file": entry.facts.path}
                for entry in entries
            ]
            for name, entries in kinds.items()
        },
    }
