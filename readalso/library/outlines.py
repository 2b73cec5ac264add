"""What is asked of every headline when one of them is looked for.

It depends on the headline and its language and on nothing else, so it is worked out where a briefing is read, and
remembered: a tenth of the time it takes to tell all words of all headlines apart again.
"""

from readalso.briefing.facts import Outline
from readalso.briefing.frontmatter import FrontMatter
from readalso.library.near import carrying
from readalso.library.trim import trim
from readalso.words import headline_key


def outlines(matter: FrontMatter, language: str) -> tuple[Outline, ...]:
    """Of a briefing's title, then of its other headlines; `language` is the site's, for one that names none."""
    return tuple(outline(headline, matter.language or language) for headline in (matter.title, *headlines(matter)))


def headlines(matter: FrontMatter) -> tuple[str, ...]:
    """A briefing's other headlines; an alias that begins with "/" is an address, not a headline."""
    return tuple(alias for alias in matter.aliases if not alias.startswith("/"))


def outline(headline: str, language: str) -> Outline:
    """Of one headline.

    A headline all in capitals, or with a capital on every word, tells nothing of its words, nor do German capitals.
    """
    trimmed = trim(headline)
    words = carrying(trimmed.text, language)
    inner = [word for word in words if not word.is_first]
    small = tuple(word.key for word in inner if word.is_small)
    tells = bool(small) and not language.startswith("de")
    capital = tuple(word.key for word in inner if word.written[0].isupper()) if tells else ()
    return Outline(headline_key(headline), trimmed, tuple(word.key for word in words), small, capital)
