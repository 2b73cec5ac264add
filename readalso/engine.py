"""Which engine this is: a memory made by another one is not trusted."""

import sys
from importlib.util import find_spec
from pathlib import Path

from readalso import __version__, files
from readalso.words import digest

_PACKAGES = ("markdown", "jinja2", "markupsafe", "nh3", "yaml", "babel", "msgspec", "PIL")
"""What the bytes of a page pass through. None of them is imported here: where its file lies and when it was written is
enough to tell that it was replaced."""


def version() -> str:
    """The fingerprint of the program as it is installed: its version, its files and the packages it renders with."""
    own = [f"{path} {_seen(Path(entry.path))}" for path, entry in files.walk(Path(__file__).parent)]
    code = [line for line in own if line.partition(" ")[0].endswith((".py", ".yml"))]
    specs = [find_spec(name) for name in _PACKAGES]
    packages = [f"{spec.origin} {_seen(Path(spec.origin))}" for spec in specs if spec and spec.origin]
    return digest("\n".join([__version__, sys.version, *code, *packages]))


def _seen(path: Path) -> str:
    stamp = files.stamp(path)
    return f"{stamp[0]} {stamp[1]}" if stamp else "missing"
