"""The words of a theme's pages in the site's language: its phrases, its plurals, its dates."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from readalso.errors import broken
from readalso.pages.views import Time
from readalso.yamltext import Value, read

FALLBACK = "en"


class Wording:
    """Phrases and dates in one language; a phrase that the language lacks is said in English."""

    def __init__(self, language: str, texts: Mapping[str, tuple[str, ...]]) -> None:
        self.language = language
        self._phrases: dict[str, Value] = {}
        for code in (FALLBACK, language.split("-")[0], language):
            for text in texts.get(code, ()):
                self._phrases |= read(text, f"languages/{code}.yml").value

    def say(self, key: str, **values: object) -> str:
        """The phrase `key`, each `{name}` in it replaced; a phrase with plural forms is chosen by the value `n`."""
        phrase = self._phrases.get(key)
        if not values and isinstance(phrase, str):
            return phrase
        if isinstance(phrase, dict):
            number = values.get("n")
            form = _locale(self.language).plural_form(number if isinstance(number, int) else 0)
            phrase = phrase.get(form, phrase.get("other"))
        if not isinstance(phrase, str):
            raise broken(
                f"languages/{self.language}.yml",
                f'has no phrase "{key}"',
                f'add {key}: "…" there or to languages/en.yml',
            )
        for name, value in values.items():
            phrase = phrase.replace(f"{{{name}}}", str(value))
        return phrase

    def day(self, time: Time, form: str = "long") -> str:
        """The day of `time`: "5 October 2026" as the language writes it.

        `form` is full, long, medium or short, or a pattern of CLDR, "EEEE" for the day of the week.
        """
        return _day(time.iso[:10], form, self.language)

    def time(self, time: Time) -> str:
        """The time of day, "09:30"; "" for a day."""
        return datetime.fromisoformat(time.iso).strftime("%H:%M") if "T" in time.iso else ""

    def language_name(self, tag: str) -> str:
        """What speakers of a language call it: "français"; the tag itself for one that CLDR does not know."""
        return _locale(tag).get_display_name() or tag if _is_known(tag) else tag

    def period(self, name: str) -> str:
        """A year, month or day of the archive, "2026-10", in words; any other name as it is."""
        if re.fullmatch(r"\d{4}-\d\d", name):
            return _month(name, self.language)
        return _day(name, "long", self.language) if re.fullmatch(r"\d{4}-\d\d-\d\d", name) else name


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    """CLDR's data for a language tag; the nearest that exists, English at last."""
    for tag in (language, language.split("-")[0], FALLBACK):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR has English")


@lru_cache(maxsize=64)
def _is_known(tag: str) -> bool:
    return _locale(tag).language == tag.split("-")[0].lower()


@lru_cache(maxsize=65_536)  # each day in three forms, on a site of many years
def _day(iso: str, form: str, language: str) -> str:
    return format_date(date.fromisoformat(iso), form, _locale(language))


@lru_cache(maxsize=1024)
def _month(name: str, language: str) -> str:
    return format_date(date.fromisoformat(f"{name}-01"), "LLLL y", _locale(language))
