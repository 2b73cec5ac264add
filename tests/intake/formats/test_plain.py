import pytest

from readalso.intake.article import Article
from readalso.intake.formats.plain import read


def article(text: str | bytes) -> Article:
    (found,) = read(text if isinstance(text, bytes) else text.encode(), "seeds/a.txt")
    return found


def paragraphs(text: str | bytes) -> list[str]:
    return [paragraph.text for paragraph in article(text).paragraphs]


def test_blocks_between_blank_lines_are_paragraphs() -> None:
    found = article("Head\n\nOne.\n \t\n\nTwo.\n")
    assert found.headline == "Head"
    assert [(paragraph.number, paragraph.text) for paragraph in found.paragraphs] == [(1, "One."), (2, "Two.")]


def test_wrapped_lines_are_joined() -> None:
    assert paragraphs("Head\n\nOne and\ntwo and\n  three.\n\nFour.") == ["One and two and three.", "Four."]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert paragraphs("Head\nOne.\nTwo.") == ["One.", "Two."]


def test_wrapped_headline_is_joined() -> None:
    assert article("A headline that\ngoes on\n\nOne.").headline == "A headline that goes on"


def test_line_of_time_below_the_headline_is_a_paragraph_of_its_own() -> None:
    found = article("Head\nPublished: 2026-10-12 08:40\n\nOne.")
    assert (found.headline, [paragraph.text for paragraph in found.paragraphs]) == (
        "Head",
        ["Published: 2026-10-12 08:40", "One."],
    )


def test_text_right_below_the_headline_is_a_paragraph() -> None:
    assert paragraphs("Head\nThis is the first paragraph, and it ends.\n\nTwo.") == [
        "This is the first paragraph, and it ends.",
        "Two.",
    ]


def test_reference_inside_a_block_stands_alone() -> None:
    assert paragraphs("Head\n\nOne.\nRead also: Other\nTwo.") == ["One.", "Read also: Other", "Two."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read(encoding: str) -> None:
    assert paragraphs("Голова\n\nОдин.".encode(encoding)) == ["Один."]


def test_line_ends_of_all_systems_are_read() -> None:
    assert paragraphs("Head\r\n\r\nOne.\r\rTwo.\u2029\u2029Three.") == ["One.", "Two.", "Three."]


def test_unseen_characters_go_and_spelling_characters_stay() -> None:
    assert paragraphs("Head\n\nso\u00adft\u200b \x07bell\u00a0no\u200dbreak\ufeff") == ["soft bell\u00a0no\u200dbreak"]


def test_other_bytes_are_guessed_and_the_guess_is_said() -> None:
    found = article("Tête\n\nL’été à Évreux.".encode("cp1252"))
    assert (found.headline, found.notes) == ("Tête", ("is read as cp1252, which is a guess",))


def test_headline_alone_is_an_article() -> None:
    assert article("Head") == Article("Head", (), "seeds/a.txt", article("Head").sha256)


def test_overlong_first_line_is_a_paragraph_too() -> None:
    line = "word " * 200
    assert article(line).headline.endswith("…")
    assert paragraphs(line) == [line.strip()]
