"""Which files of a site are edited, and when: watchfiles tells, several saves at once are told as one.

Watched are readalso.yml and the folders that a build reads, as they come and go; never the output, so that a build
cannot set off another one.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from watchfiles import Change, awatch
from watchfiles.main import FileChange

from readalso.errors import broken
from readalso.settings import FILE

SEEDS = "seeds"
FOLDERS = ("content", SEEDS, "themes", "templates", "static", "languages")

_QUIET = 20
"""Milliseconds without a change that end a burst of saves; an editor's save is a handful of steps within some 5 ms."""
_LONGEST = 400
"""Milliseconds after which a burst that goes on, say a checkout of thousands of files, is told all the same."""
_POLL = 300
"""Milliseconds between two looks where the system tells no changes."""


class Watch:
    """The changes of one site, gathered until they are asked for."""

    def __init__(self, root: Path, is_polling: bool) -> None:
        self._root, self._is_polling = root, is_polling
        self._changed: set[str] = set()
        self._news = asyncio.Event()
        self._anew = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

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
        self._tasks = [asyncio.create_task(self._watch_top()), asyncio.create_task(self._watch_folders())]
        for task in self._tasks:
            task.add_done_callback(lambda _: self._news.set())
        try:
            yield
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _watch_top(self) -> None:
        """readalso.yml; and when one of the folders appears or goes, the folders are watched anew."""
        async for changes in self._awatch(self._root, is_deep=False):
            if FILE in self._names(changes):
                self._note([FILE])
            come_or_gone = [change for change in changes if change[0] is not Change.modified]
            if {*FOLDERS} & {*self._names(come_or_gone)}:
                self._anew.set()

    async def _watch_folders(self) -> None:
        while True:
            self._anew.clear()
            folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
            # What changed before a watch began is not told, so at each beginning everything counts as changed. This is
            # called in the loop's next turn; the watch begins in the present one.
            asyncio.get_running_loop().call_soon(self._note, FOLDERS)
            async for changes in self._awatch(*folders, is_deep=True):
                self._note(self._names(changes))

    def _awatch(self, *paths: Path, is_deep: bool) -> AsyncIterator[set[FileChange]]:
        return awatch(
            *paths,
            watch_filter=None,
            debounce=_LONGEST,
            step=_QUIET,
            stop_event=self._anew if is_deep else None,
            force_polling=self._is_polling or None,
            poll_delay_ms=_POLL,
            recursive=is_deep,
            ignore_permission_denied=True,
        )

    def _note(self, names: Iterable[str]) -> None:
        self._changed.update(names)
        if self._changed:
            self._news.set()

    def _names(self, changes: Iterable[FileChange]) -> Iterator[str]:
        """The changed paths that a build might read; not an editor's own files beside them."""
        for _, path in changes:
            name = Path(path).relative_to(self._root).as_posix()
            if not any(part.startswith(".") for part in name.split("/")) and not name.endswith("~"):
                yield name
