"""The footnotes in a body: to those who hear a page, a number and an arrow do not say where they lead."""

import html
import re
from collections.abc import Callable

_LINK = re.compile(r'<a class="footnote-(ref|backref)" href="[^"]*"(?=>(\d*))')


def named(markup: str, say: Callable[..., str], language: str) -> str:
    """Sanitised HTML in which each link to a footnote, and back from it, has a name.

    `say` gives the phrases of the pages; `language` is theirs where it is not that of the text, or else "".
    """
    if 'class="footnote-' not in markup:
        return markup
    tongue = f' lang="{language}"' if language else ""

    def name(link: re.Match[str]) -> str:
        said = say("footnote", number=link[2]) if link[1] == "ref" else say("footnote-back")
        return f'{link.group()} aria-label="{html.escape(said)}"{tongue}'

    return _LINK.sub(name, markup)
