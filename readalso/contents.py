"""The folder content/: which files in it are briefings, and what they say."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from readalso import files
from readalso.briefing.body import Body
from readalso.briefing.facts import Facts
from readalso.errors import Broken, Problem, broken
from readalso.files import Stamp


def briefing_stamps(content: Path) -> dict[str, Stamp]:
    """The briefings in the folder, by path, with their stamps. What begins with "_" or "." is the desk's own."""
    return {path: stamp for path, entry in files.walk(content) if is_briefing(path) and (stamp := files.stamp(entry))}


def is_briefing(path: str) -> bool:
    """Whether a path in content/ is that of a briefing."""
    return path.endswith(".md") and not any(part.startswith(("_", ".")) for part in path.split("/"))


def read(
    content: Path, paths: Sequence[str], labels: Callable[[], Iterable[str]]
) -> Iterator[tuple[str, tuple[Facts, Body]]]:
    """Each file's facts and body, in the order of `paths`; at the end, the problems of all at once as `Broken`."""
    if not paths:
        return
    from readalso import reading  # slow to load; see there

    problems: list[Problem] = []
    for path, result in reading.read_all(content, paths, labels()):
        if isinstance(result, Broken):
            problems.extend(result.problems)
        else:
            yield path, result
    if problems:
        raise Broken(problems)


class Bodies:
    """Converted bodies: those a run has at hand, and others read again when a page asks for them."""

    def __init__(self, content: Path, at_hand: Mapping[str, Body], labels: Callable[[], Iterable[str]]) -> None:
        self._content, self._at_hand, self._labels = content, at_hand, labels

    def of(self, wanted: Mapping[str, str]) -> dict[str, Body]:
        """The bodies of some briefings by path; `wanted` has the digest of each one's Markdown by path.

        A file whose text is not that one any more is `Broken`.
        """
        found = {path: self._at_hand[path] for path in wanted if path in self._at_hand}
        for path, (facts, body) in read(self._content, [path for path in wanted if path not in found], self._labels):
            if facts.text_digest != wanted[path]:
                raise broken(f"content/{path}", "was changed while the site was being built", "build again")
            found[path] = body
        return found
