"""Results for programs: JSON on stdout."""

from collections.abc import Iterable

from readalso.errors import Problem


def say_as_json(data: object) -> None:
    """All that a run with --json prints on stdout."""
    import json  # few runs say anything as JSON

    text = json.dumps(data, ensure_ascii=False, indent=2)
    print("".join(char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}" for char in text))


def problems_as_data(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Problems, in the order of their files."""
    return [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "what": problem.what,
            "hint": problem.hint,
            "severity": "warning" if problem.is_warning else "error",
        }
        for problem in sorted(problems)
    ]
