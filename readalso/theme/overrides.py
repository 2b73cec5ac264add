"""What a site puts in the place of its theme's files, and how far the theme has moved on since.

A template of the site's own `templates/` either extends the one it shadows, and then names some of its blocks, or
replaces it. One that was begun with `readalso theme copy` says in its first line which text it was copied from:

    {# copied from theme/story.html 3f2a91bc04d1 #}

so that `theme diff` can tell whether the theme's file has changed since.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from readalso import files
from readalso.errors import Problem, did_you_mean, warning
from readalso.theme.theme import SHADOWED, Theme
from readalso.words import digest

_BLOCK = re.compile(r"{%[-+]?\s*block\s+(\w+)")
_EXTENDS = re.compile(r"{%[-+]?\s*extends\s+[\"']([^\"']+)[\"']")
_COPIED = re.compile(r"\A{#-? copied from theme/(?P<name>\S+) (?P<digest>[0-9a-f]{12}) -?#}\n?")


@dataclass(frozen=True, slots=True)
class Override:
    """A template of the site's own."""

    name: str
    """In `templates/`."""
    shadowed: str
    """The theme's file of that name; "" where it shadows none."""
    is_extending: bool
    """Whether it extends the theme's file, and does not replace it."""
    blocks: tuple[str, ...]
    """The blocks it fills, as they stand in it."""
    unknown: tuple[str, ...]
    """Those of them that nothing it extends has: what stands in them is never shown."""
    copied_from: str
    """The fingerprint of the theme's text that it was copied from; "" where it does not say."""
    has_drifted: bool
    """Whether the theme's file is another than the one it was copied from."""
    diff: tuple[str, ...]
    """From the theme's text to the site's, as `diff -u` has it."""


def overrides(theme: Theme, root: Path) -> Iterator[Override]:
    """The site's own templates, by name."""
    for name in sorted(name for name, _ in files.walk(root / "templates")):
        yield _override(name, theme)


def copied(name: str, theme: Theme) -> str:
    """The theme's template `name` as a copy to begin with, which knows what it was copied from."""
    text = theme.templates[SHADOWED + name]
    return f"{{# copied from {SHADOWED}{name} {_fingerprint(text)} #}}\n{text}"


def problems(found: Iterable[Override]) -> Iterator[Problem]:
    """What a site's templates say and nobody will ever see."""
    for one in found:
        for block in one.unknown:
            what = f'fills the block "{block}", which nothing that it extends has'
            yield warning(f"templates/{one.name}", what, "see `readalso theme diff`")


def _override(name: str, theme: Theme) -> Override:
    text, shadowed = theme.templates[name], theme.templates.get(SHADOWED + name)
    said = _COPIED.match(text)
    blocks = tuple(dict.fromkeys(_BLOCK.findall(text)))
    known = _blocks_above(name, theme)
    mark = said["digest"] if said and said["name"] == name else ""
    return Override(
        name=name,
        shadowed=theme.origins[SHADOWED + name] if shadowed is not None else "",
        is_extending=(SHADOWED + name) in _EXTENDS.findall(text),
        blocks=blocks,
        unknown=tuple(_dead(text, known)) if known is not None else (),
        copied_from=mark,
        has_drifted=bool(mark) and (shadowed is None or _fingerprint(shadowed) != mark),
        diff=_diff(name, shadowed, text[said.end() :] if said else text),
    )


def _blocks_above(name: str, theme: Theme) -> set[str] | None:
    """The blocks of all templates that one extends; None where it extends none, or one that a variable names."""
    found: set[str] = set()
    seen = {name}
    waiting = _EXTENDS.findall(theme.templates[name])
    if not waiting:
        return None
    while waiting:
        above = waiting.pop()
        if above in seen or above not in theme.templates:
            continue
        seen.add(above)
        found.update(_BLOCK.findall(theme.templates[above]))
        waiting.extend(_EXTENDS.findall(theme.templates[above]))
    return found


def _dead(text: str, known: set[str]) -> Iterator[str]:
    """The outermost blocks that are not known; a block inside another is new and is shown with it."""
    depth = 0
    for tag in re.finditer(r"{%[-+]?\s*(?:block\s+(\w+)|(endblock))", text):
        if tag[2]:
            depth -= 1
            continue
        if depth == 0 and tag[1] not in known:
            yield tag[1]
        depth += 1


def _diff(name: str, theirs: str | None, ours: str) -> tuple[str, ...]:
    if theirs is None:
        return ()
    lines = theirs.splitlines(), ours.splitlines()
    return tuple(unified_diff(*lines, f"{SHADOWED}{name}", f"templates/{name}", lineterm=""))


def _fingerprint(text: str) -> str:
    return digest(text)[:12]


def nearest(name: str, theme: Theme) -> str:
    """A hint for a template that shadows none: the theme's name that was probably meant."""
    names = [one.removeprefix(SHADOWED) for one in theme.templates if one.startswith(SHADOWED)]
    return did_you_mean(name, names)
