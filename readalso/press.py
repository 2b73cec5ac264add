"""From planned pages to files: what each output file depends on, and the making of those that are asked for."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from readalso import files, spool, workers
from readalso.bare import Bare, bare
from readalso.briefing.body import Body, Packed, unpack
from readalso.contents import Bodies
from readalso.galleys import Shown
from readalso.job import Job
from readalso.pages import page as pages
from readalso.pages.page import Page
from readalso.pages.public import public
from readalso.pages.views import Site, SocialCard, Story
from readalso.renditions import Rendition, make
from readalso.site import Site as Output
from readalso.spool import Kept
from readalso.theme.theme import Static, Theme
from readalso.words import digest

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from readalso.library.gallery import Print
    from readalso.theme.renderer import Renderer


class Sheet(Struct, frozen=True):
    """One output file: a page, or a static file that is published as it is."""

    path: str
    """Inside the output folder."""
    url: str
    item: Page | Static | Bare | Rendition
    mark: str = ""
    """Of any other file than a page, the fingerprint of all it depends on."""

    @property
    def kind(self) -> str:
        """The template it is made with; of any other file, its kind."""
        return self.item.template if isinstance(self.item, Page) else type(self.item).__name__.lower()


class Order(Struct, frozen=True):
    """A sheet to be made."""

    sheet: Sheet
    body: Kept | None
    """The body of the briefing that a story prints, where it is at hand."""
    is_there: bool
    """Whether the output folder has such a file, which may be the same."""


class Keyed(Struct, frozen=True):
    """What is known of a sheet before it is made."""

    key: str
    """The fingerprint of all it depends on."""
    shown: Shown | None = None
    """What a page shows that prints the text of a story."""


class Printed(Struct, frozen=True):
    """What became of a sheet."""

    keyed: Keyed
    digest: str
    """Of the file's bytes."""
    is_staged: bool
    """False where the output folder has the same file."""
    parts: bytes
    """What it depends on, part by part, as MessagePack; see `explain`."""
    seconds: float
    """What making it took, in its process."""

    def forgotten(self) -> "Printed":
        """The same without what the page shows: of many pages that is a lot."""
        return replace(self, keyed=Keyed(self.keyed.key)) if self.keyed.shown else self


def sheets(
    planned: Iterable[Page], statics: Iterable[Static] = (), pictures: Iterable[Bare | Rendition] = ()
) -> Iterator[Sheet]:
    """The output files of a site: its pages, then its static files and the pictures beside stories."""
    for page in planned:
        yield Sheet(pages.path(page.url), page.url, page)
    for static in (*statics, *pictures):
        mark = static.digest if isinstance(static, Static) else static.key
        yield Sheet(pages.path(static.url), static.url, static, mark)


def picture_files(one: "Print", root: Path, quality: int, maker: str) -> Iterator[Bare | Rendition]:
    """The files of a picture beside a story: bare, or where it is encoded again, whole and in each size."""
    name = f"content/{one.place}"
    path = root / name
    if not one.recipe:
        yield Bare(one.url, path, one.digest)
        return
    yield Rendition(one.url, path, one.digest, one.size.kind, 0, quality, maker, name)
    for kind in dict.fromkeys(("webp", one.size.kind)):
        for width in one.widths:
            yield Rendition(one.sized(kind, width), path, one.digest, kind, width, quality, maker, name)


def explain(old: bytes | None, new: bytes) -> str:
    """Why a sheet was made: what of its parts is new, changed or gone."""
    return pages.explain(_read(old), _read(new)) if old is not None else pages.NEW


_read = msgspec.msgpack.Decoder(dict[str, int]).decode


class _Ready(local):
    """The renderer that a thread made last: a cluster's workers have one press for many threads, and renderers are not.

    Its templates are ready, so it is kept as long as the theme is the same.
    """

    of: tuple[Theme, Site] | None = None
    renderer: "Renderer"


_ready = _Ready()


class _Ground(Struct, frozen=True):
    """What all pages of a template have in common: that template, what of the theme is in it, and the settings."""

    mark: str
    """Its fingerprint."""
    parts: Mapping[str, int]
    """Its parts, each with its checksum."""


@dataclass(slots=True)
class Press:
    """A theme, ready to print a site's pages into the stage of an output folder; the same in each worker."""

    theme: Theme
    site: Site
    output: Output
    bodies: Bodies
    work: Path
    """The work folder, where sizes of pictures and the bodies of many briefings lie."""
    _grounds: dict[str, _Ground] = field(default_factory=dict)

    @classmethod
    def of(cls, job: Job, theme: Theme, output: Output) -> "Press":
        """The press of a build."""
        return cls(theme, public(job.settings), output, Bodies(job.root / "content", job.manner), job.work)

    def __reduce__(self) -> tuple[object, ...]:
        return Press, (self.theme, self.site, self.output, self.bodies, self.work)

    def keys(self, sheets: Sequence[Sheet], executor: "Executor | None" = None) -> Iterator[Keyed]:
        """What is known of each of `sheets` before it is made, many on all cores."""
        for some in workers.spread(self.keys_here, sheets, executor):
            yield from some

    def keys_here(self, sheets: Sequence[Sheet]) -> list[Keyed]:
        """The same in this process."""
        return [self._key(sheet) for sheet in sheets]

    def _key(self, sheet: Sheet) -> Keyed:
        if not isinstance(sheet.item, Page):
            return Keyed(sheet.mark)
        page = sheet.item.settled()
        return self._keyed(page, pages.encode(page.view))

    def _keyed(self, page: Page, view: bytes) -> Keyed:
        """What is known of a page from its encoded view."""
        has_text = page.story is not None and page.story.text
        shown = Shown(page.url, page.template, type(page.view).__name__, view) if has_text else None
        return Keyed(pages.key(view, self.ground(page.template)), shown)

    def ground(self, template: str) -> str:
        """The fingerprint of what all pages of a template have in common."""
        return self._ground(template).mark

    def _ground(self, template: str) -> _Ground:
        found = self._grounds.get(template)
        if found is None:
            theme, site = self.theme.parts(template), pages.encode(self.site)
            parts = {name: crc32(value.encode()) for name, value in theme.items()} | {"the settings": crc32(site)}
            found = self._grounds[template] = _Ground(f"{digest(pages.encode(theme))}{digest(site)}", parts)
        return found

    def run(self, orders: Sequence[Order], executor: "Executor | None" = None) -> Iterator[Printed]:
        """Make each of `orders`, many on all cores. A template that fails is `Broken`."""
        if len(orders) > workers.FEW:
            self._renderer().compile(
                {order.sheet.item.template for order in orders if isinstance(order.sheet.item, Page)}
            )
        for printed in workers.spread(self, orders, executor):
            yield from printed

    def __call__(self, orders: Sequence[Order]) -> list[Printed]:
        """The same here and now."""
        settled = [replace(order, sheet=_settled(order.sheet)) for order in orders]
        again = self.bodies.again({page.source: story.text for page, story in _stories(settled)})
        return [self._print(order, again) for order in settled]

    def _print(self, order: Order, again: Mapping[str, Packed]) -> Printed:
        sheet, began = order.sheet, time.perf_counter()
        if isinstance(sheet.item, Page):
            view = pages.encode(sheet.item.view)
            keyed, parts = self._keyed(sheet.item, view), self._parts(sheet.item, view)
            data = self._page(sheet.item, order.body, again)
        else:
            keyed, parts = Keyed(sheet.mark), pages.encode({"the file": crc32(sheet.mark.encode())})
            data = _copy(sheet.item, self.work / "pictures")
        is_same = order.is_there and self.output.holds(sheet.path, data)
        if not is_same:
            self.output.stage(sheet.path, data)
        return Printed(keyed, digest(data), not is_same, parts, time.perf_counter() - began)

    def _page(self, page: Page, kept: Kept | None, again: Mapping[str, Packed]) -> bytes:
        """The file of a page; the body that it prints, if any, is `kept`, or else one of those read `again`."""
        packed = spool.get(self.work, kept) if kept is not None else again.get(page.source)
        body = Body(unpack(packed)) if packed is not None and (story := page.story) and story.text else None
        data = self._renderer().render(page, body)
        if not isinstance(page.view, SocialCard):
            return data
        from readalso import drawing  # few sites have cards

        return drawing.draw(data, drawing.font(self.theme.statics, page.view.font))

    def _renderer(self) -> "Renderer":
        if _ready.of != (self.theme, self.site):
            # Jinja and Babel take 0.1 s to load, and a run that makes no page has no use for them.
            from readalso.theme.renderer import Renderer

            _ready.renderer, _ready.of = Renderer(self.theme, self.site), (self.theme, self.site)
        return _ready.renderer

    def parts(self, page: Page) -> bytes:
        """What a page depends on, part by part; see `explain`."""
        return self._parts(page, pages.encode(page.view))

    def _parts(self, page: Page, view: bytes) -> bytes:
        return pages.encode({**self._ground(page.template).parts, **pages.parts(page.view, view)})


def _copy(item: Static | Bare | Rendition, cache: Path) -> bytes:
    """The bytes of a file that is no page."""
    if isinstance(item, Rendition):
        return make(item, cache)
    whole = files.read_bytes(item.path)
    return (bare(whole) or whole) if isinstance(item, Bare) else whole


def _settled(sheet: Sheet) -> Sheet:
    """A sheet whose page is planned once, however many ask for its view."""
    return replace(sheet, item=sheet.item.settled()) if isinstance(sheet.item, Page) else sheet


def _stories(orders: Iterable[Order]) -> Iterator[tuple[Page, Story]]:
    """Those whose body is not at hand."""
    for order in orders:
        page = order.sheet.item
        if order.body is None and isinstance(page, Page) and (story := page.story) and story.text:
            yield page, story
