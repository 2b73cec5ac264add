"""Whether the same words in another order, or with other small words between them, still say the same.

Who does what to whom is told by order, so what may be anybody's part keeps its place. What may move is a stretch that
begins with a preposition ("in March"), a date, a verb alone, and a whole clause behind a comma.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from readalso.library.particles import ALIKE_BEFORE_NUMBERS, DATES, particles

MOST_BLOCKS = 6
"""Stretches into which a headline may be taken apart."""
ANOTHER_ORDER = "the same words stand in another order"
_FIXED_VERBS = ("en", "ar")
"""Languages in which a verb that moves may change who does what."""
CASES = ("uk", "ru", "pl", "cs")
"""Languages whose endings tell who does what."""
_WHOSE = frozenset(
    "of from by with for against von aus für gegen mit de par pour contre por para contra con od z dla przez"
    " przeciw від з для проти от из с для против من ضد di da per con".split()
)
"""Prepositions that tell whose, whence, by whom: such a stretch belongs to the word before it."""
_FROM = {
    word: frozenset(others.split()) for word, others in {"з": "в на", "из": "в на", "с": "в на", "z": "w na"}.items()
}
"""A small word for whence -> those for where and whither, for which it never stands."""
_FUTURE = frozenset(("to", "will"))
"""Small words that mean the same before a verb: "Ostavia to close plant", but not "Vey to Dorrow: …"."""
_LONGEST_OWNER = 3
"""Words of a stretch that may change places with what it belongs to: "harbour of Tarquay", "Tarquay harbour"."""


class Carrying(Protocol):
    """A word that carries something, as `near.Word` is."""

    @property
    def key(self) -> str:
        """Folded."""

    @property
    def gap(self) -> tuple[str, ...]:
        """The small words before it."""

    @property
    def is_after_mark(self) -> bool:
        """Whether a comma stands before it."""

    @property
    def is_counted(self) -> bool:
        """Whether it is a number or a date."""

    @property
    def is_small(self) -> bool:
        """Whether it has a small letter."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Words that stand together in both headlines."""

    ours: Sequence[Carrying]
    theirs: Sequence[Carrying]
    """The same words as the other headline has them."""
    place: int
    """Of the first of them in the other headline."""


def forbids(one: Sequence[Carrying], other: Sequence[Carrying], language: str) -> str:
    """Why `one`, which has the words of `other` in another order, does not say the same; "" where it does."""
    blocks = _blocks(one, other)
    if len(blocks) > MOST_BLOCKS:
        return ANOTHER_ORDER
    parts = [block for block in blocks if not _is_aside(block, language)]
    asides = [block for block in blocks if _is_aside(block, language)]
    if not all(_may_move(aside, one, other, language) for aside in _moved(asides, blocks)):
        return ANOTHER_ORDER
    pair = next((pair for pair in _inverted(blocks) if _is_owner(*pair, language)), ())
    rest = [part for part in parts if not pair or part is not pair[0]]
    are_told = _is_told(rest, language) and _are_apart(asides, blocks, language)
    if not are_told and not _are_clauses(blocks, language):
        return ANOTHER_ORDER
    return next(filter(None, (_small_words(block, block in pair, language) for block in blocks)), "")


def _blocks(one: Sequence[Carrying], other: Sequence[Carrying]) -> list[_Block]:
    """The stretches that two headlines share, in the order of the first."""
    left = list(range(len(other)))
    places = []
    for word in one:
        found = next((at for at in left if other[at].key == word.key and other[at].gap == word.gap), None)
        place = next(at for at in left if other[at].key == word.key) if found is None else found
        left.remove(place)
        places.append(place)
    cuts = [0, *(index for index in range(1, len(one)) if places[index] != places[index - 1] + 1), len(one)]
    return [
        _Block(one[start:end], other[places[start] : places[start] + end - start], places[start])
        for start, end in pairwise(cuts)
    ]


def _prepositions(word: Carrying, language: str) -> tuple[str, ...]:
    return tuple(word for word in word.gap if word in particles(language).prepositions)


def _is_aside(block: _Block, language: str) -> bool:
    """Whether a stretch is nobody's part: the same preposition begins it in both, or it is a date."""
    ours, theirs = (_prepositions(words[0], language) for words in (block.ours, block.theirs))
    dates = DATES.get(language.split("-")[0], frozenset())
    is_date = all(word.is_counted for word in block.ours) and any(word.key in dates for word in block.ours)
    return is_date or (bool(ours) and _is_alike(ours, theirs, language))


def _moved(asides: Sequence[_Block], blocks: Sequence[_Block]) -> list[_Block]:
    """The asides that have other words before them than they had."""
    return [
        aside
        for aside in asides
        if any((other.place < aside.place) != (blocks.index(other) < blocks.index(aside)) for other in blocks)
    ]


def _may_move(aside: _Block, one: Sequence[Carrying], other: Sequence[Carrying], language: str) -> bool:
    """Whether a stretch may stand elsewhere: at a headline's head anything may, further in not what tells whose it is.

    "Police from Ostavia arrest smugglers" is not "Police arrest smugglers from Ostavia".
    """
    is_head = aside.ours[0] is one[0] or aside.theirs[0] is other[0]
    return is_head or _WHOSE.isdisjoint(_prepositions(aside.ours[0], language))


def _are_apart(asides: Sequence[_Block], blocks: Sequence[_Block], language: str) -> bool:
    """Whether no two stretches have changed places, but for neighbours of another kind: "in March in Paris"."""
    neighbours = _inverted(blocks)
    for index, later in enumerate(asides):
        for one in asides[:index]:
            is_alike = _prepositions(one.ours[0], language) == _prepositions(later.ours[0], language)
            is_date = one.ours[0].is_counted != later.ours[0].is_counted
            if one.place > later.place and ((one, later) not in neighbours or (is_alike and not is_date)):
                return False
    return True


def _is_told(parts: Sequence[_Block], language: str) -> bool:
    """Whether what may be anybody's part keeps its order, but for one verb."""
    if _is_rising(parts):
        return True
    if language.split("-")[0] in _FIXED_VERBS:
        return False
    for index, part in enumerate(parts):
        rest = [*parts[:index], *parts[index + 1 :]]
        if _is_verb(part, language) and (_is_rising(rest) or _is_told_by_endings(rest, language)):
            return True
    return False


def _is_rising(parts: Sequence[_Block]) -> bool:
    return all(one.place < other.place for one, other in pairwise(parts))


def _is_verb(block: _Block, language: str) -> bool:
    """Whether a stretch may be a verb alone, or with a stretch behind it that a preposition begins."""
    first, *rest = block.ours
    is_small = first.is_small or block.theirs[0].is_small
    return is_small and not _prepositions(first, language) and (not rest or bool(_prepositions(rest[0], language)))


def _is_told_by_endings(rest: Sequence[_Block], language: str) -> bool:
    """Whether two parts that changed places are told apart by their endings, and one alone has a number in it.

    The second is for nouns whose endings tell nothing: "Kelmet pozwał Norvex" means something else the other way round.
    """
    if language.split("-")[0] not in CASES or len(rest) != 2:
        return False
    return len({any(word.is_counted for word in block.ours) for block in rest}) == 2


def _are_clauses(blocks: Sequence[_Block], language: str) -> bool:
    """Whether two clauses changed places around a comma or a word like "as"."""
    if len(blocks) != 2:
        return False
    links = particles(language).links
    boundaries = (blocks[1].ours[0], blocks[0].theirs[0])
    return all(word.is_after_mark or not links.isdisjoint(word.gap) for word in boundaries)


def _inverted(blocks: Sequence[_Block]) -> list[tuple[_Block, _Block]]:
    """Neighbours that stand the other way round in the other headline, and are neighbours there."""
    return [(one, other) for one, other in pairwise(blocks) if other.place + len(other.ours) == one.place]


def _is_owner(one: _Block, other: _Block, language: str) -> bool:
    """Whether two stretches say in both ways what belongs to what: "Tarquay harbour", "harbour of Tarquay"."""
    if max(len(one.ours), len(other.ours)) > _LONGEST_OWNER:
        return False
    before, after = _prepositions(other.ours[0], language), _prepositions(one.theirs[0], language)
    if _prepositions(one.ours[0], language) != _prepositions(other.theirs[0], language):
        return False
    neutral = particles(language).neutral
    if language.startswith("en"):
        return bool(before) != bool(after) and set(before or after) <= neutral
    is_genitive = any(block.ours[-1].key.endswith("s") for block in (one, other))
    return language.startswith("de") and not before and not after and is_genitive


def _small_words(block: _Block, is_owner: bool, language: str) -> str:
    """Which of the small words in a stretch forbids; where it was moved, only articles may differ before it."""
    for index, (our, their) in enumerate(zip(block.ours, block.theirs, strict=True)):
        if index == 0 and is_owner:
            continue
        if why := gap_forbids(our, their, language, is_moved=index == 0):
            return why
        if index == 0 and not _is_alike(_prepositions(our, language), _prepositions(their, language), language):
            return ANOTHER_ORDER
    return ""


def is_governed(our: Carrying, their: Carrying, language: str) -> bool:
    """Whether prepositions that mean the same stand before a word in both: it is nobody's part, whatever its case."""
    ours, theirs = _prepositions(our, language), _prepositions(their, language)
    return bool(ours) and _is_alike(ours, theirs, language)


def _is_alike(ours: tuple[str, ...], theirs: tuple[str, ...], language: str) -> bool:
    """Whether the same prepositions stand before a word, or a strict one and one that means the same."""
    small = particles(language)
    stand_ins = (
        one == other or (not {one, other} <= small.neutral and any({one, other} <= row for row in small.alike))
        for one, other in zip(ours, theirs, strict=False)
    )
    return len(ours) == len(theirs) and all(stand_ins)


def gap_forbids(our: Carrying, their: Carrying, language: str, *, is_moved: bool = False) -> str:
    """Which of the small words before two words that agree forbids; "" where none does.

    A stretch that was moved may have gained or lost what ties it to its neighbour: "as", "and".
    """
    if our.gap == their.gap:
        return ""
    small = particles(language)
    passing = small.neutral | small.links if is_moved else small.neutral
    if our.key[:1].isdigit() and all(_prepositions(word, language) for word in (our, their)):
        passing = small.neutral - small.prepositions  # "to 6 %" and "by 6 %"
    for gap, against in ((our.gap, their.gap), (their.gap, our.gap)):
        for word in gap:
            is_by = word == "by" and our.key[:1].isdigit()  # "grows by 2 %", "grows 2 %"
            if word in against or is_by or (word in passing and _FROM.get(word, frozenset()).isdisjoint(against)):
                continue
            alike = ALIKE_BEFORE_NUMBERS if our.key[:1].isdigit() else small.alike
            is_verb = our.is_small and their.is_small
            rows = [row for row in alike if is_verb or not row >= _FUTURE]
            if not any({word, stand_in} <= row for row in rows for stand_in in against):
                ours, theirs = ([one for one in gap if one not in passing] for gap in (our.gap, their.gap))
                return difference(
                    [one for one in ours if one not in theirs], [one for one in theirs if one not in ours]
                )
    return ""


def difference(more: Sequence[str], less: Sequence[str]) -> str:
    """What one headline says that the other does not, in words."""
    ours, theirs = (", ".join(f'"{word}"' for word in words) for words in (more, less))
    if more and less:
        return f"it says {ours} where the other says {theirs}"
    return f"it says {ours}, and the other does not" if more else f"the other says {theirs}, and it does not"
