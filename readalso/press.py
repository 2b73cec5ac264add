"""From planned pages to bytes: what each output file depends on, and the making of those that are asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from readalso import files
from readalso.contents import Bodies
from readalso.library.gallery import Print
from readalso.pages import page as pages
from readalso.pages.page import Page
from readalso.pages.views import Site, Story
from readalso.renditions import Rendition, make
from readalso.theme.theme import Static, Theme
from readalso.words import digest

BATCH = 1_000
"""Pages made at a time: so many bodies are held at once."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One output file: a page, or a static file that is published as it is."""

    path: str
    """Inside the output folder."""
    url: str
    item: Page | Static | Rendition
    parts: Mapping[str, str]
    """What it depends on, part by part."""
    key: str
    """The fingerprint of all parts."""


def sheets(
    planned: Iterable[Page], theme: Theme, site: Site, pictures: Iterable[Static | Rendition] = ()
) -> Iterator[Sheet]:
    """The output files of a site: its pages, then its static files and the pictures beside stories."""
    settings = digest(pages.encode(site))
    templates: dict[str, Mapping[str, str]] = {}
    for page in planned:
        if page.template not in templates:
            templates[page.template] = theme.parts(page.template)
        parts = pages.parts(page, templates[page.template], settings)
        yield Sheet(pages.path(page.url), page.url, page, parts, pages.key(parts))
    for static in (*theme.statics, *pictures):
        mark = static.digest if isinstance(static, Static) else static.key
        yield Sheet(pages.path(static.url), static.url, static, {"the file": mark}, mark)


def printed(one: Print, root: Path, quality: int, maker: str) -> Iterator[Static | Rendition]:
    """The files of a picture beside a story: as it is, or where it is encoded again, whole and in each size."""
    name = f"content/{one.place}"
    path = root / name
    if not one.recipe:
        yield Static(one.url, path, one.digest)
        return
    yield Rendition(one.url, path, one.digest, one.size.kind, 0, quality, maker, name)
    for kind in dict.fromkeys(("webp", one.size.kind)):
        for width in one.widths:
            yield Rendition(one.sized(kind, width), path, one.digest, kind, width, quality, maker, name)


def run(
    wanted: Sequence[Sheet], theme: Theme, site: Site, bodies: Bodies, cache: Path
) -> Iterator[tuple[Sheet, bytes]]:
    """Make each of the files in `wanted`; sizes of pictures are kept in `cache`. A template that fails is `Broken`."""
    if not wanted:
        return
    # Jinja and Babel take 0.1 s to load, and a run that makes no page has no use for them.
    from readalso.theme.renderer import Renderer

    renderer = Renderer(theme, site)
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        texts = bodies.of({page.source: story.text for page, story in _stories(batch)})
        for sheet in batch:
            if isinstance(sheet.item, Static):
                yield sheet, files.read_bytes(sheet.item.path)
            elif isinstance(sheet.item, Rendition):
                yield sheet, make(sheet.item, cache)
            else:
                body = texts.get(sheet.item.source) if sheet.item.story else None
                yield sheet, renderer.render(sheet.item, body)


def _stories(sheets: Iterable[Sheet]) -> Iterator[tuple[Page, Story]]:
    for sheet in sheets:
        if isinstance(sheet.item, Page) and (story := sheet.item.story) and story.text:
            yield sheet.item, story
