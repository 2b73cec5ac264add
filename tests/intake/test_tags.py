import pytest

from readalso.intake.tags import Tagged, read_tags, untagged


@pytest.mark.parametrize(
    ("headline", "tagged"),
    [
        ("Pier opens", Tagged("pier opens")),
        ("UPDATE 2-Pier opens", Tagged("pier opens", "update", 2)),
        ("CORRECTED-UPDATE 3-Pier opens", Tagged("pier opens", "correction", 3)),
        ("1ST LEAD Pier opens", Tagged("pier opens", "update", 1)),
        ("Pier opens (UPDATE 2)", Tagged("pier opens", "update", 2)),
        ("Pier opens – UPDATE 4", Tagged("pier opens", "update", 4)),
        ("⚡️ BREAKING: Pier opens", Tagged("pier opens", "label")),
        ("WDH: Pier opens", Tagged("pier opens", "repeat")),
        ("ОНОВЛЕНО: Пірс відкрито", Tagged("пірс відкрито", "update")),
        ("【更新】港口", Tagged("港口", "update")),
        ("STORY REMOVED: Pier opens", Tagged("pier opens", "kill")),
        ("Live-in carers win", Tagged("live-in carers win")),
        ("Update on talks", Tagged("update on talks")),
        ("Kill Bill: the film", Tagged("kill bill: the film")),
        ("Lead: a poison", Tagged("lead: a poison")),
        ("CANCELLED: the harbour festival", Tagged("cancelled: the harbour festival")),
        ("UPDATE 1", Tagged("update 1")),
    ],
)
def test_tags_are_told_from_words(headline: str, tagged: Tagged) -> None:
    assert read_tags(headline) == tagged


@pytest.mark.parametrize(
    ("headline", "rest"),
    [
        ("CORRECTED-UPDATE 3-Küste: Pier opens", "Küste: Pier opens"),
        ("Pier opens (UPDATE 2)", "Pier opens"),
        ("UPDATE 1", "UPDATE 1"),
    ],
)
def test_headline_is_printed_without_its_tags(headline: str, rest: str) -> None:
    assert untagged(headline) == rest
