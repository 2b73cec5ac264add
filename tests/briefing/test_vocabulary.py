"""The words by which a briefing is found."""

import pytest

from readalso.briefing.frontmatter import FrontMatter, Quote, Source
from readalso.briefing.vocabulary import Vocabulary, vocabulary, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Port deal: EUR 20bn, “near”!", ["port", "deal", "eur", "20bn", "near"]),
        ("L’été à Évry", ["l", "ete", "a", "evry"]),
        ("Зеленський — у Києві", ["зеленський", "у", "києві"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("ميناء كورفان", ["ميناء", "كورفان"]),
        ("हिन्दी समाचार", ["हिन्दी", "समाचार"]),
        ("東京都の港 Corvan港", ["東京", "京都", "都の", "の港", "corvan", "港"]),
        ("a" * 40, ["a" * 24]),
        ("", []),
    ],
)
def test_words_are_folded_and_unspaced_scripts_taken_in_pairs(text: str, found: list[str]) -> None:
    assert list(words(text)) == [word for word in found if len(word) > 1 or (not word.isascii() and word not in "у")]


def test_each_word_stands_where_it_says_most() -> None:
    matter = FrontMatter(
        "a",
        "Port deal",
        summary="A port deal with Veldan is near.",
        people=("Mara Veldan",),
        quotes=(Quote("Ada Brunn", "Near enough."),),
        source=Source("Harbour Wire"),
        aliases=("/old/", "The accord"),
    )
    assert vocabulary(matter, "The port.\n\nIts *cranes* are near.") == Vocabulary(
        "accord deal port the",
        "ada brunn harbour mara veldan wire",
        "enough is near with",
        "are cranes its",
    )
