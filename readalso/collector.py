"""Python's search for circles among values, which a run of thousands of values without any does better without."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep Python from searching: a fifth of a cold build's time, a twentieth of that of a build with nothing to do."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
