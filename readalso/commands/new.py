"""`readalso new TITLE`: begin a briefing of one's own, as a draft."""

from argparse import ArgumentParser, Namespace

from readalso import files
from readalso.briefing.briefing import Briefing, write
from readalso.briefing.frontmatter import FrontMatter
from readalso.commands.flags import add_clock_argument, root_of
from readalso.commands.job import check_site, clock, settings_of
from readalso.contents import is_briefing
from readalso.errors import UsageError
from readalso.fields import Moment
from readalso.report import Voice
from readalso.words import digest, slug


def add_arguments(parser: ArgumentParser) -> None:
    """The headline, and where the file goes."""
    parser.add_argument("title", metavar="TITLE", help="the headline")
    parser.add_argument("--path", metavar="PATH", help="the file, relative to content/ (default: YEAR/SLUG.md)")
    add_clock_argument(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Write the file and say where it is; one that exists is a `UsageError`."""
    root = root_of(args)
    settings = settings_of(args, root)
    check_site(args, root)
    now = clock(args, settings).astimezone(settings.zone)
    title = " ".join(args.title.split())
    if not title:
        raise UsageError("a briefing needs a headline: readalso new TITLE")
    id = digest(f"{title}\n{now.isoformat()}")[:12]
    path = args.path or f"{now:%Y}/{slug(title, settings.language) or id}.md"
    place = root / "content" / path
    if not is_briefing(path) or not files.is_inside(place, root / "content"):
        raise UsageError(f"--path: content/{path} would not be a briefing; write YEAR/NAME.md")
    if place.exists():
        raise UsageError(f"content/{path} exists; give another headline, or --path")
    matter = FrontMatter(
        id=id,
        title=title,
        date=Moment(now.isoformat(timespec="minutes")),
        date_source="editor",
        language=settings.language,
        status="draft",
    )
    files.write(place, write(Briefing(path, matter, "")))
    voice.say(f"content/{path}")
    return 0
