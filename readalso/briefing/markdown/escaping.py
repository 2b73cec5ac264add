"""Plain text as Markdown that comes out as the same text, and the two kinds of headline that stand in Markdown."""

import re
from collections.abc import Iterable

_ACTIVE = re.compile(
    r"[\\`*<]"
    r"|(?<!\w)_|_(?!\w)|_(?=_)|(?<=_)_"
    r"|\[(?!(?!\^)[^\[\]]*\](?!\s*[\[(:]))"
)
_SPACES = re.compile(r"\s+")


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


def escape_headline(headline: str) -> str:
    """A headline as it stands between `[[` and `]]`."""
    return re.sub(r"[\\|\[\]`]", r"\\\g<0>", headline)


def unescape(headline: str) -> str:
    """The headline that stands between `[[` and `]]`; the inverse of `escape_headline`."""
    return _SPACES.sub(" ", re.sub(r"\\(.)", r"\1", headline)).strip()
