"""Whether a text is an update, a correction or a kill, as its format, its headline's tags and its notes say."""

from readalso.intake.article import Article
from readalso.intake.tags import read_tags

_STATUSES = {"update": "updated", "correction": "corrected", "kill": "withdrawn"}
"""The kind of a headline's tag -> a briefing's status."""


def status(article: Article, note: str) -> tuple[str, str]:
    """(status, what was corrected); a note on a correction makes a text corrected, but brings no killed one back."""
    tagged = _STATUSES.get(read_tags(article.headline).kind, "")
    said = article.stated.status or tagged or ("corrected" if note else "usable")
    return ("corrected" if said in ("usable", "updated") and note else said), note
