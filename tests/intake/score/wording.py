"""When two texts count as the same: word for word, or with their marks, dashes, case and widths made alike."""

import html
import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f]")
_ALIKE = {
    '"': "“”„‟«»″〝〞「」『』״",
    "'": "‘’‚‛‹›′`´׳",
    "-": "‐‑‒–—―−﹘－",
}
_TABLE = {ord(char): plain for plain, chars in _ALIKE.items() for char in chars}
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>&\"'$%^=:;,/?@])")
_ENDS = " \"'.,;:!?()[]-*_>"


def exact(text: object) -> str:
    """Word for word: white space collapsed, and what no reader sees left out."""
    seen = _UNSEEN.sub("", re.sub(r"\x1b\[[0-9;]*m", "", unicodedata.normalize("NFC", str(text))))
    return " ".join(seen.replace("\u0085", " ").split())


def loose(text: object) -> str:
    """The same for every style of quotation marks and dashes, for capitals, and for wide forms."""
    alike = unicodedata.normalize("NFKC", exact(text)).translate(_TABLE).replace("…", "...").replace("''", '"')
    return " ".join(alike.casefold().split())


def core(text: object) -> str:
    """`loose`, without the punctuation at both ends: for quotations and headlines."""
    return loose(text).strip(_ENDS)


def readings(markdown: str) -> list[str]:
    """What a body can be read as: as it is, without escapes, and with its entities resolved once and twice."""
    plain = re.sub(r"(?m)^\s{0,3}>\s?", "", _ESCAPED.sub(r"\1", markdown))
    once = html.unescape(plain)
    return [exact(text) for text in (markdown, plain, once, html.unescape(once))]


def has_words(needle: str, text: str) -> bool:
    """Whether `needle` stands in `text` as whole words; both are `loose`."""
    return re.search(rf"(?<!\w){re.escape(needle)}(?!\w)", text) is not None
