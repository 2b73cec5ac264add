"""What stands in a briefing's file and is probably not meant."""

import pytest

from readalso.briefing.doubts import doubts


def said(front: str, body: str = "") -> list[str]:
    problems = doubts(f"---\n{front}---\n\n{body}\n", "content/a.md")
    assert all(problem.is_warning for problem in problems)
    return [str(problem).removeprefix("content/a.md:") for problem in problems]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "title: Berth #3 opens\n",
            '2:8: title ends before "#3 opens", which YAML takes for a comment; '
            'if it belongs to the text, write it in quotation marks: "Berth #3 opens"',
        ),
        (
            "title: x\ntopics:\n  - Ports\n  - Berth #3\n",
            '5:5: topics ends before "#3", which YAML takes for a comment; '
            'if it belongs to the text, write it in quotation marks: "Berth #3"',
        ),
        (
            "title: x\npeople: Ann Poe, Bob Roe\n",
            '3:9: people is read as one name, "Ann Poe, Bob Roe"; '
            "write a list: [Ann Poe, Bob Roe]; or put the one name in quotation marks",
        ),
        (
            "title: x\ntopics: Ports\n  - Strikes\n",
            '3:9: topics is read as one name, "Ports - Strikes"; '
            "write a list: [Ports, Strikes]; or put the one name in quotation marks",
        ),
    ],
)
def test_words_that_yaml_passes_over_are_named_with_the_line_to_write(front: str, expected: str) -> None:
    assert said(front) == [expected]


@pytest.mark.parametrize(
    "front",
    [
        'title: "Berth #3 opens"\n',
        "title: Berth#3\n# a note\n",
        "title: x\nstatus: draft # until Ann calls\n",
        "title: x\npeople: [Ann Poe, Bob Roe] # both\n",
        'title: x\npeople: "Poe, Ann"\n',
        "title: Yes, no - maybe\n",
        "title: x\ntopics: Ports\n",
    ],
)
def test_what_is_meant_is_no_doubt(front: str) -> None:
    assert said(front) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Read also: [[Port deal", "5: has a [[ without a ]] on its line, and so no reference; write [[the headline]]"),
        (
            "See [[Deal]] and [[Dam].",
            "5: has a [[ without a ]] on its line, and so no reference; write [[the headline]]",
        ),
        (
            "See [[Deal|]].",
            "5: [[Deal|]] has no words to show, and so is no reference; write [[Deal]], or [[Deal|the words to show]]",
        ),
    ],
)
def test_a_reference_that_is_none_is_named_with_its_line(line: str, expected: str) -> None:
    assert said("title: x\n", line) == [expected]


@pytest.mark.parametrize(
    "body",
    ["[[Deal]]", "[[Deal|words]]", "\\[[Deal", "`[[Deal`", "```\n[[Deal\n```", "    [[Deal", "[Deal]", "[[a\\]b]]"],
)
def test_a_reference_or_a_text_that_is_meant_so_is_no_doubt(body: str) -> None:
    assert said("title: x\n", body) == []
