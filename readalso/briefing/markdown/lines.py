"""A reference on a line of its own, as it is read without Markdown."""

import re

from readalso.briefing.body import Reference
from readalso.briefing.markdown.escaping import LabelPattern, unescape

INLINE = (
    r"\[\[(?P<headline>(?:\\[^\n]|[^\\\]\|\x02\x03]|\](?!\])){1,500})"
    r"(?:\|(?P<shown>(?:[^\]\x02\x03]|\](?!\])){1,500}))?\]\]"
    r"(?:\(<?(?P<href>https?://[^\s()<>\x02\x03]{1,2000})>?\))?"
)
_LABEL = r"[ ]{0,3}[*_]{0,3}(?P<label>[^\[\]*_:：\n]{1,60}?)[*_]{0,3}\s*[:：][*_]{0,3}"
_BRACKETED = re.compile(rf"{_LABEL}\s*{INLINE}\s*\Z")
LABEL_ENDS = 200
"""Characters of a line among which a label's colon stands."""


def read_line(line: str, labels: LabelPattern | None) -> Reference | None:
    """The reference that a line is; None of any other line."""
    if "[[" in line and (match := _BRACKETED.match(line)):
        shown = unescape(match["shown"] or "")
        return Reference(unescape(match["headline"]), shown, match["label"].strip(), href=match["href"] or "")
    is_labelled = labels and (line.find(":", 0, LABEL_ENDS) >= 0 or line.find("：", 0, LABEL_ENDS) >= 0)
    found = labels.match(line) if labels and is_labelled else None
    if not found or "[[" in found.headline:
        return None
    return Reference(unescape(found.headline.strip("*_")), "", found.label)
