"""The words of the default theme: every language has every phrase, in every form that its numbers take."""

from pathlib import Path

import pytest
from babel import Locale

from readalso.pages.views import Time
from readalso.theme.wording import Wording
from readalso.yamltext import read

FOLDER = Path(__file__).parents[2] / "themes/default/languages"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yml"))
ENGLISH = read((FOLDER / "en.yml").read_text(), "en.yml").value


def phrases(language: str) -> dict[str, object]:
    return dict(read((FOLDER / f"{language}.yml").read_text(), language).value)


def test_the_languages_that_are_complete() -> None:
    assert LANGUAGES == ["ar", "de", "en", "fr", "pl", "uk"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_there_in_the_order_of_the_english_ones(language: str) -> None:
    assert list(phrases(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_that_counts_has_every_form_of_its_language(language: str) -> None:
    wanted = {*Locale.parse(language).plural_form.rules, "other"}
    counting = {key: set(value) for key, value in phrases(language).items() if isinstance(value, dict)}
    assert set(counting) == {key for key, value in ENGLISH.items() if isinstance(value, dict)}
    assert {key: forms for key, forms in counting.items() if forms != wanted} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_says_what_the_english_one_says(language: str) -> None:
    """Its values: a count may be in the word itself, as in the Arabic dual."""
    for key, phrase in phrases(language).items():
        for text in phrase.values() if isinstance(phrase, dict) else [phrase]:
            for name in ("number", "total"):
                assert (f"{{{name}}}" in str(text)) == (f"{{{name}}}" in str(ENGLISH[key])), key


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ["1 Meldung", "5 Meldungen", "5. Oktober 2026"]),
        ("pl", ["1 depesza", "5 depesz", "5 października 2026"]),
        ("ar", ["نشرة واحدة", "5 نشرات", "5 أكتوبر 2026"]),
        ("uk", ["1 повідомлення", "5 повідомлень", "5 жовтня 2026\u202fр."]),
    ],
)
def test_counts_and_days_as_the_language_writes_them(language: str, said: list[str]) -> None:
    wording = Wording(language, {language: ((FOLDER / f"{language}.yml").read_text(),)})
    assert [wording.say("briefings", n=1), wording.say("briefings", n=5), wording.day(Time("2026-10-05"))] == said


def test_a_new_language_is_one_file(tmp_path: Path) -> None:
    """A phrase that it lacks is said in English."""
    texts = {"en": ((FOLDER / "en.yml").read_text(),), "eo": ('archive: "Arkivo"\n',)}
    assert [Wording("eo", texts).say(key) for key in ("archive", "topics")] == ["Arkivo", "Topics"]
