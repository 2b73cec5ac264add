"""One language as its YAML file describes it, loaded when first asked for.

A file has three parts, divided by blank lines, because not everybody needs all of it: the labels, and what background
is known by, which each build asks for; then the name, the script and the small words, by which a language is told from
its neighbours; then the rest. Of the third part any key may be left out, and all of it: a language whose labels alone
are known is a short file. A list may be written as one text with commas. In the first part each text stands in
quotation marks on a line of its own, and so is read without a parser.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

from readalso import files
from readalso.fields import Fields
from readalso.yamltext import Value, read

_FOLDER = Path(__file__).parent
_UNSPACED = frozenset({"han", "kana", "thai"})
"""The scripts whose words stand without spaces between them."""
_CASED = frozenset({"latin", "cyrillic", "greek", "armenian"})
"""The scripts that have capital letters."""

Words = tuple[str, ...]
"""Words or phrases, in the file's order."""


@dataclass(frozen=True, slots=True)
class Face:
    """By what a language is known: the second part of its file."""

    code: str
    """Its tag, "uk"; the name of its file."""
    name: str = ""
    """What its speakers call it."""
    script: str = "latin"
    """latin, cyrillic, greek, arabic, hebrew, devanagari, bengali, gujarati, thai, georgian, han, kana or hangul."""
    letters: str = ""
    """Letters that its nearest neighbours do not have."""
    function_words: frozenset[str] = frozenset()
    """Small words that are frequent in any text of the language, in lower case."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language that an intake acts on. Each field but `code` is a key of the language's file."""

    code: str
    """Its tag, "uk"; the name of its file."""
    name: str = ""
    """What its speakers call it."""
    script: str = "latin"
    """As in `Face`."""
    letters: str = ""
    """As in `Face`."""
    labels: Words = ()
    """What stands before the headline of another article: "Read also"."""
    labels_with_colon: Words = ()
    """The same, but words that also stand in prose and headings, and so need a colon: "Watch:"."""
    function_words: frozenset[str] = frozenset()
    """As in `Face`."""
    background_heading: str = "Background"
    """The heading put above the background at a text's end."""
    background: Words = ()
    """How a paragraph of background begins: "As reported"; {} is a name."""
    said: Words = ()
    """Verbs of saying that may stand on either side of their speaker."""
    said_feminine: Words = ()
    """Those whose form says that the speaker is a woman."""
    told: Words = ()
    """Verbs of saying whose speaker always stands before them."""
    according: Words = ()
    """What stands before a speaker in place of a verb: "according to"."""
    feminine_names: Words = ()
    """How women's given names end."""
    masculine_names: Words = ()
    """How men's given names end."""
    pronouns_masculine: Words = ()
    """He."""
    pronouns_feminine: Words = ()
    """She."""
    pronouns_other: Words = ()
    """They, and whoever else may be either."""
    articles: Words = ()
    """What stands before a noun: "the"."""
    articles_masculine: Words = ()
    """Those that stand before a man's office alone."""
    articles_feminine: Words = ()
    """Those that stand before a woman's."""
    inversions: tuple[Words, ...] = ()
    """Pairs (regular expression, replacement) that put an inverted phrase into the order of a plain sentence."""
    roles: Words = ()
    """Offices and trades, in the nominative."""
    also_called: dict[str, Words] = field(default_factory=dict)
    """An office -> the other words by which a text calls its holder: president -> head of state."""
    feminine_roles: frozenset[str] = frozenset()
    """The offices whose word says that the holder is a woman."""
    role_complement: str = ""
    """A regular expression of what may stand between an office and its holder; {word} is a capitalised word."""
    honorifics: Words = ()
    """What stands before a surname: "Mr"."""
    particles: Words = ()
    """Small words inside a person's name: "van"."""
    people: Words = ()
    """Where a script has no capitals: regular expressions of how people are introduced, with a group `name`; {role} is
    an office, {said} a verb of saying, {name} a name."""
    person: str = ""
    """Where a script has no capitals: the regular expression of a name."""
    reports: Words = ()
    """Regular expressions of how a text names its source, with {} for the name."""
    agency_words: frozenset[str] = frozenset()
    """Words in the name of an agency."""
    organisation_endings: frozenset[str] = frozenset()
    """The last word of an organisation's name: "Authority"."""
    organisation_openings: Words = ()
    """Its first words: "Ministry of"."""
    organisation_links: Words = ()
    """Small words inside it."""
    organisations: Words = ()
    """Regular expressions of whole names, where the words above do not serve."""
    organisation_heads: Words = ()
    """Words after which a name is a body's, and no person's: "operator"."""
    acronyms: frozenset[str] = frozenset()
    """Organisations known to everybody by their initials."""
    place_openings: Words = ()
    """Prepositions of place."""
    place_followers: frozenset[str] = frozenset()
    """Words that may follow a place; any other forbids it ("in Russian waters")."""
    place_heads: Words = ()
    """Words after which a name is a place's: "village"."""
    place_endings: tuple[Words, ...] = ()
    """Pairs (ending after such a preposition, ending in the nominative); without any, places are not inflected."""
    places: Words = ()
    """Regular expressions of places, with a group `name`, where the words above do not serve."""
    not_places: frozenset[str] = frozenset()
    """Capitalised words that follow a preposition of place without being places."""
    not_names: frozenset[str] = frozenset()
    """Capitalised words that begin sentences, or are days, and no part of a name."""
    endings: Words = ()
    """The endings that names and offices take when they are inflected."""
    prefixes: Words = ()
    """Small words that cling to the next one: "and", "the"."""
    months: dict[str, int] = field(default_factory=dict)
    """Words for months that the Unicode locale data do not have -> 1 to 12."""
    published: Words = ()
    """How a line that states the time of publication begins."""
    updated: Words = ()
    """How a line that states a later change begins."""
    byline: Words = ()
    """How a line that names the author begins."""
    byline_forms: Words = ()
    """Regular expressions of whole lines that name the author in other ways, with a group `name`."""
    source: Words = ()
    """How a line that names the source begins."""
    spans: dict[str, int] = field(default_factory=dict)
    """A stretch of a year that is spoken of as past -> its last month."""
    leaning: frozenset[str] = frozenset()
    """First words, in lower case, of sentences that lean on the one before."""
    future: Words = ()
    """Words that make a sentence speak of what is still to come."""
    quotation_marks: Words = ("“”", '""', "„“", "„”", "«»", "‘’", "””", "「」", "『』")
    """Pairs of opening and closing mark."""
    quotation_dash: str = ""
    """yes, where a dash opens a paragraph of direct speech."""
    corrections: Words = ()
    """Regular expressions of how a note on a correction begins."""
    wire_notes: Words = ()
    """How a wire's note to its editors begins, in brackets above the text: "(Adds detail)"."""
    end_marks: frozenset[str] = frozenset()
    """Paragraphs that only say that the text ends."""
    dropped: dict[str, Words] = field(default_factory=dict)
    """The name of a rule -> regular expressions of how the paragraphs begin that it drops."""
    salutations: Words = ()
    """Regular expressions of the line, without its comma, in which a mail addresses its readers: "Dear colleagues"."""
    farewells: Words = ()
    """Regular expressions of the line, without its comma, above a mail's signature: "Best regards"."""
    closings: Words = ()
    """Regular expressions of how the paragraph begins with which notes to editors begin, up to the end."""

    @property
    def is_spaced(self) -> bool:
        """Whether spaces stand between words."""
        return self.script not in _UNSPACED

    @property
    def is_cased(self) -> bool:
        """Whether the script has capital letters."""
        return self.script in _CASED


@cache
def codes() -> tuple[str, ...]:
    """The tags of the languages known, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


@cache
def language(code: str) -> Language:
    """The language of a tag ("pt-BR" is "pt"); English words serve where the language is not known."""
    name = _name(code)
    return _typed(name, read(_text(name), f"{name}.yml").value)


@cache
def background(code: str) -> tuple[str, Words]:
    """The heading over the background in the texts of a language, and how its paragraphs begin.

    Only the first part of the file is read.
    """
    values = read(_part(_name(code), 0), f"{code}.yml").value
    return str(values.get("background_heading", "Background")), _texts(values.get("background"))


@cache
def labels() -> tuple[str, ...]:
    """Every language's labels, sorted. Only the first part of each file is read, since each build asks for them."""
    return tuple(sorted({label for code in codes() for label in _listed(code)}))


@cache
def face(code: str) -> Face:
    """By what a language is known. Only the second part of its file is read."""
    values = Fields(read(_part(code, 1), f"{code}.yml"))
    words = frozenset(_texts(values.items.get("function_words")))
    return Face(code, values.text("name"), values.text("script"), values.text("letters"), words)


def _name(code: str) -> str:
    """The file of a tag: "pt-BR" is "pt", and what is not known is "en"."""
    primary = code.replace("_", "-").partition("-")[0].casefold()
    return primary if primary in codes() else "en"


def _listed(code: str) -> Words:
    return _texts(read(_part(code, 0), f"{code}.yml").value.get("labels"))


def _part(code: str, number: int) -> str:
    """A part of the file, or ""."""
    parts = _text(code).split("\n\n", 2)
    return f"{parts[number]}\n" if number < len(parts) else ""


@cache
def _text(code: str) -> str:
    return files.read_text(_FOLDER / f"{code}.yml")


def _typed(code: str, values: dict[str, Value]) -> Language:
    """Each key in the shape that its field declares; an unknown key is a `TypeError`."""
    shapes = {item.name: _SHAPES[item.type] for item in fields(Language)}
    typed = {key: shapes[key](value) for key, value in values.items()}
    return Language(code=code, **typed)  # type: ignore[arg-type]  # the table below gives each its type


def _texts(value: Value) -> Words:
    """A list of texts, or one text divided by commas."""
    if isinstance(value, str):
        return tuple(word for word in (part.strip() for part in value.split(",")) if word)
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _rows(value: Value) -> tuple[Words, ...]:
    return tuple(map(_texts, value)) if isinstance(value, list) else ()


def _table(value: Value) -> dict[str, Words]:
    return {key: _texts(item) for key, item in value.items()} if isinstance(value, dict) else {}


def _numbers(value: Value) -> dict[str, int]:
    return {key: item for key, item in value.items() if isinstance(item, int)} if isinstance(value, dict) else {}


_SHAPES: dict[object, Callable[[Value], object]] = {
    str: str,
    Words: _texts,
    tuple[Words, ...]: _rows,
    frozenset[str]: lambda value: frozenset(_texts(value)),
    dict[str, Words]: _table,
    dict[str, int]: _numbers,
}
"""How a key is read, by its field's type."""
