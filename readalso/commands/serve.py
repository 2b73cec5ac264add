"""`readalso serve`: the site as it will be, with what the public does not see yet, built anew at each save."""

import asyncio
import time
import webbrowser
from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread

from msgspec import structs

from readalso import files
from readalso.build import build
from readalso.commands import import_
from readalso.commands.flags import add_build_arguments, root_of
from readalso.commands.job import job_of, settings_of
from readalso.contents import is_briefing
from readalso.errors import Problem, UsageError, warning
from readalso.job import Job
from readalso.layout import SEEDS, WORK
from readalso.preview.address import Address, listen
from readalso.preview.server import Preview
from readalso.preview.server import run as run_preview
from readalso.report import Voice, count
from readalso.retouch import proof, ready
from readalso.settings import Settings


def add_arguments(parser: ArgumentParser) -> None:
    """Where to listen, and what to show; drafts and future texts are always shown, and marked."""
    parser.add_argument("-p", "--port", type=int, default=8000, help="the port (default: 8000; 0: any free one)")
    parser.add_argument("--bind", metavar="ADDRESS", default="127.0.0.1", help="where to listen (default: 127.0.0.1)")
    parser.add_argument("-O", "--open", action="store_true", help="open the front page in the browser")
    parser.add_argument("--poll", action="store_true", help="look for changes; for disks that do not tell them")
    add_build_arguments(parser)


def run(args: Namespace, voice: Voice) -> int:
    """Serve until Ctrl-C."""
    root = root_of(args)
    work = root / WORK / "preview"
    job_of(args, root, Settings())  # flags that are wrong are refused before anything is begun
    address, listener = listen(args.bind, args.port)
    if args.fresh:
        files.remove_tree(work)
    if not address.is_private:
        what = f"everyone who can reach {args.bind} sees drafts and texts that are not yet published"
        voice.show([warning("", what, "leave out --bind to keep them on this machine")])
    output = Path(args.destination).resolve() if args.destination else work / "site"
    desk = _Desk(args, root, output, work, address, voice)
    asyncio.run(run_preview(Preview(root, output, desk, args.poll), address, listener, voice, desk.open))
    return 0


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the preview does at a save."""

    args: Namespace
    root: Path
    output: Path
    """Never that of the published pages."""
    work: Path
    address: Address
    voice: Voice
    shown: set[str] = field(default_factory=set)
    """The files of the output that were shown since the last build."""

    def prepare(self) -> tuple[Problem, ...]:
        """Import what is new in seeds/."""
        if not (self.root / SEEDS).is_dir():
            return ()
        receipt = import_.import_articles(self.args, self.root, settings_of(self.args, self.root), [])
        if receipt.problems or receipt.count("unchanged") + receipt.count("deleted") < len(receipt.files):
            import_.tell(receipt, self.voice)
        return tuple(problem for problem in receipt.problems if not problem.is_warning)

    def ready(self) -> None:
        """Load what makes a page."""
        self.shown.update(ready(self._job()))

    def proof(self, changed: Collection[str]) -> bool:
        """Show texts that were edited, if that is all: their pages alone are made, and nothing else looked at."""
        names = [path.removeprefix("content/") for path in changed if path.startswith("content/")]
        if len(names) < len(changed) or not all(map(is_briefing, names)):
            return False
        began = time.perf_counter()
        pages = proof(self._job(), names)
        self.shown.update(pages)
        if pages:
            self.voice.say(f"{count(len(pages), 'page')} shown ({time.perf_counter() - began:.2f} s)")
        return bool(pages)

    def build(self) -> bool:
        """Build for the preview: settings are read anew, and the site stands where it is served."""
        job = replace(self._job(), shown=frozenset(self.shown))
        self.shown.clear()  # whether this build ends well or not, the next one looks for itself
        outcome = build(job, self.voice)
        self.voice.show(outcome.problems)
        for url, why in outcome.made:
            self.voice.detail(f"made {url}: {why}")
        change = outcome.change
        if change.written or change.removed:
            gone = f", {len(change.removed):,} gone" if change.removed else ""
            self.voice.say(f"{count(len(change.written), 'page')} made{gone} ({outcome.seconds:.2f} s)")
        return bool(change.written or change.removed)

    def open(self, url: str) -> None:
        """Say where it is, and open it if that was asked for."""
        self.voice.say(f"preview at {url} (Ctrl-C ends it)")
        self.voice.out.flush()
        if self.args.open:
            Thread(target=webbrowser.open, args=(url,), daemon=True).start()

    def _job(self) -> Job:
        settings = settings_of(self.args, self.root)
        if self.output == (self.root / settings.output).resolve():
            raise UsageError(f"{self.output} is for what is published; name another folder with -d")
        if not self.args.base_url:
            settings = replace(settings, base_url=self.address.url)
        job = job_of(self.args, self.root, settings)
        show = structs.replace(job.show, drafts=True, future=True)
        return replace(job, output=self.output, work=self.work, show=show, with_ledger=False, is_fresh=False)
