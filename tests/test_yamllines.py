"""The shortcut past PyYAML: what it reads is what the parser says, and most of what people write is simple to it."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso import yamllines
from readalso.briefing import briefing as briefings
from readalso.errors import Broken
from readalso.yamltext import read

NAMES = 'one|two|мкг|ü|10|$|£|"%"|é|012|1.5|%|\'a\'|"a b"|a b|null|~|-|- a|<<|?|x-y|e\u0301'.split("|")
KEYS = ("title", "source", "people", "quotes", "sha256", "x_1", "page-of", "null", "yes", "1a", "a-b", '"k"', "- a")
VALUES = (
    '"a"|""|"a: b # c"|"say \\"no\\""|"a\\\\"|"\\n"|"\\u00e9"|"open|\'it\'|\'it\'\'s\'|\'\'|word|two words|a - b|a -|a: b|a #b|a#b|ні|no|'
    "null|Null|true|FALSE|~|1|1.5|012|0x1f|.inf|inf|1e5|2026-10-05|2026-10-05T12:00|2026-10-05T12:00:00+02:00|2026-10-05 12:00|"
    "2026-1-5|[]|[ ]|[a]|[a, b]|[a,b]|[\"a\" , 'b c']|[a, ]|[a b c|[[a]]|[a: b]|[1, a]|[null]|[2026-10-05T12:00:00Z]|{a: b}|{}|"
    '{a: "b", c: d e}|{a: b, a: c}|{a:b}|{"a": b}|{a: [b]}|{a: 2026-10-05T12:00, b: x}|*a|&a b|!x y|!!str a|| |>|\tx|x\t|a\u00a0b|'
    "https://|http://a:b|https://a.b/c:|https://a.b#c|https://a.b/c #d|[https://a.b/c, d]|{a: https://a.b}|/|/a b|/{a|/{a}: b|/a#b|[/a]|//|"
    "@a|`a|%a|a%|?|-|--- |...|e\u0301|\u200b|\u2028|\x85|\ufeff|😀|a/b.c(d)-e|(a)|«a»|a, b|a]b|a}b|a's|ä|_a|-a|a_b|日本語|it's|o'|a'b' c|[it's, 'b']|{a: it's}|a\"b"
).split("|")


SIMPLE = '"a: b"|word|1200|true|two words|"say \\"no\\""|\'it\'|2026-10-05T12:00:00Z|[a, "b", c d]|{a: b, c: "d, e"}|a.b|https://a.b/c?d=e&f%20g|/{path}/'.split(
    "|"
)


def value(pick: random.Random) -> str:
    return pick.choice(SIMPLE if pick.random() < 0.8 else VALUES)


def line(pick: random.Random) -> Iterator[str]:
    key = pick.choice(KEYS[:7] if pick.random() < 0.95 else KEYS)
    kind = pick.random()
    if kind < 0.6:
        yield f"{key}:{'' if pick.random() < 0.03 else pick.choice((' ', ' ', '  '))}{value(pick)}{' # note' if pick.random() < 0.03 else pick.choice(('', '', ' '))}"
    elif kind < 0.8:
        yield f"{key}:{pick.choice(('', '', ' '))}"
        indent = pick.choice(("  ", "  ", " ", ""))
        for _ in range(pick.randrange(1, 4)):
            name = pick.choice(NAMES[:9] if pick.random() < 0.95 else NAMES)
            gap = "" if pick.random() < 0.03 else pick.choice((" ", " ", "  "))
            yield f"{indent if pick.random() < 0.9 else '    '}{name}:{gap}{value(pick)}"
    else:
        yield f"{key}:{pick.choice(('', '', ' '))}"
        indent = pick.choice(("", "  ", " "))
        for _ in range(pick.randrange(4)):
            dash = "-" if pick.random() < 0.03 else pick.choice(("- ", "-  "))
            yield f"{indent if pick.random() < 0.9 else '   '}{dash}{value(pick)}"
    while pick.random() < 0.1:
        yield pick.choice(("", "", "# note", "# note", "#", " ", " # note", "---", "...", "  more", "\t"))


def texts(seed: int, count: int) -> Iterator[str]:
    pick = random.Random(seed)
    for _ in range(count):
        rows = [row for _ in range(pick.randrange(1, 4)) for row in line(pick)]
        before = pick.choice(("", "", "", "# note\n\n", "\n", "#: x\n"))
        yield before + "\n".join(rows) + pick.choice(("\n", "\n", "\n", "", "\n\n"))


def differing(some: Iterator[str]) -> Iterator[tuple[str, object, object]]:
    for text in some:
        simple = yamllines.mapping(text)
        if simple is not None:
            try:
                said: object = read(text, "", has_shortcut=False).value
            except Broken as error:
                said = error
            if repr(said) != repr(simple):  # True is no 1
                yield text, simple, said


def test_what_is_read_is_what_the_parser_says() -> None:
    assert list(differing(texts(1, 20_000))) == []


@pytest.mark.slow
def test_what_is_read_is_what_the_parser_says_a_million_times() -> None:
    assert list(differing(texts(2, 1_000_000))) == []


@given(st.text(st.sampled_from("ab:-[]{},\"'\\ \n#&*!|>%@`?~09T.é\u00a0\t"), max_size=40))
def test_no_text_of_signs_is_read_otherwise(text: str) -> None:
    around = (f"a: {text}", f'a: "{text}"', f"a: [{text}]", f"a:\n  - {text}", f"a:\n  {text}: b", f"a:\n  b: {text}")
    assert list(differing(iter([text, *(f"{one}\n" for one in around)]))) == []


def test_enough_is_simple() -> None:
    """Else the tests above would hold for a shortcut that reads nothing."""
    simple = sum(yamllines.mapping(text) is not None for text in texts(3, 2000))
    assert simple > 300


@pytest.mark.parametrize("text", ["a: &x b\n", "a: 1.5\n", "a: b # c\n", "a: b\na: c\n", "a: {b: c, b: d}\n", "\n", ""])
def test_what_has_a_meaning_of_its_own_is_left_to_the_parser(text: str) -> None:
    assert yamllines.mapping(text) is None


def test_problems_have_their_place_all_the_same() -> None:
    text = '---\ntitle: "A"\ndate: "never"\nsource: {name: A, colour: red}\n---\n'
    said = set()
    for has_shortcut in (True, False):
        with pytest.raises(Broken) as caught:
            briefings.parse("a.md", text, "a.md", has_shortcut)
        said.add(str(caught.value))
    assert len(said) == 1
    assert "a.md:3:7" in said.pop()


def test_the_line_of_a_key_is_told_without_the_parser() -> None:
    text = 'a: b\nc:\n  - "a: x"\n# e: f\n\nd: [e]\n'
    for has_shortcut in (True, False):
        document = read(text, "", first_line=2, has_shortcut=has_shortcut)
        assert [document.key_line(key) for key in ("a", "c", "d", "e")] == [2, 3, 7, 0]
