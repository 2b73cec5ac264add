"""Small facts about words: a headline's key, a slug, a digest, an excerpt. No file, no setting, no language model."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›「」『』〝〞〟＂＇′″ʼʻ՚׳״"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_FOLD = str.maketrans(dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_DASHES, "-"))
_FOLD_ASCII = {**_FOLD, **dict.fromkeys((*range(0x20), 0x7F))}
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_ACCENTED = re.compile(f"([a-z]){_MARK}+")
_PILE = re.compile(f"({_MARK}{{30}}){_MARK}+")
"""More combining marks than any script has on one letter (UAX 15, stream-safe text): sorting them is quadratic."""
_SPACE = re.compile(r"\s+")
_JOINERS = re.compile("[\ufe00-\ufe0f\u034f]")
"""What is not seen and counts as printable."""
_RUN = re.compile(r"-{2,}|'{2,}")
_DOTTED_I = re.compile("i\u0307+")  # what case folding makes of the Turkish İ

# The Ukrainian national table (Cabinet of Ministers resolution 55 of 2010): letter -> (at a word's start, elsewhere).
_UKRAINIAN = {"є": ("ye", "ie"), "ї": ("yi", "i"), "й": ("y", "i"), "ю": ("yu", "iu"), "я": ("ya", "ia")} | {
    letter: (latin, latin)
    for letter, latin in zip(
        "абвгґдежзиіклмнопрстуфхцчшщь",
        "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch ".split(" "),
        strict=True,
    )
}


def digest(data: bytes | memoryview | str) -> str:
    """A fingerprint of `data`: 32 hexadecimal digits (BLAKE2b, 128 bits). A text is taken as UTF-8."""
    return blake2b(data.encode() if isinstance(data, str) else data, digest_size=16).hexdigest()


@lru_cache(maxsize=65_536)
def headline_key(headline: str) -> str:
    """The form in which two spellings of one headline are equal.

    Folded are case, width and compatibility forms (NFKC), accents of Latin letters (French leaves them out of its
    capitals), quotation marks and apostrophes, dashes, white space, and characters that cannot be seen (format and
    control characters). Words, digits and other punctuation stay.
    Applying it twice changes nothing; a headline of no visible character gives "".
    """
    plain = headline if headline.isascii() else headline.translate(_FOLD)
    if plain.isascii():  # most words of most headlines, and what follows is slow
        return _tidy(" ".join(plain.split()).translate(_FOLD_ASCII).lower())
    headline = _PILE.sub(r"\1", headline)
    spaced = _SPACE.sub(" ", headline)
    if not spaced.isprintable() or _JOINERS.search(spaced):
        spaced = "".join(char for char in spaced if not _is_unseen(char))
    visible = spaced.translate(_FOLD)
    small = unicodedata.normalize("NFKC", visible).casefold()
    bare = _ACCENTED.sub(r"\1", unicodedata.normalize("NFKD", small))
    folded = unicodedata.normalize("NFKC", _DOTTED_I.sub("i", bare)).translate(_FOLD)
    return _tidy(folded)


def _tidy(folded: str) -> str:
    """Each row of dashes, quotation marks or spaces as one of them, and no space at either end."""
    if "--" in folded or "''" in folded:
        folded = _RUN.sub(lambda run: run.group()[0], folded)
    return " ".join(folded.split())


def caseless(text: str) -> str:
    """`text` in the form in which two texts are equal that a pattern takes for equal whatever their case is.

    Case folding goes further for one letter, and not as far for two of Turkish.
    """
    if text.isascii():
        return text.lower()
    folded = (part.casefold() for part in text.replace("İ", "i").replace("ẞ", "ß").split("ß"))
    return "ß".join(folded).replace("ı", "i")


def _is_unseen(char: str) -> bool:
    """Format and control characters, variation selectors, and the joiner of graphemes."""
    return unicodedata.category(char) in ("Cf", "Cc") or "\ufe00" <= char <= "\ufe0f" or char == "\u034f"


def slug(text: str, language: str = "") -> str:
    """An address part of `a-z 0-9 -`, at most 80 characters, cut at a word; "" where nothing can be spelled so.

    Ukrainian follows its national romanisation; other scripts go through AnyAscii.
    """
    plain = "".join(
        char for char in unicodedata.normalize("NFC", _PILE.sub(r"\1", text)).casefold() if char not in _QUOTES
    )
    latin = _romanise(plain) if language.startswith("uk") else plain
    if not latin.isascii():
        from anyascii import anyascii

        latin = anyascii(latin).casefold()
    parts = re.findall(r"[a-z0-9]+", latin)
    return _cut("-".join(parts), 80)


def _romanise(text: str) -> str:
    """Ukrainian text in Latin letters by the national table; "зг" is "zgh"."""
    out: list[str] = []
    for index, char in enumerate(text):
        before = text[index - 1] if index else " "
        pair = _UKRAINIAN.get(char)
        if pair is None:
            out.append(char)
        elif char == "г" and before == "з":
            out.append("gh")
        else:
            out.append(pair[before.isalpha()])
    return "".join(out)


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head = text[: limit + 1].rpartition("-")[0]
    return head or text[:limit]


def excerpt(text: str, limit: int = 200) -> str:
    """`text` on one line, at most `limit` characters, cut after a word with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return (line[:limit].rpartition(" ")[0] or line[: limit - 1]).rstrip(" ,;:-–—") + "…"


_OBEYED = dict.fromkeys(
    (
        *(code for code in range(0x20) if chr(code) not in "\n\t"),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    ),
    "�",
)


def printable(text: str) -> str:
    """`text` with a mark in place of each character that a terminal would obey (CWE-150) or cannot print.

    Those are control characters other than line ends and tabs, overrides of the writing direction, and the halves of
    surrogate pairs that stand for the bytes of a file name that is not UTF-8.
    """
    return text.translate(_OBEYED)
