"""Pieces of HTML inside other formats: an element's content, escaped or not, and texts that may hold tags."""

import re
from html import unescape

from readalso.intake.article import Paragraph
from readalso.intake.formats import layout, related, trees
from readalso.intake.formats.characters import line
from readalso.intake.formats.furnishing import role_of
from readalso.intake.formats.markup import blocks
from readalso.intake.formats.trees import Element

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--")
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|a|b|strong|em|ul|li|h[1-6]|blockquote)\b", re.IGNORECASE)


def of_element(element: Element) -> tuple[Paragraph, ...]:
    """The paragraphs of an element that holds XHTML, or HTML as text."""
    if len(element):
        return related.paragraphs(blocks(element, role_of))
    return of_text(element.text or "")


def of_text(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that may be HTML; one without tags is plain text."""
    if _ESCAPED_TAG.search(text) and not _TAG.search(text):
        text = unescape(text)
    if not _TAG.search(text):
        return layout.paragraphs(unescape(text))
    return related.paragraphs(blocks(trees.page(text, ""), role_of))


def title(text: str) -> str:
    """A headline that may hold tags, or entities that were escaped twice."""
    return line(unescape(_TAG.sub("", unescape(text) if _ESCAPED_TAG.search(text) else text)))
