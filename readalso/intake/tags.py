"""The tags that agencies put on a headline to say which version of a story it is: "UPDATE 2-", "CORRECTED-", "KILL:".

Reuters handbook ("UPDATE n-", "WRAPUP n-", "CORRECTED-", "REFILE-", "RPT-"), dpa stylebook ("1. LEAD", "WDH"), AP's
"1st Ld-Writethru", and what desks write in other languages. A new tag is a word in one of these lists.
"""

import re
from dataclasses import dataclass
from typing import Literal

from readalso.words import headline_key

Kind = Literal["", "label", "repeat", "update", "correction", "kill"]
"""What a headline's tags say: nothing, that it is urgent, that it comes again, is newer, is mended, or must not run."""

_WORDS: dict[Kind, tuple[str, ...]] = {
    "kill": (  # nothing that may be said of an event: "CANCELLED: The harbour festival" is news
        *("KILL", "MANDATORY KILL", "STORY KILLED", "STORY REMOVED", "STORY WITHDRAWN", "STORY RETRACTED"),
        *("MELDUNG ZURÜCKGEZOGEN", "DÉPÊCHE ANNULÉE", "NOTICIA ANULADA", "NOTIZIA ANNULLATA", "DEPESZA ANULOWANA"),
        *("МАТЕРІАЛ ВІДКЛИКАНО", "НОВИНУ ВІДКЛИКАНО", "МАТЕРИАЛ ОТОЗВАН", "СООБЩЕНИЕ АННУЛИРОВАНО", "撤稿", "記事取消"),
    ),
    "correction": (
        *("CORRECTED", "CORRECTION", "CORRECTS", "CORR", "CORRIGÉ", "RECTIFICATIF", "KORREKTUR", "BERICHTIGUNG"),
        *("BERICHTIGT", "CORRECCIÓN", "CORREGIDO", "CORREZIONE", "CORREÇÃO", "KOREKTA", "SPROSTOWANIE", "CORECTAT"),
        *("OPRAVA", "RECTIFICATIE", "RÄTTELSE", "DÜZELTME", "ВИПРАВЛЕНО", "УТОЧНЕНО", "УТОЧНЕННЯ", "ИСПРАВЛЕНО"),
        *("УТОЧНЕНИЕ", "更正", "訂正", "정정"),
    ),
    "update": (
        *(
            "UPDATE",
            "UPDATED",
            "WRAPUP",
            "ROUNDUP",
            "LEAD",
            "LD",
            "WRITETHRU",
            "ACTUALISÉ",
            "MISE À JOUR",
            "AKTUALISIERT",
        ),
        *(
            "ZUSAMMENFASSUNG",
            "AKTUALISIERUNG",
            "ACTUALIZACIÓN",
            "ACTUALIZADO",
            "ACTUALIZA",
            "AGGIORNAMENTO",
            "AGGIORNATO",
        ),
        *("ATUALIZAÇÃO", "ATUALIZADO", "AKTUALIZACJA", "ACTUALIZARE", "AKTUALIZACE", "AKTUALIZOVÁNO", "UPPDATERAD"),
        *("GÜNCELLEME", "GÜNCELLENDİ", "ОНОВЛЕНО", "ОНОВЛЕННЯ", "ДОПОВНЕНО", "ОБНОВЛЕНО", "ОБНОВЛЕНИЕ", "ДОПОЛНЕНО"),
        *("更新", "업데이트"),
    ),
    "repeat": ("REFILE", "RPT", "REPEAT", "WDH", "WIEDERHOLUNG", "ПОВТОР"),
    "label": (
        *(
            "BREAKING",
            "BREAKING NEWS",
            "URGENT",
            "FLASH",
            "ALERT",
            "BULLETIN",
            "JUST IN",
            "LIVE",
            "EXCLUSIVE",
            "EILMELDUNG",
        ),
        *("EIL", "EXKLUSIV", "EN DIRECT", "DIRECT", "URGENTE", "ÚLTIMA HORA", "ULTIM'ORA", "PILNE", "ТЕРМІНОВО"),
        *("СРОЧНО", "МОЛНИЯ", "速報", "快讯", "속보"),
    ),
}
_KINDS: dict[str, Kind] = {word.casefold(): kind for kind, words in _WORDS.items() for word in words}
_ANY = "|".join(sorted(map(re.escape, (word for words in _WORDS.values() for word in words)), key=len, reverse=True))
_ORDINAL = r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th|\.)?\s+)?"
_NUMBER = r"(?:[\s-]*(?:n[o°]\.?\s*)?(?P<after>\d{1,2}))?"
_TAG = rf"{_ORDINAL}(?P<word>{_ANY}){_NUMBER}(?:-WRITETHRU)?"

_OPENINGS = (
    re.compile(rf"\W{{0,4}}{_TAG}\s*[-–—/|+]+\s*"),  # in capitals only: "Live-in carers" is no tag
    re.compile(rf"\W{{0,4}}(?!Lead|Kill)(?i:{_TAG})\s*[:：]\s*"),
    re.compile(rf"[(\[【](?i:{_TAG})[)\]】]\s*[:：–—-]*\s*"),
    re.compile(r"\W{0,2}(?P<before>\d{1,2})(?:ST|ND|RD|TH|\.)\s+(?P<word>LEAD|LD)(?P<after>)(?:-WRITETHRU)?\b\W*"),
)
_ENDINGS = (
    re.compile(rf"\s*[(\[【](?i:{_TAG})[)\]】]\W*\Z"),
    re.compile(rf"\s+[-–—|]+\s*{_TAG}\s*\Z"),
)
_WORST: tuple[Kind, ...] = ("", "label", "repeat", "update", "correction", "kill")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A headline taken apart."""

    head: str
    """What is left without its tags, folded for comparison."""
    kind: Kind = ""
    """The gravest that its tags say."""
    number: int | None = None
    """Of the version: 2 in "UPDATE 2-"; None where no tag has one."""


def read_tags(headline: str) -> Tagged:
    """A headline without the tags at its ends; one that is nothing but tags is left as it is."""
    rest, kind, number = headline.strip(), "", None
    while match := _tag(rest):
        kind = max(kind, _KINDS[match["word"].casefold()], key=_WORST.index)
        said = match["before"] or match["after"]
        number = number if number is not None or not said else int(said)
        rest = _without(rest, match)
    return Tagged(headline_key(rest), kind, number)  # type: ignore[arg-type]


def untagged(headline: str) -> str:
    """A headline as printed, without the tags at its ends; one that is nothing but tags is left as it is."""
    rest = headline.strip()
    while match := _tag(rest):
        rest = _without(rest, match)
    return rest


def _without(text: str, tag: re.Match[str]) -> str:
    return (text[: tag.start()] + text[tag.end() :]).strip()


def _tag(text: str) -> re.Match[str] | None:
    """The first tag at the beginning or end that leaves something."""
    found = (pattern.match(text) for pattern in _OPENINGS), (pattern.search(text) for pattern in _ENDINGS)
    matches = (match for group in found for match in group if match)
    return next((match for match in matches if match.end() - match.start() < len(text)), None)
