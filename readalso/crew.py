"""Processes that work through chunks of items; see `workers`.

The standard library's pool breaks as a whole when one of its processes is killed, and needs semaphores, which not every
host has; here the others go on, over pipes alone.
"""

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from typing import Generic, TypeVar

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


def work(
    function: Callable[[Chunk], Result], chunks: Sequence[Chunk], count: int, method: str
) -> Generator[Result, None, None]:
    """`function` of each chunk, in order, from `count` processes; an error of one is raised here."""
    crew = _Crew(function, chunks, method)
    try:
        crew.start(count)
        yield from crew.results()
    finally:
        crew.dismiss()


class _Crew(Generic[Chunk, Result]):
    """The processes, and what each of them has been given."""

    def __init__(self, function: Callable[[Chunk], Result], chunks: Sequence[Chunk], method: str) -> None:
        self._function, self._chunks, self._is_forked = function, chunks, method == "fork"
        self._context: SpawnContext = multiprocessing.get_context(method)  # type: ignore[assignment]
        self._members: dict[Connection, multiprocessing.process.BaseProcess] = {}
        self._given: dict[Connection, int] = {}
        self._next = 0

    def start(self, count: int) -> None:
        """Begin; each member is given its first chunk."""
        for _ in range(count):
            ours, theirs = self._context.Pipe()
            inherited = (self._chunks, (*self._members, ours)) if self._is_forked else (None, ())
            member = self._context.Process(target=_serve, args=(theirs, self._function, *inherited), daemon=True)
            member.start()
            theirs.close()
            self._members[ours] = member
        for member_end in self._members:
            self._give(member_end)

    def results(self) -> Iterator[Result]:
        """The results in the order of the chunks, each as soon as it and all before it are there.

        An error is raised in its turn as well, so that of several it is always the same one.
        """
        done: dict[int, Result | Exception] = {}
        for number in range(len(self._chunks)):
            while number not in done:
                done |= self._gather()
            result = done.pop(number)
            if isinstance(result, Exception):
                raise result
            yield result

    def dismiss(self) -> None:
        """End all members: one that waits for more ends by itself, one that works is stopped."""
        for end in self._members:
            end.close()
        for end, member in self._members.items():
            if end in self._given:
                member.terminate()
            member.join()

    def _give(self, end: Connection) -> None:
        """The next chunk, if there is one, to a member that waits."""
        if self._next < len(self._chunks):
            number, self._next = self._next, self._next + 1
            self._given[end] = number
            try:
                end.send(number if self._is_forked else self._chunks[number])
            except OSError:  # it has died, which is seen when its answer is read
                return

    def _gather(self) -> dict[int, Result | Exception]:
        """What has been finished meanwhile, at least one chunk, or how it failed."""
        found: dict[int, Result | Exception] = {}
        for end in wait(list(self._given)):
            assert isinstance(end, Connection)
            number = self._given.pop(end)
            try:
                found[number] = end.recv()
            except (EOFError, OSError):  # whoever had this chunk is gone
                found[number] = self._function(self._chunks[number])
                continue
            self._give(end)
        if not self._given:  # nobody is left
            for number in range(self._next, len(self._chunks)):
                found[number] = self._function(self._chunks[number])
            self._next = len(self._chunks)
        return found


def _serve(
    end: Connection,
    function: Callable[[Chunk], Result],
    chunks: Sequence[Chunk] | None,
    others: Sequence[Connection],
) -> None:
    """What a member does until nobody asks for more.

    `others` are the parent's ends, which a forked process has too: while one of them is open here, nobody sees the end.
    """
    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is told to the parent
    while True:
        try:
            told = end.recv()
        except (EOFError, OSError):
            return
        try:
            answer: object = function(chunks[told] if chunks is not None else told)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is raised where the work was asked for
            answer = error
        try:
            end.send(answer)
        except OSError:
            return
