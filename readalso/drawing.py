"""The cards of stories as pictures: a headline in large letters, and around it the topic, the site's name and the day.

A theme says in `social-card.json` what stands on a card and in which colours, and the letters are drawn with Pillow, of
the extra `pictures`. They are set one after the other, as Latin, Cyrillic, Greek, Chinese, Japanese and Korean are;
what runs from right to left, joins or combines cannot. Equal cards are equal bytes for one version of Pillow.
"""

import io
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category

import msgspec

from readalso import renditions
from readalso.errors import Problem, broken, warning
from readalso.pages.lettering import HEIGHT, WIDTH, Lettering, plain
from readalso.settings import FILE, Settings
from readalso.theme.theme import Static

if TYPE_CHECKING:
    from PIL import ImageFont

TEMPLATE = "social-card.json"
_EDGE, _BAR, _TOP, _FOOT = 80, 16, 150, 525
"""Pixels: the margin, the bar above, where the headline begins, and where the line below it stands."""
_SIZES = (84, 72, 60, 50, 42)
"""Of the headline: the first in which it has room."""
_SMALL = 32
_STEPS = 15
"""From paper to ink, at the edges of letters."""
_NOWHERE = "\U0010ffff"
"""A character that no font has: how it is drawn is how one is drawn that is missing."""
_STAND_IN = {"–": "-", "—": "-", "‑": "-", "−": "-"}
"""What is written where a font does not have a character."""
_UNSPACED = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_PIECE = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+|\s")
"""What may stand at the start of a line: a word, or a letter of a script without spaces."""


class Drawing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `social-card.json` says."""

    paper: str
    ink: str
    soft: str
    accent: str
    """Colours, "#962018"."""
    headline: str
    kicker: str = ""
    name: str = ""
    date: str = ""


Font = Static | None
"""A font among the static files; None is the one that comes with Pillow."""


def font(statics: Iterable[Static], url: str) -> Font:
    """The font at `url`; "" is Pillow's."""
    return next((one for one in statics if url and one.url == url), None)


def for_cards(settings: Settings, statics: Iterable[Static], titles: Iterable[str]) -> Lettering | None:
    """What the cards of `titles` are written with; None where there are none. A file that is no font is `Broken`."""
    if not (settings.social_cards and settings.base_url and renditions.maker()):
        return None
    return lettering(font(statics, settings.card_font and f"/{settings.card_font}"), titles)


def handless(settings: Settings) -> Iterator[Problem]:
    """A warning where cards are asked for and nothing can draw them."""
    if settings.social_cards and not renditions.maker():
        hint = 'pip install "readalso[pictures]"'
        line = settings.lines.get("social_cards", 0)
        yield warning(FILE, "social_cards needs Pillow, and there are no cards", hint, line)


def lettering(known: Font, texts: Iterable[str]) -> Lettering:
    """What `texts` can be written with; a file that is no font is `Broken`."""
    from PIL import features

    letters = frozenset(char for text in texts for char in plain(text))
    mark = f"{renditions.maker()} {features.version('freetype2')} {known.digest if known else ''}"
    return Lettering(known.url if known else "", mark, _missing(known, letters))


def draw(data: bytes, known: Font) -> bytes:
    """The PNG of what `social-card.json` said; one that says something else is `Broken`."""
    from PIL import Image, ImageDraw

    said = _read(data)
    image = Image.new("RGB", (WIDTH, HEIGHT), said.paper)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, _BAR), fill=said.accent)
    small = _font(known, _SMALL)

    def write(x: int, y: int, text: str, ink: str, anchor: str) -> None:
        pen.text((x, y), _cut(_written(known, text), small, (WIDTH - 3 * _EDGE) // 2), ink, small, anchor)

    write(_EDGE, _EDGE, said.kicker, said.accent, "la")
    write(_EDGE, _FOOT, said.name, said.ink, "la")
    write(WIDTH - _EDGE, _FOOT, said.date, said.soft, "ra")
    size, lines = _headline(_written(known, said.headline), known)
    for number, line in enumerate(lines):
        pen.text((_EDGE, _TOP + number * _height(size)), line, said.ink, _font(known, size), "la")
    out = io.BytesIO()
    colours = Image.new("P", (1, 1))
    colours.putpalette(_palette(said))
    image.quantize(palette=colours, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def _palette(said: Drawing) -> list[int]:
    """The paper on its way to each ink, red, green, blue; a card takes 8 ms so, and 17 KB."""
    paper, *inks = (bytes.fromhex(colour[1:]) for colour in (said.paper, said.ink, said.soft, said.accent))
    steps = [(ink, step) for ink in inks for step in range(_STEPS + 1)]
    return [a + (b - a) * step // _STEPS for ink, step in steps for a, b in zip(paper, ink, strict=True)]


def _read(data: bytes) -> Drawing:
    try:
        said = msgspec.json.decode(data, type=Drawing)
    except msgspec.MsgspecError as error:
        raise broken(f"templates/{TEMPLATE}", f"does not say what a card shows: {error}") from error
    for colour in (said.paper, said.ink, said.soft, said.accent):
        if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
            raise broken(f"templates/{TEMPLATE}", f'"{colour}" is not a colour', "write #962018")
    return said


@lru_cache(64)
def _font(known: Font, size: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    if known is None:
        found = ImageFont.load_default(size)
        assert isinstance(found, ImageFont.FreeTypeFont), "Pillow's wheels have FreeType"
        return found
    try:
        return ImageFont.truetype(known.path, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        what = f"is a font that cannot be read: {error}"
        raise broken(f"static{known.url}", what, "give card_font a TrueType file") from error


def _missing(known: Font, letters: Iterable[str]) -> frozenset[str]:
    """Those that cannot be written, nor what stands in for them."""
    return frozenset(char for char in letters if _lacks(known, char) and _lacks(known, _STAND_IN.get(char, char)))


def _written(known: Font, text: str) -> str:
    """A text as the font can write it; "" for one that it cannot."""
    text = plain(text)
    if _missing(known, text):
        return ""
    return "".join(_STAND_IN.get(char, char) if _lacks(known, char) else char for char in text)


@lru_cache(10_000)
def _lacks(known: Font, char: str) -> bool:
    """Whether a character cannot be written beside others, or is not in the font."""
    return char != " " and (not _stands_alone(char) or _shape(known, char) == _shape(known, _NOWHERE))


def _stands_alone(char: str) -> bool:
    return bidirectional(char) not in ("R", "AL", "AN") and category(char)[0] not in "MC"


def _shape(known: Font, char: str) -> tuple[bytes, tuple[int, int], float]:
    face = _font(known, _SMALL)
    mask = face.getmask(char)
    return bytes(mask), mask.size, face.getlength(char)


def _headline(text: str, known: Font) -> tuple[int, list[str]]:
    """The size in which it is written, and its lines; what has no room in the smallest is cut."""
    for size in _SIZES:
        lines = _lines(text, _font(known, size))
        room = (_FOOT - _TOP) // _height(size)
        if len(lines) <= room:
            return size, lines
    rest = " ".join(lines[room - 1 :])
    return size, [*lines[: room - 1], _cut(rest, _font(known, size), WIDTH - 2 * _EDGE)]


def _height(size: int) -> int:
    """Of a line."""
    return size * 6 // 5


def _lines(text: str, face: "ImageFont.FreeTypeFont") -> list[str]:
    """A text in lines that have room; a word that has none in a line of its own is broken where the line ends."""
    room = WIDTH - 2 * _EDGE
    lines = [""]
    for piece in _PIECE.findall(text):
        for part in [piece] if face.getlength(piece) <= room else piece:
            if face.getlength((lines[-1] + part).rstrip()) > room:
                lines.append("")
            lines[-1] += part
    return [line.strip() for line in lines if line.strip()]


def _cut(text: str, face: "ImageFont.FreeTypeFont", room: int) -> str:
    """As much of a text as has room in a line, with three points where something is left out."""
    if face.getlength(text) <= room:
        return text
    while text and face.getlength(text + "...") > room:
        text = text[:-1]
    return text.rstrip() + "..."
