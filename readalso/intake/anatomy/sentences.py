"""Sentences of a paragraph."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?![a-zа-яєіїґ])")
_SHORTENED = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mrs?|Ms|Drs?|St|No|Me|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|ст|ім|вул|тис|млн|грн|janv|févr|juil|déc))\Z"
)
_LONGEST_SHORTENED = 6
"""Characters looked at before a full stop."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, in order, each with its end mark; "" has none."""
    ends = list(_ends(text))
    pieces = (text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True))
    return tuple(piece for piece in pieces if piece)


def _ends(text: str) -> Iterator[int]:
    """Where sentences end: not after an initial or a shortened word ("J. Smith", "Oct. 3")."""
    for match in _END.finditer(text):
        before = text[max(0, match.start() - _LONGEST_SHORTENED) : match.start()]
        if not (match.group().strip() == "." and _SHORTENED.search(before)):
            yield match.end()


def opening(text: str, limit: int) -> str:
    """The first sentences of `text`, as many as fit into `limit` characters, but one at least."""
    said = ""
    for sentence in sentences(text):
        if said and len(said) + len(sentence) >= limit:
            break
        said = f"{said} {sentence}".strip()
    return said
