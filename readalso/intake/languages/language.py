"""One language as its YAML file describes it, loaded when first asked for."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from readalso import files
from readalso.fields import Fields
from readalso.yamltext import Document, Value, read

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language that an intake acts on. Each field but `code` is a key of the language's file."""

    code: str
    """Its tag, "uk"; the name of its file."""
    name: str
    """What its speakers call it."""
    script: str
    """latin or cyrillic."""
    labels: tuple[str, ...]
    """What stands before the headline of another article: "Read also"."""
    function_words: frozenset[str]
    """Small words that are frequent in any text of the language, in lower case."""
    background_heading: str
    """The heading put above the background at a text's end."""
    background: tuple[str, ...]
    """How a paragraph of background begins: "As reported"."""
    said: tuple[str, ...]
    """Verbs of saying that may stand on either side of their speaker."""
    said_feminine: tuple[str, ...]
    """Those whose form says that the speaker is a woman."""
    told: tuple[str, ...]
    """Verbs of saying whose speaker always stands before them."""
    according: tuple[str, ...]
    """What stands before a speaker in place of a verb: "according to"."""
    pronouns_masculine: tuple[str, ...]
    """He."""
    pronouns_feminine: tuple[str, ...]
    """She."""
    pronouns_other: tuple[str, ...]
    """They."""
    articles: tuple[str, ...]
    """What stands before a noun: "the"."""
    inversions: tuple[tuple[str, ...], ...]
    """Pairs (regular expression, replacement) that put an inverted phrase into the order of a plain sentence."""
    roles: dict[str, tuple[str, ...]]
    """An office -> the other words that mean its holder: president -> head of state."""
    feminine_roles: frozenset[str]
    """The offices whose word says that the holder is a woman."""
    role_complement: str
    """A regular expression of what may stand between an office and its holder; {word} is a capitalised word."""
    honorifics: tuple[str, ...]
    """What stands before a surname: "Mr"."""
    particles: tuple[str, ...]
    """Small words inside a person's name: "van"."""
    reports: tuple[str, ...]
    """Regular expressions of how a text names its source, with {} for the name."""
    agency_words: frozenset[str]
    """Words in the name of an agency."""
    organisation_endings: frozenset[str]
    """The last word of an organisation's name: "Authority"."""
    organisation_openings: tuple[str, ...]
    """Its first words: "Ministry of"."""
    organisation_links: tuple[str, ...]
    """Small words inside it."""
    acronyms: frozenset[str]
    """Organisations known to everybody by their initials."""
    place_openings: tuple[str, ...]
    """Prepositions of place; empty where they inflect what follows."""
    place_followers: frozenset[str]
    """Words that may follow a place; any other forbids it ("in Russian waters")."""
    territory_endings: tuple[tuple[str, ...], ...]
    """A country's ending in the nominative, then its other endings."""
    place_endings: tuple[str, ...]
    """How a place ends where it stands between an office and a name."""
    not_places: frozenset[str]
    """Capitalised words that follow a preposition of place without being places."""
    not_names: frozenset[str]
    """Capitalised words that begin sentences, or are days, and no part of a name."""
    months: dict[str, int]
    """The words for months, as they stand in dates -> 1 to 12."""
    published: tuple[str, ...]
    """How a line that states the time of publication begins."""
    updated: tuple[str, ...]
    """How a line that states a later change begins."""
    byline: tuple[str, ...]
    """How a line that names the author begins."""
    source: tuple[str, ...]
    """How a line that names the source begins."""
    spans: dict[str, int]
    """A stretch of a year that is spoken of as past -> its last month."""
    leaning: frozenset[str]
    """First words, in lower case, of sentences that lean on the one before."""
    future: tuple[str, ...]
    """Words that make a sentence speak of what is still to come."""
    quotation_marks: tuple[str, ...]
    """Pairs of opening and closing mark."""
    wire_notes: tuple[str, ...]
    """How a wire's note to its editors begins, in brackets above the text: "(Adds detail)"."""
    end_marks: frozenset[str]
    """Paragraphs that only say that the text ends."""


@cache
def codes() -> tuple[str, ...]:
    """The tags of the languages known, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


@cache
def language(code: str) -> Language:
    """The language of a tag ("pt-BR" is "pt"); English words serve where the language is not known."""
    primary = code.partition("-")[0].casefold()
    name = primary if primary in codes() else "en"
    return _typed(name, read(_text(name), f"{name}.yml"))


@cache
def labels() -> tuple[str, ...]:
    """Every language's labels, sorted. Of each file only the head is read, since each build asks for them."""
    heads = (read(_text(code).partition("\n\n")[0], f"{code}.yml") for code in codes())
    return tuple(sorted({label for head in heads for label in Fields(head).texts("labels")}))


def _text(code: str) -> str:
    return files.read_text(_FOLDER / f"{code}.yml")


def _typed(code: str, document: Document) -> Language:
    """Each key in the shape that its field declares; a key that is missing or unknown is a `TypeError`."""
    shapes = {item.name: _SHAPES[item.type] for item in fields(Language)}
    values = {key: shapes[key](value) for key, value in document.value.items()}
    return Language(code=code, **values)  # type: ignore[arg-type]  # the table above gives each its type


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _rows(value: Value) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_texts, value)) if isinstance(value, list) else ()


def _table(value: Value) -> dict[str, tuple[str, ...]]:
    """In lower case, since texts write "head of State" as they like."""
    folded = {key.casefold(): item for key, item in value.items()} if isinstance(value, dict) else {}
    return {key: tuple(text.casefold() for text in _texts(item)) for key, item in folded.items()}


def _numbers(value: Value) -> dict[str, int]:
    return {key: item for key, item in value.items() if isinstance(item, int)} if isinstance(value, dict) else {}


_SHAPES: dict[object, Callable[[Value], object]] = {
    str: str,
    tuple[str, ...]: _texts,
    tuple[tuple[str, ...], ...]: _rows,
    frozenset[str]: lambda value: frozenset(_texts(value)),
    dict[str, tuple[str, ...]]: _table,
    dict[str, int]: _numbers,
}
"""How a key is read, by its field's type."""
