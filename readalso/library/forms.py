"""Forms of one word: whether two words are the same one in another number or case.

Only endings are compared, and only for words that are no names: the endings of a name tell who did what to whom.
"""

from collections.abc import Iterator

from readalso.library.letters import letters

STEM = 4
"""Letters that two forms of one word have in common; 3 where a language says so."""

_NOUNS = " а и і ы у ю я е о й ь ом ем ам ям ах ях ів ов ев ей їв ї ою ею ами ями єю еві ові ій".split(" ")
_ADJECTIVES = (
    "ий ій ый ой ая яя ое ее а я е є і ї и ые ие ої ого его ому ему им ім ым их іх ых ую юю у ю ою ею ими іми ыми ей"
).split()
_EAST_SLAVIC = (
    tuple(_NOUNS),
    tuple(_ADJECTIVES),
    tuple("в л ла ло ли".split()),
    tuple("ка ки ку ок ек ці кам ками ках кою кой".split()),
    tuple("ння нь нню нням ннями ннях нні".split()),
    tuple("ние ния нию нии ний ниям ниями ниях нием".split()),
)
_POLISH = (
    tuple(" a i y u e ę ą o om em ami ach ów owi ie ii ji".split(" ")),
    tuple("y i a e ą ego emu ej ym im ich ych ymi imi".split()),
    tuple("ł ła ło li ły".split()),
    tuple("ka ki kę ek ce kom kami kach ką".split()),
    tuple("nie nia niu niem ń niom niami niach".split()),
)
_BY_LANGUAGE: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (("", "s", "es"), ("y", "ies"), ("man", "men"), ("f", "ves"), ("fe", "ves"), ("is", "es"), ("um", "a")),
    "fr": (("", "s", "x", "e", "es", "nt", "ent"), ("l", "ux"), ("t", "ent"), ("", "nent"), ("d", "dent", "nent")),
    "es": (("", "s", "es", "n"), ("z", "ces"), ("", "on"), ("ó", "aron", "ieron"), ("ion", "iones")),
    "pt": (("", "s", "es"), ("ao", "oes")),
    "it": (("o", "i"), ("a", "e"), ("e", "i")),
    "de": (
        ("", "e", "en", "n", "er", "ern", "s", "es"),
        ("t", "en"),
        ("t", "n"),
        ("e", "en"),
        ("um", "en"),
        ("te", "ten"),
    ),
    "uk": _EAST_SLAVIC,
    "ru": _EAST_SLAVIC,
    "pl": _POLISH,
    "ar": (("", "ات"), ("ة", "ات"), ("", "ين", "ون"), ("ء", "ات")),
}
_ENDINGS = {
    language: tuple(frozenset(map(letters, endings)) for endings in sets) for language, sets in _BY_LANGUAGE.items()
}
"""Language -> the sets of endings between which an ordinary word is the same one in another number or case."""
_SHORT_STEMS = {"en": 3, "de": 3, "ar": 2, "uk": 3, "ru": 3, "pl": 3, "fr": 3}
_SOFTENED = {
    "pl": (("scie", "stie"), ("dzie", "die"), ("cy", "ky"), ("ce", "ke"), ("dzy", "gy"), ("cie", "tie"), ("rzy", "ry")),
    "uk": (("ці", "ки"), ("зі", "ги"), ("сі", "хи")),
    "es": (("cion", "tion"),),
}
"""Language -> a stem's end before a soft ending, and as it is elsewhere: "moście" is a form of "most"."""
_UNLIKE = frozenset(
    frozenset(pair.split("/"))
    for pair in "custom/customs arm/arms good/goods new/news mean/means міст/місто мосту/місту суд/судно".split()
)
"""Two words, and no singular and plural."""


def is_form(one: str, other: str, language: str) -> bool:
    """Whether `one` and `other`, both folded, are forms of one word in `language`."""
    language = language.split("-")[0]
    if frozenset((one, other)) in _UNLIKE:
        return False
    return any(_is_ended(*pair, language) for pair in _pairs(one, other, language))


_CASES = frozenset(
    frozenset(pair.split("/"))
    for pair in "/а /у /я /ю /ом /ем /ові /еві ь/я ь/ю й/я й/ю а/у я/ю /a /u /owi /em /om a/e".split()
)
"""Endings of one noun in two cases, of which one is who does and the other who suffers."""


def is_case(one: str, other: str, language: str) -> bool:
    """Whether two forms of a Slavic word may tell who does something from whom it is done to."""
    stem = common(one, other)
    return language.split("-")[0] in ("uk", "ru", "pl", "cs") and frozenset((one[stem:], other[stem:])) in _CASES


def _pairs(one: str, other: str, language: str) -> Iterator[tuple[str, str]]:
    """The pair as it is, and as the language changes a stem."""
    yield one, other
    if language == "ar":
        yield _singular(one), other
        yield one, _singular(other)
    if language == "uk" and one[:1] + other[:1] in ("ву", "ув"):  # вчителі, учителі
        yield one[1:], other[1:]
    for soft, hard in _SOFTENED.get(language, ()):
        if one.endswith(soft):
            yield one.removesuffix(soft) + hard, other
        if other.endswith(soft):
            yield one, other.removesuffix(soft) + hard


def _is_ended(one: str, other: str, language: str) -> bool:
    if one == other:
        return True
    if language == "de" and {one + "er", one + "ern", other + "er", other + "ern"} & {one, other}:
        return min(one, other, key=len).endswith(_PLURALS_IN_ER)
    least = _SHORT_STEMS.get(language, STEM)
    for length in range(common(one, other), least - 1, -1):
        ends = {one[length:], other[length:]}
        if any(ends <= endings for endings in _ENDINGS.get(language, ())):
            return True
    return False


_PLURALS_IN_ER = tuple(
    "bad bild blatt brett buch dach dorf ei fach fass feld geist geld gesicht glas glied grab gut haupt haus huhn kalb"
    " kind kleid korn kraut lamm land licht lied loch mann maul nest pfand rad rand rind schild schloss schwert spital"
    " tal tuch volk wald weib wort wurm amt band bund parlament regiment denkmal hospital".split()
)
"""The German nouns with a plural in -er, which are few; "Wey" and "Weyer" are two names."""


def _singular(word: str) -> str:
    """An Arabic plural of the measure fuʿūl without its long vowel: عروض is the plural of عرض; else the word."""
    article = "ال" if word.startswith("ال") and len(word) > 5 else ""
    bare = word[len(article) :]
    if len(bare) == 4 and bare[2] == "و":
        return article + (bare[:2] if bare[1] == bare[3] else bare[:2] + bare[3])
    return word


def common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))
