"""Pages to bytes with Jinja; nothing outside this room imports jinja2.

A template reaches its view as `page`, the public settings as `site`, the body's pieces as `body`, and pure filters
and functions. Nothing else: an undefined name is an error, and there is no loader of files, no clock and no network to
reach. That is why a page's key covers all it can depend on.
"""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from json.encoder import encode_basestring

from jinja2 import FunctionLoader, TemplateError, pass_context
from jinja2.runtime import Context, Macro
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from readalso.briefing.body import Body, Prose
from readalso.pages.page import Page
from readalso.pages.views import Markup as Stretch
from readalso.pages.views import Piece, Site, Story
from readalso.theme.footnotes import named
from readalso.theme.mistakes import explain
from readalso.theme.pictures import sized
from readalso.theme.sandbox import Nothing, Sandbox
from readalso.theme.theme import Theme
from readalso.theme.wording import Wording

_ANYWHERE = "/404.html"
"""The page that a host shows at whatever address was asked for: relative links would lead nowhere from there."""
_LINKING = re.compile(r"<(?:a|img)\b[^<>]*>")
_NOT_HTML = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'"}
_OWN = re.compile(r'((?:href|src)=)"(/[^"]*)"')
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Renderer:
    """A theme's templates, ready to be filled for one site."""

    def __init__(self, theme: Theme, site: Site) -> None:
        self._theme, self._site = theme, site
        self._before = ""
        self._fragments: dict[tuple[object, ...], str] = {}
        wording = Wording(site.language, theme.languages)
        self._environment = Sandbox(
            loader=FunctionLoader(self._source),
            autoescape=lambda name: name is None or name.endswith((".html", ".xml")),
            undefined=Nothing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=lambda value: "" if value is None else value,
        )
        statics = {one.url: one.digest for one in theme.statics}
        self._environment.filters |= {
            "href": self._href,
            "absolute": self._absolute,
            "tojson": _json,
            "day": wording.day,
            "time": wording.time,
            "period": wording.period,
            "language": wording.language_name,
            "xml": lambda text: _NOT_XML.sub("", str(text)),
        }
        asset = _Asset(statics).url
        self._environment.globals |= {"site": site, "once": self._once, "t": wording.say, "asset": asset}
        self._environment.own = frozenset({self._once, wording.say, asset})
        self._say = wording.say

    def compile(self, names: Iterable[str]) -> None:
        """Make ready the templates of that name; one that fails is told when a page is rendered with it."""
        for name in sorted(names):
            with suppress(TemplateError):
                self._environment.get_template(name)

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """A template's text under its own name, so that a traceback through it can be read."""
        return (self._theme.templates[name], name, lambda: True) if name in self._theme.templates else None

    def render(self, page: Page, body: Body | None) -> bytes:
        """The page's file. A template that fails is `Broken`, with its file and line."""
        self._before = before(page.url, self._site)
        try:
            template = self._environment.get_template(page.template)
            text = template.render(page=page.view, body=pieces(page, body, self._site, self._say))
        except TemplateError as error:
            raise explain(error, page, self._theme, self._site) from error
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as error:
            raise explain(error, page, self._theme, self._site) from error
        return text.encode("utf-8", "replace")

    def _once(self, macro: Macro, *values: object) -> str:
        """What `macro(*values)` prints, made once for all pages from which addresses are written alike."""
        key = (macro, self._before, *values)
        found = self._fragments.get(key)
        if found is None:
            found = self._fragments[key] = macro(*values)
        return found

    @pass_context  # which keeps Jinja from writing a constant's address into the compiled template
    def _href(self, _: Context, url: str) -> str:
        """A site url as it belongs in an attribute of the page that is being made."""
        return _join(self._before, url)

    @pass_context
    def _absolute(self, _: Context, url: str) -> str:
        """A site url with the base_url before it; as it is where there is none."""
        base = self._site.base_url
        return base.rstrip("/") + url if base and url.startswith("/") else url


def pieces(page: Page, body: Body | None, site: Site, say: Callable[..., str]) -> tuple[Piece, ...]:
    """The body's prose and, in its gaps, what the plan found for them; the site's own addresses as `href` has them."""
    story = page.story
    if story is None:
        return ()
    if body is None:  # the source allows no more
        return story.gaps
    return tuple(
        Stretch(_finished(piece.html, story, page.url, site, say))
        if isinstance(piece, Prose)
        else story.gaps[piece.number]
        for piece in body.pieces
    )


def _finished(markup: str, story: Story, here: str, site: Site, say: Callable[..., str]) -> Markup:
    """A body's HTML with what it cannot know itself: sizes of pictures, names of footnotes, addresses."""
    pictured = sized(markup, story.pictures, lambda url: address(url, here, site))
    language = site.language if site.language != story.language else ""
    return _addressed(named(pictured, say, language), here, site)


def _addressed(markup: str, here: str, site: Site) -> Markup:
    """HTML whose links and pictures of the site itself are written as the site wants addresses."""

    def write(tag: re.Match[str]) -> str:
        return _OWN.sub(lambda url: f'{url[1]}"{address(html.unescape(url[2]), here, site)}"', tag.group())

    if "<a" not in markup and "<img" not in markup:
        return Markup(markup)
    return Markup(_LINKING.sub(write, markup))  # the converter has sanitised it


def address(url: str, here: str, site: Site) -> str:
    """A site url as it belongs in an attribute of the page at `here`, by the setting `links`."""
    return _join(before(here, site), url)


def before(here: str, site: Site) -> str:
    """What stands before the addresses on a page: "../../", or the path of the base_url and "/"."""
    depth = _depth(here, site)
    return _base_path(site.base_url) + "/" if depth < 0 else "../" * (depth - 1)


def _join(before: str, url: str) -> str:
    if not url.startswith("/") or url.startswith("//"):
        return url
    if before.startswith("/"):
        return before + url[1:]
    end = min((place for place in (url.find("?"), url.find("#")) if place >= 0), default=len(url))
    return f"{before}{url[1:end]}{'index.html' if url[end - 1] == '/' else ''}{url[end:]}"


def _depth(here: str, site: Site) -> int:
    """What the addresses on a page depend on: how many folders deep it lies, or -1 where they begin at the host."""
    return -1 if site.links == "pretty" or here == _ANYWHERE else here.count("/")


def _json(value: object) -> Markup:
    r"""A value as JSON that no HTML around it can take for its own: <, >, & and ' are written as \u003c and so on."""
    if isinstance(value, str):
        said = encode_basestring(value)
        has_special = "<" in said or ">" in said or "&" in said or "'" in said
        return Markup(said.translate(_NOT_HTML) if has_special else said)
    return htmlsafe_json_dumps(value, ensure_ascii=False)


class _Asset:
    """`asset("style.css")`: the url of a static file, with its fingerprint, so that a browser may keep it for ever."""

    def __init__(self, digests: Mapping[str, str]) -> None:
        self._digests = digests

    def url(self, name: str) -> str:
        """The url of one file."""
        url = "/" + name.lstrip("/")
        if url not in self._digests:
            raise LookupError(f'there is no static file "{name}"')
        return f"{url}?v={self._digests[url][:8]}"


def _base_path(base_url: str) -> str:
    """ "https://news.example/desk/" is "/desk"."""
    return "/".join(["", *base_url.split("/")[3:]]).rstrip("/")
