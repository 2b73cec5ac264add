"""What a mail puts around its text: a salutation above it, and below it a closing with the sender's signature."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from readalso.intake.article import Kind, Paragraph
from readalso.intake.formats.characters import line
from readalso.intake.languages.lines import farewell, is_salutation, label

_LONGEST_NAME = 200
"""Characters of the paragraph below a closing, where somebody signs; a longer one is prose below a quoted letter."""
_LONGEST_SIGNATURE = 2_000
"""Characters below a closing, with what lawyers put under mails."""
_CONTACT = re.compile(r"\w@\w|\d[\d\s()/.-]{4,}\d")
"""An address of mail, or a number of a telephone."""


def parted(text: str) -> str:
    """A mail's text with a blank line below its salutation."""
    first, _, rest = text.lstrip().partition("\n")
    return f"{first}\n\n{rest}" if is_salutation(line(first)) else text


def marked(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of a mail, the salutation at its beginning and the signature at its end marked as such."""
    first = next((index for index, paragraph in enumerate(paragraphs) if not paragraph.kind), 0)
    signature = _signature([paragraph.text for paragraph in paragraphs])
    kinds: dict[int, Kind] = dict.fromkeys(signature, "signature")
    if paragraphs and is_salutation(paragraphs[first].text):
        kinds[first] = "salutation"
    return tuple(
        replace(paragraph, kind=paragraph.kind or kinds.get(index, "")) for index, paragraph in enumerate(paragraphs)
    )


def is_letter(texts: Iterator[str]) -> bool:
    """Whether a text without headers is a mail's: with a salutation at its head, or below its headline, and a signature
    that says how to reach whoever signs. An open letter, which is news, says no such thing.
    """
    head = tuple(islice(texts, 2))
    if not any(map(is_salutation, head)):
        return False
    whole = (*head, *texts)
    return any(_CONTACT.search(whole[index]) for index in _signature(whole))


def _signature(texts: Sequence[str]) -> range:
    """The indices of the paragraphs from the closing on, up to a reference; none where nobody signs."""
    begin, length = len(texts), 0
    for index in range(len(texts) - 1, 0, -1):
        if length > _LONGEST_SIGNATURE:
            break
        if _is_closing(texts[index]) and all(len(below) <= _LONGEST_NAME for below in texts[index + 1 : index + 2]):
            begin = index
        length += len(texts[index])
    return range(begin, next((index for index in range(begin, len(texts)) if label(texts[index])[0]), len(texts)))


def _is_closing(text: str) -> bool:
    """Whether a paragraph is a closing, alone or with a name behind its comma, or with a whole signature."""
    said, name = farewell(text)
    is_parted = not text[len(said) : len(said) + 1].isspace()
    return bool(said) and len(name) <= _LONGEST_NAME and (is_parted or bool(_CONTACT.search(name)))
