import re

import pytest

from readalso.intake.anatomy.grammar import grammar
from readalso.intake.languages import codes, detect, labels, language
from readalso.intake.languages.lines import furniture, label


@pytest.mark.parametrize("code", codes())
def test_each_language_file_has_all_keys_and_compiles(code: str) -> None:
    assert language(code).code == code
    assert grammar(language(code)).said.search(language(code).said[0])


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
    ("text", "code"),
    [
        ("The pier was opened by the mayor, and it is open.", "en"),
        ("La jetée a été ouverte par la maire et elle est ouverte.", "fr"),
        ("Пристань відкрили, і вона працює.", "uk"),
        ("Пристань", "uk"),
        ("12345", "en"),
        ("", "en"),
    ],
)
def test_language_is_told_by_script_and_small_words(text: str, code: str) -> None:
    assert detect(text) == code


def test_text_without_words_is_in_the_default_language() -> None:
    assert detect("OK", default="fr") == "fr"


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


def test_label_and_headline_are_as_printed() -> None:
    assert label("» Lire aussi\u00a0: La jetée") == ("Lire aussi", "La jetée")
    assert label("Related repairs go on") == ("", "Related repairs go on")
