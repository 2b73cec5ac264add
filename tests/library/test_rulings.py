"""What the desk has decided about references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from readalso.briefing.body import Reference
from readalso.briefing.frontmatter import Source
from readalso.errors import Broken
from readalso.library.desk import Desk
from readalso.library.links import Link, Resolved
from readalso.library.rulings import FILE, Ruling, append, contradictions, parse, settle
from readalso.library.stale import stale
from tests.library.world import facts, library

TEXT = """\
# ours
links:
  - {headline: "Port deal", means: content/a.md, by: Ada Brunn, on: 2026-11-25, why: "same speech"}
  - headline: Strike
    in: b
    never: c.md
  - {instead_of: a.md, means: b.md}
"""


def test_rulings_are_read_with_their_lines() -> None:
    assert parse(TEXT) == (
        Ruling(3, "Port deal", means="a.md", by="Ada Brunn", on="2026-11-25", why="same speech"),
        Ruling(4, "Strike", within="b", never="c.md"),
        Ruling(7, instead_of="a.md", means="b.md"),
    )
    assert parse("") == parse("links: []\n") == ()


@pytest.mark.parametrize(
    ("row", "line", "what"),
    [
        ("{headlin: x, means: a}", 2, 'did you mean "headline"'),
        ("{headline: x}", 2, "needs either means or never"),
        ("{headline: x, means: a, never: b}", 2, "needs either means or never"),
        ("{means: a}", 2, "needs either a headline or instead_of"),
        ("{instead_of: a, means: a}", 2, "leads elsewhere"),
        ("{headline: x, means: a, on: lately}", 2, "is not a date"),
        ("{}", 2, "is empty"),
        ("x", 2, "is not a list of"),
    ],
)
def test_what_is_no_ruling_is_named_with_its_line(row: str, line: int, what: str) -> None:
    with pytest.raises(Broken) as error:
        parse(f"links:\n  - {row}\n")
    assert what in str(error.value)
    assert error.value.problems[0].line == line
    assert error.value.problems[0].path == FILE


WORDS = st.text("aé жщ\"'#:{}[],&*!|>-?%@`\\").map(lambda text: f"x{text}".strip())
NAMES = st.text("ab/.", max_size=9).map(lambda text: f"x{text}")


@given(
    WORDS,
    NAMES,
    WORDS,
    st.booleans(),
    st.sampled_from(["", TEXT, "links:\n", "# nothing yet\n", "links:\n- {headline: x, means: y}"]),
)
def test_a_line_is_added_and_no_other_byte_changes(
    headline: str, target: str, why: str, never: bool, text: str
) -> None:
    ruling = Ruling(0, headline, means="" if never else target, never=target if never else "", on="2026-11-25", why=why)
    new = append(text, ruling)
    if new != text:
        assert new.startswith(text)
    assert append(new, ruling) == new
    assert any((one.headline, one.means, one.never) == (headline, ruling.means, ruling.never) for one in parse(new))


@pytest.mark.parametrize("text", ["links: []\n", "links: [{headline: x, means: y}]\n"])
def test_a_file_to_which_no_line_can_be_added_is_left(text: str) -> None:
    with pytest.raises(Broken, match="add the line by hand"):
        append(text, Ruling(0, "z", means="y"))


def _meant(text: str, *, referring: str = "Port deal") -> list[str]:
    known = (
        facts("a", "Port deal", date="2026-10-01"),
        facts("b", "Another deal", date="2026-10-02"),
        facts("c", "Secret deal", status="draft"),
        facts("d", "Who refers", [referring], date="2026-10-03"),
        facts("e", "Who refers too", [referring], date="2026-10-04"),
    )
    links = library(*known, desk=Desk(rulings=parse(text))).links
    return [_said(links[id][0]) for id in ("d", "e")]


def _said(link: Link) -> str:
    return f"{link.how} {link.target}" if isinstance(link, Resolved) else link.why


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        ("{headline: PORT DEAL, means: b.md}", ["pinned b", "pinned b"]),
        ("{headline: Port deal, in: d.md, means: b}", ["pinned b", "exact a"]),
        ("{headline: Port deal, never: a}", ["absent", "absent"]),
        ("{headline: Port deal, in: e, never: a}", ["exact a", "absent"]),
        ("{instead_of: a.md, means: b.md}", ["pinned b", "pinned b"]),
        ("{headline: Port deal, means: c.md}", ["absent", "absent"]),
        ("{headline: Port deal, means: nothing.md}", ["exact a", "exact a"]),
        ("{headline: Port deal, means: d.md}", ["absent", "pinned d"]),
    ],
)
def test_the_desk_has_the_first_word(row: str, meant: list[str]) -> None:
    assert _meant(f"links:\n  - {row}\n") == meant


def test_a_circle_of_redirects_leads_nowhere() -> None:
    rows = parse("links:\n  - {instead_of: a, means: b}\n  - {instead_of: b, means: a}\n")
    settled = settle(rows, {"a": "a", "b": "b"})
    assert (settled.redirected("a"), settled.redirected("b")) == ("a", "b")


def test_redirects_follow_each_other() -> None:
    rows = parse("links:\n  - {instead_of: a, means: b}\n  - {instead_of: b, means: c}\n")
    assert settle(rows, {"a": "a", "b": "b", "c": "c"}).redirected("a") == "c"


def test_contradictions_are_found() -> None:
    rows = parse(
        "links:\n  - {headline: X, means: a}\n  - {headline: x, means: b}\n"
        "  - {headline: Y, means: a}\n  - {headline: Y, never: a}\n"
    )
    assert [(one.line, other.line) for one, other in contradictions(rows)] == [(3, 2), (5, 4)]


def test_rulings_that_no_longer_hold_are_named_with_their_lines() -> None:
    rows = parse(
        "links:\n"
        "  - {headline: Port deal, means: 2026/gone.md}\n"
        "  - {headline: Port deal, in: b, means: c.md}\n"
        "  - {headline: Never heard of, means: a}\n"
        "  - {instead_of: a, means: b}\n"
        "  - {instead_of: b, means: a}\n"
    )
    known = (facts("a"), facts("b", "B", ["Port deal"]), facts("c", "C", status="withdrawn"))
    problems = list(stale(library(*known, desk=Desk(rulings=rows)), rows))
    assert [(problem.line, problem.what) for problem in problems] == [
        (2, 'means: there is no briefing "2026/gone.md"'),
        (3, "means content/c.md, which is withdrawn"),
        (4, 'nothing refers to "Never heard of" any more'),
        (5, "leads from a back to itself"),
        (6, "leads from b back to itself"),
    ]
    assert all(problem.is_warning for problem in problems)


def test_an_address_finds_a_briefing_and_decides_between_twins() -> None:
    first = facts("a", "Situation", source=_source("https://www.wire.example/1/?utm_source=x"))
    second = facts("b", "Situation", source=_source("https://wire.example/2"))
    references = (
        Reference("Situation", href="http://wire.example/2/"),
        Reference("Else", href="https://wire.example/1"),
    )
    asks = replace(facts("c", "Who refers"), references=references)
    assert [_said(link) for link in library(first, second, asks).links["c"]] == ["exact b", "address a"]


def _source(url: str) -> Source:
    return Source("Harbour Wire", url)


def test_long_chains_of_redirects_are_walked_once() -> None:
    many = 3_000
    lines = "".join(f"  - {{instead_of: b{number}, means: b{number + 1}}}\n" for number in range(many))
    ids = {f"b{number}": f"b{number}" for number in range(many + 1)}
    found = settle(parse(f"links:\n{lines}"), ids)
    assert {found.redirected(f"b{number}") for number in range(many)} == {f"b{many}"}


def test_what_runs_into_a_circle_stays_where_it_is() -> None:
    text = "links:\n  - {instead_of: a, means: b}\n  - {instead_of: b, means: c}\n  - {instead_of: c, means: b}\n"
    found = settle(parse(text), {id: id for id in "abc"})
    assert [found.redirected(id) for id in "abc"] == ["a", "b", "c"]


def test_a_file_that_begins_with_its_rows_is_told_what_stands_above_them() -> None:
    with pytest.raises(Broken, match="write `links:` on the first line, and the rows below it"):
        parse('- {headline: "a", means: b}\n')
