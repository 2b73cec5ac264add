"""What Markdown makes of a body: prose with gaps.

A "Read also" line stands in the middle of a body, and the briefing it means may arrive next week. So a body's HTML does
not contain the link: it is a row of `Prose` and `Gap`, and each gap is filled when the page is planned.
"""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from readalso.errors import Problem


class Prose(Struct, frozen=True):
    """A stretch of sanitised HTML; an inline gap may cut it in the middle of an element."""

    html: str


class Gap(Struct, frozen=True):
    """The place of a reference."""

    number: int
    """Its index in the body's references."""


class Reference(Struct, frozen=True, array_like=True):
    """One mention of another briefing by its headline."""

    headline: str
    """As printed."""
    shown: str = ""
    """Other words to show in place of the headline, of `[[Headline|words]]`."""
    label: str = ""
    """The words before the colon ("Read also") where the reference has a line of its own; "" inside a sentence."""
    sentence: str = ""
    """The sentence around it, or for a line of its own the sentence before it; plain text."""
    href: str = ""
    """Where the source says that the other article stands, of `[[Headline]](https://…)`; "" where it does not say."""


class Body(Struct, frozen=True):
    """A converted body."""

    pieces: tuple[Prose | Gap, ...] = ()
    """In the order of the text."""
    references: tuple[Reference, ...] = ()
    """In the order of the gaps."""
    opening: str = ""
    """The words of its first paragraph, up to the first gap."""
    problems: tuple[Problem, ...] = ()
    """What could not be shown as it was written."""


Packed = bytes
"""The pieces of a body as MessagePack: texts for prose, numbers for gaps. A tenth of the memory, and quickly sent."""


def pack(pieces: Iterable[Prose | Gap]) -> Packed:
    """Pieces as bytes; `unpack(pack(pieces)) == tuple(pieces)`."""
    return _encode([piece.html if isinstance(piece, Prose) else piece.number for piece in pieces])


def unpack(packed: Packed) -> tuple[Prose | Gap, ...]:
    """The pieces that `pack` was given."""
    return tuple(Prose(piece) if isinstance(piece, str) else Gap(piece) for piece in _decode(packed))


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[str | int]).decode
