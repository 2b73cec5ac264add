import pytest

from readalso.intake.formats.layout import paragraphs
from tests.intake.formats.reading import article, shown

WRAPPED = """The harbour of Calder was closed on Monday because
the pilots had gone to a wedding on the island, the
harbour master said.
Nobody had told the ships, which waited outside until
the evening and then left for other ports that were
open.
"""


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text)]


def test_short_last_lines_part_wrapped_paragraphs() -> None:
    assert [text[:11] for text in texts(WRAPPED)] == ["The harbour", "Nobody had "]


def test_indents_part_paragraphs() -> None:
    assert texts("    One is here\nand goes on.\n    Two is here\nand goes on.") == [
        "One is here and goes on.",
        "Two is here and goes on.",
    ]


def test_long_lines_are_paragraphs() -> None:
    line = "A sentence that is rather long and stands on one line. " * 3
    assert texts(f"{line}\n{line}\n") == [line.strip()] * 2


def test_printed_words_are_put_together_and_compounds_stay() -> None:
    assert texts("The iron bridge will carry wag-\ngons for years, in the opin-\nion of all of us.") == [
        "The iron bridge will carry waggons for years, in the opinion of all of us."
    ]
    assert texts("The iron bridge will carry long-\nterm traffic for some more years\nthan we thought it would.")[
        0
    ].startswith("The iron bridge will carry long-term")


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert texts("新的大桥将于明年开放，市民可以步行通过，也可以骑\n自行车通过。\n\n完") == [
        "新的大桥将于明年开放，市民可以步行通过，也可以骑自行车通过。",
        "完",
    ]


def test_page_marks_do_not_break_a_paragraph() -> None:
    found = article("Head\n\nThe bridge is closed and\n\n- 2 -\n\nwill stay so.\n")
    assert shown(found) == ["The bridge is closed and will stay so.", "furniture | - 2 -"]


@pytest.mark.parametrize("above", ["FOR IMMEDIATE RELEASE", "PRESSEMITTEILUNG", "sturm/", "1ST LEAD", "Прес-реліз"])
def test_what_stands_above_a_headline_is_no_headline(above: str) -> None:
    assert article(f"{above}\n\nHead line\n\nText.").headline == "Head line"


def test_short_lines_among_long_ones_stand_alone() -> None:
    long = "A paragraph that stands on one line of its own, as most texts from the web do today."
    assert texts(f"Ada Reed\n21 April 2026\n\n{long}\n\n{long}") == ["Ada Reed", "21 April 2026", long, long]
