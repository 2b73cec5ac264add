"""What a headline consists of, as it is remembered."""

import pytest
from msgspec.structs import replace

from readalso.library.links import Resolved
from readalso.library.outlines import outline, outlines
from tests.library.world import facts, library

WORLD = (
    facts("deal", "UPDATE 1-Vessel sinks off Corvan – minister", aliases=("Corvan loses its last vessel", "/old/")),
    facts("law", "Parlament verabschiedet Gesetz über Küstenwache", language="de"),
    facts("grain", "Через страйк чекають «одинадцять» зерновозів", language="uk"),
    facts("loud", "PORT OF CORVAN CLOSED"),
    facts("signs", "?!"),
    facts(
        "asks",
        refers=(
            "Vessel sinks off Corvan",
            "A vessel sinks off Corvan",
            "Corvan loses its last vessels",
            "Port of Corvan closed",
            "Port of Corvan opened",
        ),
    ),
    facts("fragt", language="de", refers=("Parlament verabschiedet das Gesetz über Küstenwache",)),
    facts("питає", language="uk", refers=("Через страйк чекають 11 зерновозів",)),
)


@pytest.mark.parametrize(
    ("headline", "language", "words", "small", "capital"),
    [
        ("Minister of Corvan sees two deals", "en", "minister corvan sees 2 deals", "sees 2 deals", "corvan"),
        ("PORT OF CORVAN CLOSED", "en", "port corvan closed", "", ""),
        ("Parlament berät Gesetz", "de", "parlament berat gesetz", "berat", ""),
        ("?!", "en", "", "", ""),
    ],
)
def test_a_headline_is_taken_apart(headline: str, language: str, words: str, small: str, capital: str) -> None:
    found = outline(headline, language)
    assert (found.words, found.small, found.capital) == tuple(tuple(row.split()) for row in (words, small, capital))


def test_an_address_among_the_aliases_is_no_headline() -> None:
    assert [one.key for one in outlines(WORLD[0].matter, "en")] == [
        "update 1-vessel sinks off corvan - minister",
        "corvan loses its last vessel",
    ]


def test_what_is_remembered_answers_as_what_is_worked_out_anew() -> None:
    remembered = [replace(one, outlines=outlines(one.matter, "en")) for one in WORLD]
    links = library(*WORLD).links
    assert library(*remembered).links == links
    ways = [link.how if isinstance(link, Resolved) else "" for row in links.values() for link in row]
    assert ways == ["trimmed", "near", "near", "folded", "", "near", "near"]
