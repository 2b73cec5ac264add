from readalso.errors import Broken, Problem, broken, did_you_mean


def test_a_problem_says_where_what_and_what_to_do() -> None:
    said = str(Problem("content/nato.md", 4, 7, 'date "27 of March" is not a date', "write 2025-03-27"))
    assert said == 'content/nato.md:4:7: date "27 of March" is not a date; write 2025-03-27'


def test_what_is_not_known_is_left_out() -> None:
    assert str(Problem("a.md", 0, 0, "is empty")) == "a.md: is empty"
    assert str(Problem("a.md", 3, 0, "is empty")) == "a.md:3: is empty"
    assert str(Problem("", 0, 0, "nothing to do", "add a seed")) == "nothing to do; add a seed"


def test_problems_sort_by_file_and_place() -> None:
    late, early, other = Problem("b", 10, 1, "x"), Problem("b", 9, 2, "x"), Problem("a", 99, 0, "x")
    assert sorted([late, early, other]) == [other, early, late]


def test_broken_carries_all_problems_and_says_them_all() -> None:
    error = Broken(iter([Problem("a", 1, 0, "x"), Problem("b", 0, 0, "y")]))
    assert (len(error.problems), str(error)) == (2, "a:1: x\nb: y")
    assert broken("a", "x", "h", 1, 2).problems == (Problem("a", 1, 2, "x", "h"),)


def test_a_hint_names_the_nearest_word_or_all() -> None:
    assert did_you_mean("tilte", ("title", "date")) == 'did you mean "title"?'
    assert did_you_mean("zzz", ("title", "date")) == "known are: date, title"
