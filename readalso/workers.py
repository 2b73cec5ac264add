"""Work over many items on all cores, or through any `concurrent.futures.Executor`.

A forked process has all that its parent had, so it is told which items to take, not sent them; only results are
pickled. A process that ends before its time (killed, or out of memory) costs nothing but time: what it had been given
is done here.
"""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 200
"""Most items given to a worker at a time: a round trip costs about 0.1 ms, a chunk of briefings some 20 ms."""
FEW = 300
"""Items up to which no worker is started: that takes as long as they do, 20 ms by fork and 200 ms otherwise."""
AHEAD = 64
"""Chunks that an executor is given before the first of them is done."""
_ROUNDS = 8
"""Times, at least, that each worker is given something, so that all end at about the same time."""


def spread(
    function: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    executor: "Executor | None" = None,
    count: int | None = None,
) -> Iterator[Result]:
    """`function` of each chunk of `items`, in order.

    Few items are done here and now; many go to `executor`, or to `count` processes, one for each core if it is None.
    Where processes are not forked, `function` and the items have to be picklable.
    """
    workers = count or cores()
    chunks = _chunks(items, workers)
    if executor is not None:
        yield from _through(executor, function, chunks)
    elif len(items) <= FEW or workers == 1:
        yield from map(function, chunks)
    else:
        from readalso.crew import work  # multiprocessing takes 20 ms to load

        yield from work(function, chunks, min(workers, len(chunks)), _method())


def _through(
    executor: "Executor", function: Callable[[Sequence[Item]], Result], chunks: Sequence[Sequence[Item]]
) -> Iterator[Result]:
    """The same through an executor, which is never given more than AHEAD chunks: a million pages are many gigabytes."""
    waiting: deque[Future[Result]] = deque()
    try:
        for chunk in chunks:
            if len(waiting) == AHEAD:
                yield waiting.popleft().result()
            waiting.append(executor.submit(function, chunk))
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _method() -> str:
    """Fork is quickest and safe in a process of one thread; elsewhere a fresh process is started."""
    import multiprocessing

    can_fork = "fork" in multiprocessing.get_all_start_methods()
    return "fork" if can_fork and threading.active_count() == 1 else "spawn"


def _chunks(items: Sequence[Item], workers: int) -> list[Sequence[Item]]:
    size = max(1, min(CHUNK, len(items) // (workers * _ROUNDS) if workers > 1 else CHUNK))
    return [items[start : start + size] for start in range(0, len(items), size)]
