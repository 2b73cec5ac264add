"""The folder content/: which files in it are briefings, and what they say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from readalso import files
from readalso.briefing.body import Packed
from readalso.briefing.facts import Facts
from readalso.errors import Broken, Problem, broken, warning
from readalso.files import Stamp
from readalso.job import Manner

if TYPE_CHECKING:
    from concurrent.futures import Executor

_LIKE_MD = ("md", "markdown", "txt")


def briefing_stamps(content: Path) -> dict[str, Stamp]:
    """The briefings in the folder, by path, with their stamps. What begins with "_" or "." is the desk's own."""
    return {path: stamp for path, entry in files.walk(content) if is_briefing(path) and (stamp := files.stamp(entry))}


def is_briefing(path: str) -> bool:
    """Whether a path in content/ is that of a briefing."""
    return path.endswith(".md") and not any(part.startswith(("_", ".")) for part in path.split("/"))


def misnamed(content: Path) -> Iterator[Problem]:
    """Texts in the folder that nothing reads, since their names end in another way than a briefing's."""
    for path, _ in files.walk(content):
        stem, dot, ending = path.rpartition(".")
        new = f"{stem}.md"
        if dot and ending.lower() in _LIKE_MD and path != new and is_briefing(new):
            yield warning(f"content/{path}", "is not read", f"rename it to {new}")


def read(
    content: Path,
    paths: Sequence[str],
    manner: Manner,
    executor: "Executor | None" = None,
    count: int | None = None,
) -> Iterator[tuple[str, tuple[Facts, Packed]]]:
    """Each file's facts and body, in the order of `paths`; at the end, the problems of all at once as `Broken`.

    Who reads them is told as to `workers.spread`.
    """
    if not paths:
        return
    from readalso import reading  # slow to load; see there

    problems: list[Problem] = []
    for path, result in reading.read_all(content, paths, manner, executor, count):
        if isinstance(result, Broken):
            problems.extend(result.problems)
        else:
            yield path, result
    if problems:
        raise Broken(problems)


def is_proven(manner: Manner) -> bool:
    """Whether what is made without Markdown is what Markdown would make; worth asking after something was read."""
    from readalso import reading

    return reading.is_proven(manner)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Reads bodies again that a page asks for and the run has not at hand."""

    content: Path
    manner: Manner

    def again(self, wanted: Mapping[str, str]) -> dict[str, Packed]:
        """The bodies of some briefings by path; `wanted` has the digest of each one's Markdown by path.

        A file whose text is not that one any more is `Broken`.
        """
        found = {}
        for path, (facts, body) in read(self.content, list(wanted), self.manner, count=1):  # a worker starts no others
            if facts.text_digest != wanted[path]:
                raise broken(f"content/{path}", "was changed while the site was being built", "build again")
            found[path] = body
        return found
