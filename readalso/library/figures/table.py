"""What a language calls numbers, months, units and money, and which words it shortens: one YAML file a language.

Each row is `what it is: words for it`, divided by spaces; words of two parts are joined by "_". In a file

* `decimal` is the mark before a fraction; the other of point and comma divides thousands;
* `cardinals` may be made into longer ones, as "forty five", by `joiners` ("two hundred and five"), by a `prefix` of the
  second, or written as one word around a `compound` ("fünfundvierzig"); those of `within` count only inside of these;
* `oblique` are the cardinals in cases in which what is counted does nothing; `ordinals` take the `ordinal_endings`, and
  their digits one of the `suffixes`;
* `counting` are cardinals as they begin an adjective that goes on with one of `counted` ("zweitägig", "2-tägig");
* `money_scales` are letters that mean a scale before or behind a currency only ("$5m"; elsewhere that is 5 metres);
* `months` stand in their order, each with its other forms and what it is shortened to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from readalso import files
from readalso.library.letters import letters
from readalso.yamltext import Value, read

_FOLDER = Path(__file__).parent
_SHORT_MONTH = 4
"""Letters of a month's name that may also be another word, and so need a point or a number beside them."""

ROMANS = {
    numeral: value
    for value, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv".split(), 1
    )
    if len(numeral) > 1
}
"""Ordinals; a letter alone may be anything."""


@dataclass(frozen=True, slots=True)
class Table:
    """The words of one language; all folded."""

    decimal: str = ""
    """The mark before a fraction; "" where it is not known."""
    cardinals: dict[str, int] = field(default_factory=dict)
    oblique: frozenset[str] = frozenset()
    """Those of the cardinals whose case tells that something is done to what they count."""
    within: dict[str, int] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    prefix: str = ""
    ordinals: dict[str, int] = field(default_factory=dict)
    is_inflected: bool = False
    """Whether the endings of numerals tell who does something."""
    suffixes: frozenset[str] = frozenset()
    counting: dict[str, int] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    scales: dict[str, int] = field(default_factory=dict)
    money_scales: dict[str, int] = field(default_factory=dict)
    months: dict[str, str] = field(default_factory=dict)
    short_months: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    signals: frozenset[str] = frozenset()
    """Words without which a headline has nothing to read here, unless it has a digit."""


def fold(word: str) -> str:
    """A word as it is compared."""
    return letters(word.replace("_", " "))


@cache
def table(language: str) -> Table:
    """The words of a language tag such as "de-AT"; none for a language that has no file."""
    code = language.split("-")[0]
    path = _FOLDER / f"{code}.yml"
    if not code.isalpha() or not path.exists():
        return Table()
    rows = read(files.read_text(path), path.name).value
    cardinals = _numbers(rows, "cardinals")
    oblique = _numbers(rows, "oblique")
    ordinals = _numbers(rows, "ordinals")
    if endings := _text(rows, "ordinal_endings"):
        ordinals = {stem + ending: value for stem, value in ordinals.items() for ending in map(fold, endings.split())}
    if joint := _text(rows, "compound"):
        cardinals = {**_compounds(cardinals, joint), **cardinals}
    months, short_months = _months(_text(rows, "months"))
    abbreviations = _names(rows, "abbreviations")
    return Table(
        _text(rows, "decimal"),
        {**cardinals, **oblique},
        frozenset(oblique),
        _numbers(rows, "within"),
        frozenset(map(fold, _text(rows, "joiners").split())),
        _text(rows, "prefix"),
        ordinals,
        bool(oblique),
        frozenset(map(fold, _text(rows, "suffixes").split())),
        _numbers(rows, "counting"),
        tuple(map(fold, _text(rows, "counted").split())),
        _numbers(rows, "scales"),
        _numbers(rows, "money_scales"),
        months,
        short_months,
        _names(rows, "units"),
        _names(rows, "currencies"),
        abbreviations,
        frozenset(
            (
                *ROMANS,
                *cardinals,
                *oblique,
                *ordinals,
                *months,
                *short_months,
                *(word.split()[0] for word in abbreviations),
            )
        ),
    )


def _text(rows: dict[str, Value], key: str) -> str:
    value = rows.get(key)
    return value if isinstance(value, str) else ""


def _pairs(rows: dict[str, Value], key: str) -> Iterator[tuple[str, str]]:
    """What it is, and a word for it."""
    value = rows.get(key)
    for name, words in value.items() if isinstance(value, dict) else ():
        yield from ((name, fold(word)) for word in str(words).split())


def _numbers(rows: dict[str, Value], key: str) -> dict[str, int]:
    return {word: int(name) for name, word in _pairs(rows, key)}


def _names(rows: dict[str, Value], key: str) -> dict[str, str]:
    """Word -> what it is, which is a word for itself as well."""
    names = {word: fold(name) for name, word in _pairs(rows, key)}
    return {**names, **{name: name for name in names.values()}}


def _months(rows: str) -> tuple[dict[str, str], dict[str, str]]:
    """Word -> month: the names, and what they are shortened to."""
    named: dict[str, str] = {}
    short: dict[str, str] = {}
    for row in rows.split():
        first, *others = map(fold, row.split("/"))
        named[first] = first
        for word in others:
            is_short = len(word) <= _SHORT_MONTH and first.startswith(word[:2]) and word.isalpha() and word < "\u0600"
            (short if is_short else named)[word] = first
    return named, short


def _compounds(cardinals: dict[str, int], joint: str) -> dict[str, int]:
    """The numbers up to 999 and the thousands up to 99,000 as German writes them, in one word."""
    words = {value: word for word, value in cardinals.items()}
    one = {**words, 1: "ein"}
    for unit in range(1, 10):
        for ten in range(20, 100, 10):
            words[ten + unit] = one[unit] + joint + words[ten]
    small = dict(words)
    for count in range(1, 10):
        hundred = one[count] + "hundert"
        words[100 * count] = hundred
        words.update({100 * count + value: hundred + word for value, word in small.items()})
    words.update({1000 * value: word + "tausend" for value, word in small.items()})
    return {word: value for value, word in words.items()}
