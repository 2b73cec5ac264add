"""The command line: argv -> one call.

Exit codes: 0 all is well; 1 there are problems, each named with file, line and what to do; 2 the command line is wrong.
"""

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

from msgspec import Struct

from readalso import __version__
from readalso.errors import Broken, UsageError, did_you_mean
from readalso.report import Voice


class Command(Struct, frozen=True):
    """One command; its module in `readalso.commands` is loaded when it is called."""

    module: str
    """Its file's name."""
    summary: str
    """What it does, as a command, without a capital and a full stop."""
    examples: tuple[str, ...]
    """What to type after the program's name; the first one stands in the overview."""


COMMANDS = {
    "all": Command("all", "import what is new in seeds/, then build", ("", "-v", "--strict --json")),
    "import": Command(
        "import_",
        "turn articles into briefings",
        ("import", "import ~/wire/today", "import --report seeds/hw-2201.txt"),
    ),
    "build": Command(
        "build", "render content/ into site/", ("build", "build -D -F -v", "build -b https://news.example/ --fresh")
    ),
    "serve": Command("serve", "preview on this machine, reloading on each save", ("serve", "serve -O -p 8000")),
    "check": Command(
        "check", "name everything that is wrong, in content and pages", ("check", "check --strict --json")
    ),
    "why": Command(
        "why", "explain what a headline, or a briefing's references, are taken to mean", ('why "Port deal signed"',)
    ),
    "link": Command(
        "link",
        "write down what a headline means, or never means",
        (
            'link "Minister sees port deal" content/2026/port-deal.md',
            'link "Port deal" content/2019/port-deal.md --refuse --by "Ada Brunn"',
        ),
    ),
    "digest": Command(
        "digest", "tell what has come since the last digest, as a mail", ("digest --dry-run", "digest -o mails")
    ),
    "names": Command(
        "names", "suggest which spellings in the briefings are one name's", ("names", "names --write", "names --json")
    ),
    "publish": Command(
        "publish", "send the built site to a target of readalso.yml", ("publish --dry-run", "publish desk-server")
    ),
    "new": Command("new", "begin a briefing of one's own", ('new "Port reopens after the storm"',)),
    "init": Command("init", "begin a site", ("init my-desk",)),
    "theme": Command(
        "theme",
        "list the themes, and what the site has in the place of its theme's files",
        ("theme list", "theme diff story.html", "theme copy story.html"),
    ),
    "clean": Command("clean", "remove the built pages and the memory", ("clean",)),
}
"""Name on the command line -> command, in the order of the help. Without a name, `all` is run."""


def process() -> NoReturn:
    """Run the command that this process was started for, and end it.

    Python looks for circles among values after every 700 of them, and among all there are at the end. Our values have
    none to speak of, and a build with nothing to do spent a tenth of its time on that.
    """
    gc.set_threshold(100_000)
    code = main()
    gc.freeze()
    sys.exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    voice = Voice()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Cyrillic is no reason to fail
    try:
        return _run(words, voice)
    except UsageError as error:
        voice.fail(str(error))
        return 2
    except Broken as error:
        voice.show(error.problems)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output has gone: say nothing more, also not at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except MemoryError:
        voice.fail("there is not enough memory")
        return 1
    except OSError as error:
        voice.fail(f"{error.filename or 'the disk'}: {error.strerror or error}")
        return 1


def _run(words: list[str], voice: Voice) -> int:
    if words and words[0] in ("-h", "--help", "help"):
        print(_overview(), end="")
        return 0
    if words and words[0] in ("-V", "--version"):
        print(f"readalso {__version__}")
        return 0
    name = words.pop(0) if words and not words[0].startswith("-") else "all"
    if name not in COMMANDS:
        raise UsageError(f'there is no command "{name}"; {did_you_mean(name, COMMANDS)}')
    module = import_module(f"readalso.commands.{COMMANDS[name].module}")
    parser = _parser(name)
    module.add_arguments(parser)
    args, rest = parser.parse_known_args(words)
    if rest:
        hint = (
            f"the command comes first: {_program()} {rest[0]} …"
            if rest[0] in COMMANDS
            else f"see `{parser.prog} --help`"
        )
        raise UsageError(f"{' '.join(rest)}: not known here; {hint}")
    voice.is_quiet, voice.is_verbose = args.quiet, args.verbose
    try:
        code: int = module.run(args, voice)
    except Broken as error:
        if getattr(args, "json", False):
            from readalso.commands.result import problems_as_data, say_as_json  # few runs say anything as JSON

            say_as_json({"problems": problems_as_data(error.problems)})
        raise
    return code


class _Parser(argparse.ArgumentParser):
    """An argparse whose errors are ours: one line, exit code 2."""

    def error(self, message: str) -> NoReturn:
        said = re.sub(r"invalid int value: '(.*)'", r'"\1" is not a whole number', message)
        raise UsageError(f"{said}; see `{self.prog} --help`")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal. argparse makes one for each flag, and asks a slow module for the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """The columns of the terminal; 80 where there is none."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (OSError, ValueError):
        return 80


def _parser(name: str) -> argparse.ArgumentParser:
    command = COMMANDS[name]
    examples = "\n".join(f"  {_program()} {example}".rstrip() for example in command.examples)
    parser = _Parser(
        prog=_program() if name == "all" else f"{_program()} {name}",
        description=command.summary[:1].upper() + command.summary[1:] + ".",
        epilog=f"examples:\n{examples}",
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument("-s", "--source", metavar="DIR", default=".", help="the site's folder (default: this one)")
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    volume.add_argument("-v", "--verbose", action="store_true", help="say also why each page was made")
    return parser


def _overview() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"usage: {_program()} [command] [options]", "", "commands:"]
    lines += [f"  {name:<{width}}  {command.summary}" for name, command in COMMANDS.items()]
    lines += ["", "Without a command, `all` is run. Each command says more with --help.", "", "examples:"]
    lines += [f"  {_program()} {command.examples[0]}".rstrip() for command in COMMANDS.values()]
    return "\n".join(lines) + "\n"


def _program() -> str:
    """What the user typed: the script in a checkout, or the installed command."""
    return "python build.py" if os.path.basename(sys.argv[0]) == "build.py" else "readalso"
