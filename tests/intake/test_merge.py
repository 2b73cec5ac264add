import pytest

from readalso.intake.merge import Aside, Same, Taken, merge

BASE = "---\nid: a\nsource: {file: x, received: 2026-01-01}\n---\n\nOne.\n"


@pytest.mark.parametrize(
    ("theirs", "ours", "outcome"),
    [
        (BASE, BASE, Same()),
        (BASE, BASE + "Ours.\n", Same()),
        (BASE.replace("2026-01-01", "2026-02-02"), BASE + "Ours.\n", Same()),
        (BASE + "Theirs.\n", BASE, Taken(BASE + "Theirs.\n")),
        (BASE + "Theirs.\n", BASE + "Ours.\n", Aside(BASE + "Theirs.\n")),
        (BASE + "Both.\n", BASE.replace("2026-01-01", "2026-02-02") + "Both.\n", Same()),
    ],
)
def test_ours_is_replaced_only_if_nobody_touched_it(theirs: str, ours: str, outcome: object) -> None:
    assert merge(BASE, theirs, ours) == outcome
