import pytest

from tests.intake.cases import Case, cases, found, study


@pytest.mark.parametrize("name", ["quotes.txt", "references.txt", "moments.txt", "names.txt", "languages.txt"])
def test_fixture_files_hold_cases(name: str) -> None:
    assert len(list(cases(name))) > 5


@pytest.mark.parametrize(
    "case",
    [
        case
        for name in ("quotes.txt", "references.txt", "moments.txt", "names.txt", "languages.txt")
        for case in cases(name)
    ],
    ids=str,
)
def test_article_says_what_the_fixture_expects(case: Case) -> None:
    anatomy = study(case.text)
    assert {key: found(anatomy, key) for key in case.expected} == case.expected
