import pytest

from readalso.intake.anatomy.quotations import spans

PAIRS = ("“”", '""', "‘’", "«»", "„“")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “one two”.", ["one two"]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("«Один «два» три»", ["Один «два» три"]),
        ("„Eins zwei“", ["Eins zwei"]),
        ("‘One’s own’ and the dogs’ home", ["One’s own"]),
        ("“One that goes on in the next paragraph", ["One that goes on in the next paragraph"]),
        ("It is 5 “ wide", []),
        ('A 5" pipe and a 6" one', []),
        ("", []),
    ],
)
def test_outermost_quotations_are_found(text: str, inside: list[str]) -> None:
    assert [span.text for span in spans(text, PAIRS)] == inside
