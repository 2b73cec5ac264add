"""Which paragraphs tell what was known before: "As reported, …"."""

import re
from functools import cache

from readalso.intake.anatomy.grammar import either
from readalso.intake.languages import Language


def is_background(text: str, language: Language) -> bool:
    """Whether a paragraph opens as background does in its language."""
    return bool(_opening(language).match(text))


@cache
def _opening(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?i:{either(language.background)})(?!\w)")
