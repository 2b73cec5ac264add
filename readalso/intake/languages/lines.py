"""Lines that stand between the paragraphs of an article: who wrote it, when, for whom, and what else to read."""

import re
from collections.abc import Iterable
from functools import cache
from operator import attrgetter

from readalso.intake.languages.language import codes, labels, language

KINDS = ("published", "updated", "byline", "source")
_LONGEST = 100
"""Characters of such a line; a longer one is prose."""
_BULLETS = r"[\s*•·–—>»▪■►→-]*"
_CAPITALISED = re.compile(r"(?:[^\W\d_a-zа-яєіїґ][\w’'.-]*|and|in|et|à|та|і|й|de|van|von|[,/&|])(?:\s+|\Z)")


def furniture(line: str) -> tuple[str, str]:
    """(kind, the rest of the line) of a line that states one of KINDS, in any language; ("", line) of any other."""
    if len(line) > _LONGEST:
        return "", line
    found = ((kind, match["rest"]) for kind in KINDS if (match := _opening(kind).match(line)))
    return next((pair for pair in found if _ACCEPTS[pair[0]](pair[1])), ("", line))


def label(line: str) -> tuple[str, str]:
    """(label, headline) of a line that refers to another article, as printed; a label alone has the headline ""."""
    match = _label_pattern().match(line)
    return (match["label"], (match["headline"] or "").strip()) if match else ("", line)


def is_end(line: str) -> bool:
    """Whether a line only says that the text ends, in any language."""
    return line in _end_marks()


def _has_digit(rest: str) -> bool:
    return any(char.isdigit() for char in rest)


def _is_names(rest: str) -> bool:
    """Whether a line is of capitalised words alone, as the names of authors are."""
    return _CAPITALISED.sub("", rest) == ""


_ACCEPTS = {"published": _has_digit, "updated": _has_digit, "byline": _is_names, "source": _is_names}


@cache
def _opening(kind: str) -> re.Pattern[str]:
    words = {word for code in codes() for word in attrgetter(kind)(language(code))}
    return re.compile(rf"{_either(words)}(?:\s*[:：]\s*|\s+)(?P<rest>\S.*)\Z", re.IGNORECASE)


@cache
def _end_marks() -> frozenset[str]:
    return frozenset().union(*(language(code).end_marks for code in codes()))


@cache
def _label_pattern() -> re.Pattern[str]:
    """A label with a colon or dash and a headline, or a label alone."""
    return re.compile(rf"{_BULLETS}(?P<label>{_either(labels())})\s*(?:[:：»|]\s*(?P<headline>.*)|\Z)", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    """An alternation of words, the longest first, white space and apostrophes free."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.sub(r"['’]", "['’]", re.escape(word).replace(r"\ ", r"\s+")) for word in ordered) + ")"
