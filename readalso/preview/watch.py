"""Which files of a site are edited, and when; several saves at once are told as one.

Watched are readalso.yml and the folders that a build reads, as they come and go; never the output, so that a build
cannot set off another one.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from watchfiles import Change, awatch
from watchfiles.main import FileChange

from readalso import files
from readalso.errors import broken
from readalso.layout import SOURCES
from readalso.settings import FILE

_QUIET = 20
"""Milliseconds without a change that end a burst of saves; an editor's save is a handful of steps within some 5 ms."""
_LONGEST = 400
"""Milliseconds after which a burst that goes on, say a checkout of thousands of files, is told all the same."""
_PAUSE = 0.3
"""Seconds between two looks, where the system does not tell changes."""
_SHARE = 10
"""A pause is at least so many times as long as the look before it."""


class Watch:
    """The changes of one site, gathered until they are asked for."""

    def __init__(self, root: Path, is_polling: bool) -> None:
        self._root, self._is_polling = root, is_polling
        self._changed: set[str] = set()
        self._news = asyncio.Event()
        self._anew = asyncio.Event()
        self._tasks: tuple[asyncio.Task[None], ...] = ()

    async def changes(self) -> frozenset[str]:
        """Wait for changes; the paths, relative to the site's folder. The first time, all the folders that may be.

        That the system will not tell changes, say for too many watches, is `Broken`.
        """
        await self._news.wait()
        for task in self._tasks:
            if task.done():
                raise broken("", f"the files cannot be watched: {task.exception()}", "serve with --poll")
        self._news.clear()
        changed, self._changed = frozenset(self._changed), set()
        return changed

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Watch for as long as the context lasts."""
        self._tasks = tuple(map(asyncio.create_task, self._watchers()))
        for task in self._tasks:
            task.add_done_callback(lambda _: self._news.set())
        try:
            yield
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _watchers(self) -> tuple[Coroutine[None, None, None], ...]:
        return (self._look(),) if self._is_polling else (self._watch_top(), self._watch_folders())

    async def _watch_top(self) -> None:
        """readalso.yml; and when one of the folders appears or goes, the folders are watched anew."""
        async for changes in awatch(
            self._root, watch_filter=None, debounce=_LONGEST, step=_QUIET, recursive=False, force_polling=False
        ):
            if FILE in self._names(changes):
                self._note([FILE])
            come_or_gone = [change for change in changes if change[0] is not Change.modified]
            if {*SOURCES} & {*self._names(come_or_gone)}:
                self._anew.set()

    async def _watch_folders(self) -> None:
        while True:
            self._anew.clear()
            folders = [self._root / name for name in SOURCES if (self._root / name).is_dir()]
            # What changed before a watch began is not told, so at each beginning everything counts as changed. This is
            # called in the loop's next turn; the watch begins in the present one.
            asyncio.get_running_loop().call_soon(self._note, SOURCES)
            async for changes in awatch(
                *folders, watch_filter=None, debounce=_LONGEST, step=_QUIET, stop_event=self._anew, force_polling=False
            ):
                self._note(self._names(changes))

    async def _look(self) -> None:
        """Compare stamps now and then. watchfiles would compare whole seconds, and miss one of two quick saves."""
        before = await asyncio.to_thread(self._stamps)
        self._note(SOURCES)
        while True:
            began = time.monotonic()
            seen = await asyncio.to_thread(self._stamps)
            self._note(path for path in before.keys() | seen.keys() if before.get(path) != seen.get(path))
            before = seen
            await asyncio.sleep(max(_PAUSE, _SHARE * (time.monotonic() - began)))

    def _stamps(self) -> dict[str, files.Stamp]:
        """The files that a build might read, with their stamps."""
        walks = ((f"{name}/{path}", entry) for name in SOURCES for path, entry in files.walk(self._root / name))
        found = {path: stamp for path, entry in walks if _is_read(path) and (stamp := files.stamp(entry))}
        own = files.stamp(self._root / FILE)
        return found | ({FILE: own} if own else {})

    def _note(self, names: Iterable[str]) -> None:
        self._changed.update(names)
        if self._changed:
            self._news.set()

    def _names(self, changes: Iterable[FileChange]) -> Iterator[str]:
        names = (Path(path).relative_to(self._root).as_posix() for _, path in changes)
        return filter(_is_read, names)


def _is_read(name: str) -> bool:
    """Whether a build might read a file of that path; an editor's own files beside it are not read."""
    return not name.endswith("~") and not any(part.startswith(".") for part in name.split("/"))
