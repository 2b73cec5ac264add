"""The preview at work: watch, prepare, build, tell the pages. Until it is cancelled.

Building is done in one thread of its own, so that pages are served meanwhile and no two builds ever run at a time; what
is saved during a build is taken up by the next one.
"""

import asyncio
import socket
import time
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from tornado.httpserver import HTTPServer

from readalso.errors import Broken, Problem, ReadalsoError
from readalso.layout import SEEDS
from readalso.preview.address import Address
from readalso.preview.answers import application
from readalso.preview.guarded import Served
from readalso.preview.pushes import reload_pages
from readalso.preview.stage import Stage
from readalso.preview.watch import Watch
from readalso.report import Voice

Result = TypeVar("Result")

_NOTHING: tuple[Problem, ...] = ()

_CALM = 0.3
"""Seconds without a change after which what was shown is built."""
_LATEST = 5.0
"""Seconds after which it is built though somebody goes on saving."""
_MOST_HEADER = 16_384
"""Bytes of a request's headers."""


class Work(Protocol):
    """What is done at a save; called in the worker's thread, one call at a time."""

    def prepare(self) -> tuple[Problem, ...]:
        """Take in what is new in seeds/, and say so; what is wrong there. Called at the start and at changes there."""

    def ready(self) -> None:
        """Load what the first save would otherwise wait for; called when the preview has been opened."""

    def proof(self, changed: Collection[str]) -> bool:
        """Show these changes without a build, where that can be; whether they are shown. A build follows all the same.

        Called only where the last build did not fail.
        """

    def build(self) -> bool:
        """Build what is served, and say so; whether any file of it changed. Problems as `Broken`."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A site, and how it is previewed."""

    root: Path
    """The site's folder, which is watched."""
    output: Path
    """The folder that is served."""
    work: Work
    is_polling: bool = False
    """Look for changes now and then: for disks whose system tells none (network shares, WSL's /mnt/c)."""


async def run(
    preview: Preview,
    address: Address,
    listener: socket.socket,
    voice: Voice,
    opened: Callable[[str], None],
) -> None:
    """Serve on `listener` until cancelled.

    When the first build is done, well or not, `opened` is called with the front page's url.
    """
    stage = Stage()
    served = Served(preview.output, stage, address, voice)
    server = HTTPServer(application(served), max_header_size=_MOST_HEADER, max_body_size=_MOST_HEADER)
    watch = Watch(preview.root, preview.is_polling)
    with ThreadPoolExecutor(1, "build") as worker:
        builder = _Builder(preview.work, stage, voice, worker)
        try:
            async with watch.running():
                await builder.take_up(await watch.changes())
                server.add_socket(listener)
                opened(address.url)
                await builder.ready()
                while True:
                    await builder.follow(watch)
        finally:
            server.stop()
            listener.close()
            await server.close_all_connections()


@dataclass(slots=True)
class _Builder:
    """Turns changes into a build and its news."""

    work: Work
    stage: Stage
    voice: Voice
    worker: ThreadPoolExecutor
    refused: tuple[Problem, ...] = ()
    """What is wrong in seeds/, since the last look there."""
    shown: frozenset[str] = frozenset()
    """What has been shown and not yet built."""
    since: float = 0.0
    """Since when, by the monotonic clock."""

    async def ready(self) -> None:
        """Get ready for the first save; what fails here fails again then, and is told."""
        if not self.stage.problems:
            await self._attempt(self.work.ready, None)

    async def follow(self, watch: Watch) -> None:
        """Show what changes next, or build it; what has been shown is built when nothing has changed for a while.

        So nobody who goes on writing has to wait for a build, but for one now and then.
        """
        try:
            changed = await asyncio.wait_for(watch.changes(), _CALM if self.shown else None)
        except TimeoutError:
            changed = frozenset()
        is_due = bool(self.shown) and time.monotonic() - self.since > _LATEST
        is_shown = bool(changed) and not is_due and not self.stage.problems and await self._prove(changed)
        if is_shown:
            self.since = self.since if self.shown else time.monotonic()
            self.shown |= changed
        else:
            changed, self.shown = changed | self.shown, frozenset()
            await self.take_up(changed)

    async def _prove(self, changed: frozenset[str]) -> bool:
        """Whether the changes could be shown without a build."""
        is_shown, _ = await self._attempt(partial(self.work.proof, changed), False)
        if is_shown:
            self.stage.show(True, ())
            reload_pages()
            self.voice.out.flush()
        return is_shown

    async def take_up(self, changed: frozenset[str]) -> None:
        """Prepare if need be, build, and tell the pages if there is anything new to see."""
        if any(path.split("/")[0] == SEEDS for path in changed):
            found, faults = await self._attempt(self.work.prepare, _NOTHING)
            self.voice.show(faults)
            self.refused = (*found, *faults)
        has_changed, broken = await self._attempt(self.work.build, False)
        self.voice.show(broken)
        had_problems = bool(self.stage.problems)
        if self.stage.show(has_changed, (*self.refused, *broken)):
            reload_pages()
        if had_problems and not self.stage.problems:
            self.voice.say("mended")
        self.voice.out.flush()

    async def _attempt(self, step: Callable[[], Result], otherwise: Result) -> tuple[Result, tuple[Problem, ...]]:
        """What a step gives, or else `otherwise` and why it failed. No failure of a build ends the preview."""
        done = asyncio.get_running_loop().run_in_executor(self.worker, step)
        (result,) = await asyncio.gather(done, return_exceptions=True)
        return (otherwise, _explain(result)) if isinstance(result, BaseException) else (result, ())


def _explain(error: BaseException) -> tuple[Problem, ...]:
    """A failure as Problems."""
    match error:
        case Broken():
            return error.problems
        case ReadalsoError():
            return (Problem("", 0, 0, str(error)),)
        case OSError():
            return (Problem(str(error.filename or ""), 0, 0, error.strerror or str(error)),)
        case _:
            what = f"the build stopped with {type(error).__name__}: {error}"
            return (Problem("", 0, 0, what, "this is a fault of Readalso; please report it"),)
