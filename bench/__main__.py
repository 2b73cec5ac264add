"""Times builds of one corpus as whole processes, in turn, and writes docs/performance.md.

    python -m bench [--sizes 1000,10000] [--growth 50000,100000] [--runs 5] [--seed 7] [--folder DIR]
                    [--preview 10000] [--only CASE,...] [--write]

Each program builds the same articles, one page each, with references, lists of twenty, four kinds of terms, a feed and
a sitemap. With its default theme Readalso makes all kinds of pages it knows, with the minimal one those of Hugo. The
programs take turns, A B C A B C, so that a machine that grows slower is slower for all of them; figures are
medians, and CPU is that of the process and all it started.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Mapping
from compileall import compile_dir
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench import corpus, theme
from readalso.settings import LEFT_OUT

ROOT = Path(__file__).resolve().parents[1]
MINIMAL = "Readalso, minimal theme"
GROWING = ("cold", "nothing", "text")
"""What is measured of sizes at which Readalso stands alone."""
CASES = ("cold", "nothing", "text", "title", "template", "arrival")
BARE = f"leave_out: [{', '.join(LEFT_OUT)}]\nsearch: off\nterm_feeds: 0\npaginate_terms: 0\nrelated: {{limit: 0}}\n"
"""Settings by which a site has the kinds of pages that Hugo's has."""
SAID = {
    "cold": "cold",
    "nothing": "nothing changed",
    "text": "one text edited",
    "title": "one headline edited",
    "template": "the story template edited",
    "arrival": "an article that heals a reference",
}


@dataclass(frozen=True, slots=True)
class Program:
    """One way of building the corpus."""

    name: str
    root: Path
    command: tuple[str, ...]
    articles: Path
    template: Path
    """The template of an article's page."""
    built: tuple[str, ...]
    """What a build leaves, and a cold one may not find."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process."""

    wall: float
    cpu: float
    peak: float
    """MB, of the largest process."""


def main() -> None:
    """Measure, print and, if asked to, write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--growth", default="", help="sizes at which Readalso alone is measured, once")
    parser.add_argument("--preview", default="", help="sizes at which the preview is measured, as by bench.preview")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--folder", type=Path, default=ROOT / ".readalso" / "bench")
    parser.add_argument("--only", default=",".join(CASES))
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    args = parser.parse_args()
    rows: list[str] = []
    for size in _sizes(args.sizes):
        programs = prepared(args.folder / f"{size}", size, args.seed)
        for case in args.only.split(","):
            for line in table(size, case, compare(programs, case, args.runs)):
                print(line, flush=True)
                rows.append(line)
        shutil.rmtree(args.folder / f"{size}")
    grown: list[str] = []
    for size in _sizes(args.growth):
        alone = [one for one in prepared(args.folder / f"{size}", size, args.seed) if one.name == MINIMAL]
        for case in GROWING:
            for line in table(size, case, compare(alone, case, 1)):
                print(line, flush=True)
                grown.append(line)
        shutil.rmtree(args.folder / f"{size}")
    shown: list[str] = []
    for size in _sizes(args.preview):
        from bench.preview import lines  # which asks this module for the articles

        shown += lines(args.folder / f"{size}", size, args.seed)
    if args.write:
        (ROOT / "docs/performance.md").write_text(page(rows, grown, shown, args.runs))


def _sizes(said: str) -> list[int]:
    return [int(size) for size in said.split(",") if size]


def prepared(folder: Path, size: int, seed: int) -> list[Program]:
    """`prepare` in a process of its own: what this one has held counts as held by each that it starts."""
    with ProcessPoolExecutor(1) as aside:
        return aside.submit(prepare, folder, size, seed).result()


def prepare(folder: Path, size: int, seed: int) -> list[Program]:
    """The corpus on the disk, once for each program, and ours as it is where pip has installed it: compiled."""
    compile_dir(ROOT / "readalso", quiet=1)
    shutil.rmtree(folder, ignore_errors=True)
    found = corpus.articles(size, seed)
    programs = []
    for name in ("default", "bench"):
        root = folder / name
        corpus.write(found, root / "content", corpus.Dialect())
        settings = f"title: Desk\nbase_url: https://desk.example/\nlinks: pretty\ntheme: {name}\n"
        settings += "permalinks: /stories/{slug}/\n" + (BARE if name == "bench" else "")
        (root / "readalso.yml").write_text(settings)
        shutil.copytree(ROOT / "themes/default", root / "themes/default")
        theme.write(root / "themes/bench", ROOT / "themes/default")
        command = (sys.executable, str(ROOT / "build.py"), "build", "-q")
        template = root / "themes" / name / "templates/story.html"
        label = MINIMAL if name == "bench" else "Readalso, default theme"
        programs.append(Program(label, root, command, root / "content", template, ("site", ".readalso")))
    if hugo := hugo_program():
        root = folder / "hugo"
        shutil.copytree(ROOT / "bench/hugo", root)
        corpus.write(found, root / "content/stories", corpus.Hugo())
        template = root / "layouts/page.html"
        command = (hugo, "--quiet", "--destination", "out")
        programs.append(Program("Hugo", root, command, root / "content/stories", template, ("out", "resources")))
    return programs


def hugo_program() -> str | None:
    """The program inside the package `hugo`; its own launcher is a Python script, whose time is not Hugo's."""
    place = Path(sysconfig.get_path("purelib")) / "hugo/binaries/hugo"
    return str(place) if place.exists() else shutil.which("hugo")


def compare(programs: list[Program], case: str, runs: int) -> dict[str, list[Run]]:
    """Each program in turn, after one run each that is not counted."""
    measured: dict[str, list[Run]] = {program.name: [] for program in programs}
    for number in range(runs + 1):
        for program in programs:
            CHANGES[case](program, number)
            time.sleep(0.3)  # a stamp younger than that is not trusted
            run = timed(program)
            if number:
                measured[program.name].append(run)
    return measured


def timed(program: Program) -> Run:
    """One build."""
    started = time.perf_counter()
    process = subprocess.Popen(program.command, cwd=program.root, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{program.name} ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _cold(program: Program, number: int) -> None:
    """Put away what the last build left; it is removed at the end.

    Minutes after thousands of files were removed ext4 is still slow to make new ones, for whoever comes next.
    """
    for name in program.built:
        if (program.root / name).exists():
            (program.root / "old").mkdir(exist_ok=True)
            os.replace(program.root / name, program.root / "old" / f"{name}-{number}")


def _nothing(program: Program, number: int) -> None:
    """Leave all as it is."""


def _middle(program: Program) -> Path:
    paths = sorted(program.articles.glob("*.md"))
    return paths[len(paths) // 2]


def _text(program: Program, number: int) -> None:
    path = _middle(program)
    path.write_text(path.read_text() + f"\nCorrection {number} of the text above.\n")


def _title(program: Program, number: int) -> None:
    path = _middle(program)
    head, _, rest = path.read_text().partition("\n")[2].partition("\n")
    title = head.removeprefix("title: ").rstrip('"').partition(", edition")[0]
    path.write_text(f'---\ntitle: {title}, edition {number}"\n{rest}')


def _template(program: Program, number: int) -> None:
    program.template.write_text(
        program.template.read_text().replace("<h1>", f'<h1 class="v{number}">', 1)
        if number == 0
        else program.template.read_text().replace(f'"v{number - 1}"', f'"v{number}"')
    )


def _arrival(program: Program, number: int) -> None:
    """File the article that some briefing waits for, another one each time."""
    filed = {path.read_text().split('"')[1] for path in program.articles.glob("arrival-*.md")}
    for path in sorted(program.articles.glob("*.md")):
        _, mark, rest = path.read_text().partition("Read also: Article number")
        title = f"Article number{rest.partition(chr(10))[0]}"
        if mark and title not in filed:
            front = f'title: "{title}"\nslug: arrival-{number}\ndate: 2026-01-01T00:00:00Z\nsource: Desk\n'
            (program.articles / f"arrival-{number}.md").write_text(f"---\n{front}---\n\nHere it is.\n")
            return


CHANGES: Mapping[str, Callable[[Program, int], None]] = {
    "cold": _cold,
    "nothing": _nothing,
    "text": _text,
    "title": _title,
    "template": _template,
    "arrival": _arrival,
}


def table(size: int, case: str, measured: Mapping[str, list[Run]]) -> list[str]:
    """A line for each program: medians, and how many times Hugo's they are."""
    middle = {name: _median(runs) for name, runs in measured.items()}
    hugo = middle.get("Hugo")
    lines = []
    for name, run in middle.items():
        ratio = (
            f"{run.wall / hugo.wall:.3f} | {run.cpu / hugo.cpu:.3f} | {run.peak / hugo.peak:.2f}" if hugo else " | | "
        )
        lines.append(
            f"| {size:,} | {SAID[case]} | {name} | {run.wall:.2f} | {run.cpu:.2f} | {run.peak:.0f} | {ratio} |"
        )
    return lines


def _median(runs: list[Run]) -> Run:
    columns = ([getattr(run, name) for run in runs] for name in ("wall", "cpu", "peak"))
    return Run(*map(statistics.median, columns))


def page(rows: list[str], grown: list[str], shown: list[str], runs: int) -> str:
    """docs/performance.md."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("markdown", "jinja2", "msgspec", "nh3"))
    hugo = hugo_program()
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout if hugo else "no Hugo"
    return f"""# How long a build takes

`make bench` wrote this page: medians of {runs} whole processes each, taken in turn, on {os.cpu_count()} processors of
one machine. Compare ratios, not seconds. The articles are made by `bench/corpus.py`. The minimal theme shows what
Hugo's shows, on the kinds of pages that Hugo's has; beside it stands the default theme with every kind that there is.
The program is compiled, as pip installs it.

Python {platform.python_version()}, {packages}; {said.split(" BuildDate")[0].strip()}.

| articles | what | program | wall s | CPU s | peak MB | wall / Hugo | CPU / Hugo | peak / Hugo |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
{chr(10).join(rows)}

Hugo keeps nothing between two processes, so an edit costs it a whole build.
{_growth(grown)}{_preview(shown)}"""


def _growth(grown: list[str]) -> str:
    """The part on larger sites; "" where none was measured."""
    if not grown:
        return ""
    lines = ["|".join(line.split("|")[:7]) + "|" for line in grown]
    return f"""
## Growth

The same articles with the minimal theme, one run each. What a million would take is told in
[a million briefings](guide/a-million.md).

| articles | what | program | wall s | CPU s | peak MB |
| --- | --- | --- | --- | --- | --- |
{chr(10).join(lines)}
"""


def _preview(lines: list[str]) -> str:
    """The part on the preview; "" where it was not measured."""
    if not lines:
        return ""
    return f"""
## Preview

From the save of a text to the message by which an open page loads again: `python -m bench.preview`.

| articles | program | median ms | first ms | slowest ms |
| --- | --- | --- | --- | --- |
{chr(10).join(lines)}
"""


if __name__ == "__main__":
    main()
