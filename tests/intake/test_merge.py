import pytest

from readalso.intake.merge import Conflict, Merged, conflicts, merge

BASE = """---
id: "a1"
title: "Pier opens"
language: en
summary: "One."
key_points:
  - "One."
  - "Two."
source: {name: CP, file: "x", sha256: "1", received: 2026-01-01}
people: [Ann Bradox, Ivo Larkan]
places: [Ostrel]
---

One.

Two.

Three.
"""


def theirs(*changes: tuple[str, str]) -> str:
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


OURS = theirs(
    ('title: "Pier opens"\n', "# mine\ntitle: 'Pier opens'   # as printed\n"),
    ('summary: "One."\n', 'summary: "One, says the desk."\n'),
    ("people: [Ann Bradox, Ivo Larkan]\n", "people:\n  - Ann Bradox  # sic\n  - 'Ivo Larkan'\n  - Ours\n\n"),
    ("Two.\n\nThree.", "Two, or so.\n\n\nOur note.\n\nThree."),
)


def merged(*changes: tuple[str, str]) -> Merged:
    return merge(BASE, theirs(*changes), OURS)


def ours(*changes: tuple[str, str]) -> Merged:
    text = OURS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Merged(text)


def test_untouched_text_is_replaced() -> None:
    assert merge(BASE, theirs(("Two.\n\n", "")), BASE) == Merged(theirs(("Two.\n\n", "")))


def test_new_source_alone_changes_nothing() -> None:
    assert merged(("2026-01-01", "2026-02-02"), ('"1"', '"2"')) == Merged(OURS)
    assert merge(BASE, theirs(("2026-01-01", "2026-02-02")), BASE) == Merged(BASE)


def test_changed_paragraph_flows_into_an_untouched_one() -> None:
    assert merged(("Three.", "Three, and more.")) == ours(("Three.", "Three, and more."))


def test_new_paragraph_comes_behind_the_one_that_it_follows() -> None:
    assert merged(("\n\nThree.\n", "\n\nThree.\n\nFour.\n\nFive.\n")) == ours(
        ("Three.\n", "Three.\n\nFour.\n\nFive.\n")
    )
    assert merged(("---\n\nOne", "---\n\nZero.\n\nOne")) == ours(("---\n\nOne", "---\n\nZero.\n\nOne"))
    assert merged(("Three.", "New.\n\nThree.")) == ours(("or so.\n\n\n", "or so.\n\n\nNew.\n\n"))


def test_dropped_paragraph_goes() -> None:
    assert merged(("One.\n\nTwo", "Two")) == ours(("One.\n\nTwo", "Two"))
    assert merged(("\n\nThree.\n", "\n")) == ours(("note.\n\nThree.\n", "note.\n"))


def test_paragraph_that_ours_has_already_is_not_added() -> None:
    assert merged(("Three.", "Our note.\n\nThree.")) == Merged(OURS)


def test_paragraph_that_both_changed_is_a_conflict() -> None:
    assert merged(("\nTwo.\n", "\nTwo, not so.\n")) == Merged(
        OURS, (Conflict("paragraph", "Two.", "Two, or so.", "Two, not so."),)
    )


def test_moved_paragraph_is_followed() -> None:
    text = BASE.replace("One.\n\nTwo.\n\nThree.", "Three.\n\nOne.\n\nTwo.")
    new = theirs(("\nThree.\n", "\nThree, more.\n"))
    assert merge(BASE, new, text).text == text.replace("\nThree.\n", "\nThree, more.\n")


def test_removed_paragraph_stays_removed_and_is_a_conflict_only_if_it_changed() -> None:
    text = BASE.replace("Two.\n\nThree.", "Three.")
    assert merge(BASE, theirs(("Three.", "Three, more.")), text).conflicts == ()
    (conflict,) = merge(BASE, theirs(("\nTwo.\n", "\nTwo, more.\n")), text).conflicts
    assert conflict == Conflict("paragraph", "Two.", "", "Two, more.")


def test_changed_key_keeps_the_quotation_marks_and_the_comment_of_ours() -> None:
    assert merged(('"Pier opens"', '"Pier opens: it\'s done"')) == ours(("'Pier opens'", "'Pier opens: it''s done'"))


def test_key_that_both_changed_is_a_conflict() -> None:
    new = merged(('summary: "One."', 'summary: "One and a half."'))
    assert new == Merged(OURS, (Conflict("summary", '"One."', '"One, says the desk."', '"One and a half."'),))


def test_new_key_comes_behind_the_one_that_it_follows_and_an_old_one_goes() -> None:
    assert merged(("summary:", "status: corrected\nsummary:")) == ours(("summary:", "status: corrected\nsummary:"))
    assert merged(("places: [Ostrel]\n", "")) == ours(("places: [Ostrel]\n", ""))


def test_lists_are_merged_as_sets_with_an_order() -> None:
    new = merged(("[Ann Bradox, Ivo Larkan]", "[Mara Veldan, Ann Bradox]"))
    assert new == ours(("  - Ann", '  - "Mara Veldan"\n  - Ann'), ("  - 'Ivo Larkan'\n", ""))
    assert merged(("[Ostrel]", "[Ostrel, Lessava]")) == ours(("[Ostrel]", "[Ostrel, Lessava]"))


def test_list_with_a_comment_on_what_goes_stays_and_is_a_conflict() -> None:
    new = merged(("[Ann Bradox, Ivo Larkan]", "[Ivo Larkan]"))
    assert new.text == OURS
    assert [conflict.where for conflict in new.conflicts] == ["people"]


def test_list_that_ours_removed_stays_removed() -> None:
    text = BASE.replace("places: [Ostrel]\n", "")
    assert merge(BASE, theirs(("[Ostrel]", "[Ostrel, Lessava]")), text) == Merged(text)


def test_source_is_merged_key_by_key() -> None:
    text = BASE.replace("{name: CP,", "{name: Capital Press,")
    new = theirs(('"1"', '"2"'), ("One.\n\nTwo", "Two"))
    assert merge(BASE, new, text) == Merged(new.replace("{name: CP,", "{name: Capital Press,"))


@pytest.mark.parametrize("body", ["", "\n", "Words of ours", "\n\n\nWords.\n\n"])
def test_body_that_ours_has_emptied_or_written_anew_takes_what_is_new(body: str) -> None:
    text = BASE.partition("\n---\n")[0] + "\n---\n" + body
    new = merge(BASE, theirs(("Three.\n", "Three.\n\nQuite another thing happened.\n")), text)
    assert new.text.startswith(text.rstrip("\n"))
    assert new.text.endswith("\nQuite another thing happened.\n") or "Quite another thing happened." in new.text


def sides(ours: str, theirs: str) -> str:
    problem = conflicts.problem(Conflict("paragraph", "Was.", ours, theirs), "a1", "content/a.md")
    return problem.what.partition("; ")[2]


def test_conflict_is_shown_around_the_first_difference() -> None:
    same = "The pier of Ostrel, which the storm of the winter before last had broken in three places, was opened by"
    assert sides(f"{same} the mayor Ann Bradox.", f"{same} Ivo Larkan.") == (
        "here: “…in three places, was opened by the mayor Ann Bradox.”; "
        "the source: “…in three places, was opened by Ivo Larkan.”"
    )
    assert sides(f"One {same}", f"Two {same}") == (
        "here: “One The pier of Ostrel, which the storm of the winter before last had broken in three places, was…”; "
        "the source: “Two The pier of Ostrel, which the storm of the winter before last had broken in three places, was…”"
    )


@pytest.mark.parametrize("same", ["word " * 60, "港" * 300, "https://ostrel.example/" + "a" * 200, "a" * 65])
def test_conflict_never_shows_the_same_for_both_sides(same: str) -> None:
    for ours, theirs in ((f"{same}1", f"{same}2"), (same, f"{same}2"), (f"{same}1 {same}", f"{same}2 {same}")):
        here, _, there = sides(ours, theirs).removeprefix("here: ").partition("; the source: ")
        assert here != there
        assert len(here) <= len("“…”…") + 100
