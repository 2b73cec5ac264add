"""Sentences of a paragraph."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…؟।]+[\"”’»)\]]*\s+|[。！？]+[」』”’）\"]*\s*")
_SHORTENED = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mrs?|Ms|Drs?|St|No|Me|MM|Mme|Prof|Gen|Col|Sgt|Lt|Sen|Rep|Gov|Hon|Inc|Ltd|Co|vs|approx|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?|Oct|Nov|Dec|janv|févr|juil|déc|ст|ім|вул|тис|млн|млрд|грн|руб|тыс|гг?|обл|им|ул|bzw|ca|Nr|Dr|Mio|Mrd|Str|usw"
    r"|Sr|Sra|Dra|Srta|EE|Ud|núm|pág|dott|sig|avv|ing|prof|dr|inż|mgr|ul|tzw|np|proc|tys|mln|mld|pt|nr|str|mgr|Ing|Mgr|MUDr|tzv"
    r"|hr|mw|drs|bijv|resp|kl|bl|ca|Doç|Av|κ|κα|κκ|αρ|σελ|e\.g|i\.e|U\.S|U\.N|a\.m|p\.m))\Z"
)
_LONGEST_SHORTENED = 6
"""Characters looked at before a full stop."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, in order, each with its end mark; "" has none."""
    ends = list(_ends(text))
    pieces = (text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True))
    return tuple(piece for piece in pieces if piece)


def _ends(text: str) -> Iterator[int]:
    """Where sentences end: not before a small letter, nor after an initial or a shortened word ("J. Rey", "Oct. 3")."""
    for match in _END.finditer(text):
        before = text[max(0, match.start() - _LONGEST_SHORTENED) : match.start()]
        is_shortened = match.group().strip() == "." and _SHORTENED.search(before)
        if not is_shortened and not text[match.end() : match.end() + 1].islower():
            yield match.end()


def opening(text: str, limit: int) -> str:
    """The first sentences of `text`, as many as fit into `limit` characters, but one at least."""
    said = ""
    for sentence in sentences(text):
        if said and len(said) + len(sentence) >= limit:
            break
        said = f"{said} {sentence}".strip()
    return said
