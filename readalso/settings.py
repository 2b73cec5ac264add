"""The settings of a site: `readalso.yml` as one frozen value. Every key may be left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from readalso import files
from readalso.errors import Broken, Problem, did_you_mean
from readalso.fields import Fields
from readalso.layout import SOURCES
from readalso.yamltext import read

FILE = "readalso.yml"
LINKS = ("relative", "pretty")
_ADDRESS = re.compile(r"/(?:(?:[\w-]|\{\w+\})(?:[\w.-]|\{\w+\})*/)+")
RIGHTS = re.compile(r"(?P<kind>full|headline)|excerpt (?P<limit>[1-9]\d{0,5})")
SEARCHES = ("summary", "text", "off")
CANONICALS = ("own", "original")
LEFT_OUT = ("archive", "atom", "json-feed", "news-sitemap", "pending", "records", "sources", "threads")
"""The kinds of pages that a site can do without."""
HOSTS = {"folder": {"path": "/srv/www/briefings"}}
"""The kinds of host, each with the keys that it needs and an example of each; `publish/targets` has what opens them."""
_PERMALINK_PARTS = ("path", "section", "slug", "year", "month", "day", "language")


@dataclass(frozen=True, slots=True)
class Target:
    """One place to publish to."""

    name: str
    """How the command line calls it."""
    kind: str
    """Which kind of host, of HOSTS."""
    options: Mapping[str, str]
    """What that kind of host needs, say `path`; none is empty."""


@dataclass(frozen=True, slots=True)
class Related:
    """How a story's related briefings are chosen."""

    limit: int = 4
    """How many a page names at most; 0 for none anywhere."""
    floor: int = 10
    """How much two briefings have to have in common; see docs/guide/related.md."""
    include_newer: bool = True
    """Whether a briefing also leads to later ones."""


@dataclass(frozen=True, slots=True)
class Licence:
    """What a source allows, and how it is credited: one entry of `sources`."""

    name: str
    """The source as briefings have it, or "*" for every source without an entry."""
    rights: str = "full"
    """full, excerpt or headline: how much of its texts may be published."""
    limit: int = 0
    """The characters of an excerpt."""
    canonical: str = "own"
    """own or original: which page search engines are told to list."""
    credit: str = ""
    """The line that the source wants beside its texts."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """How the extra `pictures` makes the sizes of a picture."""

    widths: tuple[int, ...] = (480, 960, 1440)
    """In pixels; a picture is never made larger than it is. With none, pictures have their own size alone."""
    quality: int = 80
    """Of JPEG and WebP, 1 to 100."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site's folder says of itself. Each field is a key of `readalso.yml`."""

    title: str = "Briefings"
    """The site's name, on every page."""
    description: str = ""
    """One sentence on what it is, for the front page and feeds."""
    base_url: str = ""
    """Where it will stand, "https://news.example/desk/"; needed for feeds, sitemap and canonical addresses."""
    links: str = "relative"
    """`relative`: every link also works from a disk, and under any folder of any host. `pretty`: links begin at the
    path of the base_url, without index.html."""
    language: str = "en"
    """The language of the pages' own words, and of briefings that do not say theirs."""
    timezone: str = "UTC"
    """The zone of times without one, and the one that times are shown in; an IANA name."""
    theme: str = "default"
    """A folder of `themes/`, of the site's own or of the package's."""
    output: str = "site"
    """The folder the pages go to, relative to the site's folder."""
    permalinks: str = "/{path}/"
    """A briefing's address, made of {path} {section} {slug} {year} {month} {day} {language}."""
    paginate: int = 20
    """Briefings on one page of a list."""
    feed_items: int = 30
    """Briefings in a feed."""
    targets: tuple[Target, ...] = ()
    """The `deploy: targets:`, in their order; the first one is where `publish` goes."""
    extra: dict[str, object] = field(default_factory=dict)
    """Keys of one's own, for one's own templates."""
    related: Related = Related()
    """How a story's related briefings are chosen: {limit, floor, include_newer}."""
    term_feeds: int = 3
    """From how many briefings on a topic, person, organisation, place, source or thread has feeds; 0 for never."""
    ninjs: bool = False
    """Whether each briefing has a record with its text for other programs, ninjs.json below its address."""
    search: str = "summary"
    """What can be searched for: `summary` (headlines, names, summaries, key points, quotations), `text` (all words of
    the texts as well) or `off`."""
    logo: str = ""
    """The publisher's mark, a file of `static/`: "logo.png"."""
    sources: tuple[Licence, ...] = ()
    """What each source allows; one that is not named allows everything."""
    leave_out: tuple[str, ...] = ()
    """Kinds of pages that the site does without, of LEFT_OUT; nothing links to them."""
    pictures: Pictures = Pictures()
    """How the sizes of pictures are made, where Pillow is there: {widths, quality}."""

    social_cards: bool = False
    """Whether stories without a picture have one of their headline, where Pillow is there; needs a base_url."""
    card_font: str = ""
    """The font of those, a file of `static/`: "fonts/charter.ttf"; "" for the one that comes with Pillow."""
    paginate_terms: int = 20
    """Briefings on one page of a topic, person, organisation, place or source; 0 for all on one. As many as
    `paginate` says where the file does not tell."""

    def has(self, kind: str) -> bool:
        """Whether the site has a kind of pages, of LEFT_OUT."""
        return kind not in self.leave_out

    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Where each key stands in the file, for messages."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.timezone)


def load(root: Path, name: str = FILE) -> Settings:
    """The settings of the site in `root`, or the defaults where that file is missing; all problems as `Broken`."""
    path = root / name
    return parse(files.read_text(path, name), name) if path.exists() else Settings()


def parse(text: str, path: str = FILE) -> Settings:
    """The settings that the YAML `text` gives; what it leaves out has its default."""
    reader = Fields(read(text, path))
    plain = tuple(item.name for item in fields(Settings) if item.name not in ("targets", "sources", "lines"))
    reader.only((*plain, "deploy", "sources"), elsewhere="(keys of your own go under extra)")
    default = Settings()
    size = reader.number("paginate", default.paginate, least=1)
    settings = Settings(
        title=reader.text("title", default.title),
        description=reader.text("description"),
        base_url=_base_url(reader),
        links=reader.choice("links", LINKS, default.links),
        language=_language(reader, default.language),
        timezone=_timezone(reader, default.timezone),
        theme=_folder(reader, "theme", default.theme),
        output=_output(reader, default.output),
        permalinks=_permalinks(reader, default.permalinks),
        paginate=size,
        feed_items=reader.number("feed_items", default.feed_items, least=1),
        term_feeds=reader.number("term_feeds", default.term_feeds),
        ninjs=reader.flag("ninjs", default.ninjs),
        search=reader.choice("search", SEARCHES, default.search),
        logo=reader.text("logo").lstrip("/"),
        sources=_sources(reader.fields("sources")),
        targets=_targets(reader.fields("deploy")),
        extra=reader.extra("extra"),
        related=_related(reader.fields("related")),
        leave_out=_left_out(reader),
        pictures=_pictures(reader.fields("pictures")),
        social_cards=reader.flag("social_cards", default.social_cards),
        card_font=reader.text("card_font").lstrip("/"),
        paginate_terms=reader.number("paginate_terms", size),
        lines={key: reader.document.key_line(key) for key in reader.items},
    )
    if reader.problems:
        raise Broken(reader.problems)
    return settings


def check_base_url(url: str) -> str:
    """Why `url` cannot be a base_url, or ""."""
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port or an IPv6 address that is none
        is_address = False
    if not is_address or re.search(r"[\s\x00-\x20\\]", url):
        return f'"{url}" is not a web address'
    return f'"{url}" has a query or fragment' if parts.query or parts.fragment else ""


def _base_url(reader: Fields) -> str:
    url = reader.text("base_url")
    if url and (why := check_base_url(url)):
        reader.refuse(("base_url",), why, "write https://news.example/")
        return ""
    return url and url.rstrip("/") + "/"


def _language(reader: Fields, default: str) -> str:
    tag = reader.text("language", default)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
        reader.refuse(("language",), f'"{tag}" is not a language tag', "write en, uk, fr, pt-BR …")
        return default
    return tag


def _timezone(reader: Fields, default: str) -> str:
    name = reader.text("timezone", default)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        reader.refuse(("timezone",), f'"{name}" is not a time zone', "write Europe/Kyiv, UTC …")
        return default
    return name


def _folder(reader: Fields, key: str, default: str) -> str:
    name = reader.text(key, default)
    if re.fullmatch(r"[\w-][\w.-]*", name):
        return name
    reader.refuse((key,), f'"{name}" is not the name of a folder', "write one name, without slashes")
    return default


def _output(reader: Fields, default: str) -> str:
    """The output folder is one of its own, inside the site's: a build deletes what it once wrote there."""
    name = reader.text("output", default).rstrip("/")
    parts = name.split("/")
    if parts[0].casefold() not in SOURCES and all(re.fullmatch(r"\w[^\\:\x00-\x1f]*", part) for part in parts):
        return name
    reader.refuse(("output",), f'"{name}" is not a folder of its own inside the site\'s', "write output: site")
    return default


def _permalinks(reader: Fields, default: str) -> str:
    pattern = reader.text("permalinks", default)
    parts = re.findall(r"\{(.*?)\}", pattern)
    if wrong := [part for part in parts if part not in _PERMALINK_PARTS]:
        reader.refuse(
            ("permalinks",),
            f"has the unknown part {{{wrong[0]}}}",
            "known are " + " ".join(f"{{{name}}}" for name in _PERMALINK_PARTS),
        )
        return default
    if not (_ADDRESS.fullmatch(pattern) and {"path", "slug"} & set(parts)):
        reader.refuse(
            ("permalinks",),
            f'"{pattern}" is not an address',
            "begin and end it with /, use {path} or {slug}, and else only letters, digits, -, _ and .",
        )
        return default
    return pattern


def _related(reader: Fields) -> Related:
    default = Related()
    reader.only(tuple(item.name for item in fields(Related)))
    return Related(
        limit=reader.number("limit", default.limit, least=0),
        floor=reader.number("floor", default.floor, least=1),
        include_newer=reader.flag("include_newer", default.include_newer),
    )


def _sources(sources: Fields) -> tuple[Licence, ...]:
    """`sources: {NAME: {rights: excerpt 200, canonical: original, credit: …}}`."""
    return tuple(_licence(sources.fields(name), name) for name in sources.items)


def _licence(reader: Fields, name: str) -> Licence:
    reader.only(("rights", "canonical", "credit"))
    written = " ".join(reader.text("rights", "full").split())
    found = RIGHTS.fullmatch(written)
    if found is None:
        reader.refuse(("rights",), f'"{written}" is not full, headline, or excerpt with a number', "write excerpt 200")
        found = RIGHTS.fullmatch("headline")
    return Licence(
        name,
        found["kind"] or "excerpt" if found else "headline",
        int(found["limit"] or 0) if found else 0,
        reader.choice("canonical", CANONICALS, "own"),
        reader.text("credit"),
    )


def _left_out(reader: Fields) -> tuple[str, ...]:
    names = reader.texts("leave_out")
    for name in names:
        if name not in LEFT_OUT:
            reader.refuse(("leave_out",), f'"{name}" is no kind of page to do without', did_you_mean(name, LEFT_OUT))
    return tuple(sorted({*names} & {*LEFT_OUT}))


def _pictures(reader: Fields) -> Pictures:
    default = Pictures()
    reader.only(tuple(item.name for item in fields(Pictures)))
    texts = reader.texts("widths")
    widths = tuple(sorted({int(text) for text in texts if re.fullmatch(r"[1-9]\d{0,3}", text)}))
    if len(widths) != len(set(texts)) or len(widths) > 10:
        reader.refuse(("widths",), "is not a list of up to ten widths in pixels", "write widths: [480, 960, 1440]")
    quality = reader.number("quality", default.quality, least=1)
    if quality > 100:
        reader.refuse(("quality",), "is more than 100", f"write quality: {default.quality}")
    return Pictures(widths if "widths" in reader.items else default.widths, min(quality, 100))


def _targets(deploy: Fields) -> tuple[Target, ...]:
    """`deploy: {targets: {NAME: {kind: folder, path: …}}}`."""
    deploy.only(("targets",))
    targets = deploy.fields("targets")
    return tuple(_target(targets.fields(name), name) for name in targets.items)


def _target(reader: Fields, name: str) -> Target:
    """One target; whether it can be published to is asked when somebody does."""
    if not _is_said(reader, "kind", "folder"):
        return Target(name, "", {})
    kind = reader.choice("kind", tuple(HOSTS), "")
    needed = HOSTS.get(kind, {})
    if kind:
        reader.only(("kind", *needed))
    options = {key: reader.text(key) for key, example in needed.items() if _is_said(reader, key, example)}
    return Target(name, kind, options)


def _is_said(reader: Fields, key: str, example: str) -> bool:
    """Whether a target has a key that it needs; that it does not is a problem."""
    value = reader.items.get(key)
    is_said = bool(value.strip()) if isinstance(value, str) else value is not None
    if not is_said:
        reader.refuse((), f"has no {key}", f"write {key}: {example}")
    return is_said


def problem(what: str, hint: str) -> Broken:
    """A problem with the settings as a whole."""
    return Broken([Problem(FILE, 0, 0, what, hint)])
