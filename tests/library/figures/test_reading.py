"""Figures and what goes with them, in one spelling."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso import yamllines
from readalso.library.figures import table
from readalso.library.figures.reading import read


@pytest.mark.parametrize(
    ("language", "headline", "keys"),
    [
        ("en", "Fines of $1.2m", "fines of 1200000 $"),
        ("en", "US$5m, 5m euros, 5m pool", "5000000 $ , 5000000 € , 5 m pool"),
        ("en", "2nd week, Sept. 3rd", "2. week , september 3"),
        ("en", "two hundred and five, forty-five", "205 , 45"),
        ("en", "5G mast of 1990s in U.S. at -5 degrees", "5g mast of 1990s in us at -5 degree"),
        ("en", "1,200 sheep, 1.2 sheep, 18:00", "1200 sheep , 1.2 sheep , 18:00"),
        ("en", "Sprinter Jan wins", "sprinter jan wins"),
        ("de", "am 3.9. 2. Woche", "am 3 september 2. woche"),
        ("de", "1,2 Mio. Euro, fünfundvierzig, zweitägig", "1200000 € , 45 , 2 tagig"),
        ("de", "1.200 oder 1,200", "1200 oder 1,200"),
        ("fr", "soixante et onze, quatre-vingt-dix-neuf", "71 , 99"),
        ("fr", "3 Mds $, trois millions d'euros, le 3 sept.", "3000000000 $ , 3000000 € , le 3 septembre"),
        ("es", "treinta y cinco, 3 mil millones de euros, 2.ª", "35 , 3000000000 € , 2."),
        ("uk", "двадцять п'ять, 40 тис. доз, 2-й, 3-го вересня", "25 , 40000 доз , 2. , 3 вересень"),
        ("ru", "сто двадцать пять тысяч, двухдневную", "125000 , 2 дневную"),
        ("pl", "3 tys. zł, II tura, dwudniowy", "3000 zł , 2. tura , 2 dniowy"),
        ("ar", "خمسة وعشرون، ثلاثة عشر، ٣٫٤٪", "25 13 3.4 %"),
        ("xx", "1,200 and 1,200,000", "1,200 and 1200000"),
    ],
)
def test_figures_have_one_spelling(language: str, headline: str, keys: str) -> None:
    assert " ".join(piece.key for piece in read(headline, language)) == " ".join(
        keys.replace("zł", read("1 zł", "pl")[1].key).split()
    )


def test_the_case_of_a_numeral_is_kept_where_it_tells_who_does_something() -> None:
    assert [read(word, "uk")[0].case for word in ("двоє", "двох", "2")] == ["who", "двох", ""]
    assert read("двоє", "uk")[0].key == read("двох", "uk")[0].key == "2"


PIECES = st.sampled_from("1 2. 3,5 1.200 -7 $ € % 2nd two hundred million m . , : - Sept May II 5G U.S. '".split())


@given(
    st.lists(PIECES, max_size=8).map(" ".join) | st.text(max_size=30), st.sampled_from(["en", "de", "fr", "uk", "ar"])
)
def test_any_text_can_be_read(text: str, language: str) -> None:
    assert len(read(text, language)) <= 2 * len(text)


@pytest.mark.parametrize("path", sorted(Path(table.__file__).parent.glob("*.yml")), ids=lambda path: path.stem)
def test_a_table_is_of_the_simplest_lines(path: Path) -> None:
    """Every process that reads a headline loads one: PyYAML would take longer than the table."""
    assert yamllines.mapping(path.read_text(encoding="utf-8"))
