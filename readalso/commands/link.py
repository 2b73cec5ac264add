"""`readalso link HEADLINE FILE`: write down what a headline means, where the ladder cannot know, in links.yml."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import replace

from readalso import files
from readalso.build import recall, survey
from readalso.commands.briefings import the
from readalso.commands.flags import add_build_arguments, root_of
from readalso.commands.job import job_of, settings_of
from readalso.errors import UsageError, broken
from readalso.library.library import Library, file_ids
from readalso.library.rulings import FILE, Ruling, append, contradictions, parse
from readalso.report import Voice
from readalso.words import excerpt, headline_key, printable

_NEW = 0
"""The line of a ruling that is not written yet."""


def add_arguments(parser: ArgumentParser) -> None:
    """The headline, the briefing, and who says so."""
    parser.add_argument("headline", metavar="HEADLINE", help="the headline, as the references have it")
    parser.add_argument("target", metavar="FILE|URL|ID", help="the briefing that it means")
    parser.add_argument("--refuse", action="store_true", help="say that it never means that briefing")
    parser.add_argument("--in", dest="within", metavar="FILE", help="the only briefing in which this counts")
    parser.add_argument("--by", metavar="NAME", default="", help="who says so")
    parser.add_argument("--why", metavar="TEXT", default="", help="for what reason")
    add_build_arguments(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Add one line to links.yml; nothing where it stands there already."""
    root = root_of(args)
    job = job_of(args, root, settings_of(args, root))
    if not headline_key(args.headline):
        raise UsageError("a headline is needed: readalso link HEADLINE FILE")
    for typed in (args.headline, args.by, args.why):
        if printable(typed) != typed or "\n" in typed:
            shown = excerpt(printable(typed), 60)
            raise UsageError(f'"{shown}" has a line end or a control character: type it as one line without')
    library = survey(job, recall(job), Voice(is_quiet=True)).library
    target = the(library, args.target, job.settings.base_url).facts.path
    ruling = Ruling(
        line=_NEW,
        headline=args.headline.strip(),
        within=the(library, args.within, job.settings.base_url).facts.path if args.within else "",
        means="" if args.refuse else target,
        never=target if args.refuse else "",
        by=args.by,
        on=f"{job.now.astimezone(job.settings.zone):%Y-%m-%d}",
        why=args.why,
    )
    path = root / FILE
    text = files.read_text(path, FILE) if path.exists() else ""
    new = append(text, ruling)
    if new == text:
        voice.say(f"{FILE} says so already")
        return 0
    _refuse_second(parse(text), ruling, library)
    files.write_text(path, new)
    said = "never means" if args.refuse else "means"
    voice.say(f'{FILE}: "{ruling.headline}" {said} content/{target}')
    return 0


def _refuse_second(old: tuple[Ruling, ...], new: Ruling, library: Library) -> None:
    """A headline that has been decided otherwise is `Broken`: two lines that contradict each other help nobody."""
    ids = file_ids((*library.entries.values(), *library.hidden))
    settled = [_with_ids(one, ids) for one in (*old, new)]
    for later, earlier in contradictions(tuple(settled)):
        if new.line in (later.line, earlier.line):
            other = earlier if later.line == new.line else later
            said = next(one for one in old if one.line == other.line)
            what = f'says of "{said.headline}" already that it {_said(said)}'
            raise broken(FILE, what, "change that line, or remove it first", other.line)


def _with_ids(one: Ruling, ids: Mapping[str, str]) -> Ruling:
    within, means, never = (ids.get(name, name) for name in (one.within, one.means, one.never))
    return replace(one, within=within, means=means, never=never)


def _said(one: Ruling) -> str:
    return f"never means {one.never}" if one.never else f"means {one.means}"
