"""Which engine this is: a memory made by another one is not trusted."""

import sys
from importlib.util import find_spec
from pathlib import Path

from readalso import __version__, files
from readalso.files import Stamp
from readalso.words import digest

_PACKAGES = ("markdown", "jinja2", "markupsafe", "nh3", "yaml", "babel", "msgspec", "PIL")
"""What the bytes of a page pass through. None of them is imported here: where its file lies and when it was written is
enough to tell that it was replaced."""


def version(home: Path = Path(__file__).parent) -> str:
    """The fingerprint of the program as it is installed: its version, its files and the packages it renders with.

    Its files are those in `home`: code, and the words of languages.
    """
    own = files.stamps(home)
    code = [_seen(path, stamp) for path, stamp in own.items() if path.endswith((".py", ".yml"))]
    origins = [spec.origin for name in _PACKAGES if (spec := find_spec(name)) and spec.origin]
    packages = [_seen(origin, files.stamp(origin)) for origin in origins]
    return digest("\n".join([__version__, sys.version, *code, *packages]))


def _seen(path: str, stamp: Stamp | None) -> str:
    return f"{path} {stamp[0]} {stamp[1]}" if stamp else f"{path} missing"
