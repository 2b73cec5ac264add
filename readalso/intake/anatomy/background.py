"""Which paragraphs tell what was known before: "As reported, …"."""

import re
from functools import cache

from readalso.intake.anatomy.words import WORD, either
from readalso.intake.languages import Language


def is_background(text: str, language: Language) -> bool:
    """Whether a paragraph opens as background does in its language."""
    return bool(_opening(language).match(text))


@cache
def _opening(language: Language) -> re.Pattern[str]:
    plain = either((phrase for phrase in language.background if "{}" not in phrase), any_case=True)
    named = (
        re.escape(phrase).replace(r"\{\}", rf"{WORD}(?:\s{WORD}){{0,3}}")
        for phrase in language.background
        if "{}" in phrase
    )
    return re.compile(rf"[\s•*–—-]*(?:{'|'.join((plain, *named))})" + r"(?!\w)" * language.is_spaced)
