"""Lines that stand between the paragraphs of an article: who wrote it, when, for whom, and what else to read.

They are known before the language is, so each file's words count for all texts.
"""

import re
from collections.abc import Iterable
from functools import cache
from operator import attrgetter

from readalso.intake.languages.calendar import months
from readalso.intake.languages.language import codes, labels, language
from readalso.intake.languages.spelling import freely

KINDS = ("published", "updated", "byline", "source")
_LONGEST = 140
"""Characters of such a line; a longer one is prose."""
_BULLET = r"[\s*•·–—>»▪■◆●►▶→➤👉⚡️📌🔗-]*[\[(（【〔「]?\s*"
_COLON = r"\s*[】〕」\])）]?\s*[:：]"
_MARK = r"(?:\s*[】〕])|\s*[»|｜>→▶►]|\s+[–—-](?=\s)"
_SMALL = "and et à та і й и в у de von van en in und y e i a og och ve και و ו dem der per del la le für mit".split()
_NAMES = re.compile(
    rf"(?:(?:{'|'.join(_SMALL)})(?!\w)|\([^)]*\)|[^\W\d_][\w’'.-]*|[,/&|;=—–-])(?:\s+|(?=[,;=)])|\Z)", re.IGNORECASE
)
_CLOSING, _OPENED = ")）]】", re.compile(r"[(（\[【]")
_LONGEST_TAIL = 260
"""Characters at a paragraph's end in which a reference is looked for."""
_LONGEST_NAMES = 12
"""Words in a line of authors."""


def furniture(line: str) -> tuple[str, str]:
    """(kind, the rest of the line) of a line that states one of KINDS, in any language; ("", line) of any other."""
    if len(line) > _LONGEST:
        return "", line
    if author := next(filter(None, (form.match(line) for form in _byline_forms())), None):
        return "byline", author["name"]
    found = ((kind, match) for kind in KINDS if (match := _opening(kind).match(line)))
    return next(((kind, match["rest"]) for kind, match in found if _ACCEPTS[kind](match)), ("", line))


def label(line: str) -> tuple[str, str]:
    """(label, headline) of a line that refers to another article, as printed; a label alone has the headline ""."""
    match = next(filter(None, (pattern.match(line) for pattern in _patterns())), None)
    return (match["label"], _unbracketed(match["headline"].strip(" »|:：→"))) if match else ("", line)


def trailing_label(text: str) -> tuple[str, str, str]:
    """(text, label, headline) of a paragraph with a reference at its end, glued to it or not; label "" without one."""
    match = _trailing().search(text, max(0, len(text) - _LONGEST_TAIL))
    if not match:
        return text, "", ""
    return text[: match.start()].rstrip(), match["label"] or match["inside"], match["headline"] or match["held"]


def _unbracketed(headline: str) -> str:
    """Without a closing bracket that nothing in it opens."""
    return (
        headline[:-1].rstrip()
        if headline[-1:] in _CLOSING and headline[-1:] and not _OPENED.search(headline)
        else headline
    )


def is_end(line: str) -> bool:
    """Whether a line only says that the text ends, in any language."""
    return line in _end_marks()


def is_salutation(line: str) -> bool:
    """Whether a line addresses the readers of a mail, in any language: "Dear colleagues,"."""
    return len(line) <= _LONGEST and not line[:1].islower() and bool(_salutations().fullmatch(line))


def farewell(line: str) -> tuple[str, str]:
    """(how a mail closes, the rest) of a line that begins so, in any language; ("", line) of any other."""
    match = None if line[:1].islower() else _farewells().match(line)
    return (match["said"], match["rest"]) if match else ("", line)


def _has_date(match: re.Match[str]) -> bool:
    return any(char.isdigit() for char in match["rest"]) and not match["words"].islower()


def _is_names(match: re.Match[str]) -> bool:
    """Whether a line is of names alone, as that of authors is: capitalised where the script has capitals, no month."""
    rest = re.sub(r",\s[a-z]{2,5}\Z", "", match["rest"].rstrip(".=<"))  # "Von A, dpa"
    words = [word for word in re.findall(r"[^\W\d_]+", rest) if word not in _SMALL]
    has_colon = "rest" in match.groupdict() and match["colon"].strip() != ""
    return (
        _NAMES.sub("", rest + " ").strip() == ""
        and 0 < len(words) <= _LONGEST_NAMES
        and all(not word[0].islower() for word in words)
        and not any(word.casefold() in _calendar_words() for word in words)
        and (has_colon or len(words) > 1)
        and not match["words"].islower()
    )


_ACCEPTS = {"published": _has_date, "updated": _has_date, "byline": _is_names, "source": _is_names}


@cache
def _calendar_words() -> frozenset[str]:
    """Words that begin no name of an author: "By Monday"."""
    return frozenset(word.casefold() for word in language("en").not_names) | frozenset(months(language("en")))


@cache
def _opening(kind: str) -> re.Pattern[str]:
    words = {word for code in codes() for word in attrgetter(kind)(language(code))}
    return re.compile(
        rf"(?P<words>{_either(words)})(?P<colon>\s*[:：=]\s*|\s+|(?<=[：:]))(?P<rest>\S.*)\Z", re.IGNORECASE
    )


@cache
def _byline_forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form) for code in codes() for form in language(code).byline_forms)


@cache
def _end_marks() -> frozenset[str]:
    return frozenset().union(*(language(code).end_marks for code in codes()))


@cache
def _salutations() -> re.Pattern[str]:
    """With a comma, colon or exclamation mark where a script has capitals, and so sentences that may begin alike."""
    tongues = tuple(map(language, codes()))
    cased = "|".join(form for one in tongues if one.is_cased for form in one.salutations)
    others = "|".join(form for one in tongues if not one.is_cased for form in one.salutations)
    return re.compile(rf"(?:{cased})\s*[,:!]|(?:{others})\s*[,.:!،，、：！。]?", re.IGNORECASE)


@cache
def _farewells() -> re.Pattern[str]:
    forms = "|".join(form for code in codes() for form in language(code).farewells)
    return re.compile(rf"(?P<said>{forms})(?:\s*[,.!،，、！。]\s*|\s+|\Z)(?P<rest>.*)", re.IGNORECASE)


@cache
def _with_colon() -> frozenset[str]:
    return frozenset(word for code in codes() for word in language(code).labels_with_colon)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A label with a colon, the same in brackets, one with a mark or dash, and one that stands alone."""
    loose, strict = _either(labels()), _either(_with_colon().difference(labels()))
    forms = (
        rf"{_BULLET}(?P<label>{loose}){_COLON}\s*(?P<headline>.*)",
        rf"{_BULLET}(?P<label>{strict}){_COLON}\s*(?P<headline>[^\s.。](?:.*[^\s.。:])?)",
        rf"{_BULLET}(?P<label>{loose})(?:{_MARK})\s*(?P<headline>.*)",
        rf"{_BULLET}(?P<label>{loose})\s*(?:[】〕\])）]|\.{{3}}|…)?(?P<headline>)",
    )
    return tuple(re.compile(rf"{form}\Z", re.IGNORECASE | re.DOTALL) for form in forms)


@cache
def _trailing() -> re.Pattern[str]:
    """A label with a colon after the end of a sentence, or in brackets at the end of a paragraph."""
    return re.compile(
        rf"(?<=[.!?…»”\"。！？」])\s*(?P<label>{_either(labels())})\s*[:：]\s*(?P<headline>[^\n]{{1,200}})\Z"
        rf"|\s*[(\[（]\s*(?P<inside>{_either(labels())})\s*[:：]\s*(?P<held>[^()]{{1,200}})[)\]）]\.?\Z",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    """An alternation of words, the longest first, freely spelled."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(freely, ordered)) + ")"
