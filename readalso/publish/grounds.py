"""Which folders may not be published to: those where a site, its sources or a person's other things live."""

from pathlib import Path

from readalso.layout import SOURCES, WORK

_OWN = (*SOURCES, WORK, ".git")


def forbidden(place: Path, root: Path, output: Path) -> str:
    """Why the site in `root`, built into `output`, may not be published to `place`; "" where it may.

    `place` is resolved. A folder inside the site's own is fine, say `public`, if it is none of the site's parts.
    """
    if place == place.parent:
        return "is the top of the disk"
    if _holds(place, Path.home()):
        return "is the home folder or holds it"
    if _holds(place, root):
        return "is the site's own folder or holds it"
    for folder in (output, *(root / name for name in _OWN)):
        if _holds(place, folder) or _holds(folder.resolve(), place):
            return f"and {folder} lie in each other"
    return ""


def _holds(outer: Path, inner: Path) -> bool:
    """Whether `inner` is `outer` or lies in it."""
    real = inner.resolve()
    return real == outer or outer in real.parents
