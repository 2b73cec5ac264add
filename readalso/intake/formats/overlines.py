"""Lines above a headline that are none: "FOR IMMEDIATE RELEASE", a dpa slug ("sturm/"), "1ST LEAD", "REFILE", a
copyright.

dpa ends its head with a line that ends in "=", which is the headline, a byline, or a note to editors (dpa stylebook).
"""

import re
from collections.abc import Sequence

from readalso.intake.formats.layout import Line

_RELEASE = (
    "for immediate release", "press release", "news release", "media release", "media advisory",
    "embargoed press release",
    "pressemitteilung", "presseinformation", "medienmitteilung", "communiqué de presse", "communiqué",
    "nota de prensa", "comunicado de prensa",
    "comunicado", "comunicato stampa", "comunicado de imprensa", "nota à imprensa", "informacja prasowa",
    "komunikat prasowy",
    "comunicat de presă", "tisková zpráva", "tlačová správa", "persbericht", "pressmeddelande", "pressemelding",
    "pressemeddelelse",
    "lehdistötiedote", "basın bülteni", "basın açıklaması", "δελτίο τύπου", "прес-реліз", "пресреліз",
    "пресс-релиз", "прессообщение",
    "بيان صحفي", "הודעה לעיתונות", "प्रेस विज्ञप्ति", "新闻稿", "新聞稿", "プレスリリース", "보도자료",
    "sajtóközlemény", "priopćenje za medije",
    "for release", "zur sofortigen veröffentlichung", "pour diffusion immédiate", "para publicación inmediata",
    "do natychmiastowej publikacji",
)  # fmt: skip
_ABOVE = re.compile(
    rf"(?:{'|'.join(map(re.escape, _RELEASE))})(?:\s*[:：–—-]?\s*(?:\S+\s*){{0,3}})?"
    r"|[\w-]+(?:/[\w-]+)*/"
    r"|(?:\d+(?:st|nd|rd|th|\.)\s)?(?:lead|update|ld(?:-writethru)?|writethru)(?:\s?\d+)?"
    r"|(?:refile|repeat|rpt|wdh|wiederholung|corrected|correction|korrektur|berichtigung|urgent|flash|bulletin|eil|eilmeldung|advisory)"
    r"|\((?:achtung|eds?|attn|note|hinweis)\b[^)]*\)"
    r"|(?:©|\(c\)|copyright)\s.{0,80}",
    re.IGNORECASE,
)
_LONGEST = 90
"""Characters of a line above."""
_HEAD_LINES = 8
"""Lines among which dpa's "=" is looked for."""


def above(lines: Sequence[Line]) -> int:
    """How many of the first lines stand above the headline; never all."""
    marked = next((index for index, line in enumerate(lines[:_HEAD_LINES]) if line.text.endswith((" =", "="))), 0)
    found = 0
    while found + 1 < len(lines) and is_overline(lines[found].text):
        found += 1
    is_of_headline = marked > found and all(is_overline(line.text) for line in lines[:marked])
    return marked if is_of_headline else found


def is_overline(text: str) -> bool:
    """Whether a line above a text is no headline."""
    return len(text) <= _LONGEST and bool(_ABOVE.fullmatch(text.strip(" *_#")))
