"""`readalso link HEADLINE FILE`: write down what a headline means, where the ladder cannot know, in links.yml."""

from argparse import ArgumentParser, Namespace
from difflib import get_close_matches

from readalso import files
from readalso.build import recall, survey
from readalso.commands.flags import add_build_arguments, root_of
from readalso.commands.job import job_of, settings_of
from readalso.errors import UsageError
from readalso.library.library import Library
from readalso.library.rulings import FILE, Ruling, append
from readalso.report import Voice
from readalso.words import headline_key


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
    library = survey(job, recall(job), Voice(is_quiet=True)).library
    target = _file(library, args.target)
    ruling = Ruling(
        line=0,
        headline=args.headline.strip(),
        within=_file(library, args.within) if args.within else "",
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
    files.write(path, new)
    said = "never means" if args.refuse else "means"
    voice.say(f'{FILE}: "{ruling.headline}" {said} content/{target}')
    return 0


def _file(library: Library, name: str) -> str:
    """The file, in content/, of the briefing that a path, an address or an id names."""
    entry = library.entry(name)
    if entry is None:
        known = [entry.facts.path for entry in (*library.entries.values(), *library.hidden)]
        meant = get_close_matches(name.removeprefix("content/"), known[:2_000], n=1)
        hint = f'did you mean "content/{meant[0]}"?' if meant else "name a file of content/, its address or its id"
        raise UsageError(f"{name} is no briefing; {hint}")
    return entry.facts.path
