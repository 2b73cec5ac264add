"""`readalso clean`: remove what a build made, and what it remembers; what was moved aside stays."""

from argparse import ArgumentParser, Namespace

from readalso import files
from readalso.commands.flags import root_of
from readalso.commands.job import check_site, settings_of
from readalso.layout import WORK
from readalso.report import Voice, count
from readalso.site import STRAYS, Site


def add_arguments(parser: ArgumentParser) -> None:
    """None of its own."""


def run(args: Namespace, voice: Voice) -> int:
    """Remove the manifest's files from the output folder, and the memory."""
    root = root_of(args)
    check_site(args, root)
    site = Site(root / settings_of(args, root).output, root / WORK)
    site.recover()
    removed = site.clear()
    work = root / WORK
    for path in work.iterdir() if work.is_dir() else ():
        if path.name != STRAYS:
            files.remove_tree(path) if path.is_dir() else path.unlink()
    if work.is_dir() and not any(work.iterdir()):
        work.rmdir()
    voice.say(f"removed {count(removed, 'page')} and the memory")
    return 0
