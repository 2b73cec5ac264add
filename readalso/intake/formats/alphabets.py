"""Which of several readings of some bytes is a text: letters that one language has together, and common characters.

Each 8-bit encoding reads any bytes as some letters, but only the right one gives letters that all belong to one
language, small ones inside words: "привет" and not "ПРХБЕР" or "ïðèâåò".
"""

import re
from collections import Counter

_LETTERS = {
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüß",
    "es": "áéíñóúü",
    "pt": "áâãàçéêíóôõúü",
    "it": "àèéìíîòóùú",
    "nordic": "åäöæøéü",
    "nl": "áéëïíóöúüè",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýžäľĺŕô",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșțşţ",
    "hr": "čćđšž",
    "tr": "çğıöşüâî",
    "baltic": "āčēģīķļņšūžąęėįųõäöü",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
}
"""The small letters beyond ASCII of a language, or of a few that share an encoding."""
_FREQUENT = ("оеаинт", "оіанив", "αοιετσ", "יוהלאמ", "اليمنو")
"""A few letters that make almost half of any text in the other scripts."""
_MARKS = frozenset("«»“”„‘’‚‹›–—…·•°§©®™№€£¿¡\u00a0،؛؟ًٌٍَُِّْـ")
"""What may stand in any text."""
_COMMON = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成"
    "事"
    "新市部民公月行政府经报今京表示長這國們個來時對會說後過發點還從東經報進動間務議市総選関係社員党首相記者同方年前本大"
    "臣"
)
"""Frequent Chinese characters, in the forms of the mainland, of Taiwan and of Japan."""
_HANGUL = "이다는의을에가고하지도로기한를은서사자시리인어아해정있대일수나부그라전과보장원들상제스여으구면국동주조만"
_WIDE_PUNCTUATION = frozenset("，。、：；！？（）《》「」『』【】“”‘’—…　・")
_WORD = re.compile(r"[^\W\d_]+")


def likeness(text: str) -> float:
    """From 0 to 1: how much the letters beyond ASCII in `text` look like those of one language; for 8-bit encodings."""
    high = sum(char > "\x7f" for char in text)
    marks = sum(char in _MARKS for char in text)
    letters = Counter(char for word in _WORD.findall(text) for char in _in_place(word))
    best = max(sum(letters[char] for char in alphabet) for alphabet in _LETTERS.values())
    return (best * _balance(letters) + marks) / high if high else 0.0


def _balance(letters: Counter[str]) -> float:
    """Less than 1 where the letters are not Latin and those that should be frequent are not."""
    total = letters.total()
    if not total or max(letters, key=lambda char: letters[char]) < "\u0370":
        return 1.0
    return min(1.0, max(sum(letters[char] for char in frequent) for frequent in _FREQUENT) / total / 0.3)


def wide_likeness(text: str) -> float:
    """The same for the encodings of East Asia: how many of the characters are frequent ones."""
    high = [char for char in text if char > "\x7f" and char not in _WIDE_PUNCTUATION]
    if not high:
        return 0.0
    shares = (
        sum(char in _COMMON for char in high) / 0.25,
        sum(char in _HANGUL for char in high) / 0.35,
        sum(char in _COMMON or "\u3041" <= char <= "\u30fe" for char in high) / 0.6,
    )
    return min(1.0, max(shares) / len(high))


def _in_place(word: str) -> str:
    """A word's letters in small ones, without those that stand where no such letter stands: "пРИВЕТ", "raрport"."""
    if max(word) >= "\u0370" and min(word) < "\x80":
        return ""
    if word.isupper() or word.islower() or word.istitle():
        return word.lower()
    return "".join(char for char in word[1:] if not char.isupper())
