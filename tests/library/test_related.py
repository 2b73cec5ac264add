"""Related briefings: what ties two of them, and that a third one changes nothing between them."""

import random
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from readalso.library.related import MOST_SHARED, Evidence, Neighbour, Tie, most_shared, relate, weight
from readalso.settings import Related

SETTINGS = Related()
DAY = date(2026, 10, 5)


def one(id: str, days: int | None = 0, shown: str = "", pins: tuple[str, ...] = (), **names: str) -> Evidence:
    """Evidence whose names are the words of texts."""
    when = None if days is None else DAY + timedelta(days=days)
    return Evidence(
        id, when, {kind: tuple(text.split()) for kind, text in names.items()}, frozenset(shown.split()), pins
    )


def ids(found: dict[str, tuple[Neighbour, ...]], id: str) -> list[str]:
    return [neighbour.id for neighbour in found.get(id, ())]


def test_both_quote_a_person_whom_few_quote_and_the_reason_says_who_and_when() -> None:
    found = relate(
        [one("b", 2, quoted="veldan", people="veldan"), one("a", quoted="veldan", people="veldan")], SETTINGS
    )
    assert found == {
        "a": (Neighbour("b", (Tie("quoted", ("veldan",)),), 2),),
        "b": (Neighbour("a", (Tie("quoted", ("veldan",)),), -2),),
    }


def test_later_briefings_can_be_left_out() -> None:
    found = relate([one("b", 2, people="veldan"), one("a", people="veldan")], Related(include_newer=False))
    assert list(found) == ["b"]


def test_nothing_is_related_by_one_common_topic_or_by_time_alone() -> None:
    assert relate([one("a"), one("b")], SETTINGS) == {}
    rows = [one(str(n), topics="ports") for n in range(10)] + [one(f"x{n}") for n in range(30)]
    assert relate(rows, SETTINGS) == {}


def test_a_name_that_half_of_the_site_shares_says_nothing() -> None:
    few = [one(str(n), people="veldan") for n in range(4)]
    assert relate([*few, *(one(f"x{n}") for n in range(4))], SETTINGS) != {}
    assert relate([*few, *(one(f"x{n}") for n in range(3))], SETTINGS) == {}


def test_the_rarer_name_and_the_nearer_time_stand_first_and_the_limit_holds() -> None:
    rows = [one("c", 1, people="veldan brunn"), one("b", 3, people="veldan"), one("a", people="veldan brunn")]
    rows += [one(f"x{n}", 400) for n in range(9)]
    assert ids(relate(rows, SETTINGS), "a") == ["c", "b"]
    assert ids(relate(rows, Related(limit=1)), "a") == ["c"]
    assert relate(rows, Related(limit=0)) == {}


def test_what_the_page_leads_to_anyway_is_not_related_too() -> None:
    rows = [one("b", people="veldan", shown="a"), one("a", people="veldan")]
    assert list(relate(rows, SETTINGS)) == ["a"]


def test_a_pin_stands_first_whatever_is_shared_and_only_on_its_own_page() -> None:
    rows = [one("a", people="veldan", pins=("c", "nothing")), one("b", people="veldan"), one("c", None)]
    found = relate(rows, SETTINGS)
    assert found["a"][0] == Neighbour("c", (Tie("pinned", ()),), None)
    assert ids(found, "a") == ["c", "b"]
    assert "c" not in found


def test_rarity_goes_in_classes_that_double() -> None:
    assert [weight("people", count) for count in (2, 3, 4, 5, 8, 9, 64)] == [12, 10, 10, 8, 8, 6, 2]
    assert [most_shared(total) for total in (1, 7, 8, 63, 127, 128, 10**6)] == [
        2,
        2,
        4,
        16,
        32,
        MOST_SHARED,
        MOST_SHARED,
    ]


NAME = st.sampled_from([f"n{number}" for number in range(30)])
ROWS = st.lists(st.tuples(st.integers(0, 60), st.lists(NAME, max_size=4), st.lists(NAME, max_size=3)), max_size=40)


def world(rows: list[tuple[int, list[str], list[str]]]) -> list[Evidence]:
    found = [
        one(f"b{number}", days, people=" ".join(dict.fromkeys(people)), topics=" ".join(dict.fromkeys(topics)))
        for number, (days, people, topics) in enumerate(rows)
    ]
    return sorted(found, key=lambda row: (row.date or DAY, row.id), reverse=True)


@given(ROWS, st.integers(0, 60))
def test_a_briefing_that_shares_nothing_changes_no_list(
    rows: list[tuple[int, list[str], list[str]]], days: int
) -> None:
    assume(most_shared(len(rows)) == most_shared(len(rows) + 1))
    alone = one("new", days, people="somebody-else", topics="something-else")
    before, after = world(rows), sorted([*world(rows), alone], key=lambda row: (row.date or DAY, row.id), reverse=True)
    assert relate(after, SETTINGS) == relate(before, SETTINGS)


@given(ROWS)
def test_who_is_related_to_whom_is_the_same_from_both_sides(rows: list[tuple[int, list[str], list[str]]]) -> None:
    found = relate(world(rows), Related(limit=100))
    pairs = {(id, neighbour.id) for id, row in found.items() for neighbour in row}
    assert pairs == {(other, id) for id, other in pairs}
    assert all(id != other for id, other in pairs)


def generated(count: int) -> list[Evidence]:
    """A site of stories that a dozen briefings tell, newest first, with names of the story and of everywhere."""
    chance = random.Random(7)
    found = []
    for number in range(count):
        story = max(0, round(number / 12 + chance.gauss(0, 2)))
        people = {f"p{story}-{chance.randrange(6)}" for _ in range(2)} | {f"P{int(chance.paretovariate(0.7)) % 400}"}
        places = {f"L{int(chance.paretovariate(0.5)) % 300}" for _ in range(3)}
        found.append(
            Evidence(
                f"b{number}",
                DAY + timedelta(days=number // 4),
                {
                    "quoted": tuple(sorted(people))[:1],
                    "people": tuple(sorted(people)),
                    "organisations": (f"o{story}", f"O{chance.randrange(40)}"),
                    "places": tuple(sorted(places)),
                    "topics": (f"T{chance.randrange(12)}",),
                },
            )
        )
    return found[::-1]


def test_on_a_site_of_a_thousand_a_new_briefing_changes_the_lists_of_few() -> None:
    world = generated(1_020)
    lists = [relate(world[last:], SETTINGS) for last in range(20, -1, -1)]
    changed = [sum(before.get(one.id) != after.get(one.id) for one in world[20:]) for before, after in pairwise(lists)]
    assert sum(changed) / len(changed) < 8
    assert max(changed) < 40
