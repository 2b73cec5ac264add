"""The folder content/: which files in it are briefings, and what they say."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from readalso import files, workers
from readalso.briefing import briefing as briefings
from readalso.briefing.body import Body
from readalso.briefing.facts import Facts, study
from readalso.briefing.markdown import Converter
from readalso.errors import Broken, Problem, broken
from readalso.files import Stamp
from readalso.words import digest, printable

Studied = tuple[Facts, Body]
"""What a briefing says, and its converted body."""


def briefing_stamps(content: Path) -> dict[str, Stamp]:
    """The briefings in the folder, by path, with their stamps. What begins with "_" or "." is the desk's own."""
    return {path: stamp for path, entry in files.walk(content) if is_briefing(path) and (stamp := files.stamp(entry))}


def is_briefing(path: str) -> bool:
    """Whether a path in content/ is that of a briefing."""
    return path.endswith(".md") and not any(part.startswith(("_", ".")) for part in path.split("/"))


def read(content: Path, paths: Sequence[str], labels: Iterable[str]) -> Iterator[tuple[str, Studied]]:
    """Each file's briefing, in the order of `paths`; at the end, the problems of all of them at once as `Broken`."""
    problems: list[Problem] = []
    for chunk in workers.spread(partial(_study, content, tuple(labels)), paths):
        for path, result in chunk:
            if isinstance(result, Broken):
                problems.extend(result.problems)
            else:
                yield path, result
    if problems:
        raise Broken(problems)


def _study(content: Path, labels: Iterable[str], paths: Sequence[str]) -> list[tuple[str, Studied | Broken]]:
    converter = Converter(labels)
    return [(path, _study_one(content, path, converter)) for path in paths]


def _study_one(content: Path, path: str, converter: Converter) -> Studied | Broken:
    name = f"content/{path}"
    if printable(path) != path or "\n" in path:
        hint = "rename it: a name is UTF-8 text on one line, without control characters"
        return broken(printable(name), "has a name that cannot be an address", hint)
    try:
        return study(briefings.parse(path, files.read_text(content / path, name), name), converter, name)
    except Broken as error:
        return error


class Bodies:
    """Converted bodies: those a run has at hand, and others read again when a page asks for them."""

    def __init__(self, content: Path, at_hand: Mapping[str, Body], labels: Callable[[], Iterable[str]]) -> None:
        self._content, self._at_hand, self._labels = content, at_hand, labels
        self._converter: Converter | None = None

    def of(self, path: str, text_digest: str) -> Body:
        """The body of the briefing at `path`, whose Markdown has that digest; another text is `Broken`."""
        if path in self._at_hand:
            return self._at_hand[path]
        name = f"content/{path}"
        briefing = briefings.parse(path, files.read_text(self._content / path, name), name)
        if digest(briefing.text) != text_digest:
            raise broken(name, "was changed while the site was being built", "build again")
        self._converter = self._converter or Converter(self._labels())
        return study(briefing, self._converter, name)[1]
