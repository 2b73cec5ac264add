import pytest

from readalso.briefing.briefing import Briefing, parse
from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import FrontMatter
from readalso.briefing.markdown import Converter
from readalso.briefing.study import study
from readalso.briefing.vocabulary import Vocabulary
from readalso.words import digest


def test_facts_are_what_the_site_needs_without_the_text() -> None:
    briefing = parse("a.md", '---\ntitle: x\nread_also: ["B"]\n---\n\nSee [[A]] now.\n')
    facts, body = study(briefing, Converter())
    assert facts == Facts(
        "a.md",
        briefing.matter,
        body.references,
        digest("See [[A]] now.\n"),
        3,
        False,
        (),
        vocabulary=Vocabulary(text="now see"),
    )
    assert [reference.headline for reference in facts.references] == ["A", "B"]


def test_problems_call_the_file_by_its_name() -> None:
    briefing = parse("a.md", "---\ntitle: x\n---\n\n" + "[" * 1_000)
    facts, _ = study(briefing, Converter(), "content/a.md")
    assert [problem.path for problem in facts.problems] == ["content/a.md"]


@pytest.mark.parametrize(
    ("text", "summary", "is_first"),
    [
        ("The deal is *near*. More.\n\nRest.", "The deal is near.", True),
        ("The deal is near and more.", "The deal is near…", True),
        ("“The deal” is near.", '"The deal" is near', True),
        ("Another beginning. The deal is near.", "The deal is near.", False),
        ("## Heading\n\nThe deal is near.", "The deal is near.", False),
        ("The deal is near.", "", False),
        ("", "The deal is near.", False),
    ],
)
def test_a_text_that_begins_with_its_summary_says_so(text: str, summary: str, is_first: bool) -> None:
    facts, _ = study(Briefing("a.md", FrontMatter("a", "A", summary=summary), text), Converter())
    assert facts.is_lede_first == is_first
