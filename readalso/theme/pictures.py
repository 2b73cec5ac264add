"""The pictures in a body: its Markdown knows nothing of their sizes, and the page's view does."""

import html
import re
from collections.abc import Callable, Iterable

from readalso.pages.views import Photo, Sizes

_TAG = re.compile(r'<img\b(?:[^<>"]|"[^"]*")*>')
WIDE = "(min-width: 45rem) 42rem, 100vw"
"""How wide a picture in a story is shown: the column, or a small screen as a whole."""
_FILE = re.compile(r' src="([^"]*)"')


def sized(markup: str, pictures: Iterable[Photo], write: Callable[[str], str]) -> str:
    """Sanitised HTML with the address and size of each known picture, so that nothing moves when it arrives.

    `write` gives an address as it belongs in an attribute of the page.
    """
    known = {one.file: one for one in pictures}
    return _TAG.sub(lambda tag: _sized(tag.group(), known, write), markup) if known else markup


def _sized(tag: str, known: dict[str, Photo], write: Callable[[str], str]) -> str:
    found = _FILE.search(tag)
    one = known.get(html.unescape(found[1])) if found else None
    if found is None or one is None:
        return tag
    attributes = f' src="{one.url}" width="{one.width}" height="{one.height}" loading="lazy" decoding="async"'
    image = tag[: found.start()] + attributes + tag[found.end() :]
    sources = "".join(
        f'<source type="{sizes.type}" sizes="{WIDE}" srcset="{srcset(sizes, write)}">' for sizes in one.sizes
    )
    return f"<picture>{sources}{image}</picture>" if sources else image


def srcset(sizes: Sizes, write: Callable[[str], str]) -> str:
    """The sizes as the attribute of that name has them."""
    return ", ".join(f"{write(url)} {width}w" for url, width in sizes.urls)
