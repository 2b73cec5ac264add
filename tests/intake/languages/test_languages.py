import re

import pytest

from readalso.intake.anatomy.grammar import grammar
from readalso.intake.languages import codes, labels, language, months, stems
from readalso.intake.languages.lines import farewell, furniture, is_salutation, label, trailing_label


@pytest.mark.parametrize("code", codes())
def test_each_language_file_compiles(code: str) -> None:
    known, rules = language(code), grammar(language(code))
    assert known.code == code
    assert known.labels
    assert all(rules.said.search(verb) for verb in known.said)
    assert all(rules.role.search(role) for role in known.roles)


@pytest.mark.parametrize("code", codes())
def test_rules_that_drop_paragraphs_are_expressions(code: str) -> None:
    known = language(code)
    for form in (*known.closings, *known.corrections, *(form for forms in known.dropped.values() for form in forms)):
        assert not re.compile(form).match("The pier opened on Saturday.")


@pytest.mark.parametrize("code", codes())
def test_labels_read_from_the_head_are_the_files(code: str) -> None:
    assert set(language(code).labels) <= set(labels())


@pytest.mark.parametrize("code", codes())
def test_inversions_are_expressions(code: str) -> None:
    for pattern, replacement in language(code).inversions:
        assert re.sub(pattern, replacement, "x") == "x"


def test_labels_are_sorted_and_of_all_languages() -> None:
    assert {"Read also", "Lire aussi", "Читайте також"} <= set(labels())
    assert list(labels()) == sorted(labels())


def test_unknown_language_is_served_by_english_words() -> None:
    assert language("tlh").code == "en"
    assert language("fr-CA").code == "fr"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Published: 2026-10-12 08:40 +02:00", "published"),
        ("Publié le 7 octobre 2026 à 14h05", "published"),
        ("By Nora Quill and Otto Finn", "byline"),
        ("Par Anne Valmont", "byline"),
        ("Автор: Олена Гнатюк", "byline"),
        ("By Monday evening all was calm", ""),
        ("Par ailleurs, la jetée est ouverte.", ""),
        ("Published in a rush", ""),
        ("Source: Coastline Press", "source"),
    ],
)
def test_furniture_is_told_from_prose(line: str, kind: str) -> None:
    assert furniture(line)[0] == kind


@pytest.mark.parametrize("code", codes())
def test_forms_of_letters_are_expressions(code: str) -> None:
    known = language(code)
    assert bool(known.salutations) == bool(known.farewells) == bool(known.said)
    for form in (*known.salutations, *known.farewells):
        assert not re.compile(form, re.IGNORECASE).fullmatch("The pier opened on Saturday")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Dear Dr. Baker,", True),
        ("Hello!", True),
        ("Liebe Kolleginnen, liebe Kollegen,", True),
        ("Уважаемая редакция!", True),
        ("السادة الزملاء،", True),
        ("안녕하세요.", True),
        ("Dear bread angers Halden.", False),
        ("Dear Halden", False),
        ("dear to all who live by the harbour,", False),
    ],
)
def test_salutation_is_told_from_prose(line: str, is_one: bool) -> None:
    assert is_salutation(line) == is_one


def test_farewell_is_parted_from_the_name() -> None:
    assert farewell("Best regards, Tom Baker") == ("Best regards", "Tom Baker")
    assert farewell("С уважением,") == ("С уважением", "")
    assert farewell("Regardless of that, they go on.") == ("", "Regardless of that, they go on.")


def test_label_and_headline_are_as_printed() -> None:
    assert label("» Lire aussi\u00a0: La jetée") == ("Lire aussi", "La jetée")
    assert label("Related repairs go on") == ("", "Related repairs go on")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("(Leggi anche: Il ponte)", ("Leggi anche", "Il ponte")),
        ("【関連記事】橋が開通", ("関連記事", "橋が開通")),
        ("→ Siehe auch: Die Brücke", ("Siehe auch", "Die Brücke")),
        ("A LIRE AUSSI » Le pont", ("A LIRE AUSSI", "Le pont")),
        ("Tambien le puede interesar: El puente", ("Tambien le puede interesar", "El puente")),
        ("أقرأ أيضاً: الجسر", ("أقرأ أيضاً", "الجسر")),
        ("ILGILI HABER: Köprü", ("ILGILI HABER", "Köprü")),
        ("READ NEXT", ("READ NEXT", "")),
        ("Also on board was the mayor.", ("", "Also on board was the mayor.")),
        ("Opinion: the council was right.", ("", "Opinion: the council was right.")),
        ("Opinion: The council was right", ("Opinion", "The council was right")),
    ],
)
def test_labels_are_known_however_they_are_typed(line: str, found: tuple[str, str]) -> None:
    assert label(line) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La aeronave salió.VEA TAMBIÉN: El avión", ("La aeronave salió.", "VEA TAMBIÉN", "El avión")),
        ("The pier is open. (Read also: The harbour)", ("The pier is open.", "Read also", "The harbour")),
        ("The pier is open.", ("The pier is open.", "", "")),
    ],
)
def test_reference_at_a_paragraphs_end_is_parted_from_it(text: str, found: tuple[str, str, str]) -> None:
    assert trailing_label(text) == found


def test_cases_of_a_name_have_one_stem() -> None:
    uk = language("uk")
    assert {stems(name, uk) for name in ("Олена Петренко", "Олени Петренко", "Оленою Петренком")} == {"олен петренк"}


def test_months_are_those_of_the_locale_data_and_of_the_file() -> None:
    assert months(language("uk"))["березня"] == 3
    assert months(language("en"))["sept"] == 9
    assert months(language("ar"))["تموز"] == 7
