"""Which engine this is: a memory made by another one is not trusted."""

import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from readalso import __version__, files
from readalso.files import Stamp
from readalso.words import digest

_PACKAGES = ("markdown", "jinja2", "markupsafe", "nh3", "yaml", "babel", "msgspec", "PIL")
"""What the bytes of a page pass through. None of them is imported here: where its file lies and when it was written is
enough to tell that it was replaced."""


@cache
def version() -> str:
    """The fingerprint of the program that runs, as it was installed when somebody asked first."""
    return fingerprint(Path(__file__).parent)


def fingerprint(home: Path) -> str:
    """Of a program in the folder `home`: its version, its code and words, and the packages it renders with."""
    own = files.stamps(home)
    code = [_seen(path, stamp) for path, stamp in own.items() if path.endswith((".py", ".yml"))]
    origins = [spec.origin for name in _PACKAGES if (spec := find_spec(name)) and spec.origin]
    packages = [_seen(origin, files.stamp(origin)) for origin in origins]
    return digest("\n".join([__version__, sys.version, *code, *packages]))


def _seen(path: str, stamp: Stamp | None) -> str:
    return f"{path} {stamp[0]} {stamp[1]}" if stamp else f"{path} missing"
