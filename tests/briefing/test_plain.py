"""The shortcut past Python-Markdown: not a byte differs, and each character that it excludes has to be."""

import random
import re
from collections.abc import Iterator

import pytest

from readalso.briefing.markdown import Converter, plain, syntax

LABELS = ("Read also", "Читайте також", "À lire aussi")
SHORT, LONG = Converter(LABELS), Converter(LABELS, None)
GUARD = plain.Guard()

WORDS = (
    "the port Deal порт угода ψωμί سلام שלום हिन्दी 日本語 ไทย l'été « oui » “yes” \"no\" it's – — … 2026 3. 12.5 a:b x:y "
    "Read also: Читайте також: : | = ~ - + # ! ? http://x.y/z a@b.c e.g. %5 { } {{x}} {%y%} $ ^ @ ( ) 10. ٣. a\u00a0b"
).split(" ")
SPANS = (
    "*em*|**st**|*two words*|(*x*)|*x*,|[l](http://x.yz)|[a b](https://ex-a.org/p_a/b?c=d,e;f@g:%20+~)|**a b**.|*a*b|"
    "[x](http://x--y.zz/)|[x](http://1.2.3.4/)|[x](https://a.b1/)|**a*|*a**|[x] (http://a.bc)|![l](http://x.yz)|“*x*”|"
    "*x*/*y*|*é*|*x*…|[日本](http://a.bc/)|http://*x*|*x* *y*|_u_|*a**b**c*|[*x*](http://a.bc)"
).split("|")
SYNTAX = (
    "<|\\.|_u_|[r]|`c`|\\*|<b>|&amp;|&|[[Head]]|[[H\\|w]]|[^1]|[r]|<http://x.y>|  |\t|\x02|\x03|\u2028|\ue0003\ue001|]| >|a  |*|_|[|**|"
    "[a [b](c)](d)|![x](http://e.f/g)|\ufeff|\x00|\x7f"
).split("|")
OPENINGS = (
    "||||||||||||||||||||> |- |* |1. |# |    |  |Read also: |Читайте також: |read also： |: |[^1]: |[r]: |```|~~~|---|===|a \\| b|"
    "**Read also**: |+ |>"
).split("|")


def line(pick: random.Random, oddity: float) -> str:
    words = (pick.choice(SPANS) if pick.random() < oddity else pick.choice(WORDS) for _ in range(pick.randrange(1, 9)))
    return " ".join(words)


def block(pick: random.Random) -> str:
    """A block of any kind; half of them are what the shortcut is for."""
    kind = pick.random()
    if kind < 0.5:
        return line(pick, 0.15)
    if kind < 0.65:
        mark = pick.choice(("- ", "* ", "> "))
        return "\n".join(mark + line(pick, 0.1) for _ in range(pick.randrange(1, 4)))
    words = [line(pick, 0.1), pick.choice(SYNTAX) if pick.random() < 0.5 else "", line(pick, 0.1)]
    return "\n".join(pick.choice(OPENINGS) + " ".join(words) for _ in range(pick.choice((1, 1, 2, 3))))


def texts(seed: int, count: int) -> Iterator[str]:
    pick = random.Random(seed)
    for _ in range(count):
        between = pick.choice(("\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n"))
        yield between.join(block(pick) for _ in range(pick.randrange(1, 6))) + pick.choice(("\n", "", "\n\n"))


def rows(seed: int, count: int) -> Iterator[str]:
    """Texts in which lists and quotations follow each other."""
    pick = random.Random(seed)
    for _ in range(count):
        marks = [pick.choice(("- ", "* ", "> ", "")) for _ in range(pick.randrange(2, 6))]
        blocks = (
            "\n".join(mark + line(pick, 0.1) for _ in range(pick.randrange(1, 4) if mark else 1)) for mark in marks
        )
        yield "\n\n".join(blocks) + "\n"


def differing(short: Converter, all_texts: Iterator[str]) -> Iterator[str]:
    return (text for text in all_texts if short.convert(text, "p") != LONG.convert(text, "p"))


def test_no_byte_differs() -> None:
    assert list(differing(SHORT, texts(1, 1_500))) == []


def test_no_byte_differs_where_lists_and_quotations_follow_each_other() -> None:
    assert list(differing(SHORT, rows(1, 500))) == []
    assert "<p>b</p>" in str(SHORT.convert("- a\n- b\n\n- c\n- d\n"))


@pytest.mark.slow
def test_no_byte_differs_in_two_hundred_thousand_blocks() -> None:
    assert list(differing(SHORT, texts(2, 70_000))) == []
    assert list(differing(SHORT, rows(2, 20_000))) == []


def test_most_of_these_texts_take_the_shortcut_at_least_in_part() -> None:
    blocks = [one for text in texts(3, 500) for one in text.split("\n\n")]
    assert sum(GUARD.paragraph(one) is not None or GUARD.group(one) is not None for one in blocks) > len(blocks) / 5


def test_the_shortcut_is_off_for_processors_it_was_not_proved_with() -> None:
    other = Converter(LABELS)
    assert syntax.is_known(other._markdown)
    other._markdown.inlinePatterns.deregister("entity")
    assert not syntax.is_known(other._markdown)


# A text in which Python-Markdown or the sanitiser acts on just this character. Brackets act only in pairs, so both have
# to be let through.
EXCLUDED = {
    "`": "a `b` c",
    "\\": "a \\. b",
    "<": "a < b",
    ">": "a > b",
    "&": "a & b",
    "*": "a *b* c",
    "_": "a _b_ c",
    "\t": "a\tb",
    "\x02": "a\x02b",
    "\x03": "a\x03b",
    "\x00": "a\x00b",
}


@pytest.mark.parametrize("character", EXCLUDED)
def test_letting_an_excluded_character_through_is_caught(character: str) -> None:
    text = EXCLUDED[character]
    assert list(differing(SHORT, iter([text]))) == []
    careless = Converter(LABELS, plain.Guard("".join(re.escape(one) for one in EXCLUDED if one != character)))
    assert list(differing(careless, iter([text]))) == [text]


def without(*characters: str) -> plain.Guard:
    """The guard with some of its excluded characters let through."""
    active = plain.ACTIVE
    for character in characters:
        written = re.escape(character) if re.escape(character) in active else character
        assert written in active
        active = active.replace(written, "", 1)
    return plain.Guard(active)


@pytest.mark.parametrize("characters", ["`", "\\", "<", ">", "&", "*", "_", "[]"])
def test_the_generated_texts_catch_it_too(characters: str) -> None:
    assert next(differing(Converter(LABELS, without(*characters)), texts(1, 1_500)), None) is not None


@pytest.mark.parametrize("text", ["# a", "> a", ": a\n\nb", "+ a", "- a", "~~~\n\na", "1. a", "٣. a", " a"])
def test_each_opening_is_left_to_markdown(text: str) -> None:
    assert GUARD.paragraph(text.split("\n")[0]) is None
    assert list(differing(SHORT, iter([text]))) == []


@pytest.mark.parametrize(
    "text",
    [
        "- Lire aussi : Foo a\n- b words",
        "> a\n> Lire aussi : Foo",
        "Plain.\n\n* Read also: Third thing\n* b words\n\nPlain.\n\n> He said it.\n> Read also: Second\n\nEnd.",
        "*e*,\n\nx*a**b*  \na:b",
    ],
)
def test_references_in_lists_and_quotations_and_what_markdown_leaves_behind(text: str) -> None:
    short, whole = Converter(LABELS), Converter(LABELS, None)
    assert short.convert(text) == whole.convert(text)
    assert "klzzwxh" not in str(short.convert(text))
