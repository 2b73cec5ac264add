"""Work over many items on all cores, through any `concurrent.futures.Executor`."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 200
"""Items given to a worker at a time: a round trip costs about 0.1 ms, a chunk of briefings some 100 ms."""


def spread(
    function: Callable[[Sequence[Item]], Result], items: Sequence[Item], executor: Executor | None = None
) -> Iterator[Result]:
    """`function` of each chunk of `items`, in order.

    Few items are done here and now; many go to `executor`, or to a process for each core. `function` must be picklable:
    a function of a module, or a `functools.partial` of one.
    """
    chunks = list(_chunks(items))
    cores = os.cpu_count() or 1
    if executor is not None:
        yield from executor.map(function, chunks)
    elif len(chunks) < 3 or cores == 1:
        yield from map(function, chunks)
    else:
        with ProcessPoolExecutor(min(cores, len(chunks)), multiprocessing.get_context(_method())) as pool:
            yield from pool.map(function, chunks)


def _method() -> str:
    """Fork is quickest and safe in a process of one thread; elsewhere a fresh process is started."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    return "fork" if can_fork and threading.active_count() == 1 else "spawn"


def _chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    walk = iter(items)
    while chunk := tuple(islice(walk, CHUNK)):
        yield chunk
