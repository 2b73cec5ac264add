"""Where a story's paragraphs end: section titles between them, and sign-offs behind the last sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from readalso.intake.anatomy.anatomy import Dropped, Reference
from readalso.intake.anatomy.rules import listed
from readalso.intake.article import Paragraph
from readalso.intake.languages import Language
from readalso.intake.languages.lines import is_end

Story = tuple[Paragraph | Reference, ...]

_LONGEST_HEADING, _MOST_WORDS = 80, 12
"""Characters and words of a section's title."""
_LONGEST_SIGN_OFF = 14
"""Characters in brackets behind the last sentence."""
_SPEECH = re.compile("[「」『』：，。]")
_CLOSED = re.compile(r"[.!?…:;,。！？、؛؟।۔\"”»」』’)\]-]\Z")
_TAIL = re.compile(r"\s*(?:[（(](?P<said>[^()（）]{1,200})[)）]\.?|(?<=[.!?”\"»。])\s?(?:#{3}|-30-|Enditem|ENDS))\s*\Z")


def headed(story: Story) -> Iterator[Paragraph | Reference]:
    """The story with its section titles marked: short, without an end mark, and with a paragraph below."""
    for index, item in enumerate(story):
        below = story[index + 1] if index + 1 < len(story) else None
        if isinstance(item, Paragraph) and not item.kind and index and _is_heading(item, below):
            yield replace(item, kind="heading")
        else:
            yield item


def _is_heading(item: Paragraph, below: Paragraph | Reference | None) -> bool:
    text = item.text
    return (
        isinstance(below, Paragraph)
        and len(below.text) > len(text)
        and (len(below.text) > _LONGEST_HEADING or bool(_CLOSED.search(below.text)))
        and len(text) <= _LONGEST_HEADING
        and len(text.split()) <= _MOST_WORDS
        and not _CLOSED.search(text)
        and text[:1].isalnum()
        and not _SPEECH.search(text)
        and not text[:1].islower()
        and ": " not in text
    )


def without_tail(story: Story, language: Language) -> tuple[Dropped | None, Story]:
    """An end mark, an agency or credits in brackets behind the last sentence, and the story without it."""
    last = next((index for index in range(len(story) - 1, -1, -1) if isinstance(story[index], Paragraph)), None)
    item = story[last] if last is not None else None
    match = _TAIL.search(item.text) if isinstance(item, Paragraph) else None
    if last is None or not isinstance(item, Paragraph) or not match or not match.start():
        return None, story
    rule = (
        listed(Paragraph(item.number, match.group().strip()), language) or _is_sign_off(match, item.text) * "sign-off"
    )
    if not rule:
        return None, story
    kept = replace(item, text=item.text[: match.start()].rstrip())
    return Dropped(item.number, rule, match.group().strip()), (*story[:last], kept, *story[last + 1 :])


def _is_sign_off(match: re.Match[str], text: str) -> bool:
    """Whether brackets behind a closed sentence hold initials, "END" or an agency, and not a remark."""
    said = match["said"]
    if said and len(said) > _LONGEST_SIGN_OFF:
        return False
    closed = text[: match.start()].rstrip()[-1:] in '.!?”"»。！？'
    is_short = said is None or (said.isupper() or "/" in said or is_end(f"({said})") or is_end(f"（{said}）"))
    return bool(match.start()) and closed and (is_short or bool(said and not said.islower() and " " not in said))
