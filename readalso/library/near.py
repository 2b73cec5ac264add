"""Whether two headlines that are not equal still say the same, and if not, which word forbids it.

A resolved link is never a guess, so likeness is not a matter of degree here. A headline is a row of words that carry
something, with small words in the gaps between them. Two headlines say the same

* when their words are the same in the same order; or one of them is misspelt by one letter, or up to four stand in
  another number or case, and none of these is a name, a number or a date; or
* when their words are the same in an order that changes nobody's part: see `order`;

and the small words in their gaps may stand for each other: see `particles`. Whatever else differs forbids, and is
named.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from readalso.briefing.facts import Outline
from readalso.library import order
from readalso.library.cases import bases
from readalso.library.figures.pieces import Piece
from readalso.library.figures.reading import read
from readalso.library.forms import is_case, is_form
from readalso.library.letters import letters
from readalso.library.particles import AUXILIARIES, COUNTED, MERGED, PERCENT, STANDS, TAKING_SIDES, Particles, particles
from readalso.library.slips import is_slip
from readalso.library.spelling import is_respelt
from readalso.library.statements import Statement

_PREFIXING = ("en",)
"""Languages in which a small word with a hyphen is a part of another: "off-shore", "run-off"."""
SHORTEST_NOUN = 5
"""Letters from which on a German word without an article may have another ending and be no other name."""
MOST_PARTS = 3
"""Parts of a word that another headline writes as one."""
_DIGIT = re.compile(r"-?\d")
MOST_FORMS = 4
"""Words that may stand in another number or case: a noun of two parts, its adjective and its verb."""


class Word(NamedTuple):
    """A word that carries something; a tuple, since there is one for each word of the library."""

    key: str
    """Folded; "%" for what a language calls it."""
    written: str
    """As it stands in the headline."""
    gap: tuple[str, ...] = ()
    """The small words before it, folded."""
    is_after_mark: bool = False
    """Whether a comma, colon or dash stands before it."""
    is_first: bool = False
    """Whether it begins a sentence, where every word has a capital."""
    is_counted: bool = False
    """Whether it is a number or a date, in digits or in words."""
    is_hyphened: bool = False
    """Whether a hyphen joins it to the word before."""
    is_apposed: bool = False
    """Whether it and the word right before it have capitals: "Minister Wey"."""
    case: str = ""
    """Of a number in words, where endings tell who does what: by what its case is known."""

    @property
    def is_small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.written[0].islower()


@dataclass(frozen=True, slots=True)
class Usage:
    """How the headlines of one language write their words."""

    known: Collection[str] = field(default_factory=frozenset)
    """The words that carry something, in any headline."""
    small: Collection[str] = field(default_factory=frozenset)
    """Those that stand somewhere in small letters."""
    names: Collection[str] = field(default_factory=frozenset)
    """Those that stand inside a sentence with a capital, and nowhere in small letters; or that are known as names."""


def carrying(headline: str, language: str) -> tuple[Word, ...]:
    """The words of a headline that carry something, in their order, each with the gap before it."""
    code = language.split("-")[0]
    small, merged = particles(language), MERGED.get(code, {})
    counted = COUNTED.get(code, frozenset())
    found: list[Word] = []
    gap: list[str] = []
    is_after_mark, is_first = False, True
    for phrase, piece, is_inside in _phrases(headline, language, small):
        if piece.kind == "mark":
            is_after_mark = bool(found)
            is_first = is_first or piece.written in (*":.!?|",)
        elif phrase in small.every and not (is_inside and code in _PREFIXING):
            gap.append(merged.get(phrase, phrase))
            is_first = False
        else:
            key = "%" if phrase in PERCENT else phrase
            is_counted = key in counted or bool(_DIGIT.match(key))
            joint = piece.is_hyphened and not gap
            is_bare = bool(found) and not (gap or is_after_mark or joint) and piece.written[:1].isupper()
            is_apposed = is_bare and found[-1].written[:1].isupper()
            word = Word(
                key, piece.written, tuple(gap), is_after_mark, is_first, is_counted, joint, is_apposed, piece.case
            )
            found.append(word)
            gap, is_after_mark, is_first = [], False, False
    found += (Word(word, word) for word in gap if word not in (AUXILIARIES if code == "de" else small.neutral))
    return tuple(found)  # "führte Weizen ein": at a headline's end, a small word carries the verb's sense


def _phrases(headline: str, language: str, small: Particles) -> Iterator[tuple[str, Piece, bool]]:
    """The words, marks and small phrases of a headline, folded, each with its first piece.

    And whether it is a part of a word with a hyphen.
    """
    pieces = read(headline, language)
    keys = [piece.key for piece in pieces]
    hyphened = [*(piece.is_hyphened for piece in pieces), False]
    index = 0
    while index < len(pieces):
        phrase, size = keys[index], 1
        if phrase in small.openings:
            phrase, size = _phrase(keys, index, small, MERGED.get(language.split("-")[0], {}))
        is_inside = size == 1 and (hyphened[index] or hyphened[index + 1])
        yield phrase, pieces[index], is_inside
        index += size


def are_same_speaker(one: Statement, other: Statement, language: str) -> bool:
    """Whether two headlines name their speaker with the same words, or one in the case that its saying asks for."""
    ours, theirs = (carrying(told.speaker, language) for told in (one, other))
    names = tuple(word.key for word in ours), tuple(word.key for word in theirs)
    if not all(names) or one.is_cased == other.is_cased:
        return bool(ours) and names[0] == names[1] and not _gaps(ours, theirs, language)
    if names[0] == names[1]:
        return not names[0][-1].endswith(("а", "я"))  # "по словам Баредина" is not what "Баредина" says
    if len(ours) == len(theirs) and all(
        our.key == their.key or ((our.is_small or their.is_small) and is_form(our.key, their.key, language))
        for our, their in zip(ours, theirs, strict=True)
    ):
        return True
    form, name = names if one.is_cased else names[::-1]
    return name in bases(form)


def is_other_speaker(one: str, other: str, usage: Usage, language: str) -> bool:
    """Whether two speakers are as like as two forms of a word, which of names are two names: "Wey", "Weyer"."""
    pairs = zip(carrying(one, language), carrying(other, language), strict=False)
    return any(
        our.key != their.key
        and is_form(our.key, their.key, language)
        and our.key not in usage.small
        and their.key not in usage.small
        for our, their in pairs
    )


def usage(headlines: Iterable[Outline], names: Collection[str] = ()) -> Usage:
    """How the headlines of one language write their words; `names`, folded, are names in any case."""
    known: set[str] = set()
    small: set[str] = set()
    capital: set[str] = set()
    for one in headlines:
        known.update(one.words)
        small.update(one.small)
        capital.update(one.capital)
    return Usage(frozenset(known), frozenset(small), frozenset((capital - small) | frozenset(names)))


def _phrase(keys: Sequence[str], start: int, small: Particles, merged: Mapping[str, str]) -> tuple[str, int]:
    """The small word or phrase at `start`, and how many pieces it has; "à cause du" is "à cause de"."""
    for size in (4, 3, 2):
        words = keys[start : start + size]
        for phrase in (" ".join(words), " ".join([*words[:-1], merged.get(words[-1], words[-1])])):
            if phrase in small.phrases or (size == 2 and phrase in PERCENT):
                return phrase, size
    return keys[start], 1


def forbids(one: Sequence[Word], other: Sequence[Word], usage: Usage, language: str) -> str:
    """Why `one`, the words of a reference, does not say what `other` says; "" where it does."""
    return _forbids(one, other, usage, language) or _side(one, other)


def may_agree(keys: Sequence[str], others: Sequence[str]) -> bool:
    """Whether `forbids` might allow a headline of the words `keys` for one of the words `others`; a quick look.

    Where headlines are made of few words, hundreds share the rare ones of each that waits for its briefing.
    """
    differing = set(keys).symmetric_difference(others)
    if len(differing) > 2 * MOST_FORMS:
        return False
    return len(keys) == len(others) or any(
        one != longer and longer.startswith(one) for longer in differing for one in differing
    )  # "flood waters", "floodwaters"


def _side(one: Sequence[Word], other: Sequence[Word]) -> str:
    """Which "for" forbids, where people vote or protest; elsewhere it may stand for "on"."""
    if not any(TAKING_SIDES.search(word.key) for word in one):
        return ""
    ours, theirs = (Counter(small for word in words for small in word.gap if small in STANDS) for words in (one, other))
    return "" if ours == theirs else order.difference(list(ours - theirs), list(theirs - ours))


def _forbids(one: Sequence[Word], other: Sequence[Word], usage: Usage, language: str) -> str:
    ours, theirs = [word.key for word in one], [word.key for word in other]
    if len(ours) != len(theirs):
        one, other = joined(one, other), joined(other, one)
        ours, theirs = [word.key for word in one], [word.key for word in other]
    if why := _numerals(one, other):
        return why
    if ours == theirs:
        return _gaps(one, other, language)
    more, less = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    if not more and not less:
        return order.forbids(one, other, language)
    if len(ours) == len(theirs):
        pairs = [pair for pair in zip(one, other, strict=True) if pair[0].key != pair[1].key]
        if _are_variants(pairs, usage, language):
            return _gaps(one, other, language)
        if more.total() == 1 and (mended := _mended(one, other, more, less, usage, language)):
            return order.forbids(mended, other, language)
    said = {word.key: letters(word.written) for word in (*one, *other)}
    return order.difference([said[key] for key in more], [said[key] for key in less])


def joined(one: Sequence[Word], other: Sequence[Word]) -> tuple[Word, ...]:
    """`one` with those words made one that `other` has as one: "flood waters", "floodwaters".

    A capital after a space begins a word of its own: "New Town" is another place than "Newtown".
    """
    lacking = {word.key for word in other} - {word.key for word in one}
    if not lacking:
        return tuple(one)
    found: list[Word] = []
    for word in one:
        for count in range(1, MOST_PARTS):
            parts = [*found[-count:], word]
            key = "".join(part.key for part in parts)
            if key in lacking and len(parts) == count + 1 and _are_parts(parts):
                found[-count:] = [parts[0]._replace(key=key, written=" ".join(part.written for part in parts))]
                break
        else:
            found.append(word)
    return tuple(found)


def _are_parts(parts: Sequence[Word]) -> bool:
    """Whether words may be parts of one: only spaces or hyphens divide them, and the later ones are no names."""
    rest = parts[1:]
    if any(word.gap or word.is_after_mark or word.is_counted for word in rest) or parts[0].is_counted:
        return False
    are_initials = all(len(word.key) == 1 for word in parts)
    return are_initials or all(word.is_hyphened or word.is_small for word in rest)


def _numerals(one: Sequence[Word], other: Sequence[Word]) -> str:
    """Which numeral stands in another case: "двоє" do something, "двох" suffer it; digits do not say."""
    others = {word.key: word for word in other if word.case}
    for word in one:
        their = others.get(word.key) if word.case else None
        if their is not None and their.case != word.case:
            return order.difference([letters(word.written)], [letters(their.written)])
    return ""


def _gaps(one: Sequence[Word], other: Sequence[Word], language: str) -> str:
    """Which small word forbids, between words that agree."""
    for our, their in zip(one, other, strict=True):
        if _is_joined(our, their) or _is_joined(their, our):
            continue
        if why := order.gap_forbids(our, their, language):
            return why
    return ""


def _mended(
    one: Sequence[Word], other: Sequence[Word], more: Counter[str], less: Counter[str], usage: Usage, language: str
) -> tuple[Word, ...]:
    """`one` with the only word that differs as `other` has it; empty where it is another word."""
    our, their = (next(word for word in words if word.key in rest) for words, rest in ((one, more), (other, less)))
    kind = _variant(our, their, usage, language)
    is_free = language.split("-")[0] not in order.CASES or order.is_governed(our, their, language)
    if kind != "slip" and not (kind == "form" and is_free):
        return ()
    return tuple(word._replace(key=their.key) if word is our else word for word in one)


def _are_variants(pairs: Sequence[tuple[Word, Word]], usage: Usage, language: str) -> bool:
    """Whether all differing words are the same one in another form, but for at most one that is misspelt."""
    kinds = [_variant(our, their, usage, language) for our, their in pairs]
    are_parts_kept = "case" not in kinds or len(kinds) == 1
    return "" not in kinds and len(pairs) <= MOST_FORMS and kinds.count("slip") <= 1 and are_parts_kept


def _variant(our: Word, their: Word, usage: Usage, language: str) -> str:
    """How one word is the other: "form", "case" (of those that tell its part), "slip", "joined"; "" where it is not."""
    if _is_joined(our, their) or _is_joined(their, our):
        return "joined"
    if our.is_counted or their.is_counted or not our.key.isalpha():
        return ""
    if _may_be_name(our, their, usage, language):
        is_same = order.is_governed(our, their, language) and is_form(our.key, their.key, language)
        return "form" if is_same and language.split("-")[0] in order.CASES else ""
    said = letters(their.written)  # "Prozent", whose key is "%"
    if language.startswith("de") and _is_german_name(our, their):
        return _slip(our, their, said, usage)
    if is_form(our.key, said, language):
        is_bare = their.is_first and their.key not in usage.small
        return ("" if is_bare else "case") if is_case(our.key, said, language) else "form"
    if language.startswith("en") and is_respelt(our.key, said):
        return "form"
    return _slip(our, their, said, usage)


def _slip(our: Word, their: Word, said: str, usage: Usage) -> str:
    is_common = their.key in usage.small or (our.is_small and their.is_small) or bool(_COMMON.search(their.key))
    return "slip" if our.key not in usage.known and is_slip(our.key, said, is_common) else ""


def _may_be_name(our: Word, their: Word, usage: Usage, language: str) -> bool:
    """Whether a capital says that a word is a name, where it stands and where others use it.

    A sentence's first word may be anything, and so may any word in German, where every noun has a capital, and in a
    script without capitals; of these the letters decide: see `slips`.
    """
    if our.key in usage.names or their.key in usage.names:
        return True
    tells_nothing = language.startswith("de") or their.written[0].lower() == their.written[0].upper()
    return not (tells_nothing or their.key in usage.small or their.is_first or their.is_small)


def _is_german_name(our: Word, their: Word) -> bool:
    """Whether two forms of a German word are rather two names: "Minister Lang", "Minister Lange".

    So they are behind another noun, or where nothing stands before a short one whose vowel stays as it is.
    """
    shorter, longer = sorted((our, their), key=lambda word: len(word.written))
    if our.written[0].islower() or (_UMLAUT.search(longer.written) and not _UMLAUT.search(shorter.written)):
        return False
    is_bare = not our.gap and not their.gap and len(shorter.written) < SHORTEST_NOUN
    return is_bare or (our.is_apposed and their.is_apposed)


_UMLAUT = re.compile("[äöüÄÖÜ]")
_COMMON = re.compile(r"\Aال\w{6,}\Z|\w{4,}ات\Z")
"""An Arabic word with the article, or a plural that few names have."""
_JOINED = ("ب", "ل")
"""Arabic prepositions that are written together with the word after them."""
_APART = frozenset(letters(word) for word in "في من على إلى لدى عند إثر".split())


def _is_joined(one: Word, other: Word) -> bool:
    """Whether `one` has joined to it the preposition that stands before `other`: "بإسطنبول" and "في إسطنبول"."""
    return one.key[:1] in _JOINED and one.key[1:] == other.key and not _APART.isdisjoint(other.gap)
