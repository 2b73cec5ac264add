"""Markdown to prose with gaps.

The syntax is Python-Markdown's with tables, footnotes, definition lists and fenced code, and two rules of our own: a
line `LABEL: [[Headline]]` (or `LABEL: Headline`, for the labels of the known languages) is a reference on a line of
its own, and `[[Headline]]` or `[[Headline|words]]` is one inside a sentence.

A body may hold what came over a wire, so it is not trusted: HTML in it is text, not markup; what Markdown makes is
sanitised (nh3) afterwards all the same; and a text that Markdown would chew on for seconds is shown as it stands.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import nh3

from readalso.briefing.body import Body, Gap, Prose, Reference
from readalso.briefing.markdown import plain
from readalso.briefing.markdown.density import MOST_CHARACTERS, too_dense
from readalso.briefing.markdown.escaping import label_pattern
from readalso.briefing.markdown.lines import read_line
from readalso.briefing.markdown.sentences import opening, with_sentences
from readalso.errors import Problem, warning

if TYPE_CHECKING:
    from markdown import Markdown

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
_REACHED = {"table": {"tabindex": "0"}, "pre": {"tabindex": "0"}}
"""What may be wider than the page, and so has to be scrolled by keyboard too (WCAG 2.2, 2.1.1)."""
_FORGOTTEN = re.compile("\x02(\\d+)\x03")  # an escaped character as Python-Markdown leaves it in `<a@b.c\\>`
_LOST = re.compile("\x02?klzzwxh:\\d+\x03")  # what it leaves of a line's end after `*a**b*`
_MARKS = re.compile(r"[\s>*+-]+|\d+[.)]\s")
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|right|center);"')
_PICTURE_GONE = re.compile(r"<img(?![^<>]*\ssrc=)[^<>]*>")
_GUARD = plain.Guard()
_TOKEN = re.compile(r'<ra-gap n="(\d+)"></ra-gap>')


class Converter:
    """Markdown with the labels of the known languages. Reusable, deterministic, not for two threads at once."""

    def __init__(self, labels: Iterable[str] = (), guard: plain.Guard | None = _GUARD, is_proven: bool = False) -> None:
        """Python-Markdown is spared the blocks that `guard` is certain of; without one the result is the same.

        `is_proven` says that the guard was proved with the Markdown that is installed, so that need not be looked up.
        """
        self._labels = label_pattern(labels)
        self._found: list[Reference] = []
        is_sure = guard is None or is_proven or self._is_known()
        self._guard = guard if is_sure else None

    @cached_property
    def _markdown(self) -> "Markdown":
        from readalso.briefing.markdown.syntax import make  # slow to load; see there

        return make(self._found, self._labels)

    def _is_known(self) -> bool:
        """Whether this is the Markdown that the guard was proved with."""
        from readalso.briefing.markdown.syntax import is_known

        return is_known(self._markdown)

    @property
    def is_proven(self) -> bool:
        """Whether another converter of this program may be told that its guard is."""
        return self._guard is not None or self._is_known()

    @cached_property
    def _cleaner(self) -> nh3.Cleaner:
        return nh3.Cleaner(
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            set_tag_attribute_values=_REACHED,
            link_rel=None,
            attribute_filter=_filter,
            url_schemes={"http", "https", "mailto", "tel"},
        )

    def convert(self, text: str, path: str = "", further: Iterable[str] = ()) -> Body:
        """`text` as prose with gaps, the headlines of `further` as gaps after it. `path` is named in problems."""
        problems: list[Problem] = []
        parts = _TOKEN.split(self._raw(text, path, problems))
        found = [self._found[int(number)] for number in parts[1::2]]
        references = (*with_sentences(found, parts[::2]), *map(Reference, further))
        last = [Gap(number) for number in range(len(found), len(references))]
        return Body((*_pieces(parts[::2]), *last), references, opening(parts[0]), tuple(problems))

    def _raw(self, text: str, path: str, problems: list[Problem]) -> str:
        """Sanitised HTML with a token for each gap; text too dense for Markdown comes as plain paragraphs."""
        if self._guard and len(text) <= MOST_CHARACTERS and "\ue000" not in text:
            blocks = text.strip("\n").split("\n\n")
            found = self._plainly(blocks, self._guard)
            if found is None:
                found = self._shortly(blocks, self._guard, path, problems)
            if found is not None:
                return found
            problems.clear()
        return self._wholly(text, path, problems)

    def _plainly(self, blocks: Iterable[str], guard: plain.Guard) -> str | None:
        """The HTML of blocks of which each is plain, or a reference on a line of its own; None where one is neither."""
        self._found.clear()
        lines: list[str | plain.Group] = []
        for block in blocks:
            reference = self._reference(block)
            line = guard.paragraph(block) if reference is None else None
            if line is not None:
                lines.append(line)
            elif reference and guard.is_reference(block):
                lines.append(f'<ra-gap n="{len(self._found)}"></ra-gap>')
                self._found.append(reference)
            elif (group := guard.group(block)) and not any(map(self._reference, _unmarked(block))):
                before = lines[-1] if lines else None
                if isinstance(before, plain.Group) and before.is_quotation == group.is_quotation:
                    before.add(group)
                else:
                    lines.append(group)
            else:
                return None
        return "\n".join(line if isinstance(line, str) else line.html() for line in lines)

    def _shortly(self, blocks: Sequence[str], guard: plain.Guard, path: str, problems: list[Problem]) -> str | None:
        """The HTML of blocks of which some are plain; None where that is not certain."""
        paragraphs = [guard.paragraph(block) if self._reference(block) is None else None for block in blocks]
        text, rows = plain.shorten(blocks, paragraphs)
        return plain.restore(self._wholly(text, path, problems), rows) if rows and not too_dense(text) else None

    def _reference(self, line: str) -> Reference | None:
        """What our own rule reads in a line."""
        return read_line(line, self._labels) if ":" in line or "：" in line else None

    def _wholly(self, text: str, path: str, problems: list[Problem]) -> str:
        """The same from Python-Markdown."""
        self._found.clear()
        why = too_dense(text)
        if not why:
            try:
                # A style in a tag is what a Content-Security-Policy refuses.
                raw = _ALIGNED.sub(r'\1 class="\2"', self._cleaner.clean(self._markdown.reset().convert(text)))
                if _PICTURE_GONE.search(raw):
                    what = "has a picture of another site, which is not shown"
                    problems.append(warning(path, what, "put it into static/ and write ![…](/name.jpg)"))
                found = _LOST.sub(" ", raw)
                return _FORGOTTEN.sub(lambda mark: html.escape(chr(int(mark[1]))) if len(mark[1]) < 4 else "", found)
            except RecursionError:
                self._markdown.parser.state.clear()  # it remembers the lists it was in, and reset() leaves that
                why = "nests too deep"
        what = f"{why} to be read as Markdown and is shown as plain text"
        problems.append(warning(path, what, "check the brackets and lists"))
        self._found.clear()
        return "\n".join(f"<p>{html.escape(block, quote=False)}</p>" for block in re.split(r"\n\s*\n", text.strip()))


def _pieces(proses: Sequence[str]) -> Iterator[Prose | Gap]:
    """The stretches of HTML between the gaps, and the gaps, numbered in the order of the text."""
    for number, prose in enumerate(proses):
        if number:
            yield Gap(number - 1)
        if prose.strip("\n"):
            yield Prose(prose.strip("\n"))


def _unmarked(block: str) -> Iterator[str]:
    """The lines of a list or quotation without the marks before them."""
    for line in block.split("\n"):
        while mark := _MARKS.match(line):
            line = line[mark.end() :]
        yield line


def _filter(tag: str, attribute: str, value: str) -> str | None:
    """Of pictures, only those of the site itself: no page may ask a third party for anything."""
    if _FORGOTTEN.search(value):
        return None
    if attribute == "src":
        seen = re.sub(r"[\x00-\x20]", "", value).replace("\\", "/")  # as a browser reads it (WHATWG URL, 4.4)
        return None if ":" in seen or seen.startswith("//") else value
    if attribute == "style":
        return value if re.fullmatch(r"text-align: (left|right|center);", value) else None
    if attribute == "href" and re.match(r"\s*[a-z]+[\t\r\n ]+[a-z]*\s*:", value, re.IGNORECASE):
        return None
    if attribute == "title":
        return value or None
    if attribute == "id":
        return value if re.match(r"fn(ref)?\d*:", value) else None
    return value
