"""Write the answers of `readalso why` into docs/guide/references.md: `python docs/reference_answers.py`."""

import re
import shlex
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from readalso.cli import main

PAGE = Path(__file__).parent / "guide/references.md"
SITE = Path(__file__).parent / "references-site"
_BLOCK = re.compile(r"(```console\n\$ readalso (?P<command>why [^\n]*)\n)[^`]*(```)")


def answer(command: str, site: Path = SITE) -> str:
    """What a command of the page says on the example site, on the day the page was written."""
    out = StringIO()
    with redirect_stdout(out):
        main([*shlex.split(command), "-s", str(site), "--clock", "2026-11-02T12:00", "--fresh"])
    return out.getvalue()


def renewed(text: str, ask: Callable[[str], str] = answer) -> str:
    """The page's text with each answer as it is now."""
    return _BLOCK.sub(lambda block: block[1] + ask(block["command"]) + block[3], text)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
