"""Who reports a text: the agency of its dateline, or of "X reports". It is a source, not a body of the story."""

import re
from functools import cache

from readalso.intake.anatomy.words import WORD
from readalso.intake.languages import Language


def find(texts: tuple[str, ...], language: Language) -> str:
    """The name of the agency that the first of `texts` to do so names as its source, or ""."""
    for text in texts:
        for pattern in _patterns(language):
            for match in pattern.finditer(text):
                if is_agency(match["name"], language) and not _is_person(match["name"], texts, language):
                    return match["name"]
    return ""


def _is_person(name: str, texts: tuple[str, ...], language: Language) -> bool:
    """Whether a lone word ends a longer name elsewhere: a surname."""
    longer = re.compile(rf"(?P<first>{WORD})\s{re.escape(name)}(?!\w)")
    firsts = (match["first"] for text in texts for match in longer.finditer(text))
    return " " not in name and any(first not in language.not_names for first in firsts)


def is_agency(name: str, language: Language) -> bool:
    """Whether a capitalised run may be an agency: ministries, parties and pronouns report too."""
    words = name.split()
    if language.agency_words.intersection(words):
        return True
    is_body = words[-1] in language.organisation_endings | language.acronyms or name.startswith(
        language.organisation_openings
    )
    return words[0] not in language.not_names and not is_body


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    name = rf"[«\"“]?(?P<name>{WORD}(?:[\s-]{WORD}){{0,2}})[»\"”]?"
    return tuple(
        re.compile(
            r"(?<!\w)" * form[0].isalpha()
            + form.replace("{}", name)
            + r"(?!\w)" * ("{}" in form and language.is_spaced)
        )
        for form in language.reports
    )
