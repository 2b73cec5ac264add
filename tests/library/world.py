"""Small worlds for the tests of library and pages: briefings as literals, without files."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from readalso.briefing.body import Reference
from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import FrontMatter
from readalso.briefing.quotations import anchor
from readalso.fields import Moment
from readalso.library.desk import Desk
from readalso.library.library import Library, assemble
from readalso.library.visibility import Show
from readalso.settings import Settings

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def facts(id: str, title: str = "", refers: Iterable[str] = (), path: str = "", **keys: Any) -> Facts:
    """The facts of a briefing; `refers` are headlines on lines of their own; `date` may be a text."""
    if isinstance(keys.get("date"), str):
        keys["date"] = Moment(keys["date"])
    mentions = keys.pop("mentions", ())
    references = tuple(Reference(headline, label="Read also", sentence=f"Before {headline}.") for headline in refers)
    return Facts(
        path or f"{id}.md",
        FrontMatter(id, title or f"Headline {id}", **keys),
        references,
        f"text of {id}",
        100,
        False,
        (),
        tuple(anchor(quote.text) for quote in keys.get("quotes", ())),
        mentions,
    )


def library(
    *briefings: Facts,
    show: Show = Show(),
    settings: Settings = Settings(),
    now: datetime = NOW,
    desk: Desk = Desk(),
) -> Library:
    """The library of a few briefings."""
    return assemble(briefings, settings, now, show, desk)
