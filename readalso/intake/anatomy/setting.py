"""A quotation and the words around it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A quotation in its paragraph."""

    text: str
    """What is said, without its marks."""
    before: str
    """What stands before it, up to the neighbouring quotation or the paragraph's beginning."""
    after: str
    """What stands after it, in the same way."""
    is_whole_paragraph: bool = False
    """Whether nothing else stands in the paragraph."""
    is_part: bool = False
    """Whether it is a part of a quotation that its attribution cuts in two."""
    is_open: bool = False
    """Whether it is not closed, and so goes on in the next paragraph."""
