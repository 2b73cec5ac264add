from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso import files
from readalso.briefing.briefing import Briefing, normal, parse, write
from readalso.briefing.frontmatter import DATE_SOURCES, KEYS, STATUSES, Correction, FrontMatter, Image, Quote, Source
from readalso.briefing.frontmatter import write as write_matter
from readalso.errors import Broken
from readalso.fields import Moment, moment
from readalso.words import digest

HOSTILE = [
    "Minister: Port deal", "a: b: c", "---", "--- ", "...", " leading", "trailing ", "null", "~", "yes", "no", "True", "0x10",
    "012", "1e5", "1.5", "-1", "2025-03-27", "2025-03-27T12:30:00Z", "12:30", "# no comment", "a # b", "- item", "? key",
    "[x]", "{x}", "*x", "&x", "!x", "|", ">", "%", "@", "`", "'", '"', "\\", "\\n", "\u2028", "\u2029", "\x85", "\x00",
    "\x1b[31m", "\x7f", "\ufeff", "\ufffe", "\uffff", "😀", "👩‍👩‍👧", "é", "e\u0301", "Київ", "a\nb", "a\n\n---\nb", "\r\n", "\t", "a\u00a0b",
    "x" * 5_000, "слово " * 500, "{{ x }}", "</script>", ",", "a, b", "]", "}", ": ", " :", "key: [",
]  # fmt: skip
TEXTS = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
FILLED = TEXTS.filter(bool)
LISTS = st.lists(WORDS, max_size=3, unique=True).map(tuple)
SENTENCES = st.lists(TEXTS, max_size=3).map(tuple)
MOMENTS = st.none() | st.sampled_from(
    ["2025-03-27", "2025-03-27T12:30", "2025-03-27 12:30", "2025-03-27T12:30:15+02:00", "2025-03-27T12:30:00.5Z"]
).map(moment)
KEYS_OF_ONES_OWN = FILLED.filter(lambda text: len(text) < 100) | st.sampled_from(["", "a ", "null", "1", "key: x"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS_OF_ONES_OWN, inner, max_size=3),
    max_leaves=5,
)
MATTERS = st.builds(
    FrontMatter,
    id=st.from_regex(r"[\w.:~-]{3,20}", fullmatch=True).filter(lambda id: id != "gone"),
    title=WORDS,
    date=MOMENTS,
    date_source=st.sampled_from(DATE_SOURCES),
    not_before=MOMENTS,
    updated=MOMENTS,
    language=st.sampled_from(["", "en", "uk", "pt-BR", "no"]),
    summary=TEXTS,
    key_points=SENTENCES,
    status=st.sampled_from(STATUSES),
    embargo=MOMENTS,
    expires=MOMENTS,
    correction=TEXTS,
    corrections=st.lists(st.builds(Correction, st.none() | MOMENTS, TEXTS), max_size=3).map(tuple),
    source=st.builds(Source, TEXTS, TEXTS, TEXTS, TEXTS, MOMENTS),
    byline=TEXTS,
    dateline=TEXTS,
    people=LISTS,
    organisations=LISTS,
    places=LISTS,
    topics=LISTS,
    quotes=st.lists(st.builds(Quote, TEXTS, TEXTS), max_size=2).map(tuple),
    read_also=SENTENCES,
    aliases=SENTENCES,
    image=st.builds(Image, WORDS, TEXTS, TEXTS, TEXTS, st.booleans()) | st.just(Image()),
    slug=TEXTS,
    extra=st.dictionaries(KEYS_OF_ONES_OWN, VALUES, max_size=3),
)


@given(MATTERS, TEXTS)
def test_what_is_written_is_read_again(matter: FrontMatter, text: str) -> None:
    briefing = Briefing("2025/a.md", matter, normal(text))
    assert parse("2025/a.md", write(briefing)) == briefing
    assert write(parse("2025/a.md", write(briefing))) == write(briefing)


@given(MATTERS)
def test_a_written_file_is_clean_text_a_line_a_value(matter: FrontMatter) -> None:
    written = write_matter(matter)
    assert files.decode(written.encode(), "") == written
    assert all(line.startswith("  - ") or line.partition(":")[0] in KEYS for line in written.splitlines())


@given(TEXTS | st.text(st.sampled_from(" \t\n\x0ba\u2003"), max_size=20))
def test_a_normal_body_stays_as_it_is(text: str) -> None:
    assert normal(normal(text)) == normal(text)


def test_a_body_keeps_its_first_lines_indent_and_loses_blank_lines_around() -> None:
    assert normal(" \n\t\n    code\n\ntext  \n\n \n") == "    code\n\ntext\n"
    assert normal("\n" * 500_000 + "x") == "x\n"
    assert normal(" \n\n") == ""


def test_a_title_is_enough() -> None:
    briefing = parse("a.md", "---\ntitle: Port deal\n---\n", "content/a.md")
    assert briefing == Briefing("a.md", FrontMatter(digest("a.md")[:12], "Port deal"), "")


def test_a_source_may_be_its_name_alone() -> None:
    short, long = (
        parse("a.md", f"---\ntitle: T\nsource: {said}\n---\n") for said in ("Harbour Wire", "{name: Harbour Wire}")
    )
    assert short == long


def test_an_id_left_out_is_that_of_the_path_whatever_the_file_is_called() -> None:
    text = "---\ntitle: x\n---\n"
    assert parse("a.md", text).matter.id == parse("a.md", text, "content/a.md").matter.id
    assert parse("a.md", text).matter.id != parse("b.md", text).matter.id


def test_line_ends_and_byte_order_marks_do_not_matter() -> None:
    data = "---\ntitle: x\nsummary: 'y'\n---\n\nText.\nMore.\n"
    windows = b"\xef\xbb\xbf" + data.replace("\n", "\r\n").encode()
    assert parse("a.md", files.decode(windows, "a.md")) == parse("a.md", data)


def test_a_rule_in_the_text_is_not_a_fence() -> None:
    assert parse("a.md", "---\ntitle: x\n--- \n---\n\nText\n\n---\n").text == "---\n\nText\n\n---\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'a.md:1: has no front matter; begin the file with the lines `---`, `title: "…"`, `---`'),
        ("title: x\n", "a.md:1: has no front matter"),
        ("\n---\ntitle: x\n---\n", "a.md:1: has a blank line or space before its first `---`; begin the file with"),
        ("----\ntitle: x\n---\n", "a.md:1: has 4 dashes where `---` has to be; write three"),
        ("---\ntitle: x\n-----\n\nText\n", "a.md:3: has 5 dashes where `---` has to be; write three"),
        ("---\ntitle: x\n", "a.md:1: has a front matter that is not closed; end it with a line `---`"),
        ("---", "a.md:1: has a front matter that is not closed"),
        ("---\n---\n", 'a.md:1: has no title; write title: "the headline"'),
        ("---\ntitle: ' '\n---\n", 'a.md:2:8: has no title; write title: "the headline"'),
        ("---\ntitle: a: b\n---\n", 'quotation marks: title: "a: b"'),
    ],
)
def test_a_file_that_is_no_briefing_is_refused(text: str, said: str) -> None:
    with pytest.raises(Broken) as caught:
        parse("a.md", text)
    assert said in str(caught.value)


def test_all_problems_of_a_file_are_named_at_once() -> None:
    text = (
        "---\ntitel: x\ndate: 2025-02-30\nstatus: ready\nlanguage: klingon!\nsource: {nane: y, received: 25:00}\n"
        "quotes:\n  - {speaker: A, txet: b}\n  - words\npeople: [{a: b}]\ndate_source: guess\n---\n"
    )
    with pytest.raises(Broken) as caught:
        parse("a.md", text, "content/a.md")
    assert sorted((problem.line, problem.column) for problem in caught.value.problems) == [
        (1, 0), (2, 1), (3, 7), (4, 9), (5, 11), (6, 10), (6, 29), (8, 18), (9, 5), (10, 10), (11, 14),
    ]  # fmt: skip
    assert {problem.path for problem in caught.value.problems} == {"content/a.md"}


@pytest.mark.parametrize(
    "value", ["2025-02-30", "2025-01-01T25:00", "2025-01-01T10:00+99:99", "9" * 5000, "0000-01-01", "true"]
)
def test_a_date_that_is_none_is_named(value: str) -> None:
    with pytest.raises(Broken, match="is not a date; write 2025-03-27 or"):
        parse("a.md", f"---\ntitle: x\ndate: {value}\n---\n")


def test_a_date_is_kept_as_it_was_written() -> None:
    assert parse("a.md", "---\ntitle: x\ndate: 2025-03-27\n---\n").matter.date == Moment("2025-03-27")
