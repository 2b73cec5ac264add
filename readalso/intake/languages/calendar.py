"""The words for months: those of the Unicode locale data (CLDR), and what a language's file adds."""

from functools import cache

from readalso.intake.languages.language import Language


@cache
def months(language: Language) -> dict[str, int]:
    """Each word for a month, in lower case and without a full stop -> 1 to 12. Babel is loaded here, when needed."""
    from babel import Locale, UnknownLocaleError

    found = {name.casefold(): number for name, number in language.months.items()}
    try:
        tables = Locale.parse(language.code).months
    except UnknownLocaleError:
        return found
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in tables[form][width].items():
                found.setdefault(name.casefold().strip("."), number)
    return {name: number for name, number in found.items() if not name.isdigit()}
