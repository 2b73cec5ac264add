"""A headline cut into words, figures, signs and marks."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from readalso.library.letters import letters

_PIECE = re.compile(
    r"(?P<dotted>(?<![\w.])(?:(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w.]))?|[A-Z]{2}\. ?[A-Z]{2}\.))"
    r"|(?P<number>(?<!\w)(?:\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:٬٫]\d+)*))"
    r"|(?P<word>[\u0400-\u04ff]+(?:['’ʼ`][\u0400-\u04ff]+)+|\w+(?:[.,:]\d+)*)"
    r"|(?P<sign>[%٪€$£₴₽¥°])"
    r"|(?P<mark>[,;:.!?–—―|]|\s-\s)"
)
_PLAIN = re.compile(_PIECE.pattern[_PIECE.pattern.index("(?P<word>") :])
"""The same without figures and initials, which most headlines have none of."""
FIGURE = re.compile(r"\d|\w\.")
"""What a headline has that has figures in digits, or initials."""
_HYPHENS = ("-", "\u2010", "\u2011")
_APART = re.compile(r"[^\S ]|[ ][-\u2010\u2011]|[ ]{2}|\A[ ]|[ ]\Z|٪")
"""Where spaces are more than what divides one piece from the next."""
_DIGITS = str.maketrans(
    {chr(start + digit): str(digit) for start in (0x660, 0x6F0) for digit in range(10)} | {"٪": "%"}
)
"""Arabic and Persian digits."""


_CLINGING = re.compile(r"(?<!\w)([بلوك])ـ?\s?(?=\d)")
"""An Arabic preposition that is written together with a number."""


_MINUS = re.compile(r"(?:\A|[\s(])[-−–]\Z")
_RAISED = re.compile(r"(?<=\d)\.([ºª])")
"""A Spanish ordinal's ending."""


class Piece(NamedTuple):
    """A word, figure, sign or mark; a tuple, since there is one for each word of the library."""

    key: str
    """Folded."""
    written: str
    """As it stands in the headline."""
    kind: str = "word"
    """dotted, number, word, sign or mark."""
    is_tight: bool = False
    """Whether nothing stands before it that divides it from the piece before."""
    is_hyphened: bool = False
    """Whether a hyphen joins it to the piece before."""
    case: str = ""
    """Of a number in words: by what its case is known, where cases tell who does something."""


def cut(headline: str) -> tuple[Piece, ...]:
    """The pieces of a headline, in their order."""
    if not FIGURE.search(headline) and not _APART.search(headline):
        return tuple(chain.from_iterable(map(_plain, headline.split(" "))))
    if headline.isascii():
        return tuple(_cut(headline))
    plain = _CLINGING.sub(r"\1 ", headline.translate(_DIGITS))
    return tuple(_cut(_RAISED.sub(r"\1", plain)))


@lru_cache(maxsize=65_536)
def _plain(words: str) -> tuple[Piece, ...]:
    """What stands between two spaces where no figure is: whatever stands around it, its pieces are the same."""
    return tuple(_cut(words))


def _cut(headline: str) -> Iterator[Piece]:
    end = 0
    pattern = _PIECE if FIGURE.search(headline) else _PLAIN
    for found in pattern.finditer(headline):
        start, stop = found.span()
        kind, written = found.lastgroup or "word", found.group()
        key = letters(re.sub(r"[. ]", "", written) if kind == "dotted" else written)
        if start == end + 1 and headline[end] == " ":  # so nearly all of them do
            yield Piece(key, written, kind)
        else:
            between = headline[end:start]
            is_negative = kind == "number" and _MINUS.search(between) and (len(between) > 1 or not end)
            is_joined = between in _HYPHENS
            yield Piece(f"-{key}" if is_negative else key, written, kind, end > 0 and not between, is_joined)
        end = stop
