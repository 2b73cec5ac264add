"""References in marked-up text: a label with a linked headline, boxes and lists of links, and what only looks like
them.

What has no link and stands in no list is left as it is: the anatomy finds "Read also: …" in plain words itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count, groupby

from readalso.intake.article import Paragraph
from readalso.intake.formats.markup import Block, Link
from readalso.intake.languages import lines

_LONGEST = 250
"""Characters of a headline."""
_BETWEEN = 60
"""Characters between a label and its link: a badge such as "subscribers only"."""
_FEWEST_WORDS = 4
"""A bare link of fewer words is a topic, a button or a tag."""
_FEWEST_WIDE = 9
"""The same in characters of a script that does not part its words."""
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_SENTENCE_END = re.compile(r"""[.!?…。！？»”"')\]]\s*(?=[^\s.!?…。！？»”"')\]])""")


@lru_cache(maxsize=4096)
def label_of(text: str) -> tuple[str, str]:
    """(label, headline) of a text that refers to another article: see `lines.label`; a bracket before it is passed
    over.
    """
    bare = text.lstrip("([（ ")
    return lines.label(bare.rstrip(")]） ") if bare != text else text)


def paragraphs(found: Iterable[Block]) -> tuple[Paragraph, ...]:
    """Blocks as numbered paragraphs, with the references among them told apart."""
    out: list[Paragraph] = []
    alone = count(1)
    for (kind, _), run in groupby(found, key=lambda block: _run(block, alone)):
        _READERS[kind](list(run), out)
    return tuple(replace(paragraph, number=number) for number, paragraph in enumerate(out, 1))


def _run(block: Block, alone: Iterator[int]) -> tuple[str, int]:
    """What a block is read with: the others of its box, or of its list, or nothing."""
    if block.box:
        return "box", block.box
    return ("list", 0) if block.tag == "li" else ("block", next(alone))


def _read_block(run: list[Block], out: list[Paragraph]) -> None:
    (block,) = run
    label = _waiting(out)
    if block.kind == "furniture":
        out.append(_plain(block))
    elif label and _is_link(block) and len(block.text) <= _LONGEST:
        out[-1] = _reference(block.text, block.links[0].href, label)
    else:
        out += _spoken(block)


def _read_list(run: list[Block], out: list[Paragraph]) -> None:
    """The items of a list: references below a label, furniture below another heading if all of them are links."""
    label = _waiting(out)
    are_links = all(map(_is_link, run))
    if label and all(len(block.text) <= _LONGEST for block in run):
        out.pop()
        out += (_reference(block.text, _href(block), label) for block in run)
    elif are_links and out and out[-1].kind == "heading":
        out[-1] = replace(out[-1], kind="furniture")
        out += (replace(_plain(block), kind="furniture") for block in run)
    else:
        out += (paragraph for block in run for paragraph in _spoken(block))


def _read_box(run: list[Block], out: list[Paragraph]) -> None:
    """A box beside the text: its references; a box without links is text, one of links below another heading is not."""
    label = _waiting(out)
    found: list[Paragraph] = []
    is_about_links = False
    for block in run:
        own, rest = label_of(block.text)
        if own and not rest and not _is_link(block):
            label, is_about_links = own, True
        elif block.links and (label or own) and (headline := _linked(block)):
            found.append(_reference(block.text[headline.start : headline.end], headline.href, own or label))
        elif _is_link(block) and not _has_other_heading(run):
            found.append(_bare(block))
        elif own and rest:
            found.append(_reference(rest, _href(block), own))
        elif label and is_about_links and not any(other.links for other in run):
            found.append(_reference(block.text, "", label))
        else:
            found.append(_plain(block))
    has_references = any(paragraph.kind == "reference" for paragraph in found)
    if has_references and label == _waiting(out) and label:
        out.pop()
    out += (_unless_text(paragraph, has_references or any(map(_is_link, run))) for paragraph in found)


_READERS = {"box": _read_box, "list": _read_list, "block": _read_block}


def _unless_text(paragraph: Paragraph, is_list: bool) -> Paragraph:
    """What stands in a box of links beside its references is furniture: a teaser, a topic, a button."""
    return replace(paragraph, kind="furniture") if is_list and paragraph.kind != "reference" else paragraph


def _has_other_heading(run: Sequence[Block]) -> bool:
    """Whether a box has a heading that is no label, "Most read", and no name that says more than its heading."""
    return not run[0].is_related and any(
        block.kind == "heading" and not block.links and not label_of(block.text)[0] for block in run
    )


def _waiting(out: list[Paragraph]) -> str:
    """The label that the last paragraph is, if it is nothing else."""
    if not out or out[-1].kind in ("reference", "furniture"):
        return ""
    label, rest = label_of(out[-1].text)
    return label if not rest else ""


def _spoken(block: Block) -> Iterator[Paragraph]:
    """A block of its own: a reference, text that ends with one, a bare link, or what it is."""
    link = _linked(block)
    before = block.text[: link.start].rstrip() if link else ""
    own, rest = label_of(before)
    if link and own and len(rest) <= _BETWEEN:
        yield _reference(block.text[link.start : link.end], link.href, own)
    elif link and (tail := _tail(before)):
        yield replace(_plain(block), text=before[: -len(tail)].rstrip(" (["), href="")
        yield _reference(block.text[link.start : link.end], link.href, label_of(tail)[0])
    elif _is_link(block) and block.kind in ("", "heading"):
        own, rest = label_of(block.text)
        yield _reference(rest, block.links[0].href, own) if own and rest else _bare(block)
    else:
        yield _plain(block)


def _tail(before: str) -> str:
    """The label at the end of a paragraph, before its link: "… the airport. See also:"."""
    ends = [match.end() for match in _SENTENCE_END.finditer(before, max(0, len(before) - _BETWEEN))]
    bracket = max(before.rfind("("), before.rfind("[")) + 1
    starts = sorted({*ends, bracket} - {0}, reverse=True)
    return next(
        (
            before[start:]
            for start in starts
            if label_of(before[start:].strip())[0] and not label_of(before[start:].strip())[1]
        ),
        "",
    )


def _linked(block: Block) -> Link | None:
    """The link that the block ends with; a closing bracket or full stop may follow it."""
    link = block.links[-1] if block.links else None
    return link if link and not block.text[link.end :].strip(" )].»") and link.end - link.start <= _LONGEST else None


def _is_link(block: Block) -> bool:
    """Whether the whole block is one link."""
    return len(block.links) == 1 and block.links[0].end - block.links[0].start >= len(block.text.strip("»›→▸ "))


def _bare(block: Block) -> Paragraph:
    """A line that is a link and has no label: the headline of another article if it is as long as one."""
    words = len(_WIDE.findall(block.text)) / _FEWEST_WIDE * _FEWEST_WORDS + len(block.text.split())
    is_headline = (
        words >= _FEWEST_WORDS and len(block.text) <= _LONGEST and not block.links[0].href.startswith(_ELSEWHERE)
    )
    return _reference(block.text, block.links[0].href, "") if is_headline else replace(_plain(block), kind="furniture")


_ELSEWHERE = (
    "mailto:",
    "tel:",
    "#",
    "javascript:",
    "whatsapp:",
    "tg:",
    "https://t.me",
    "https://twitter.com",
    "https://x.com",
)
"""Addresses of no article."""


def _reference(headline: str, href: str, label: str) -> Paragraph:
    return Paragraph(1, headline, "reference", href, label)


def _plain(block: Block) -> Paragraph:
    return Paragraph(1, block.text, block.kind, _href(block))


def _href(block: Block) -> str:
    """The address of the link that is all of the block, or all of it behind a label."""
    link = _linked(block)
    if not link:
        return ""
    _own, rest = label_of(block.text)
    return link.href if block.text[link.start : link.end].strip() in (block.text, rest) else ""
