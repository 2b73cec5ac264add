"""What stands in a briefing's file and is probably not meant: words that YAML or Markdown silently passes over."""

import re
from collections.abc import Iterator

from readalso.briefing import frontmatter
from readalso.errors import Problem, warning
from readalso.yamltext import Document, quote, read

_TEXTS = frozenset(
    "title summary key_points correction corrections source byline dateline people organisations places topics quotes "
    "read_also related aliases image".split()
)
"""Keys that hold words for readers."""
_NAMES = ("people", "organisations", "places", "topics")
_MAY_BE_A_LIST = re.compile(rf"^(?:{'|'.join(_NAMES)})[ ]*:[ ]*[^\s\[{{\"'#].*(?:,|[ ]-[ ]|\n[ ]+-[ ])", re.MULTILINE)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_PASSED_OVER = re.compile(r"\\.|(`+).*?\1")
_OPENED = re.compile(r"\[\[(?=[ ]*[^ \[\]])")
_EMPTY_WORDS = re.compile(r"\[\[(?P<headline>[^\[\]|]+)\|\s*\]\]")


def doubts(text: str, path: str) -> tuple[Problem, ...]:
    """Warnings about the file `text`, which is a briefing; `path` is how they call it."""
    yaml, body = frontmatter.split(text, path)
    found: list[Problem] = []
    if " #" in yaml or "\t#" in yaml or _MAY_BE_A_LIST.search(yaml):
        document = read(yaml, path, first_line=2)
        found += [*_cut(document), *_lists(document)]
    if "[[" in body:
        found += _brackets(body, path, text.count("\n", 0, len(text) - len(body)) + 1)
    return tuple(found)


def _cut(document: Document) -> Iterator[Problem]:
    """Texts without quotation marks that end where YAML takes " #" for the beginning of a comment."""
    for way, place in document.places.items():
        if not way or way[0] not in _TEXTS or str(way[-1]).startswith("key:"):
            continue
        written = document.written(*way)
        rest = document.text[place.end :].partition("\n")[0]
        if not written or written[0] in "[{\"'|>-" or not re.match(r"[ \t]+#", rest):
            continue
        name = ".".join(str(step) for step in way if isinstance(step, str))
        what = f'{name} ends before "{rest.strip()[:60]}", which YAML takes for a comment'
        whole = " ".join((written + rest).split())
        hint = f"if it belongs to the text, write it in quotation marks: {quote(whole)}"
        yield warning(document.path, what, hint, place.line, place.column)


def _lists(document: Document) -> Iterator[Problem]:
    """Several names that are read as one."""
    for key in _NAMES:
        value, written = document.value.get(key), document.written(key) if (key,) in document.places else ""
        if not isinstance(value, str) or written[:1] in "\"'":
            continue
        if "," in value or " - " in value or value.startswith("- "):
            names = [name.strip() for name in re.split(r",|(?:^|\s)-\s", value) if name.strip()]
            line, column = document.line(key)
            what = f'{key} is read as one name, "{value[:60]}"'
            hint = f"write a list: [{', '.join(names)}]; or put the one name in quotation marks"
            yield warning(document.path, what, hint, line, column)


def _brackets(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """References that are none: a `[[` without its `]]`, and words to show that are not there."""
    fence = ""
    for number, line in enumerate(body.split("\n"), first_line):
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not line.strip(" `~"))):
            fence = "" if fence else mark[1]
        if fence or mark or "[[" not in line or line.startswith(("    ", "\t")):
            continue
        said = _PASSED_OVER.sub("", line)
        last = max((found.start() for found in _OPENED.finditer(said)), default=len(said))
        if last < len(said) and "]]" not in said[last:]:
            what = "has a [[ without a ]] on its line, and so no reference"
            yield warning(path, what, "write [[the headline]]", number)
        elif empty := _EMPTY_WORDS.search(said):
            headline = empty["headline"].strip()
            what = f"[[{headline}|]] has no words to show, and so is no reference"
            hint = f"write [[{headline}]], or [[{headline}|the words to show]]"
            yield warning(path, what, hint, number)
