"""The law that the memory changes nothing: after any history of edits an incremental build equals a clean one.

A history edits briefings, the desk's files, the theme, the output folder and the memory, moves the clock, and builds now
and then. The theme prints all that a template can see, so that whatever differs in a view differs in its page.
"""

import io
import shutil
import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as under
from hypothesis import strategies as st

from readalso import workers
from readalso.build import build
from readalso.cluster import connected
from readalso.errors import Broken
from readalso.files import SETTLED
from readalso.job import Job
from readalso.library import ledger
from readalso.outcome import Outcome
from readalso.pages.page import path
from readalso.report import Voice
from readalso.retouch import proof
from readalso.settings import Settings
from tests.dump_theme import write_theme
from tests.picture_files import png
from tests.running_cluster import Cluster

SETTINGS = Settings(
    title="Desk", base_url="https://news.example/", paginate=2, paginate_terms=2, term_feeds=2, ninjs=True
)
NAMES = ("a.md", "b.md", "sub/c.md", "d.md", "e.md", "_desk/x.md")
TITLES = (
    "Port deal",
    "PORT deal",
    "Strike ends in Corvan port",
    "Situation: 18’00",
    "Situation: 18'00",
    "BREAKING: Port deal",
)
PARTS = (
    "date: 2026-10-02\n",
    "date: 2026-10-02T10:00+03:00\n",
    "date: 2026-11-03\n",
    "status: draft\n",
    "status: corrected\nupdated: 2026-10-02\n",
    "status: withdrawn\nupdated: 2026-10-02\n",
    "key_points: [One., Two.]\n",
    "status: withdrawn\n",
    "status: embargoed\nembargo: 2026-11-02\n",
    "expires: 2026-11-04\n",
    "topics: [Ports, NATO]\n",
    "topics: [nato]\n",
    "people: [Mara Veldan]\n",
    "people: [Мара Велдан, Ada Brunn]\n",
    "people: [Mara Veldan, Ada Brunn]\norganisations: [Port Union]\nplaces: [Corvan]\n",
    "people: [Mara Veldan, Ada Brunn]\norganisations: [Port Union, Norvane]\n",
    'quotes:\n  - {speaker: Mara Veldan, text: "We sign."}\n',
    'quotes:\n  - {speaker: Veldan, text: "We do not sign."}\n',
    'quotes:\n  - {speaker: Мара Велдан, text: "“We sign”"}\n  - {speaker: Ada Brunn, text: "No."}\n',
    'quotes:\n  - {speaker: Port Union, text: "We wait."}\n',
    "quotes:\n" + "".join(f"  - {{speaker: Ada Brunn, text: Number {number}}}\n" for number in range(14)),
    "organisations: [Port Union]\n",
    "related: [Port deal]\n",
    "related: [c, Nothing known]\n",
    "places: [Corvan]\ndateline: Corvan\n",
    'aliases: ["Strike ends in Corvan port"]\n',
    'aliases: ["/old/"]\n',
    "read_also: [Port deal, Nothing known]\n",
    "source: {name: Harbour Wire}\n",
    "source: {name: Harbour Wire, url: https://www.wire.example/1/}\n",
    "summary: The lede.\n",
    "language: uk\n",
    "translation_of: a\n",
    "translation_of: sub\n",
    "status: corrected\ncorrection: It was two.\nupdated: 2026-11-02\n",
    'slug: "one"\n',
    'slug: "other"\n',
    'image: {file: "one.png", alt: "One.", caption: "Below.", credit: "Ada Brunn"}\n',
    'image: {file: "/shown.png", alt: "Two."}\n',
    "image: sub/two.png\n",
)
BODIES = (
    "",
    "Plain.",
    "Read also: [[Port deal]]",
    "Read also: [[Who knows]](https://news.example/a/)\n\nRead also: [[Who knew]](http://wire.example/1?utm_source=x)",
    "In [[Strike ends in Corvan port|a sentence]] there.\n\nRead also: Situation: 18'00",
    "# Heading\n\n* list\n\nRead also: [[Strike ends in …]]",
    "As reported, on October 2 the port was shut.\n\nRead also: [[Port deal]]",
    "![Cranes](one.png)\n\nRead also: [[Port deal]]\n\n![Quay](sub/two.png) ![Ship](/shown.png)",
)
REWORDINGS = ("\nPlain.\n", "\nThe port is plain.\n", "\n* list\n", "\nZephyr\n", "\nRead also: [[Port deal]]\n", "\n")
REGISTERS = (
    "people:\n  Mara Veldan: [Veldan, Мара Велдан]\n",
    "people:\n  Мара Велдан: [Mara Veldan]\n",
    'people:\n  Mara Veldan: {aliases: [Мара Велдан], description: "A minister."}\n',
    "people:\n  Ada Brunn: [Veldan]\norganisations:\n  Port Union: {description: Of dockers.}\n",
    "people: {}\nsuggested:\n  - {kind: people, name: Mara Veldan, spelling: Veldan}\napart:\n  - [a, b]\n",
    "people: {}\n",
    "topics:\n  Ports: [port]\n",
)
THREADS = (
    "a: {title: The port, slug: port}\n",
    "a: {add: [b, c], without: [d]}\nd: {title: The other, slug: port}\n",
    "b: {merge: [d], add: [e]}\nc: {without: [b]}\n",
    "c: {title: Closed, closed: 2026-10-03}\nnobody: {add: [a]}\n",
    "a: {without: [a], add: [a], merge: [a]}\n",
    "",
)


RULINGS = (
    'links:\n  - {headline: "Port deal", means: a}\n',
    'links:\n  - {headline: "Port deal", in: a.md, means: sub/c.md, by: Ada, on: 2026-10-01}\n',
    'links:\n  - {headline: "Port deal", never: b.md}\n  - {headline: "Nothing known", means: d.md}\n',
    "links:\n  - {instead_of: a.md, means: b.md}\n  - {instead_of: b.md, means: a.md}\n",
    "links: []\n",
)


@dataclass
class World:
    """A site's folder, and the time it is there."""

    root: Path
    now: datetime = datetime(2026, 11, 1, 12, tzinfo=UTC)
    pause: float = 0.0
    """Seconds before a build. A build trusts its last one only where every file has some age."""
    settings: Settings = SETTINGS
    executor: Executor | None = None
    shown: frozenset[str] = frozenset()
    """The files of the output that were shown without a build."""

    def job(self, output: str = "site", work: str = ".readalso") -> Job:
        """What a build is asked for."""
        is_site = output == "site"
        job = Job(self.root, self.settings, self.root / output, self.root / work, self.now, with_ledger=is_site)
        return replace(job, executor=self.executor, shown=self.shown if is_site else frozenset())

    def run(self, output: str = "site", work: str = ".readalso") -> Outcome:
        """A build."""
        outcome = build(self.job(output, work), Voice(io.StringIO(), io.StringIO()))
        self.shown = self.shown if output != "site" else frozenset()
        return outcome

    def rebuild(self) -> bool:
        """Whether the site could be built: two briefings may claim one id or address."""
        time.sleep(self.pause)
        try:
            self.run()
        except Broken:
            return False
        return True

    def tree(self, folder: str) -> dict[str, bytes]:
        """Path -> bytes of all files in a folder."""
        top = self.root / folder
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}

    def put(self, path: str, text: str) -> None:
        """Write a file, with the folders it needs."""
        self.put_bytes(path, text.encode())

    def put_bytes(self, path: str, data: bytes) -> None:
        """Write a file that is no text."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)


def write(world: World, name: str, title: str, body: str, parts: list[str]) -> None:
    keys = {part.partition(":")[0]: part for part in parts}
    front = f'id: "{Path(name).stem}"\ntitle: "{title}"\n{"".join(keys.values())}'
    world.put(f"content/{name}", f"---\n{front}---\n\n{body}\n")


def reword(world: World, name: str, more: str) -> None:
    """Edit the text of a briefing and nothing else: often all that a builder need know of."""
    path = world.root / "content" / name
    if path.exists():
        path.write_text(path.read_text() + more)


def show(world: World, name: str) -> None:
    """Show a text in the preview, whatever else there is that no build has seen."""
    if (world.root / "content" / name).exists():
        world.shown |= {*proof(world.job(), [name])}


def delete(world: World, name: str) -> None:
    (world.root / "content" / name).unlink(missing_ok=True)


def rename(world: World, name: str, other: str) -> None:
    if (world.root / "content" / name).exists():
        (world.root / "content" / other).parent.mkdir(parents=True, exist_ok=True)
        (world.root / "content" / name).replace(world.root / "content" / other)


def swap(world: World, name: str, other: str) -> None:
    """Exchange the places, and so the addresses, of two briefings; each keeps its id."""
    if name != other and all((world.root / "content" / one).exists() for one in (name, other)):
        rename(world, name, "swapped.md")
        rename(world, other, name)
        rename(world, "swapped.md", other)


def touch(world: World, name: str) -> None:
    if (world.root / "content" / name).exists():
        (world.root / "content" / name).touch()


PICTURES = ("content/one.png", "content/sub/two.png", "content/sub/one.png", "themes/default/static/shown.png")


def picture(world: World, name: str, width: int) -> None:
    world.put_bytes(name, png(width, 3))


def rename_picture(world: World, name: str, other: str) -> None:
    if (world.root / name).exists():
        (world.root / other).parent.mkdir(parents=True, exist_ok=True)
        (world.root / name).replace(world.root / other)


def remove_picture(world: World, name: str) -> None:
    (world.root / name).unlink(missing_ok=True)


def desk(world: World, name: str, text: str) -> None:
    world.put(f"content/_desk/{name}", text)


def rule(world: World, text: str) -> None:
    world.put("content/_desk/links.yml", text)


def decide(world: World, text: str) -> None:
    """Write what the desk decides on threads."""
    desk(world, "threads.yml", text)


def template(world: World, name: str, mark: str) -> None:
    path = world.root / "themes/default/templates" / name
    path.write_text(path.read_text().removesuffix(mark) + mark)


def style(world: World, colour: str) -> None:
    world.put("themes/default/static/style.css", f"body {{ color: {colour} }}")


def damage(world: World, name: str) -> None:
    if (world.root / "site" / name).is_file():
        (world.root / "site" / name).write_text("damaged")


def stray(world: World, name: str) -> None:
    path = world.root / "site" / name
    if path.parent.is_dir() and not path.exists():
        path.write_text("a file of somebody else")


def forget(world: World, garbage: str) -> None:
    memo = world.root / ".readalso/memo"
    if memo.exists():
        memo.write_text(garbage) if garbage else memo.unlink()


def forget_addresses(world: World) -> None:
    (world.root / ledger.FILE).unlink(missing_ok=True)


def wait(world: World, days: int) -> None:
    world.now += timedelta(days=days)


NAME = st.sampled_from(NAMES)
PARTLY = st.lists(st.sampled_from(PARTS), max_size=5)
ACTIONS: dict[Callable[..., object], tuple[st.SearchStrategy[object], ...]] = {
    write: (NAME, st.sampled_from(TITLES), st.sampled_from(BODIES), PARTLY),
    reword: (NAME, st.sampled_from(REWORDINGS)),
    show: (NAME,),
    delete: (NAME,),
    rename: (NAME, NAME),
    swap: (NAME, NAME),
    touch: (NAME,),
    picture: (st.sampled_from(PICTURES), st.integers(1, 3)),
    rename_picture: (st.sampled_from(PICTURES), st.sampled_from(PICTURES)),
    remove_picture: (st.sampled_from(PICTURES),),
    desk: (st.just("names.yml"), st.sampled_from(REGISTERS)),
    decide: (st.sampled_from(THREADS),),
    forget_addresses: (),
    rule: (st.sampled_from(RULINGS),),
    template: (st.sampled_from(["story.html", "shared.html", "front.html"]), st.sampled_from(["<b>", "<i>"])),
    style: (st.sampled_from(["red", "blue"]),),
    damage: (st.sampled_from(["index.html", "a/index.html", "feed.xml", ".manifest.json"]),),
    stray: (st.sampled_from(["mine.txt", "a/mine.txt", "a"]),),
    forget: (st.sampled_from(["", "garbage"]),),
    wait: (st.integers(-2, 4),),
    World.rebuild: (),
}
MOSTLY: list[Callable[..., object]] = [write, write, write, reword, show, World.rebuild, World.rebuild, *ACTIONS]
EDITS = st.sampled_from(MOSTLY).flatmap(lambda action: st.tuples(st.just(action), *ACTIONS[action]))
History = list[tuple[Any, ...]]


def follow(
    history: History, pause: float = 0.0, settings: Settings = SETTINGS, executor: Executor | None = None
) -> None:
    """Go through a history, and hold what the last build left against a clean one, made here and now."""
    with TemporaryDirectory() as name:
        world = World(Path(name), pause=pause, settings=settings, executor=executor)
        write_theme(world.root)
        for name in PICTURES:
            picture(world, name, 2)
        world.rebuild()
        for action, *words in history:
            action(world, *words)
        if world.rebuild():
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(workers, "FEW", 10_000)
                replace(world, executor=None).run("clean", "clean-work")
            assert world.tree("site") == world.tree("clean")
            assert {path(url) for url in ledger.load(world.root).owners} <= world.tree("site").keys()
            assert world.run().change.written == ()
            shutil.rmtree(world.root / ".readalso")
            assert world.run().change.written == ()


@under(max_examples=40, deadline=None)
@given(st.lists(EDITS, max_size=12))
def test_incremental_equals_clean_after_any_history(history: History) -> None:
    follow(history)


@under(max_examples=8, deadline=None)
@given(st.lists(EDITS, max_size=6))
def test_a_build_that_stands_equals_a_clean_one(history: History) -> None:
    follow([step for edit in history for step in (edit, (World.rebuild,), (World.rebuild,))], 1.5 * SETTLED / 1e9)


@under(max_examples=8, deadline=None)
@given(
    st.lists(st.tuples(st.just(reword), NAME, st.sampled_from(REWORDINGS)), max_size=6),
    st.sampled_from(["summary", "text"]),
)
def test_texts_set_anew_equal_a_clean_build(edits: History, search: str) -> None:
    begun: History = [(write, name, title, BODIES[1], []) for name, title in zip(NAMES, TITLES, strict=True)]
    steps = [step for edit in edits for step in (edit, (World.rebuild,))]
    settings = replace(SETTINGS, search=search)
    follow([*begun, (World.rebuild,), *steps], 1.5 * SETTLED / 1e9, settings)


@under(max_examples=8, deadline=None)
@given(st.lists(st.tuples(NAME, st.sampled_from(REWORDINGS), st.booleans(), EDITS), max_size=5))
def test_texts_shown_without_a_build_are_found_by_the_next(edits: History) -> None:
    begun: History = [(write, name, title, BODIES[1], []) for name, title in zip(NAMES, TITLES, strict=True)]
    steps: History = []
    for name, more, is_more, edit in edits:
        steps += [(reword, name, more), (show, name), *([edit] if is_more else []), (World.rebuild,)]
    follow([*begun, (World.rebuild,), *steps], 1.5 * SETTLED / 1e9)


@pytest.mark.slow
@under(max_examples=1_000, deadline=None)
@given(st.lists(EDITS, max_size=16))
def test_incremental_equals_clean_after_a_thousand_histories(history: History) -> None:
    follow(history)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("method", "count", "examples"), [("fork", 2, 400), ("fork", 4, 400), ("spawn", 2, 40), ("spawn", 4, 20)]
)
def test_incremental_equals_clean_with_many_workers(
    monkeypatch: pytest.MonkeyPatch, method: str, count: int, examples: int
) -> None:
    monkeypatch.setattr(workers, "FEW", 0)
    monkeypatch.setattr(workers, "cores", lambda: count)
    monkeypatch.setattr(workers, "_method", lambda: method)
    under(max_examples=examples, deadline=None)(given(st.lists(EDITS, max_size=10))(lambda edits: follow(edits)))()


@pytest.mark.slow
def test_incremental_equals_clean_on_a_cluster(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    cluster = Cluster(tmp_path)
    try:
        cluster.add()
        cluster.add(threads=2)
        with connected(cluster.address, tmp_path / "work") as executor:
            on_it = partial(follow, executor=executor)
            under(max_examples=140, deadline=None)(given(st.lists(EDITS, max_size=10))(lambda edits: on_it(edits)))()
    finally:
        cluster.end()
