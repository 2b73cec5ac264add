"""From a briefing to its facts and its converted body."""

from readalso.briefing.body import Body
from readalso.briefing.briefing import Briefing
from readalso.briefing.facts import Facts, Mention
from readalso.briefing.markdown import Converter
from readalso.briefing.pictures import pictures
from readalso.briefing.quotations import anchor
from readalso.briefing.vocabulary import vocabulary
from readalso.errors import Problem
from readalso.words import digest, headline_key


def study(
    briefing: Briefing,
    converter: Converter,
    name: str = "",
    mentions: tuple[Mention, ...] = (),
    doubts: tuple[Problem, ...] = (),
    search: str = "text",
) -> tuple[Facts, Body]:
    """The facts of a briefing and its converted body; `name` is how problems call the file.

    `mentions` are what somebody who knows the language found in its background, `doubts` what is odd about the file,
    and `search` what of it can be searched for.
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
        ),
        body,
    )


def _begins(opening: str, summary: str) -> bool:
    """Whether the first paragraph begins with the summary, the ellipsis of a shortened one aside."""
    return bool(summary) and headline_key(opening[: len(summary) + 50]).startswith(headline_key(summary.rstrip(" ….")))
