"""Pages of a story whose text was edited and nothing else: what they showed before, with the new text."""

import msgspec
from msgspec.structs import replace

from readalso.briefing.facts import Facts
from readalso.pages.page import encode
from readalso.pages.views import Ninjs, Story

KINDS: dict[str, type[Story | Ninjs]] = {"Story": Story, "Ninjs": Ninjs}
"""The views that print a text, by name."""


def seen(kind: str, data: bytes) -> Story | Ninjs | None:
    """The view of a kind that `page.encode` made those bytes of; None for bytes that it made of no such view."""
    try:
        view = msgspec.msgpack.decode(data, type=KINDS[kind])
    except (msgspec.MsgspecError, KeyError):
        return None
    return view if encode(view) == data else None


def retold(view: Story | Ninjs, facts: Facts) -> Story | Ninjs:
    """The same page with another text of the briefing."""
    if isinstance(view, Ninjs):
        return replace(view, story=_with_text(view.story, facts))
    return _with_text(view, facts)


def _with_text(story: Story, facts: Facts) -> Story:
    standfirst = "" if facts.is_lede_first else facts.matter.summary
    return replace(story, text=facts.text_digest, standfirst=standfirst, words=facts.word_count)
