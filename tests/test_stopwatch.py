"""Where the time went: all of it is somewhere, and templates come by what they took."""

import time

from readalso.stopwatch import Stopwatch


def test_stages_follow_one_another_and_leave_nothing_out() -> None:
    began = time.perf_counter()
    watch = Stopwatch()
    for stage in ("reading", "making", "reading"):
        time.sleep(0.002)
        watch.lap(stage)
    passed = time.perf_counter() - began
    assert list(watch.stages) == ["reading", "making"]
    assert 0.006 <= sum(watch.stages.values()) <= passed
    assert watch.stages["reading"] >= 0.004


def test_what_took_longest_comes_first() -> None:
    watch = Stopwatch()
    for template, seconds in (("b.html", 0.25), ("a.html", 1.0), ("b.html", 0.25), ("c.html", 0.5)):
        watch.add(template, seconds)
    watch.stages["making pages"] = 2.0
    assert watch.as_data() == {
        "stages": {"making pages": 2.0},
        "templates": [
            {"template": "a.html", "pages": 1, "seconds": 1.0},
            {"template": "b.html", "pages": 2, "seconds": 0.5},
            {"template": "c.html", "pages": 1, "seconds": 0.5},
        ],
    }
    lines = [" ".join(line.split()) for line in watch.lines()]
    assert lines == [
        "2.000 s 100% making pages",
        "2.000 s all together",
        "of making pages, on all cores:",
        "1.000 s 1000.00 ms each of 1 a.html",
        "0.500 s 250.00 ms each of 2 b.html",
        "0.500 s 500.00 ms each of 1 c.html",
    ]


def test_a_watch_that_saw_nothing_has_little_to_say() -> None:
    assert [" ".join(line.split()) for line in Stopwatch().lines()] == ["0.000 s all together"]
