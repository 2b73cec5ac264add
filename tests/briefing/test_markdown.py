import html
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readalso.briefing.body import Body, Gap, Prose, Reference
from readalso.briefing.markdown import Converter, escape, escape_headline, label_pattern
from readalso.briefing.markdown.density import too_dense

FIXTURES = Path(__file__).parents[1] / "fixtures" / "markdown"
LABELS = ("Read also", "Читайте також", "À lire aussi")
PATTERN = label_pattern(LABELS)
CONVERTER = Converter(LABELS)

SYNTAX = [
    *"\\`*_{}[]()<>#+-.!|~:=\"'&^%$@/;?,0123456789abx ", "[[", "]]", "[[x]]", "[^1]", "[^1]:", "[a](b)", "![a](b)", "{{ x }}",
    "{% y %}", "<b>", "</p>", "<!--", "&amp;", "&#65;", "&lt", "http://x.y/z", "<http://x.y>", "a@b.c", "```", "~~~", "---",
    "===", "***", "__", "1. ", "1)", "- ", "+ ", "* ", "# ", "> ", ": ", "|", "    ", "\u00a0", "\u200b", "é", "Ж", "😀", "\u2028",
    "[x]: ", "[x] [y]", '<ra-gap n="0"></ra-gap>', "\\[", "\\*", "&copy;", "x_y_z",
]  # fmt: skip
OPENINGS = [
    "",
    "",
    "Read also: ",
    "Read also：",
    "Читайте також: ",
    "read  also : ",
    "**Read also**: ",
    "À lire aussi\u00a0: ",
]
LINES = (
    st.tuples(st.sampled_from(OPENINGS), st.lists(st.sampled_from(SYNTAX), max_size=14).map("".join))
    .map(lambda pair: "".join(pair).strip())
    .filter(bool)
)


def text_of(body: Body) -> str:
    """The words that a reader sees, "[gap]" for each gap."""
    markup = "".join(piece.html if isinstance(piece, Prose) else "[gap]" for piece in body.pieces)
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def shown(body: Body) -> str:
    """A body as the fixture files have it: its pieces, then its references and problems, a line each."""
    pieces = (f"[gap {piece.number}]" if isinstance(piece, Gap) else piece.html for piece in body.pieces)
    references = (
        f"{number}: {' | '.join(word or '-' for word in (one.label, one.headline, one.shown, one.sentence))}"
        for number, one in enumerate(body.references)
    )
    return "".join(f"{line}\n" for line in (*pieces, *references, *(f"! {problem.what}" for problem in body.problems)))


CASES = [
    pytest.param(*match.groups(), id=f"{path.stem}: {match[1]}")
    for path in sorted(FIXTURES.glob("*.txt"))
    for match in re.finditer(r"^(.+)\n\.\n((?:.*\n)*?)\.\n((?:.*\n)*?)\.\n", path.read_text(encoding="utf-8"), re.M)
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_markdown_becomes_prose_with_gaps(title: str, text: str, expected: str) -> None:
    assert shown(CONVERTER.convert(text)) == expected


@given(LINES)
def test_an_escaped_line_comes_out_as_the_same_text(line: str) -> None:
    body = CONVERTER.convert(escape(line, PATTERN))
    assert (text_of(body), body.references) == (line, ())


@given(st.lists(LINES, min_size=1, max_size=4))
def test_escaped_paragraphs_come_out_as_the_same_paragraphs(lines: list[str]) -> None:
    body = CONVERTER.convert("\n\n".join(escape(line, PATTERN) for line in lines))
    assert (text_of(body).split("\n"), body.references) == (lines, ())


@pytest.mark.parametrize(
    "text", ["A plain line, with 3.5 % and (words) - all of it; John's.", "snake_case & [sic] 5 > 3"]
)
def test_a_plain_line_needs_no_marks(text: str) -> None:
    assert escape(text, PATTERN) == text


@given(st.text(st.sampled_from("ab \\|[]{}*_`<&:#é"), min_size=1).filter(str.strip))
def test_an_escaped_headline_is_referred_to_as_it_is(headline: str) -> None:
    headline = " ".join(headline.split())
    for text in (f"Read also: [[{escape_headline(headline)}]]", f"See [[{escape_headline(headline)}]] now."):
        assert [reference.headline for reference in CONVERTER.convert(text).references] == [headline]


MARKUP = st.lists(
    st.sampled_from([*SYNTAX, *OPENINGS, "\n", "\n\n", "    ", "[[A]]", "[[B|c]]", "\nRead also: X\n", "\t", "<", "\x02", "\x03"]),
    max_size=30,
).map("".join)  # fmt: skip


@given(MARKUP)
@example("> " * 30 + "- " * 9 + "x")
def test_any_text_gives_gaps_in_order_and_safe_prose(text: str) -> None:
    body = CONVERTER.convert(text, further=["Last"])
    assert [piece.number for piece in body.pieces if isinstance(piece, Gap)] == list(range(len(body.references)))
    assert body.references[-1] == Reference("Last")
    prose = "".join(piece.html for piece in body.pieces if isinstance(piece, Prose))
    assert not re.search(r"<(?!/?(?:p|br|hr|em|strong|code|pre|blockquote|[ou]l|li|h[2-6]|a|img|sup|div|del|table|thead|tbody"
                         r"|t[rhd]|d[ltd])[ >])|javascript:|klzzwxh|[\x02\x03]", prose)  # fmt: skip


@given(MARKUP, MARKUP)
def test_a_converter_remembers_nothing(one: str, other: str) -> None:
    first = CONVERTER.convert(one)
    CONVERTER.convert(other)
    assert CONVERTER.convert(one) == first == Converter(LABELS).convert(one)


def test_further_references_stand_after_the_text() -> None:
    assert CONVERTER.convert("See [[A]].", further=["B", "C"]).pieces == (
        Prose("<p>See "), Gap(0), Prose(".</p>"), Gap(1), Gap(2),
    )  # fmt: skip


def test_a_converter_without_labels_knows_brackets_only() -> None:
    assert shown(Converter().convert("Read also: A\n\nRead also: [[B]]\n")) == (
        "<p>Read also: A</p>\n[gap 0]\n0: Read also | B | - | Read also: A\n"
    )


DENSE = {
    "a line of list marks": "- " * 1_000 + "a",
    "a deep list": "\n".join("    " * depth + "- a" for depth in range(400)),
    "a deep list of tabs": "\n".join("\t" * depth + "- a" for depth in range(150)),
    "a deep quotation": "> " * 500 + "a",
    "CDATA openings": "<![" * 8_000,
    "brackets": "[" * 8_000,
    "footnotes": "[^1]" * 8_000,
    "footnotes in paragraphs": "a[^1]\n\n" * 8_000,
    "a fence and spaces": "```" + " " * 16_000,
    "a long fence": "~" * 16_000,
    "a fence and a brace": "~~~{" + " " * 16_000,
    "backticks": "`a" * 8_000,
    "stars": "*a **b " * 4_000,
    "underscores": "_a __b " * 4_000,
    "backslashes": "\\" * 100_000,
    "entities": "&amp;" * 50_000,
    "few brackets before a long text": "[" * 300 + "word " * 100_000,
    "few links before a long text": "[a](" * 150 + "(" * 300_000,
    "few references before a long text": "[[" * 190 + "word " * 100_000,
    "a table of a million cells": "a|" * 1_000 + "\n" + "-|" * 1_000 + "\n" + "|\n" * 1_000,
    "headings": "# a\n" * 20_000,
    "underlined headings": "a\n=\n" * 20_000,
    "too long a text": "word " * 500_000,
}
LARGE = {
    "a long paragraph": "word " * 100_000,
    "many paragraphs": "Some words. " * 20 + "\n\n" + "Some words.\n\n" * 5_000,
    "many references": "Read also: Headline\n" * 5_000,
    "many references between paragraphs": "Some words. More.\n\nRead also: Headline\n\n" * 2_000,
    "a long list": "- item\n" * 10_000,
    "a long table": "a|b\n-|-\n" + "1|2\n" * 5_000,
    "blank lines": "\n" * 500_000,
    "marks": ":" * 100_000 + "!" * 100_000,
    "a run of spaces": "a" + " " * 100_000 + "b",
    "link definitions": "[a]: x\n\n" * 5_000,
}


@pytest.mark.parametrize("text", DENSE.values(), ids=DENSE.keys())
def test_a_text_too_dense_for_markdown_is_shown_as_it_stands(text: str) -> None:
    body = CONVERTER.convert(text, "content/a.md")
    assert [(problem.path, problem.is_warning) for problem in body.problems] == [("content/a.md", True)]
    assert text_of(body).split() == text.split()


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE.keys())
def test_a_large_text_is_converted_all_the_same(text: str) -> None:
    assert CONVERTER.convert(text).problems == ()


def test_a_text_that_exhausts_the_stack_is_shown_as_it_stands_and_leaves_no_trace() -> None:
    text = "\n\n".join("    " * depth + "- a" for depth in range(38))
    deep = text

    def sink(depth: int) -> Body:
        return sink(depth - 1) if depth else CONVERTER.convert(deep)

    before = CONVERTER.convert("- a\n\n        b\n\ntext\n")
    bodies = [sink(depth) for depth in range(600, 900, 20)]
    assert any(body.problems for body in bodies)
    assert CONVERTER.convert("- a\n\n        b\n\ntext\n") == before


@pytest.mark.parametrize("text", ["", "words", "- a\n" * 300, "[[A]] " * 190, "[a](/b) " * 390, "> > > a\n> > b"])
def test_ordinary_texts_are_not_too_dense(text: str) -> None:
    assert too_dense(text) == ""


def test_the_sentence_of_a_reference_is_cut_at_400_characters() -> None:
    (reference,) = CONVERTER.convert("word " * 200 + "[[A]] end").references
    assert len(reference.sentence) == 400


def test_a_tables_columns_are_aligned_by_a_class_since_a_strict_host_refuses_styles() -> None:
    (piece,) = Converter().convert('| a | b |\n|---|--:|\n| 1 | <td style="text-align: left;"> |\n').pieces
    assert isinstance(piece, Prose)
    assert '<td class="right">&lt;td style="text-align: left;"&gt;</td>' in piece.html
    assert "<td style" not in piece.html
