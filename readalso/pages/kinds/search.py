"""Search without a server: the page with the box, and an index in small files of which a query needs a few.

`/search/index.json` names the lists, and a list the parts, in their order: of thousands of parts a query needs to know
those around its words. A part has all words that begin alike, each with the places of the briefings it
stands in; the address of a topic, person and so on is a word too, which makes the filters. A place is a block and a
number in it, and a block has what the results show of a day's briefings. A place says nothing of the headline, and a
part holds what begins alike: so a briefing that changes changes its block and the parts of the words that it gained or
lost. See docs/decisions/search.md for the sizes.

Places are written newest first, each block once: the day, of the first one its number in base 36 and of the next ones
how many days earlier it is; "-" and the part of a crowded day; then "." and a number for each briefing. So "fuxi-2.1
0-3.0.4 1.2" are the places fuxi-2.1, fuxi-3.0, fuxi-3.4 and fuxh.2. That is half of what they take one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from readalso.library.library import Entry
from readalso.pages.page import Page
from readalso.pages.shelf import Shelf
from readalso.pages.views import Label, Notice, SearchBlock, SearchIndex, SearchPage, SearchPart, SearchWord
from readalso.words import digest

PART = 800
"""Places in a part, about; one that outgrows it is split by the next letter."""
LIST = 100
"""Parts in a list, about."""
DEEPEST = 24
"""Letters of a part's name."""
BLOCK = 6
"""Briefings in a block, about; a day with more has several."""
COMMON = 1_000
"""Briefings from which on a word is too common to tell them apart; the newest of them are kept."""
OFFERED = 60
"""Names of a kind that the page offers to choose from."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def pages(shelf: Shelf) -> Iterator[Page]:
    """ "/search/", and the index below it."""
    if shelf.settings.search == "off":
        return
    entries = shelf.library.public
    blocks = _blocks(entries)
    parts = _parts(_words(shelf, entries, _Places(blocks)))
    yield Page("/search/", "search.html", SearchPage("/search/", "", _offered(shelf)))
    yield Page("/search/search.js", "search.js", Notice("/search/search.js", ""), is_listed=False)
    lists = _lists(parts)
    index = SearchIndex("/search/index.json", "", tuple(lists))
    yield Page(index.url, "search-index.json", index, is_listed=False)
    for start, prefixes in lists.items():
        view = SearchIndex(f"/search/parts/{_name(start)}.json", start, tuple(prefixes))
        yield Page(view.url, "search-index.json", view, is_listed=False)
    for prefix, words in parts.items():
        url = f"/search/words/{_name(prefix)}.json"
        yield Page(url, "search-part.json", SearchPart(url, prefix, words), is_listed=False)
    for name, some in blocks.items():
        url = f"/search/blocks/{name}.json"
        block = SearchBlock(url, "", tuple(shelf.cards[entry.id] for entry in some))
        yield Page(url, "search-block.json", block, is_listed=False)


def _blocks(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The briefings of each day, or of a part of a crowded one, by the block's name."""
    days = Counter(_day(entry) for entry in entries)
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        day = _day(entry)
        found.setdefault(_block(day, days[day], entry.id), []).append(entry)
    return {name: sorted(found[name], key=lambda entry: entry.id) for name in sorted(found)}


def _block(day: int, count: int, id: str) -> str:
    """A day's number in base 36, "0" for undated ones; behind it the part of a crowded day, by the id's fingerprint."""
    parts = 1
    while count > BLOCK * parts:
        parts *= 2
    return _number(day) + (f"-{int(digest(id)[:8], 16) % parts:x}" if parts > 1 else "")


def _day(entry: Entry) -> int:
    return entry.day.toordinal() if entry.day else 0


@lru_cache(10_000)
def _number(value: int) -> str:
    """A whole number in base 36."""
    text = ""
    while value >= 36:
        value, digit = divmod(value, 36)
        text = _DIGITS[digit] + text
    return _DIGITS[value] + text


class _Places:
    """Where each briefing stands in the blocks, and how places are written."""

    def __init__(self, blocks: Mapping[str, Sequence[Entry]]) -> None:
        names = sorted(blocks, key=lambda name: (-_day(blocks[name][0]), name))
        self._blocks = [(_day(blocks[name][0]), name, name.lstrip(_DIGITS)) for name in names]
        rows = [(block, number, entry) for block, name in enumerate(names) for number, entry in enumerate(blocks[name])]
        self._spots = [(block, f".{_number(number)}") for block, number, _ in rows]
        self.of = {entry.id: rank for rank, (_, _, entry) in enumerate(rows)}
        """A briefing's id -> its place in the order in which places are written."""

    def written(self, ranks: Iterable[int]) -> str:
        """The places of that rank, as the index has them."""
        text = ""
        known, before = -1, 0
        for rank in sorted(ranks):
            block, number = self._spots[rank]
            if block != known:
                day, name, part = self._blocks[block]
                text += f" {_number(before - day)}{part}" if text else name
                known, before = block, day
            text += number
        return text


def _words(shelf: Shelf, entries: Sequence[Entry], places: _Places) -> dict[str, SearchWord]:
    """Each word with its places."""
    titles: defaultdict[str, list[int]] = defaultdict(list)
    others: defaultdict[str, list[int]] = defaultdict(list)
    with_text = shelf.settings.search == "text"
    for entry in entries:
        place, known = places.of[entry.id], entry.facts.vocabulary
        for word in known.title.split():
            titles[word].append(place)
        rest = f"{known.names} {known.summary} {known.text}" if with_text else f"{known.names} {known.summary}"
        for word in rest.split():
            others[word].append(place)
    for terms in shelf.library.terms.values():
        for term in filter(attrgetter("url"), terms.values()):
            others[term.url] = [places.of[id] for id in term.ids if id in places.of]
    words = sorted({*titles, *others})
    return {word: _word(word, titles.get(word, ()), others.get(word, ()), places) for word in words}


def _word(word: str, titles: Sequence[int], others: Sequence[int], places: _Places) -> SearchWord:
    is_common = len(titles) + len(others) > COMMON and not word.startswith("/")
    most = COMMON // 4 if is_common else None
    return SearchWord(word, places.written(titles[:most]), places.written(others[:most]), is_common)


def _parts(words: Mapping[str, SearchWord]) -> dict[str, tuple[SearchWord, ...]]:
    """The words by what they begin with: one letter, or more where there are many."""
    found: dict[str, tuple[SearchWord, ...]] = {}
    waiting = [("", tuple(words.values()))]
    while waiting:
        prefix, some = waiting.pop()
        size = sum(len(word.titles) + len(word.others) for word in some)
        if prefix and (size <= PART * 8 or len(some) == 1 or len(prefix) == DEEPEST):
            found[prefix] = some
            continue
        for start, group in groupby(some, key=lambda word: word.word[: len(prefix) + 1]):
            if start == prefix:
                found[prefix] = tuple(group)  # the word that is no longer than what they all begin with
            else:
                waiting.append((start, tuple(group)))
    return {prefix: found[prefix] for prefix in sorted(found)}


def _lists(prefixes: Iterable[str]) -> dict[str, list[str]]:
    """The beginnings of parts in the order in which a script compares them, by the first one of each list.

    Where a list ends is told by the next one's fingerprint, so that a part that comes or goes changes one list.
    """
    found: dict[str, list[str]] = {}
    some: list[str] = []
    for prefix in sorted(prefixes, key=lambda text: text.encode("utf-16-be")):
        if not some or int(digest(prefix)[:8], 16) % LIST == 0:
            some = found[prefix] = []
        some.append(prefix)
    return found


def _name(prefix: str) -> str:
    """What a file is called after what stands in it: the letters' numbers."""
    return "-".join(f"{ord(char):x}" for char in prefix)


def _offered(shelf: Shelf) -> tuple[tuple[str, tuple[Label, ...]], ...]:
    """The names of each kind that most briefings have, by name."""
    rows = []
    for kind, terms in shelf.library.terms.items():
        busiest = sorted(terms.values(), key=lambda term: (-len(term.ids), term.name))[:OFFERED]
        labels = sorted((Label(term.name, term.url) for term in busiest), key=lambda label: (label.name, label.url))
        if labels and shelf.settings.has(kind):
            rows.append((kind, tuple(labels)))
    return tuple(rows)
