from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from readalso.workers import CHUNK, spread


def total(numbers: Sequence[int]) -> tuple[int, int]:
    return numbers[0], sum(numbers)


def expected(size: int) -> list[tuple[int, int]]:
    return [(start, sum(range(start, min(start + CHUNK, size)))) for start in range(0, size, CHUNK)]


@pytest.mark.parametrize("size", [0, 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 1])
def test_results_come_in_the_order_of_the_items(size: int) -> None:
    assert list(spread(total, range(size))) == expected(size)


def test_any_executor_does_the_work() -> None:
    with ThreadPoolExecutor(3) as executor:
        assert list(spread(total, range(3_000), executor)) == expected(3_000)


def refuse(numbers: Sequence[int]) -> int:
    raise ValueError(str(numbers[0]))


@pytest.mark.parametrize("size", [1, 5 * CHUNK])
def test_an_error_comes_through(size: int) -> None:
    with pytest.raises(ValueError, match=r"^0$"):
        list(spread(refuse, range(size)))
