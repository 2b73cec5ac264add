"""`readalso init DIR`: begin a site."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from readalso import files
from readalso.errors import UsageError
from readalso.report import Voice
from readalso.settings import FILE

_SETTINGS = """\
# The settings of this site. Every key may be left out; a build names one that does not exist, and those that do.
title: "My desk"
description: ""
language: en
timezone: UTC

# Where the site will stand. Feeds, sitemap and canonical addresses need it.
# base_url: https://news.example/

# Where `readalso publish` puts it.
# deploy:
#   targets:
#     web: {kind: folder, path: /srv/www/desk}
"""
_NAMES = """\
# The names this desk follows: the spelling that pages use, then other spellings in any script.
# Topics list the words that give the topic.
people:
#  Mara Veldan: [Veldan, Мара Велдан]
organisations:
places:
topics:
#  Ports and shipping: [port, dockers]
"""
_FILES = {
    FILE: _SETTINGS,
    "content/_desk/names.yml": _NAMES,
    "site/.gitignore": "# What a build makes is not kept in git.\n*\n!.gitignore\n",
    ".gitignore": ".readalso/\n",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Where."""
    parser.add_argument(
        "dir", metavar="DIR", nargs="?", default=".", help="the folder, made if need be (default: this one)"
    )


def run(args: Namespace, voice: Voice) -> int:
    """Write the files a site begins with; what is there already is left alone."""
    root = Path(args.source) / args.dir
    if (root / FILE).exists():
        raise UsageError(f"{root / FILE} exists: this is a site already")
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} is a file")
    for name, text in _FILES.items():
        if not (root / name).exists():
            files.write(root / name, text)
    (root / "seeds").mkdir(exist_ok=True)
    voice.say(f"{args.dir}: put articles into seeds/ and run `readalso`")
    return 0
