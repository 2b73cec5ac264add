"""The rules by which paragraphs are dropped, each with a name: the audit and `import --report` show it beside the text.

Some rules are of the wires (ANPA 1312, IPTC 7901, Reuters, dpa); the words of the others are data, in the languages'
files. Behind an end mark, and behind a heading like "Notes to editors", all is dropped but references and lines that
become fields.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from readalso.intake.anatomy import references
from readalso.intake.anatomy.anatomy import Dropped, Reference
from readalso.intake.article import Article, Paragraph
from readalso.intake.languages import Language
from readalso.intake.languages import language as language_of
from readalso.intake.languages.lines import furniture, is_end
from readalso.words import headline_key

_LONGEST_FURNITURE = 700
"""Characters; a longer paragraph is prose, whatever it begins with."""
_FORMAT_RULES = {
    "caption": "caption",
    "note": "note to editors",
    "credit": "credit",
    "furniture": "page furniture",
    "salutation": "salutation",
    "signature": "signature",
}


def dropped(article: Article, language: Language) -> Iterator[Dropped]:
    """What a rule drops; behind an end mark all is dropped but references, and lines of author, time and source."""
    end = _end(article, language)
    for paragraph in article.paragraphs:
        rule = _rule(paragraph, article, language)
        if not rule and end and paragraph.number > end and not _says_something(paragraph):
            rule = "behind the end mark"
        if rule:
            yield Dropped(paragraph.number, rule, paragraph.text)


def _says_something(paragraph: Paragraph) -> bool:
    return any(isinstance(item, Reference) for item in references.part([paragraph])) or bool(
        furniture(paragraph.text)[0]
    )


def _end(article: Article, language: Language) -> int:
    """The number of the paragraph that ends the story, in its second half; 0 where none does."""
    least = max(2, len(article.paragraphs) // 2)
    return next(
        (
            paragraph.number
            for paragraph in article.paragraphs
            if paragraph.number > least and (_ends_all(paragraph) or _closing(language).match(paragraph.text))
        ),
        0,
    )


def _ends_all(paragraph: Paragraph) -> bool:
    """An end mark of letters or digits; rows of stars and rules divide a text as well."""
    return is_end(paragraph.text) and bool(re.search(r"\w|#", paragraph.text)) and "_" not in paragraph.text


def _rule(paragraph: Paragraph, article: Article, language: Language) -> str:
    """The name of the first rule that drops a paragraph, or ""."""
    if paragraph.kind in _FORMAT_RULES:
        return _FORMAT_RULES[paragraph.kind]
    if paragraph.kind in ("reference", "quote", "standfirst"):
        return ""
    own = next((name for name, holds in _RULES.items() if holds(paragraph, article, language)), "")
    return own or listed(paragraph, language)


def listed(paragraph: Paragraph, language: Language) -> str:
    """The name of the first of the languages' rules that drops a paragraph, or ""."""
    if len(paragraph.text) > _LONGEST_FURNITURE:
        return ""
    return next((name for name, pattern in _patterns(language) if pattern.match(paragraph.text)), "")


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules of the text's language, and those of English, which wires of all languages use."""
    both = (language, language_of("en"))
    rules = {"correction": [form for one in both for form in one.corrections]}
    for one in both:
        for name, forms in one.dropped.items():
            rules.setdefault(name, []).extend(forms)
    return tuple((name, _any(forms)) for name, forms in rules.items() if forms)


@cache
def _closing(language: Language) -> re.Pattern[str]:
    return _any((*language.closings, *language_of("en").closings))


def _any(forms: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    return re.compile(r"[\s*•#\[—–-]*(?:" + "|".join(forms) + ")", re.IGNORECASE)


def _repeats_headline(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """Some wires (Xinhua) print the headline again as the first lines of the text."""
    return paragraph.number <= 3 and headline_key(paragraph.text) == headline_key(article.headline)


def _notes_to_editors(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """Reuters puts what is new in a version in brackets above the dateline: "(Adds comment, detail)"."""
    text = paragraph.text
    notes = (*language.wire_notes, *language_of("en").wire_notes)
    return (
        paragraph.number <= 4
        and text.endswith((")", ").", "]"))
        and text.startswith(tuple(f"{opening}{word}" for word in notes for opening in "(["))
        and listed(paragraph, language) != "correction"
    )


def _ends_text(paragraph: Paragraph, article: Article, language: Language) -> bool:
    return is_end(paragraph.text)


_TRAILERS = re.compile(
    r"(?:[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d\b.*|\d{6}\s?(?:GMT|UTC)\b.{0,20}|[A-Z]{2,5}-WF\S*.*"
    r"|BC-[A-Z].{0,80}|[a-z]{4}\d{4}.{0,60}|\S{1,40},\d{2,4}<|[\^<]+)\Z"
)
_INITIALS = re.compile(
    r"\(?[A-Za-z]{1,8}(?:\s?/\s?[A-Za-z]{1,8}){1,6}\s?/?\)?\.?\Z|(?:[a-z]{2,4}/\s?){1,4}\Z"
    r"|[A-Z]{2,5} [a-z]{2,4}(?:/[a-z]{2,4})*\Z"
    r"|[a-z]{2,4}(?: [a-z0-9]{1,5}){2,6}\Z|[（(][A-Za-z/]{2,12}[)）]\.?\Z|[（(][\u3400-\u9fff]{1,4}[)）]\Z"
)


def _is_trailer(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """A wire's own count of a text: "AP-WF-11-13-13 1509GMT", "131137 GMT Nov 13" (ANPA 1312, IPTC 7901)."""
    return bool(_TRAILERS.match(paragraph.text))


def _is_initials(paragraph: Paragraph, article: Article, language: Language) -> bool:
    """The desk's initials below a text: "hh/ph/ts", "(AgP)"."""
    return (
        paragraph.number > 1
        and len(article.paragraphs) - paragraph.number < 5
        and bool(_INITIALS.match(paragraph.text))
    )


_RULES: dict[str, Callable[[Paragraph, Article, Language], bool]] = {
    "headline repeated": _repeats_headline,
    "wire note": _notes_to_editors,
    "end mark": _ends_text,
    "wire trailer": _is_trailer,
    "sign-off": _is_initials,
}
