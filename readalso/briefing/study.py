"""From a briefing to its facts and its converted body."""

from readalso.briefing.body import Body
from readalso.briefing.briefing import Briefing
from readalso.briefing.facts import Facts, Mention, Outline
from readalso.briefing.markdown import Converter
from readalso.briefing.pictures import pictures
from readalso.briefing.quotations import anchor
from readalso.briefing.vocabulary import vocabulary
from readalso.errors import Problem
from readalso.words import digest, headline_key

_TELLING = 6
"""Characters, folded, by which most texts are seen to begin otherwise."""


def study(
    briefing: Briefing,
    converter: Converter,
    name: str = "",
    mentions: tuple[Mention, ...] = (),
    doubts: tuple[Problem, ...] = (),
    search: str = "text",
    outlines: tuple[Outline, ...] = (),
) -> tuple[Facts, Body]:
    """The facts of a briefing and its converted body; `name` is how problems call the file.

    `mentions` and `outlines` are what somebody who knows the language found in its background and in its headlines,
    `doubts` what is odd about the file, and `search` what of it can be searched for.
    """
    body = converter.convert(briefing.text, name or briefing.path, briefing.matter.read_also)
    return (
        Facts(
            path=briefing.path,
            matter=briefing.matter,
            references=body.references,
            text_digest=digest(briefing.text),
            word_count=len(briefing.text.split()),
            is_lede_first=_begins(body.opening, briefing.matter.summary),
            problems=(*doubts, *body.problems),
            anchors=tuple(anchor(quote.text) for quote in briefing.matter.quotes),
            mentions=mentions,
            vocabulary=vocabulary(briefing.matter, briefing.text, search),
            pictures=tuple(pictures(body.pieces)),
            outlines=outlines,
        ),
        body,
    )


def _begins(opening: str, summary: str) -> bool:
    """Whether the first paragraph begins with the summary, the ellipsis of a shortened one aside."""
    said = summary.rstrip(" ….")
    if not summary or opening.startswith(said):
        return bool(summary)
    ours, theirs = (headline_key(text[: 4 * _TELLING])[:_TELLING] for text in (opening, said))
    if ours != theirs and len(ours) == len(theirs) == _TELLING:
        return False
    return headline_key(opening[: len(summary) + 50]).startswith(headline_key(said))
