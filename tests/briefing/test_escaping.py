"""Labels are looked up, and found where a pattern of them all would find them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso.briefing.markdown import label_pattern
from readalso.briefing.markdown.escaping import _folded
from readalso.intake.languages import labels

LABELS = (*labels(), "İlgili", "Kişisel ılık")
ALL = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x20000))))
WHOLE = re.compile(
    r"[ ]{0,3}[*_]{0,3}(?P<label>"
    + "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in sorted(LABELS, key=len, reverse=True))
    + r")[*_]{0,3}\s*[:：][*_]{0,3}\s*(?P<headline>\S.*?)\s*\Z",
    re.IGNORECASE,
)
PATTERN = label_pattern(LABELS)

_MARKS = st.sampled_from(["", "", "", " ", "*", "**", "***", "****", "__", "   ", "    ", "** ", "\u00a0"])
_COLONS = st.sampled_from([":", "：", " :", "::", "", ": x:"])


@given(st.sampled_from(LABELS), st.data())
def test_what_is_typed_is_found_as_by_a_pattern_of_all_labels(label: str, data: st.DataObject) -> None:
    typed = label.replace(" ", data.draw(st.sampled_from([" ", "  ", "\u00a0"])))
    typed = data.draw(st.sampled_from([typed, typed.upper(), typed.title(), typed[:-1], f"x {typed}", f"{typed} x"]))
    before, after, more = data.draw(_MARKS), data.draw(_MARKS), data.draw(_MARKS)
    line = f"{before}{typed}{after}{data.draw(_COLONS)}{more}{data.draw(st.sampled_from(['Deal ', 'a: b', '', ' ']))}"
    assert_found_alike(line)


@pytest.mark.parametrize(
    "line", ["LESEN SIE AUSSERDEM: Deal", "LESEN SIE AUẞERDEM: Deal", "İLGİLİ: x", "Read also:***"]
)
def test_odd_lines_are_found_alike(line: str) -> None:
    assert_found_alike(line)


def assert_found_alike(line: str) -> None:
    whole, found = WHOLE.match(line), PATTERN and PATTERN.match(line)
    assert (found and found[:2]) == (whole and (whole["label"], whole["headline"]))


def test_a_line_is_read_once_however_many_spaces_it_has() -> None:
    """Ten thousand in a row took half a second, and a hundred thousand a minute."""
    line = f"x: a{' ' * 1_000_000}b"
    assert PATTERN
    assert PATTERN.match(line) is None
    found = PATTERN.match(f"Read also{line[1:]}")
    assert found
    assert found.headline == line[3:]


def test_letters_that_a_pattern_takes_for_equal_are_equal() -> None:
    for char in sorted({char for label in LABELS for char in label} - {" "}):
        same = re.findall(re.escape(char), ALL, re.IGNORECASE)
        assert {_folded(one) for one in same} == {_folded(char)}


def test_no_labels_are_no_pattern() -> None:
    assert label_pattern(iter(())) is None
