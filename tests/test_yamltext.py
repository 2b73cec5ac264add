import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso.errors import Broken
from readalso.yamltext import MOST_CHARACTERS, Value, quote, read, replace

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.sampled_from(["null", "yes", "0x10", "1e5", "---", "a: b", " x", "#", "- a", "é😀", "\u2028", "\x85", "\x00"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2\n", '2:1: has the key "a" twice; keep one of them'),
        ("a: &x 1\nb: *x\n", "1:4: uses a YAML anchor (&name); put the value in quotation marks"),
        ("b: *x\n", "1:4: uses a YAML alias (*name); write the value out, or put it in quotation marks"),
        ("a: 1\nb: !!python/object x\n", "2:4: uses a YAML tag (!name); put the value in quotation marks"),
        ("a:\n  - !x {}\n", "2:5: uses a YAML tag (!name); put the value in quotation marks"),
        ("? [a]\n: 1\n", "1:3: has a key that is not a word; write `key: value`"),
        ("*x : 1\n", "1:1: uses a YAML alias (*name); write the value out, or put it in quotation marks"),
        ("a: 1\n---\nb: 2\n", "2:1: holds a second YAML document; keep one"),
        ("- a\n", "1: is not a list of `key: value` lines; write `title: …`"),
        ("words\n", "1: is not a list of `key: value` lines; write `title: …`"),
        ('a: "\\UFFFFFFFF"\n', "1:7"),
        ('a: "\\q"\n', "1:"),
        ('a: "\\ud800"\n', "1:"),
        ("a: \ud800\n", "1: names a character that does not exist; remove it"),
        ("a: \x00\n", "is not valid YAML here"),
        ("a: \x1b[31m\n", "is not valid YAML here"),
        ("a: [1, 2\n", "is not valid YAML here"),
        ("a:\n\t- b\n", "2:1: is not valid YAML here"),
        ("%YAML 9.9\n---\na: 1\n", "1:1: is not valid YAML here"),
        ("a: " + "[" * 30_000, "1:24: nests more than 20 levels deep; make it flatter"),
        ("a: " + "{a: " * 30_000, "nests more than 20 levels deep; make it flatter"),
        ("? " * 30_000, "1:3: has a key that is not a word"),
        ("- " * 30_000, "nests more than 20 levels deep; make it flatter"),
        ("a: " + "x" * MOST_CHARACTERS, "1: has 262,147 characters of YAML; the limit is 262,144"),
    ],
    ids=lambda value: value[:20].encode("unicode_escape").decode(),
)
def test_what_could_harm_is_refused_at_its_place(text: str, said: str) -> None:
    with pytest.raises(Broken) as caught:
        read(text, "f.yml")
    assert str(caught.value).startswith("f.yml:")
    assert said in str(caught.value)


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = 'a: &a ["x", "x"]\n' + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdef", "bcdefg", strict=True)
    )
    with pytest.raises(Broken, match=r":1:4: uses a YAML anchor"):
        read(bomb, "f")


def test_a_colon_in_a_headline_gives_the_line_to_write() -> None:
    with pytest.raises(Broken) as caught:
        read("title: Minister: Port deal possible\ndate: x\n", "content/a.md", first_line=2)
    problem = caught.value.problems[0]
    assert (problem.line, problem.column) == (2, 16)
    assert problem.hint.endswith('title: "Minister: Port deal possible"')


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('title: "Port deal\ndate: 2025-01-01\n', "the quotation mark in line 2 is not closed"),
        ('title: "Port deal\ntopics: ["a"]\n', "the quotation mark in line 2 is not closed"),
        ("people: [a, b\ntopics: [c]\n", "the [ in line 2 is not closed"),
        ("a: 1\nsource: {name: X\ndate: 2025\n", "the { in line 3 is not closed"),
        ('title: He\nsummary: "He said "no" today"\n', r'marks: write summary: "He said \"no\" today"'),
        ("title: 'It's done'\n", 'quotation marks inside quotation marks: write title: "It\'s done"'),
        ("title: @handle said\n", 'a value that begins with @ needs quotation marks: title: "@handle said"'),
        ("title: %5 more\n", 'a value that begins with % needs quotation marks: title: "%5 more"'),
        ("title: [Exclusive] Deal\n", 'a value that begins with [ needs quotation marks: title: "[Exclusive] Deal"'),
        ("topics:\n  - `x` y\n", 'a value that begins with ` needs quotation marks: - "`x` y"'),
        ("a:\n\t- b\n", "there is a tab in front of it; write spaces"),
        ("a: [b, c]]\n", "it stands near: a: [b, c]]"),
    ],
)
def test_the_commonest_slips_get_the_line_to_write(text: str, hint: str) -> None:
    with pytest.raises(Broken) as caught:
        read(text, "content/a.md", first_line=2)
    assert caught.value.problems[0].hint.endswith(hint)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('title: "Port deal\ndate: 2026-10-05\nlanguage: en\n', 2, 8),
        ('title: "Port deal\ndate: 2026-10-05\nplaces: [Corvan]\nstatus: "updated"\n', 2, 8),
        ("a: 1\nkey_points:\n  - 'One\n  - two\n  - 'three'\n", 4, 5),
        ("topics: [Ports\ndate: 2026-10-05\n", 2, 9),
    ],
)
def test_what_is_not_closed_is_named_where_it_was_opened(text: str, line: int, column: int) -> None:
    with pytest.raises(Broken) as caught:
        read(text, "content/a.md", first_line=2)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (line, column)
    assert problem.hint.endswith(f"in line {line} is not closed")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("nUll", "nUll"),
        ("true", True), ("FALSE", False), ("yes", "yes"), ("no", "no"), ("on", "on"),
        ("7", 7), ("-7", -7), ("+7", 7), ("0", 0), ("007", "007"), ("012", "012"), ("0x10", "0x10"), ("0o7", "0o7"),
        ("1_000", "1_000"), ("1:30:00", "1:30:00"), ("9" * 18, int("9" * 18)), ("9" * 5000, "9" * 5000),
        ("1.5", 1.5), ("1.", 1.0), (".5", 0.5), ("1e3", 1000.0), ("-1.5E-3", -0.0015), ("1e999", "1e999"),
        (".inf", ".inf"), (".nan", ".nan"), ("2025-03-27", "2025-03-27"), ("2025-13-45", "2025-13-45"),
        ("'7'", "7"), ('"null"', "null"), ("! 7", 7), ("<<", "<<"), ("=", "="), ("x # note", "x"), ("a#b", "a#b"),
        ("|\n  one\n  two\n", "one\ntwo\n"), (">-\n  one\n  two\n", "one two"), ("\n  one\n  two", "one two"),
    ],
)  # fmt: skip
def test_scalars_mean_what_a_reader_takes_them_for(written: str, value: Value) -> None:
    read_value = read(f"k: {written}\n", "").value["k"]
    assert (read_value, type(read_value)) == (value, type(value))


@pytest.mark.parametrize("text", ["", "\n\n", "# only words\n", "---\n", "~", "\ufeff", "---\n...\n"])
def test_a_text_of_nothing_is_an_empty_mapping(text: str) -> None:
    assert read(text, "").value == {}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read("\ufefftitle: x\n", "").value == {"title": "x"}


def test_each_value_and_key_has_its_place() -> None:
    document = read("title: Жук 😀\nquotes:\n  - {speaker: A,\n     text: b}\n", "f", first_line=2)
    assert document.line("title") == (2, 8)
    assert document.line("key:quotes") == (3, 1)
    assert document.line("quotes", 0, "text") == (5, 12)
    assert document.line("quotes", 0, "missing") == (4, 5)
    assert document.line("missing") == (0, 0)
    assert document.written("title") == "Жук 😀"
    assert document.written("quotes") == "- {speaker: A,\n     text: b}"


@given(VALUES)
def test_what_is_quoted_is_read_again(value: Value) -> None:
    assert read(f"k: {quote(value)}\n", "").value == {"k": value}
    assert "\n" not in quote(value)


@given(VALUES, st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "new"]))
def test_replacing_a_value_leaves_every_other_byte(value: Value, key: str) -> None:
    text = (
        "# desk\na: |  # keep\n  x\n  # y\n\n# c\nb:\n  - 1\n  - p: q\n    r:\n\n# d\nc: [1,\n 2] # e\n"
        "d:\n'e': \"x\n  # z\"   # zz\nf: >+\n  k\n\ng: é😀 two\n  lines\n# end\n"
    )
    old = read(text, "")
    new = replace(text, key, value)
    assert read(new, "").value == {**old.value, key: value}
    place = old.places.get((key,))
    start = old.places[(f"key:{key}",)].start if place else len(text)
    assert new == text[:start] + f"{key}: {quote(value)}" + (text[place.end :] if place else "\n")


@given(st.text(st.sampled_from("ab:- \n#'\"|>[]{},&*!%?~\t."), max_size=40), VALUES, st.sampled_from("ab"))
def test_replacing_sets_the_value_and_nothing_else_or_says_that_it_cannot(text: str, value: Value, key: str) -> None:
    try:
        before = read(text, "").value
    except Broken:
        return
    try:
        after = read(replace(text, key, value), "").value
    except Broken:
        return
    assert after == {**before, key: value}


def test_replacing_keeps_a_file_without_a_last_line_end() -> None:
    assert replace("a: 1", "b", "x") == 'a: 1\nb: "x"\n'
    assert replace("a: 1", "a", "x") == 'a: "x"'
    assert replace("{a: 1, c: 2}", "a", 3) == "{a: 3, c: 2}"


def test_what_cannot_be_spliced_is_refused() -> None:
    for text in ("{a: 1}", "a: |+\n  x", "? a\n: 1\n", "a: 1\n..."):
        with pytest.raises(Broken):
            replace(text, "b" if "?" not in text else "a", 2)


def test_many_keys_are_read_in_one_pass() -> None:
    many = {f"k{number}": number for number in range(15_000)}
    assert read("".join(f"{key}: {value}\n" for key, value in many.items()), "").value == many
    assert len(re.findall("x", str(read("a:\n" + "  - x\n" * 40_000, "").value))) == 40_000
