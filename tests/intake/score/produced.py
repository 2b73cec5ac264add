"""The whole corpus imported into a scratch site and built, and what came of it, as the scorer looks at it."""

import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from readalso import settings as settings_file
from readalso.briefing import briefing as briefings
from readalso.briefing.briefing import Briefing
from readalso.build import build_whole
from readalso.intake.languages import language
from readalso.job import Job
from readalso.library.library import Library
from readalso.library.links import Link, Resolved
from readalso.library.visibility import Show
from readalso.report import Voice

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "tests/fixtures/intake/corpus"
EXPECTED = ".expect.yaml"
NOW = "2027-01-01T00:00:00Z"

_REFERENCE = re.compile(r"(?<!\\)\[\[(.+?)(?<!\\)\]\]", re.S)
_LINE = re.compile(r"[^\[\]\n]{0,80}(?<!\\)\[\[[^\n]+\]\]\W{0,2}\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference of a produced briefing."""

    text: str
    target: str | None
    """The path of the briefing it is linked to; None while it waits."""
    after: int | None
    """Paragraphs of the body before it."""


@dataclass(frozen=True, slots=True)
class Produced:
    """A briefing that the intake made."""

    path: str
    """Relative to content/."""
    input: str
    """The corpus file it was made from, relative to the corpus; "" where it does not say."""
    title: str
    date: str | None
    lang: str
    source: str
    dateline_place: str
    byline: str
    body_paragraphs: int
    body: str
    read_also: tuple[Mention, ...]
    quotes: tuple[tuple[str, str], ...]
    """(text, speaker)"""
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    background: tuple[str, ...]
    """The paragraphs that are marked as background."""


def produce(corpus: Path, site: Path) -> tuple[Produced, ...]:
    """Import `corpus` into the folder `site`, build it, and read what was made; the pages are in `site`/site."""
    seeds = site / "seeds"
    shutil.copytree(corpus, seeds, ignore=lambda _, names: [name for name in names if name.endswith(EXPECTED)])
    (site / "content").mkdir()
    command = [sys.executable, str(ROOT / "build.py"), "import", "-s", str(site), "--clock", NOW, "--json"]
    ran = subprocess.run([*command, str(seeds)], capture_output=True, text=True, check=False, cwd=site)
    (site / "import.json").write_text(ran.stdout)
    if not ran.stdout.startswith("{"):
        raise RuntimeError(f"the import failed:\n{ran.stderr[-2000:]}")
    links = _links(_built(site))
    return tuple(_produced(site, path, links) for path in sorted((site / "content").rglob("*.md")) if _is_told(path))


def pages(site: Path) -> list[str]:
    """The HTML of every page that was built."""
    return [path.read_text() for path in sorted((site / "site").rglob("*.html"))]


def export(made: tuple[Produced, ...], folder: Path) -> None:
    """Write each briefing with plain keys of its own, for a scorer that does not know Readalso."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, one in enumerate(made):
        matter = asdict(one) | {"id": one.path, "source_file": one.input}
        matter["quotes"] = [{"text": text, "speaker": speaker} for text, speaker in one.quotes]
        body = matter.pop("body")
        (folder / f"{number:04}.md").write_text(f"---\n{json.dumps(matter, ensure_ascii=False, indent=1)}\n---\n{body}")


def _is_told(path: Path) -> bool:
    return "_desk" not in path.parts


def _built(site: Path) -> Library:
    job = Job(
        root=site,
        settings=settings_file.load(site),
        output=site / "site",
        work=site / ".readalso",
        now=datetime.fromisoformat(NOW).astimezone(UTC),
        show=Show(drafts=True, future=True, expired=True),
    )
    return build_whole(job, Voice(is_quiet=True))[1]


def _links(library: Library) -> Mapping[str, list[tuple[Link, str | None]]]:
    """Path of a briefing -> its links in the order of the text, each with the path of its target."""
    paths = {id: entry.facts.path for id, entry in library.entries.items()}
    return {
        paths[id]: [(link, paths[link.target] if isinstance(link, Resolved) else None) for link in row]
        for id, row in library.links.items()
    }


def _produced(site: Path, file: Path, links: Mapping[str, list[tuple[Link, str | None]]]) -> Produced:
    path = str(file.relative_to(site / "content"))
    briefing = briefings.parse(path, file.read_text())
    matter, blocks = briefing.matter, _blocks(briefing.text)
    prose = [block for block in blocks if not _is_heading(block) and not _LINE.match(block)]
    return Produced(
        path=path,
        input=re.sub(r"[#?].*", "", matter.source.file).removeprefix("seeds/"),
        title=matter.title,
        date=matter.date.iso[:10] if matter.date else None,
        lang=matter.language,
        source=matter.source.name,
        dateline_place=matter.dateline,
        byline=matter.byline,
        body_paragraphs=len(prose),
        body=briefing.text,
        read_also=tuple(_mentions(briefing.text, links.get(path, []))),
        quotes=tuple((quote.text, quote.speaker) for quote in matter.quotes),
        people=matter.people,
        organisations=matter.organisations,
        places=matter.places,
        background=tuple(_background(briefing, blocks, prose)),
    )


def _blocks(text: str) -> list[str]:
    return [block.strip() for block in re.split(r"\n[ \t]*\n", text) if block.strip()]


def _is_heading(block: str) -> bool:
    return re.match(r"#{1,6}\s", block) is not None


def _mentions(text: str, links: list[tuple[Link, str | None]]) -> Iterator[Mention]:
    """The references with the number of paragraphs before each; those of the front matter have no place."""
    places, before = [], 0
    for block in _blocks(text):
        is_line = _LINE.match(block) is not None
        before += not is_line and not _is_heading(block)
        places += [before] * len(_REFERENCE.findall(block))
    for number, (link, target) in enumerate(links):
        place = places[number] if number < len(places) else None
        yield Mention(html.unescape(link.reference.headline), target, place)


def _background(briefing: Briefing, blocks: list[str], prose: list[str]) -> Iterator[str]:
    """The paragraphs under the heading that intake sets above them, and those that `extra.background` numbers."""
    matter = briefing.matter
    numbers = matter.extra.get("background", [])
    yield from (prose[number - 1] for number in numbers if number <= len(prose)) if isinstance(numbers, list) else ()
    heading = f"## {language(matter.language).background_heading}"
    if heading in blocks:
        yield from (block for block in blocks[blocks.index(heading) + 1 :] if block in prose)
