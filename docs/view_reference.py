"""Writes the part of docs/reference/themes.md that lists views and blocks: `python docs/view_reference.py`.

The names, types and explanations are those of readalso/pages/views.py, read as source; the blocks are those of the
default theme's templates. A test holds that the document is what this script makes of it.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs/reference/themes.md"
MARK = "<!-- What follows is made by docs/view_reference.py. -->\n"


def written() -> str:
    """The document as it should be."""
    head = DOCUMENT.read_text(encoding="utf-8").partition(MARK)[0]
    tree = ast.parse((ROOT / "readalso/pages/views.py").read_text(encoding="utf-8"))
    records = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return head + MARK + "\n" + "\n".join(_record(record) for record in records) + "\n" + _blocks()


def _blocks() -> str:
    """A row for each template of the default theme, with the blocks that a site can fill."""
    rows = []
    for path in sorted((ROOT / "themes/default/templates").glob("*.html")):
        names = dict.fromkeys(re.findall(r"{%-?\s*block\s+(\w+)", path.read_text(encoding="utf-8")))
        rows.append(f"| `{path.name}` | {' '.join(f'`{name}`' for name in names)} |")
    head = ["## The blocks of the default theme", "", "| template | blocks |", "| --- | --- |"]
    return "\n".join([*head, *(row for row in rows if not row.endswith("|  |")), ""])


def _record(record: ast.ClassDef) -> str:
    lines = [
        f"### `{record.name}`",
        _one_line(ast.get_docstring(record) or ""),
        "",
        "| field | type | |",
        "| --- | --- | --- |",
    ]
    return "\n".join([*lines, *_fields(record)]) + "\n"


def _fields(record: ast.ClassDef) -> Iterator[str]:
    """A row for each field, with the text that stands under it."""
    for node, after in zip(record.body, [*record.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            said = ast.literal_eval(after.value) if isinstance(after, ast.Expr) else ""
            kind = ast.unparse(node.annotation).replace("|", "or")
            yield f"| `{node.target.id}` | `{kind}` | {_one_line(said).replace('|', chr(92) + '|')} |"


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    DOCUMENT.write_text(written(), encoding="utf-8")
