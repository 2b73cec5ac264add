"""A briefing's front matter: its keys, what each means, and how they are read and written.

A briefing begins with a line `---`, then YAML, then a line `---`. Every key may be left out but `title`. Texts are
always written in quotation marks where YAML could take them for something else, since a headline with a colon in it
("Minister: deal possible by spring") would otherwise break the file. Keys of one's own go under `extra`.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from readalso.errors import Broken, Problem, broken
from readalso.fields import Fields, Moment
from readalso.words import digest
from readalso.yamltext import Value, quote, read

STATUSES = ("draft", "usable", "updated", "corrected", "withdrawn", "embargoed")
MOST_NAMES = 500
"""Of one kind, in one briefing: every name is counted beside every other."""
DATE_SOURCES = ("", "stated", "dateline", "filename", "feed", "editor")

_FENCE = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9 ]*\Z")
_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?\Z")

_ID = re.compile(r"[\w.:~-]{1,120}")
_NOT_IDS = ("-", "gone", ".", "..")
"""What the ledger of addresses says of pages that are no briefing's, and what no file is called."""
_SENTENCES = (
    *(
        "id",
        "title",
        "translation_of",
        "summary",
        "key_points",
        "read_also",
        "related",
        "text",
        "url",
        "file",
        "sha256",
    ),
    *("alt", "credit", "caption"),
)
"""Keys whose texts always stand in quotation marks, whether they need them or not."""


class Source(Struct, frozen=True, array_like=True):
    """Where a briefing came from."""

    name: str = ""
    """The agency or outlet that reported it."""
    url: str = ""
    """The original's address."""
    file: str = ""
    """The received file, relative to the site's folder."""
    sha256: str = ""
    """The digest of that file's bytes."""
    received: Moment | None = None
    """When it was imported."""


class Quote(Struct, frozen=True, array_like=True):
    """Words said by somebody, without their quotation marks."""

    speaker: str = ""
    """As a reader would look them up: the full name where the text has it; "" where it is not known."""
    text: str = ""


class Correction(Struct, frozen=True, array_like=True):
    """What was corrected after the text had been published, and when."""

    date: Moment | None = None
    text: str = ""


class Image(Struct, frozen=True, array_like=True):
    """The picture that stands beside the story."""

    file: str = ""
    """Beside the briefing, or from "/" on in the site's static/ folder."""
    alt: str = ""
    """What it shows, for those who do not see it."""
    credit: str = ""
    """Who took it, or whose it is."""
    caption: str = ""
    """The line below."""
    decorative: bool = False
    """Whether it says nothing that the text does not, so that it needs no `alt`."""


class FrontMatter(Struct, frozen=True, array_like=True):
    """All that is known of a briefing beside its text. Each field is a key of the file, in the file's order."""

    id: str
    """Given once, never changed; feeds and records know the briefing by it. Derived from the path where absent."""
    title: str
    """The headline; the only key that must be there."""
    date: Moment | None = None
    """When the text was published; absent when nobody stated it."""
    date_source: str = ""
    """Who stated the date: stated (a line of the text), dateline, filename, feed, editor."""
    not_before: Moment | None = None
    """Evidence where there is no date: the latest day that the text speaks of as past."""
    updated: Moment | None = None
    """When the text was last changed by its source or by an editor."""
    language: str = ""
    """A language tag such as en or uk; the site's language where absent."""
    translation_of: str = ""
    """The id of the briefing that this one is a translation of."""
    summary: str = ""
    """The lede, for cards, feeds and search results."""
    key_points: tuple[str, ...] = ()
    """A few sentences that stand above the text."""
    status: str = "usable"
    """draft, usable, updated, corrected, withdrawn, or embargoed (held back until `embargo`)."""
    embargo: Moment | None = None
    """Until when an embargoed text is held back; for ever where absent."""
    expires: Moment | None = None
    """From when on the text is held back."""
    correction: str = ""
    """What was corrected, shown above the text as of the day it was `updated`."""
    corrections: tuple[Correction, ...] = ()
    """Earlier corrections, or all of them: a list of {date, text}."""
    source: Source = field(default_factory=Source)
    """Where it came from: name, url, file, sha256, received; a text alone is the name."""
    byline: str = ""
    """Who wrote it."""
    dateline: str = ""
    """The place named at the head of the text."""
    people: tuple[str, ...] = ()
    """The people named, as the register spells them."""
    organisations: tuple[str, ...] = ()
    """The organisations named."""
    places: tuple[str, ...] = ()
    """The places named."""
    topics: tuple[str, ...] = ()
    """The topics it belongs to."""
    quotes: tuple[Quote, ...] = ()
    """Who said what: a list of {speaker, text}."""
    read_also: tuple[str, ...] = ()
    """Headlines of further briefings to refer to after the text."""
    related: tuple[str, ...] = ()
    """Headlines or ids of briefings that stand first among the related ones."""
    aliases: tuple[str, ...] = ()
    """Other headlines of the same story; an entry that begins with "/" is a former address, and becomes a redirect."""
    image: Image = field(default_factory=Image)
    """The picture beside the story: file, alt, credit, caption, decorative; a text alone is the file."""
    slug: str = ""
    """The last part of the address; the file's name where absent."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys of one's own, for one's own templates."""


@lru_cache(maxsize=1)  # who reads a briefing asks what is odd about its file next
def split(text: str, path: str) -> tuple[str, str]:
    """The YAML between the fences and the text after them; a file without a closed front matter is `Broken`."""
    found = _FENCE.match(text)
    if found:
        return found["yaml"], text[found.end() :]
    if re.match(r"\s+---[ \t]*\n", text):
        raise broken(path, "has a blank line or space before its first `---`", "begin the file with `---`", 1)
    if text.startswith("---") and (long := re.search(r"^-{4,}[ \t]*$", text, re.MULTILINE)):
        line = text.count("\n", 0, long.start()) + 1
        raise broken(path, f"has {len(long[0].rstrip())} dashes where `---` has to be", "write three", line)
    if not text.startswith("---"):
        raise broken(path, "has no front matter", 'begin the file with the lines `---`, `title: "…"`, `---`', 1)
    raise broken(path, "has a front matter that is not closed", "end it with a line `---`", 1)


def parse(text: str, path: str, place: str = "", has_shortcut: bool = True) -> FrontMatter:
    """The front matter of the YAML `text`, which begins at line 2 of `path`; all its problems at once as `Broken`.

    A briefing without an `id` has that of its `place`, which is its path in `content/`, or else of `path`.
    """
    reader = Fields(read(text, path, first_line=2, has_shortcut=has_shortcut))
    reader.only(KEYS, elsewhere="(keys of your own go under extra)")
    title = " ".join(reader.text("title").split())
    if not title:
        line, column = reader.document.line("title")
        reader.problems.append(Problem(path, line or 1, column, "has no title", 'write title: "the headline"'))
    given = {key: look(reader) for key, look in _READ.items() if key in reader.items}
    matter = FrontMatter(id=given.pop("id", "") or digest(place or path)[:12], title=title, **given)
    if reader.problems:
        raise Broken(reader.problems)
    return matter


def _id(reader: Fields) -> str:
    """The id; it stands in the desk's records, in a line of the ledger of addresses and as a file's name."""
    id = reader.text("id")
    if id and (not _ID.fullmatch(id) or id in _NOT_IDS):
        reader.refuse(("id",), f'"{id[:60]}" cannot be an id', "write letters, digits, and - _ . : between them")
    return id


def _source(reader: Fields) -> Source:
    """Where the text came from: a mapping, or for short the name alone."""
    if isinstance(reader.items.get("source"), str):
        return Source(reader.text("source"))
    source = reader.fields("source")
    source.only(_names(Source))
    return Source(
        source.text("name"),
        source.text("url"),
        source.text("file"),
        source.text("sha256"),
        source.moment("received"),
    )


def _image(reader: Fields) -> Image:
    """The picture: a mapping, or for short the file alone."""
    if isinstance(reader.items.get("image"), str):
        return Image(reader.text("image"))
    image = reader.fields("image")
    image.only(_names(Image))
    found = Image(
        image.text("file"),
        image.text("alt"),
        image.text("credit"),
        image.text("caption"),
        image.flag("decorative", False),
    )
    if found != Image() and not found.file:
        image.refuse((), "names no file", "write file: port.jpg, for a picture beside the briefing")
    return found


def write(matter: FrontMatter) -> str:
    """The YAML lines of `matter`; keys that say nothing are left out. `parse` of it gives `matter` again."""
    lines = []
    for name in KEYS:
        value = getattr(matter, name)
        if name in ("id", "title") or value != _EMPTY[name]:
            lines.append(_line(name, value))
    return "".join(lines)


def plain(value: object) -> Value:
    """A field's value as YAML has it: dates as texts, tuples as lists, records as mappings without what is empty."""
    if isinstance(value, Moment):
        return value.iso
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Source | Quote | Correction | Image):
        filled = ((name, plain(getattr(value, name))) for name in _names(type(value)))
        return {name: item for name, item in filled if item not in ("", None, False)}
    return value  # type: ignore[return-value]  # what is left is a text, number, truth value or the extra mapping


def scalar(value: Value) -> str:
    """A value in flow style; a plain word or date stands without quotation marks."""
    if isinstance(value, str) and (
        _TIME.match(value) or (_BARE.match(value) and read(f"k: {value}", "").value == {"k": value})
    ):
        return value
    if isinstance(value, list):
        return "[" + ", ".join(scalar(item) for item in value) + "]"
    if isinstance(value, dict):
        pairs = ((key, quote(item) if key in _SENTENCES else scalar(item)) for key, item in value.items())
        return "{" + ", ".join(f"{scalar(key)}: {item}" for key, item in pairs) + "}"
    return quote(value)


def _line(name: str, value: object) -> str:
    """A key's line; lists whose items are sentences or records take a line an item."""
    said = plain(value)
    show = quote if name in _SENTENCES else scalar
    if isinstance(said, list) and said and name in ("key_points", "corrections", "quotes", "read_also", "related"):
        return f"{name}:\n" + "".join(f"  - {show(item)}\n" for item in said)
    return f"{name}: {show(said)}\n"


def _correction(reader: Fields) -> Correction:
    reader.only(_names(Correction))
    return Correction(reader.moment("date"), reader.text("text"))


def _quote(reader: Fields) -> Quote:
    reader.only(_names(Quote))
    return Quote(reader.text("speaker"), reader.text("text"))


def _language(reader: Fields) -> str:
    """A BCP 47 tag; since it reaches an attribute, a path and a locale, its form is held to."""
    tag = reader.text("language")
    if tag and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
        reader.refuse(("language",), f'"{tag}" is not a language tag', "write en, uk, fr, pt-BR …")
        return ""
    return tag


def _names_of(reader: Fields, key: str) -> tuple[str, ...]:
    """Names of one kind, each once."""
    names = _once(reader.texts(key))
    if len(names) > MOST_NAMES:
        reader.refuse((key,), f"has {len(names):,} names", f"the limit is {MOST_NAMES}")
    return names[:MOST_NAMES]


def _once(items: tuple[str, ...]) -> tuple[str, ...]:
    """Each item once, where it first stands, without empty ones."""
    return tuple(dict.fromkeys(filter(None, (" ".join(item.split()) for item in items))))


def _names(record: type[FrontMatter | Source | Quote | Correction | Image]) -> tuple[str, ...]:
    return record.__struct_fields__


def _text(key: str) -> Callable[[Fields], str]:
    return lambda reader: reader.text(key)


def _texts(key: str) -> Callable[[Fields], tuple[str, ...]]:
    return lambda reader: reader.texts(key)


def _names_in(key: str) -> Callable[[Fields], tuple[str, ...]]:
    return lambda reader: _names_of(reader, key)


def _moment(key: str) -> Callable[[Fields], Moment | None]:
    return lambda reader: reader.moment(key)


KEYS = _names(FrontMatter)
_READ: Mapping[str, Callable[[Fields], Any]] = {
    "id": _id,
    "date": _moment("date"),
    "date_source": lambda reader: reader.choice("date_source", DATE_SOURCES, ""),
    "not_before": _moment("not_before"),
    "updated": _moment("updated"),
    "language": _language,
    "translation_of": _text("translation_of"),
    "summary": _text("summary"),
    "key_points": _texts("key_points"),
    "status": lambda reader: reader.choice("status", STATUSES, "usable"),
    "embargo": _moment("embargo"),
    "expires": _moment("expires"),
    "correction": _text("correction"),
    "corrections": lambda reader: tuple(
        map(_correction, reader.records("corrections", '{date: 2026-10-05, text: "…"}'))
    ),
    "source": _source,
    "byline": _text("byline"),
    "dateline": _text("dateline"),
    "people": _names_in("people"),
    "organisations": _names_in("organisations"),
    "places": _names_in("places"),
    "topics": _names_in("topics"),
    "quotes": lambda reader: tuple(map(_quote, reader.records("quotes", '{speaker: "…", text: "…"}'))),
    "read_also": _texts("read_also"),
    "related": _texts("related"),
    "aliases": _texts("aliases"),
    "image": _image,
    "slug": _text("slug"),
    "extra": lambda reader: reader.extra("extra"),
}
"""Key -> what reads its value; only those that a file has are read."""
_EMPTY = {name: getattr(FrontMatter("", ""), name) for name in KEYS}
