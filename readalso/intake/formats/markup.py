"""Marked-up text (HTML, XHTML, NITF) to blocks: what a reader sees as one paragraph, one heading, one item of a list.

Elements are walked once and without recursion, so a text costs no more than its own length, however deep it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from readalso.intake.article import Kind
from readalso.intake.formats import trees
from readalso.intake.formats.characters import clean
from readalso.intake.formats.trees import Element

Role = Literal[
    "inline", "block", "break", "cell", "kept", "skip", "box", "related",
    "heading", "standfirst", "quote", "caption", "note", "credit", "furniture",
]  # fmt: skip
"""What an element does to the text in it.

inline: nothing. block: it is set off. break: a new line. cell: set off from its neighbours on the line. kept: its
line ends
count. skip: no text. box: what is in it belongs together and not to the text around it. related: a box of references.
The others are kinds of
paragraph.
"""

_NAMES: dict[Role, str] = {
    "skip": "script style noscript template svg math iframe object embed audio video canvas map button input"
    " select textarea"
    " option nav head title link meta dialog datalist progress meter body.head rp rt",
    "block": "html body main article section div header footer hgroup p ul ol li dl dt dd table thead tbody"
    " tfoot tr address"
    " details summary fieldset form center hr block body.content content figure media body.end nitf-table inlinexml",
    "cell": "td th",
    "heading": "h1 h2 h3 h4 h5 h6 hl2 caption",
    "quote": "blockquote bq",
    "caption": "figcaption media-caption",
    "credit": "media-producer tagline byline",
    "note": "note",
    "box": "aside",
    "break": "br",
    "kept": "pre",
}
ROLES: dict[str, Role] = {name: role for role, names in _NAMES.items() for name in names.split()}
"""By the local name of an element in HTML or NITF; all others are inline."""
_KINDS: dict[Role, Kind] = {
    "heading": "heading",
    "standfirst": "standfirst",
    "quote": "quote",
    "caption": "caption",
    "note": "note",
    "credit": "credit",
    "furniture": "furniture",
}
_BOXES = ("box", "related")
_ESCAPED = re.compile(
    r"&(?:amp|nbsp|quot|apos|[lr]squo|[lr]dquo|[mn]dash|hellip|laquo|raquo|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE
)
"""Entities that are left when a text has been read were escaped twice."""
_SPACES = re.compile(r"[ \t\n\f\r]+")
_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]」』]*\Z")
_LONG_LINE = 40
"""Characters; a line between breaks that is longer, and ends like a sentence, is a paragraph."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words in a block that lead somewhere."""

    start: int
    end: int
    """Where they stand in the block's text."""
    href: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text."""

    text: str
    """On one line; never empty."""
    kind: Kind = ""
    links: tuple[Link, ...] = ()
    tag: str = ""
    """The nearest element that set it off: p, li, h2."""
    box: int = 0
    """The number of the box that it stands in; 0 for none."""
    is_related: bool = False
    """Whether that box is one of references by its name."""


def role_of(element: Element) -> Role:
    """What an element does by its name alone."""
    return ROLES.get(trees.local(element).casefold(), "inline")


def blocks(element: Element, role: Callable[[Element], Role] = role_of) -> Iterator[Block]:
    """The blocks in an element, in the order of the text; `role` says what each element in it does."""
    writer = _Writer()
    walk = trees.walk(element)
    for event, item in walk:
        if event == "start":
            found = role(item)
            yield from writer.open(item, found)
            if found == "skip":
                walk.skip_subtree()
        else:
            yield from writer.close(item)
            if item is not element:
                writer.add(item.tail or "")
    yield from writer.flush()


class _Writer:
    """Gathers text until a block ends."""

    def __init__(self) -> None:
        self.text = ""
        self.parts: list[str] = []
        self.length = 0
        self.links: list[Link] = []
        self.open_link: tuple[int, str] | None = None
        self.roles: list[tuple[Role, str]] = []
        self.boxes = 0

    def open(self, element: Element, role: Role) -> Iterator[Block]:
        """An element begins."""
        if role not in ("inline", "break", "cell", "skip"):
            yield from self.flush()
        self.boxes += role in _BOXES
        self.roles.append((role, trees.local(element).casefold()))
        if role == "break":
            self._put("\n")
        elif role == "cell" and self.length:
            self._put(" | ")
        elif trees.local(element) == "a":
            self.open_link = (self.length, trees.attribute(element, "href"))
        if role != "skip":
            self.add(element.text or "")

    def close(self, element: Element) -> Iterator[Block]:
        """An element ends."""
        if trees.local(element) == "a":
            self._close_link()
        if self.roles[-1][0] not in ("inline", "break", "cell", "skip"):
            yield from self.flush()
        self.roles.pop()

    def add(self, text: str) -> None:
        """Some text."""
        if not text:
            return
        is_kept = any(role == "kept" for role, _ in self.roles)
        visible = clean(unescape(text) if _ESCAPED.search(text) else text)
        words = visible if is_kept else _SPACES.sub(" ", visible)
        self._put(words.lstrip(" ") if self._is_spaced() else words)

    def flush(self) -> Iterator[Block]:
        """The block gathered so far ends."""
        href = self.open_link[1] if self.open_link else ""
        self._close_link()
        text, links = "".join(self.parts), self.links
        self.parts, self.length, self.links = [], 0, []
        if href:
            self.open_link = (0, href)
        for start, end in _spans(text):
            yield Block(
                text[start:end].replace("\n", " "),
                self._kind(),
                tuple(_within(links, start, end)),
                next((tag for role, tag in reversed(self.roles) if role != "inline"), ""),
                self.boxes if any(role in _BOXES for role, _ in self.roles) else 0,
                any(role == "related" for role, _ in self.roles),
            )

    def _put(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def _is_spaced(self) -> bool:
        return not self.parts or self.parts[-1][-1] in " \n"

    def _close_link(self) -> None:
        if self.open_link and self.open_link[0] < self.length:
            self.links.append(Link(self.open_link[0], self.length, self.open_link[1]))
        self.open_link = None

    def _kind(self) -> Kind:
        kinds = [_KINDS[role] for role, _ in self.roles if role in _KINDS]
        return "furniture" if "furniture" in kinds else kinds[-1] if kinds else ""


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a block begin and end: two breaks part them, or one after each of several sentences."""
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    are_sentences = all(end - start > _LONG_LINE and _SENTENCE.search(text[start:end].rstrip()) for start, end in lines)
    begin = 0
    for index, (_start, end) in enumerate(lines):
        following = lines[index + 1][0] if index + 1 < len(lines) else len(text)
        between = text[end:following]
        if index + 1 == len(lines) or between.count("\n") > 1 or are_sentences:
            yield from _trimmed(text, lines[begin][0], end)
            begin = index + 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if start < end:
        yield start, end


def _within(links: list[Link], start: int, end: int) -> Iterator[Link]:
    for link in links:
        first, last = max(link.start, start), min(link.end, end)
        if first < last and link.href:
            yield Link(first - start, last - start, link.href)
