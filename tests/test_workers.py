import os
import signal
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from readalso.crew import work
from readalso.workers import FEW, spread

METHODS = ("fork", "spawn")


def echo(numbers: Sequence[int]) -> list[int]:
    return list(numbers)


def joined(chunks: Iterable[list[int]]) -> list[int]:
    return [number for chunk in chunks for number in chunk]


@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize("size", [0, 1, FEW, FEW + 1, 5 * FEW + 1])
def test_results_come_in_the_order_of_the_items(size: int, count: int) -> None:
    assert joined(spread(echo, range(size), count=count)) == list(range(size))


def test_any_executor_does_the_work() -> None:
    with ThreadPoolExecutor(3) as executor:
        assert joined(spread(echo, range(3_000), executor)) == list(range(3_000))


@pytest.mark.parametrize("method", METHODS)
def test_forked_and_fresh_processes_do_the_same(method: str) -> None:
    assert list(work(echo, [[1, 2], [3], []], 2, method)) == [[1, 2], [3], []]


def refuse(numbers: Sequence[int]) -> int:
    raise ValueError(str(numbers[0]))


@pytest.mark.parametrize("size", [1, 5 * FEW])
def test_an_error_comes_through(size: int) -> None:
    with pytest.raises(ValueError, match=r"^0$"):
        list(spread(refuse, range(size), count=2))


def die_once(chunk: tuple[str, int]) -> int:
    """Ends the process that is the first to be given the number 3."""
    mark = Path(chunk[0])
    if chunk[1] == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return chunk[1]


@pytest.mark.parametrize("method", METHODS)
def test_what_a_killed_process_had_been_given_is_done_here(method: str, tmp_path: Path) -> None:
    chunks = [(str(tmp_path / "mark"), number) for number in range(8)]
    assert list(work(die_once, chunks, 2, method)) == list(range(8))


def die_with(chunk: tuple[int, int]) -> int:
    if os.getpid() != chunk[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    return chunk[1]


def test_when_all_processes_are_killed_the_work_is_done_here() -> None:
    assert list(work(die_with, [(os.getpid(), number) for number in range(9)], 3, "fork")) == list(range(9))


def test_results_that_nobody_waits_for_any_more_end_the_processes() -> None:
    with closing(work(echo, [[number] for number in range(50)], 2, "fork")) as results:
        assert next(results) == [0]
