"""Which briefing a headline means.

The ladder is tried from its top, and the first rung on which anything answers decides; `RUNGS` says what each asks.
The desk's own word stands above it: see `links`.

Trimmed, cut and near are asked of briefings in the reference's own language only. Of several that answer on one rung,
those that are no later than the text that refers come first; then the one that stands where the source says. One answer
is a match; two have equal claim, and then nothing is: a resolved reference is never a guess.
"""

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from itertools import combinations, islice, product

from msgspec import Struct

from readalso.briefing.facts import Outline, Trimmed
from readalso.library import near, toll
from readalso.library.letters import letters
from readalso.library.near import Usage, Word
from readalso.library.originals import canonical
from readalso.library.outlines import outline
from readalso.library.statements import Statement, statements
from readalso.library.trim import trim
from readalso.words import headline_key

LEAST_OF_A_CUT = 4
"""Words that a headline cut short has to keep, to be found by its beginning."""
MOST_RARE = 5
"""Of the rarest words of a headline, those by which others like it are looked for."""
MOST_COMMON = 2_000
"""Headlines that have a word, beyond which it tells too little to look by it."""
FEW = 50
"""Headlines that have a word, up to which each of them is looked at for likeness."""
FEWEST_WORDS = 3
"""Carrying words without which a headline is not looked for by its words."""


class Rung(Struct, frozen=True):
    """One way to find the briefing that a headline means."""

    score: float
    """How sure it is, from 0 to 1: 1 where there is nothing to judge."""
    question: str
    """What it looks for, in a few words."""
    reason: str
    """Why a briefing was found on it, as the end of "it was found because …"."""


RUNGS = {
    "pinned": Rung(1.0, "said by the desk", "the desk says so in content/_desk/links.yml"),
    "exact": Rung(1.0, "the same to the letter", "its headline is the same to the letter"),
    "folded": Rung(
        0.99,
        "the same but for capitals, quotation marks, dashes and spaces",
        "its headline is the same but for capitals, quotation marks, dashes or spaces",
    ),
    "alias": Rung(0.98, "another headline of a briefing", "that is another headline of it (aliases)"),
    "trimmed": Rung(
        0.95,
        "the same without tags in front, a speaker or a site behind",
        "its headline is the same without tags in front, a speaker or a site behind",
    ),
    "cut": Rung(0.9, "the beginning, where it ends in an ellipsis", "its headline begins so"),
    "address": Rung(
        0.97, "the address that the source gives", "it stands, or stood, at the address that the source gives"
    ),
    "near": Rung(
        0.85,
        "the same said in other forms, small words or order",
        "its headline says the same, and no number, date, name or denial differs",
    ),
}
"""The ladder, from its top; "pinned" is the desk's own."""


class Known(Struct, frozen=True):
    """A briefing as the ladder knows it."""

    id: str
    headline: str
    aliases: tuple[str, ...] = ()
    """Its other headlines."""
    language: str = ""
    day: date | None = None
    """When it was published; None where nobody stated it."""
    originals: tuple[str, ...] = ()
    """The addresses at which it stands or stood, here and at its source, as they are written."""
    outlines: tuple[Outline, ...] = ()
    """Of its headline, then of its aliases; worked out here where there are none."""


class Answer(Struct, frozen=True):
    """What the ladder says of one headline."""

    ids: tuple[str, ...]
    """The briefings with a claim, sorted; none, one, or several of equal claim."""
    how: str = ""
    """The rung that answered."""


class Refusal(Struct, frozen=True):
    """A briefing whose headline is like the one asked for, and is not it."""

    id: str
    why: str
    """Which word forbids it."""


class Headlines:
    """An index of headlines. The lower rungs are built when the first headline gets down to them."""

    def __init__(self, known: Iterable[Known], names: Iterable[str] = ()) -> None:
        """`names` are those of people, organisations and places, whose letters are never misspelt."""
        self._names = frozenset(key for name in frozenset(names) for key in letters(name).split())
        self._known = {one.id: one for one in sorted(known, key=lambda one: one.id)}
        self._words: dict[str, tuple[Word, ...]] = {}

    def __contains__(self, id: str) -> bool:
        return id in self._known

    def find(self, headline: str, asker: Known, href: str = "", without: Container[str] = ()) -> Answer:
        """The briefings that `headline` may mean in a text by `asker`, which nothing makes refer to itself.

        `href` is where the source says that the article stands; the briefings of `without` are not meant.
        """
        if not self._known:
            return Answer(())
        for step in self._climb(headline, asker, href, without):
            ids = self._preferred(step.ids, asker)
            if len(ids) > 1 and (standing := set(ids) & set(self._ask_address(href))):
                ids = tuple(sorted(standing))
            if ids:
                return Answer(ids, step.how)
        return Answer(())

    def steps(self, headline: str, asker: Known, href: str = "", without: Container[str] = ()) -> tuple[Answer, ...]:
        """Each rung down to the one that decides, with all that answer on it."""
        found = []
        for step in self._climb(headline, asker, href, without):
            found.append(step)
            if step.ids:
                break
        return tuple(found)

    def _climb(self, headline: str, asker: Known, href: str, without: Container[str]) -> Iterator[Answer]:
        """The rungs, each with the others that answer on it, sorted."""
        for how, ask in self._rungs(href).items():
            ids = {id for id in ask(headline, asker) if id != asker.id and id not in without}
            yield Answer(tuple(sorted(ids)), how)

    def refusals(self, headline: str, asker: Known, most: int = 3) -> tuple[Refusal, ...]:
        """The headlines most like one that has no answer, and what forbids each; at least half their words agree."""
        asked = trim(headline)
        rows: list[tuple[float, str, str]] = []
        for language in sorted(self._postings):
            words = near.carrying(asked.text, language)
            for shared, title in self._liking(words, language, asker.id):
                is_ours = language == asker.language
                why = self._forbids(asked, words, title, language) if is_ours else "it is in another language"
                rows.append((-shared, title, why))
        best = {_id(title): why for _, title, why in sorted(rows, reverse=True) if why}
        return tuple(islice((Refusal(id, why) for id, why in reversed(best.items())), most))

    def _liking(self, words: tuple[Word, ...], language: str, asker: str) -> Iterator[tuple[float, str]]:
        """The headlines of a language of whose words at least half agree, and how many do."""
        keys = {word.key for word in words}
        for title in self._like(words, language):
            others = self._titles[title].words
            shared = len(keys.intersection(others)) / max(1, len(keys), len(others))
            if shared >= 0.5 and _id(title) != asker:
                yield shared, title

    def _like(self, words: tuple[Word, ...], language: str) -> set[str]:
        """The headlines that have two of the rarest words, or one that few have."""
        few = [ids for ids in self._rarest(words, language) if len(ids) <= FEW]
        return set(self._sharing(words, language)).union(*few)

    def _rungs(self, href: str) -> Mapping[str, Callable[[str, Known], Iterable[str]]]:
        return {
            "exact": lambda headline, asker: self._exact.get(headline, ()),
            "folded": lambda headline, asker: self._folded.get(headline_key(headline), ()),
            "alias": lambda headline, asker: self._aliases.get(headline_key(headline), ()),
            "trimmed": self._ask_trimmed,
            "cut": self._ask_cut,
            **({"address": lambda headline, asker: self._ask_address(href)} if href else {}),
            "near": self._ask_near,
        }

    def _preferred(self, found: tuple[str, ...], asker: Known) -> tuple[str, ...]:
        """Those no later than the text that asks, if there are any; a wire refers back rather than ahead."""
        if len(found) < 2 or asker.day is None:
            return found
        days = {id: self._known[id].day for id in found}
        return tuple(id for id, day in days.items() if day is not None and day <= asker.day) or found

    def _ask_trimmed(self, headline: str, asker: Known) -> Iterable[str]:
        """Equal cores; of two speakers or sites after them, both have to be the same."""
        asked = trim(headline)
        found = () if asked.is_cut else self._cores.get(asked.core, [])
        return (id for id in found if self._is_ours(id, asker) and _agree(asked, self._titles[id].trimmed))

    def _ask_cut(self, headline: str, asker: Known) -> Iterable[str]:
        """Cores that begin as a headline does that was cut short; the cut may be inside a word."""
        asked = trim(headline)
        if not asked.is_cut or len(asked.core.split()) < LEAST_OF_A_CUT:
            return
        for core in self._sorted_cores[bisect_left(self._sorted_cores, asked.core) :]:
            if not core.startswith(asked.core):
                return
            yield from (id for id in self._cores[core] if self._is_ours(id, asker))

    def _ask_address(self, href: str) -> Iterable[str]:
        """Those that stand or stood at an address."""
        return self._originals.get(canonical(href), ()) if href else ()

    def _ask_near(self, headline: str, asker: Known) -> Iterable[str]:
        """Headlines that say the same in other forms, small words or order."""
        asked = trim(headline)
        words = near.carrying(asked.text, asker.language)
        keys = tuple(word.key for word in words)
        is_statement = bool(_statements(asked, asker.language))
        for title in self._sharing(words, asker.language) if len(words) >= FEWEST_WORDS else ():
            if not is_statement and not near.may_agree(keys, self._titles[title].words):
                continue
            if not self._forbids(asked, words, title, asker.language):
                yield _id(title)

    def _forbids(self, asked: Trimmed, words: tuple[Word, ...], title: str, language: str) -> str:
        """Why a headline does not say what a `title` says; "" where it does."""
        other, others = self._titles[title].trimmed, self._words_of(title)
        if not _agree(asked, other):
            return f'it ends in "{asked.tail}" where the other ends in "{other.tail}"'
        if _is_question(asked) != _is_question(other):
            return "one of the two is a question"
        usage = self._usages.get(language, Usage())
        why = near.forbids(words, others, usage, language) or toll.forbids(words, others, language)
        ours = _statements(asked, language)
        told = tuple(product(ours, _statements(other, language) if ours else ()))
        pairs = [(our, their) for our, their in told if near.are_same_speaker(our, their, language)]
        for our, their in told if not why and not pairs else ():
            if near.is_other_speaker(our.speaker, their.speaker, usage, language):
                return f'it is said by "{our.speaker}", and the other by "{their.speaker}"'
        for our, their in pairs if why else ():
            said, others = (near.carrying(one.said, language) for one in (our, their))
            if len(said) > 1 and not near.forbids(said, others, usage, language):
                return ""
        return why

    def _is_ours(self, id: str, asker: Known) -> bool:
        return self._known[id].language == asker.language

    def _rarest(self, words: tuple[Word, ...], language: str) -> list[set[str]]:
        """For each of the rarest words that any headline has, the headlines that have it; the rarest word first."""
        postings = self._postings.get(language, {})
        keys = {word.key for word in words} & postings.keys()
        return [postings[key] for key in sorted(keys, key=lambda key: (len(postings[key]), key))[:MOST_RARE]]

    def _sharing(self, words: tuple[Word, ...], language: str) -> list[str]:
        """The headlines that have two of the rarest words."""
        rarest = [ids for ids in self._rarest(words, language) if len(ids) <= MOST_COMMON]
        return sorted({id for one, other in combinations(rarest, 2) for id in one & other})

    @cached_property
    def _exact(self) -> dict[str, list[str]]:
        return _by((one.headline, one.id) for one in self._known.values())

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        return _by((self._titles[id].key, id) for id in self._known)

    @cached_property
    def _aliases(self) -> dict[str, list[str]]:
        return _by((one.key, _id(title)) for title, one in self._titles.items() if title not in self._known)

    @cached_property
    def _originals(self) -> dict[str, list[str]]:
        return _by(
            (url, one.id) for one in self._known.values() for url in dict.fromkeys(map(canonical, one.originals))
        )

    @cached_property
    def _titles(self) -> dict[str, Outline]:
        """All that briefings are called: an id -> its headline, and the id on a line with a number -> an alias."""
        found: dict[str, Outline] = {}
        for id, one in self._known.items():
            found[id], *others = one.outlines or (outline(said, one.language) for said in (one.headline, *one.aliases))
            for number, alias in enumerate(others):
                found[f"{id}\n{number}"] = alias
        return found

    @cached_property
    def _cores(self) -> dict[str, list[str]]:
        return _by((one.trimmed.core, _id(title)) for title, one in self._titles.items())

    @cached_property
    def _sorted_cores(self) -> list[str]:
        return sorted(self._cores)

    def _words_of(self, title: str) -> tuple[Word, ...]:
        """The words of a title; most titles are never asked for theirs."""
        found = self._words.get(title)
        if found is None:
            language = self._known[_id(title)].language
            found = self._words[title] = near.carrying(self._titles[title].trimmed.text, language)
        return found

    @cached_property
    def _postings(self) -> dict[str, dict[str, set[str]]]:
        """Language -> carrying word -> the titles that have it."""
        found: dict[str, dict[str, set[str]]] = {}
        for title, one in self._titles.items():
            postings = found.setdefault(self._known[_id(title)].language, {})
            for word in one.words:
                postings.setdefault(word, set()).add(title)
        return found

    @cached_property
    def _usages(self) -> dict[str, Usage]:
        """Language -> how its headlines write their words."""
        rows: dict[str, list[Outline]] = {}
        for title, one in self._titles.items():
            rows.setdefault(self._known[_id(title)].language, []).append(one)
        return {language: near.usage(row, self._names) for language, row in rows.items()}


def _id(title: str) -> str:
    """The briefing that has a title."""
    return title.partition("\n")[0]


@lru_cache(maxsize=1024)
def _statements(headline: Trimmed, language: str) -> tuple[Statement, ...]:
    """Who says what, where a headline tells it in front or behind."""
    if headline.tail:
        return (Statement(headline.tail, headline.text),)
    return statements(headline.text, language)


def _is_question(headline: Trimmed) -> bool:
    return headline.text.rstrip(" \"'»”").endswith(("?", "？", "؟"))


def _agree(one: Trimmed, other: Trimmed) -> bool:
    """Whether two headlines name the same speaker or site, or one of them names none."""
    return not one.tail or not other.tail or one.tail == other.tail


def _by(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Key -> ids; no headline answers to ""."""
    found: dict[str, list[str]] = {}
    for key, id in pairs:
        if key:
            found.setdefault(key, []).append(id)
    return found
