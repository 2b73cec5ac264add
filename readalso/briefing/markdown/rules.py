"""Our two rules of Markdown: a reference on a line of its own, and one inside a sentence."""

import re
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from readalso.briefing.body import Reference
from readalso.briefing.markdown.escaping import LabelPattern, unescape
from readalso.briefing.markdown.lines import INLINE, read_line

_PUNCTUATION = "\\`*_{}[]()>#+-.!<|~:=\"'$%,/;?@^"


class ReferenceExtension(Extension):
    """Our two rules, HTML off, and a backslash before any punctuation (CommonMark 2.4) but `&`."""

    def __init__(self, found: list[Reference], labels: LabelPattern | None) -> None:
        super().__init__()
        self.found, self.labels = found, labels

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the rules, before those for paragraphs and for links."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.ESCAPED_CHARS = [
            *md.ESCAPED_CHARS,
            *(char for char in _PUNCTUATION if char not in md.ESCAPED_CHARS),
        ]
        md.parser.blockprocessors.register(_LineRule(md, self.found, self.labels), "read-also", 12)
        md.inlinePatterns.register(_InlineRule(md, self.found), "read-also", 185)
        md.treeprocessors.register(_OneHeading(md), "one-heading", 5)


class _LineRule(BlockProcessor):
    """References on lines of their own."""

    def __init__(self, md: Markdown, found: list[Reference], labels: LabelPattern | None) -> None:
        super().__init__(md.parser)
        self.found, self.labels = found, labels

    def test(self, parent: etree.Element, block: str) -> bool:
        return any(read_line(line, self.labels) for line in block.split("\n"))

    def run(self, parent: etree.Element, blocks: list[str]) -> bool | None:
        prose: list[str] = []
        for line in blocks.pop(0).split("\n"):
            if reference := read_line(line, self.labels):
                self._parse(parent, prose)
                etree.SubElement(parent, "ra-gap", n=str(len(self.found)))
                self.found.append(reference)
            else:
                prose.append(line)
        self._parse(parent, prose)
        return None

    def _parse(self, parent: etree.Element, lines: list[str]) -> None:
        """What stands around the references is a block like any other; `lines` is emptied."""
        if block := "\n".join(lines).strip("\n"):
            self.parser.parseBlocks(parent, [block])
        lines.clear()


class _InlineRule(InlineProcessor):
    """References inside a sentence."""

    def __init__(self, md: Markdown, found: list[Reference]) -> None:
        super().__init__(rf"(?<!\\){INLINE}", md)
        self.found = found

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        headline = unescape(match["headline"])
        if not headline:
            return None, None, None
        element = etree.Element("ra-gap", n=str(len(self.found)))
        self.found.append(Reference(headline, unescape(match["shown"] or ""), href=match["href"] or ""))
        return element, match.start(0), match.end(0)


class _OneHeading(Treeprocessor):
    """The page has one h1, its headline; a body's headings begin at h2."""

    def run(self, root: etree.Element) -> None:
        for heading in root.iter("h1"):
            heading.tag = "h2"
