"""Markdown to prose with gaps; the only importer of the markdown package.

The syntax is Python-Markdown's with tables, footnotes, definition lists and fenced code, and two rules of our own: a
line `LABEL: [[Headline]]` (or `LABEL: Headline`, for the labels of the known languages) is a reference on a line of
its own, and `[[Headline]]` or `[[Headline|words]]` is one inside a sentence.

A body may hold what came over a wire, so it is not trusted: HTML in it is text, not markup; what Markdown makes is
sanitised (nh3) afterwards all the same; and a text that Markdown would chew on for seconds is shown as it stands.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from xml.etree import ElementTree as etree

import nh3
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from readalso.briefing.body import Body, Gap, Prose, Reference
from readalso.errors import Problem

_INLINE = (
    r"\[\[(?P<headline>(?:\\[^\n]|[^\\\]\|\x02\x03]|\](?!\])){1,500})"
    r"(?:\|(?P<shown>(?:[^\]\x02\x03]|\](?!\])){1,500}))?\]\]"
)
_LABEL = r"[ ]{0,3}[*_]{0,3}(?P<label>[^\[\]*_:：\n]{1,60}?)[*_]{0,3}\s*[:：][*_]{0,3}"
_BRACKETED = re.compile(rf"{_LABEL}\s*{_INLINE}\s*\Z")
_BRACKET = re.compile(r"\[|\]\(?|\)")
_HEADING = re.compile(r"^ {0,3}(?:#|[=-]+ *$)", re.MULTILINE)
_WIDE_FENCE = re.compile(r"^(?:`{3,}|~{3,}).{500}", re.MULTILINE)
_MARKS = re.compile(r"[\s>*+\-\d.]*")
_SPACES = re.compile(r"\s+")
_FORGOTTEN = re.compile("\x02(\\d+)\x03")  # an escaped character as Python-Markdown leaves it in `<a@b.c\\>`
_TOKEN = re.compile(r'<ra-gap n="(\d+)"></ra-gap>')
_BLOCK_END = re.compile(r"</(?:p|li|dd|dt|td|th|h[1-6]|blockquote|pre)>|<[uod]l>")
_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])[\"'”’»）)」]*\s+")
_PUNCTUATION = "\\`*_{}[]()>#+-.!<|~:=\"'$%,/;?@^"

_TAGS = {
    *"p br hr em strong code pre blockquote ul ol li h2 h3 h4 h5 h6 a img sup div del ra-gap".split(),
    *"table thead tbody tr th td dl dt dd".split(),
}
_ATTRIBUTES = {
    "a": {"href", "title", "class"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"id"},
    "div": {"class"},
    "code": {"class"},
    "th": {"style"},
    "td": {"style"},
    "ra-gap": {"n"},
}

MOST_MARKS = 400
"""Brackets, stars, backslashes, headings and the like in one block. Python-Markdown is quadratic in them: of unclosed
brackets 8,000 take 7 s, 400 take 20 ms."""
MOST_CELLS = 100_000
"""In one table."""
LONGEST_REACH = 1_000_000
"""Characters, summed over every bracket's way to its partner. Python-Markdown walks each way three times and more, and
that of an unclosed bracket to the end of its block: 400 of them before 100 KB take 25 s, this many characters 0.5 s."""
DEEPEST = 40
"""Levels of list or quotation. Python-Markdown recurses, and 400 exhaust the stack."""
MOST_CHARACTERS = 2_000_000
"""Of one body."""


class Converter:
    """Markdown with the labels of the known languages. Reusable, deterministic, not for two threads at once."""

    def __init__(self, labels: Iterable[str] = ()) -> None:
        self._labels = label_pattern(labels)
        self._found: list[Reference] = []
        self._markdown = Markdown(
            extensions=[
                TableExtension(),
                FootnoteExtension(),
                DefListExtension(),
                FencedCodeExtension(),
                SaneListExtension(),
                _ReferenceExtension(self._found, self._labels),
            ],
            output_format="html",
        )
        self._cleaner = nh3.Cleaner(
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            link_rel=None,
            attribute_filter=_filter,
            url_schemes={"http", "https", "mailto", "tel"},
        )

    def convert(self, text: str, path: str = "", further: Iterable[str] = ()) -> Body:
        """`text` as prose with gaps, the headlines of `further` as gaps after it. `path` is named in problems."""
        problems: list[Problem] = []
        self._found.clear()
        parts = _TOKEN.split(self._raw(text, path, problems))
        found = [self._found[int(number)] for number in parts[1::2]]
        references = (*_with_sentences(found, parts[::2]), *map(Reference, further))
        last = [Gap(number) for number in range(len(found), len(references))]
        opening = _SPACES.sub(" ", _text(_BLOCK_END.split(parts[0], maxsplit=1)[0])).strip()
        return Body((*_pieces(parts[::2]), *last), references, opening, tuple(problems))

    def _raw(self, text: str, path: str, problems: list[Problem]) -> str:
        """Sanitised HTML with a token for each gap; text too dense for Markdown comes as plain paragraphs."""
        why = too_dense(text)
        if not why:
            try:
                raw = self._cleaner.clean(self._markdown.reset().convert(text))
                return _FORGOTTEN.sub(lambda mark: html.escape(chr(int(mark[1]))), raw)
            except RecursionError:
                self._markdown.parser.state.clear()  # it remembers the lists it was in, and reset() leaves that
                why = "nests too deep"
        what = f"{why} to be read as Markdown and is shown as plain text"
        problems.append(Problem(path, 0, 0, what, "check the brackets and lists", is_warning=True))
        self._found.clear()
        return "\n".join(f"<p>{html.escape(block, quote=False)}</p>" for block in re.split(r"\n\s*\n", text.strip()))


def too_dense(text: str) -> str:
    """Why Markdown should not be let near `text`, or ""."""
    if len(text) > MOST_CHARACTERS:
        return "is too long"
    blocks = re.split(r"\n[ \t]*\n", text)
    if any(sum(map(block.count, "[<`*_&\\")) + len(_HEADING.findall(block)) > MOST_MARKS for block in blocks):
        return "has too many brackets and marks in one paragraph"
    if sum(map(_reach, blocks)) > LONGEST_REACH:
        return "has too many unclosed brackets"
    if any(map(_is_deep, blocks)) or max(map(_indent, text.split("\n"))) > 4 * DEEPEST:
        return "nests too deep"
    if any(map(_is_vast, blocks)):
        return "has too large a table"
    if _WIDE_FENCE.search(text):
        return "has too long a fence"
    return "has too many footnotes" if text.count("[^") > MOST_MARKS else ""


def _reach(block: str) -> int:
    """How far it is from each `[` or `](` to what closes it, or else to the block's end, summed up."""
    square: list[int] = []
    round_: list[int] = []
    reach = 0
    for match in _BRACKET.finditer(block):
        mark, start = match.group(), match.start()
        if mark == "[":
            square.append(start)
        elif mark[0] == "]" and square:
            reach += start - square.pop()
        if mark == "](":
            round_.append(start)
        elif mark == ")" and round_:
            reach += start - round_.pop()
    return reach + sum(len(block) - start for start in (*square, *round_))


def _is_vast(block: str) -> bool:
    """Whether the block could be a table of too many cells: each row is filled up to the width of the first."""
    lines = block.split("\n")
    return len(lines) * max(line.count("|") for line in lines) > MOST_CELLS


def _is_deep(block: str) -> bool:
    """Whether a line of marks, "- > - 1. ...", opens more lists and quotations than can be followed."""
    marks = _MARKS.match(block)
    return marks is not None and len(re.findall(r"[>*+-]|\d\.", marks.group())) > DEEPEST


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t>")) + 3 * line.count("\t") if line.strip() else 0


def label_pattern(labels: Iterable[str]) -> re.Pattern[str] | None:
    """A line that is one of `labels` and a headline; white space and case are free. None without labels."""
    words = sorted({_SPACES.sub(" ", label).strip(" :：") for label in labels}, key=lambda label: (-len(label), label))
    if not words:
        return None
    choice = "|".join(r"\s+".join(map(re.escape, label.split(" "))) for label in words)
    return re.compile(
        rf"[ ]{{0,3}}[*_]{{0,3}}(?P<label>{choice})[*_]{{0,3}}\s*[:：][*_]{{0,3}}\s*(?P<headline>\S.*?)\s*\Z",
        re.IGNORECASE,
    )


def escape(text: str, labels: re.Pattern[str] | None = None) -> str:
    """Markdown that comes out as the plain `text`, which is one line, with as few marks as that takes.

    Law: the text of the converted result is `text`, whatever of Markdown's, HTML's or Jinja's syntax is in it.
    """
    said = _ACTIVE.sub(r"\\\g<0>", re.sub(r"&(?=#|[A-Za-z0-9]+;)", "&amp;", text))
    said = re.sub(r"\A(\d+)\.(?=\s|\Z)", r"\1\\.", said)
    said = re.sub(r"\A[#>~:=+|-]", r"\\\g<0>", said)
    if labels and (found := labels.match(said)):
        end = found.end("label")
        said = said[:end] + re.sub(
            r"[:：]",
            lambda colon: f"\\{colon.group()}" if colon.group() == ":" else "&#65306;",
            said[end:],
            count=1,
        )
    return said


_ACTIVE = re.compile(
    r"[\\`*<]"
    r"|(?<!\w)_|_(?!\w)|_(?=_)|(?<=_)_"
    r"|\[(?!(?!\^)[^\[\]]*\](?!\s*[\[(:]))"
)


def escape_headline(headline: str) -> str:
    """A headline as it stands between `[[` and `]]`."""
    return re.sub(r"[\\|\[\]`]", r"\\\g<0>", headline)


def _unescape(headline: str) -> str:
    return _SPACES.sub(" ", re.sub(r"\\(.)", r"\1", headline)).strip()


class _ReferenceExtension(Extension):
    """Our two rules, HTML off, and a backslash before any punctuation (CommonMark 2.4) but `&`."""

    def __init__(self, found: list[Reference], labels: re.Pattern[str] | None) -> None:
        super().__init__()
        self.found, self.labels = found, labels

    def extendMarkdown(self, md: Markdown) -> None:
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

    def __init__(self, md: Markdown, found: list[Reference], labels: re.Pattern[str] | None) -> None:
        super().__init__(md.parser)
        self.found, self.labels = found, labels

    def read(self, line: str) -> Reference | None:
        match = _BRACKETED.match(line)
        if match:
            shown = _unescape(match["shown"] or "")
            return Reference(_unescape(match["headline"]), shown, match["label"].strip())
        match = self.labels.match(line) if self.labels and ":" in line.replace("：", ":") else None
        if not match or "[[" in match["headline"]:
            return None
        return Reference(_unescape(match["headline"].strip("*_")), "", match["label"].strip())

    def test(self, parent: etree.Element, block: str) -> bool:
        return any(self.read(line) for line in block.split("\n"))

    def run(self, parent: etree.Element, blocks: list[str]) -> bool | None:
        prose: list[str] = []
        for line in blocks.pop(0).split("\n"):
            if reference := self.read(line):
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
        super().__init__(rf"(?<!\\){_INLINE}", md)
        self.found = found

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        headline = _unescape(match["headline"])
        if not headline:
            return None, None, None
        element = etree.Element("ra-gap", n=str(len(self.found)))
        self.found.append(Reference(headline, _unescape(match["shown"] or "")))
        return element, match.start(0), match.end(0)


class _OneHeading(Treeprocessor):
    """The page has one h1, its headline; a body's headings begin at h2."""

    def run(self, root: etree.Element) -> None:
        for heading in root.iter("h1"):
            heading.tag = "h2"


def _filter(tag: str, attribute: str, value: str) -> str | None:
    """Of pictures, only those of the site itself: no page may ask a third party for anything."""
    if _FORGOTTEN.search(value):
        return None
    if attribute == "src":
        seen = re.sub(r"[\x00-\x20]", "", value).replace("\\", "/")  # as a browser reads it (WHATWG URL, 4.4)
        return None if ":" in seen or seen.startswith("//") else value
    if attribute == "style":
        return value if re.fullmatch(r"text-align: (left|right|center);", value) else None
    if attribute == "id":
        return value if re.match(r"fn(ref)?\d*:", value) else None
    return value


def _pieces(proses: Sequence[str]) -> Iterator[Prose | Gap]:
    """The stretches of HTML between the gaps, and the gaps, numbered in the order of the text."""
    for number, prose in enumerate(proses):
        if number:
            yield Gap(number - 1)
        if prose.strip("\n"):
            yield Prose(prose.strip("\n"))


def _with_sentences(found: Sequence[Reference], proses: Sequence[str]) -> Iterator[Reference]:
    """Each reference with the sentence around it, or before it where it has a line of its own.

    `proses[i]` is the HTML before the gap `i`. The text is read once: bodies of many thousand references exist.
    """
    block: list[str] = []  # the running block's words and headlines
    places: list[tuple[Reference, int, int]] = []  # the references in it, with the beginning and end of their words
    last = ""  # the last block that had words
    for prose, reference in zip_longest(proses, found):
        *ended, running = map(_text, _BLOCK_END.split(prose))
        for words in ended:
            yield from _around(places, "".join([*block, words]))
            last, block, places = "".join([*block, words]).strip() or last, [], []
        block.append(running)
        size = sum(map(len, block))
        if reference is None or reference.label:
            yield from _around(places, "".join(block))
            last, block, places = "".join(block).strip() or last, [], []
        if reference and reference.label:
            yield _saying(reference, _SENTENCE_END.split(last)[-1])
        elif reference:
            block.append(reference.shown or reference.headline)
            places.append((reference, size, size + len(block[-1])))


def _around(places: Iterable[tuple[Reference, int, int]], text: str) -> Iterator[Reference]:
    """Each reference with the sentence of `text` that its words stand in."""
    cuts = [match.end() for match in _SENTENCE_END.finditer(text)] if places else []
    for reference, start, end in places:
        before, after = bisect_right(cuts, start), bisect_left(cuts, end)
        yield _saying(reference, text[cuts[before - 1] if before else 0 : cuts[after] if after < len(cuts) else None])


def _saying(reference: Reference, sentence: str) -> Reference:
    return replace(reference, sentence=_SPACES.sub(" ", sentence).strip()[:400])


def _text(markup: str) -> str:
    """The words of a stretch of HTML."""
    return html.unescape(_TAG.sub("", markup))
