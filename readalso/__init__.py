"""Readalso turns raw news-wire articles into Markdown briefings, and briefings into a cross-linked static site."""

import sys

__version__ = "0.1.0"


def _load_msgspec() -> None:
    """Load msgspec without typing_extensions.

    Where that is installed msgspec takes two names from it, and else the standard library's own, which are the same on
    every Python that we run on. Loading it is a tenth of what a build takes that has nothing to do.
    """
    is_hidden = sys.modules.setdefault("typing_extensions", None) is None  # type: ignore[arg-type]
    import msgspec  # noqa: F401

    if is_hidden:
        del sys.modules["typing_extensions"]


_load_msgspec()
