"""The desk's word on threads: what it names, and where."""

from readalso.library.threads.decisions import Decision, parse, settle


def test_briefings_are_named_by_id_or_by_file() -> None:
    text = (
        "2026/a.md:\n  add: [content/2026/b.md, ./2026/b.md, nowhere.md, bbb]\n  without: [2026/c.md]\n  merge: [ccc]\n"
    )
    ids = {"2026/a.md": "aaa", "2026/b.md": "bbb", "2026/c.md": "ccc", "aaa": "aaa", "bbb": "bbb", "ccc": "ccc"}
    assert settle(parse(text), ids) == (
        Decision("aaa", 1, add=("bbb", "nowhere.md"), without=("ccc",), merge=("ccc",)),
    )
