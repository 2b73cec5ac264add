"""A headline without what agencies hang on it: tags and labels before it, a speaker or a site's name after it.

    UPDATE 2-Dockers reach deal – minister        ->  "Dockers reach deal", label "UPDATE 2", tail "minister"
    BREAKING: Dockers reach deal | Harbour Wire   ->  "Dockers reach deal", label "BREAKING", tail "Harbour Wire"

The title keeps them; they are left out where headlines are compared.
"""

import re
from dataclasses import dataclass

from readalso.words import headline_key

_TAGS = (
    # Reuters and its imitators: the tag, a number, a hyphen without a space.
    r"(?:UPDATE|WRAPUP|ADVISORY|RPT|REFILE|CORRECTED|EXCLUSIVE|BRIEF|FACTBOX|TIMELINE|ANALYSIS|INTERVIEW|LEAD)"
    r"(?: \d+)?(?: ?\(\w+\))?-(?=\S)",
    # A word or two in capitals, then a colon, a bar or a spaced dash: BREAKING:, WATCH |, ВІДЕО |, URGENT -, EILMELDUNG:
    r"(?:BREAKING(?: NEWS)?|LIVE|WATCH|LISTEN|VIDEO|PHOTOS?|GALLERY|URGENT|UPDATED?|CORRECTED|CORRECTION|EXCLUSIVE"
    r"|FACTBOX|EXPLAINER|ANALYSIS|OPINION|INTERVIEW|ALERT|FLASH|JUST IN|READ|MUST READ"
    r"|ТЕРМІНОВО|ВІДЕО|ФОТО|ОНОВЛЕНО|ЕКСКЛЮЗИВ|ІНТЕРВ'Ю|БЛІЦ"
    r"|СРОЧНО|МОЛНИЯ|ВИДЕО|ОБНОВЛЕНО|ЭКСКЛЮЗИВ|ИНТЕРВЬЮ"
    r"|EN DIRECT|DIRECT|VIDÉO|ALERTE|EXCLUSIF|ENTRETIEN|DÉCRYPTAGE|REPORTAGE|MISE À JOUR"
    r"|EILMELDUNG|EIL|LIVETICKER|BILDER|FOTOS?|EXKLUSIV|AKTUALISIERT|KORREKTUR"
    r"|ÚLTIMA HORA|EN VIVO|EN DIRECTO|VÍDEO|EXCLUSIVA|ACTUALIZADO"
    r"|PILNE|WIDEO|ZDJĘCIA|NA ŻYWO|AKTUALIZACJA"
    r"|عاجل|فيديو|بالفيديو|صور|مباشر)(?: ?\d+)?\s*(?:[:|]|\s[-–—])\s+",
)
_TAG = re.compile("|".join(rf"(?:{tag})" for tag in _TAGS))
_FLASH = re.compile(r"[⚡🔴❗‼️\ufe0f\s]+")
_TAIL = re.compile(r"\s+(?:[-–—―|]|--)\s+(?P<tail>[^-–—―|]{2,40})\Z")
_SPEAKERS = frozenset(
    "minister ministry spokesman spokeswoman spokesperson source sources official officials police report reports media"
    " poll study mayor president міністр міністерство речник джерело джерела поліція змі президент мер опитування"
    " министр источник источники полиция сми президент мэр ministre source sources police médias porte-parole étude"
    " quelle quellen polizei bericht medien ministro ministra fuentes policía medios źródła źródło policja media".split()
)
"""Tails that need no capital letter."""
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*\Z")
FEWEST_WORDS = 3
"""A head shorter than this is not cut down further: "Corvan – Zelmar" names two places, and no speaker."""


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The parts of a headline; all but its text are folded."""

    text: str
    """What it says, as it is written."""
    core: str
    """The same, folded."""
    label: str
    """The tag before it, or ""."""
    tail: str
    """The speaker or site after it, or ""."""
    is_cut: bool
    """Whether it ends in an ellipsis."""


def trim(headline: str) -> Trimmed:
    """The parts of a headline; one that is all label or tail is all core."""
    text = headline.strip()
    label = ""
    flash = _FLASH.match(text)
    rest = text[flash.end() :] if flash else text
    while found := _TAG.match(rest):
        label = label or found.group()
        rest = rest[found.end() :]
    is_cut = bool(_ELLIPSIS.search(rest))
    rest = _ELLIPSIS.sub("", rest)
    tail = _TAIL.search(rest)
    if tail and _is_hung_on(rest[: tail.start()], tail["tail"], tail.group().strip()[0]):
        return _trimmed(rest[: tail.start()], label, tail["tail"], is_cut)
    return _trimmed(rest or text, label, "", is_cut)


def _trimmed(text: str, label: str, tail: str, is_cut: bool) -> Trimmed:
    return Trimmed(text, headline_key(text), headline_key(label), headline_key(tail), is_cut)


def _is_hung_on(head: str, tail: str, mark: str) -> bool:
    """Whether a tail names a speaker or site: "– Rutte", "- sources", "| Harbour Wire"; not "– for now"."""
    if len(head.split()) < FEWEST_WORDS or re.search(r"\d", tail):
        return False
    return mark == "|" or tail[0].isupper() or set(tail.casefold().split()) <= _SPEAKERS
