"""What publishing has to do, from two manifests. Pure: nothing is read, sent or removed here.

The order makes each moment of a slow upload a working site. Files that pages use go first, then the pages, those that
lie deepest first (lists and the front link to stories, and stand above them), then what machines read to find pages.
What is no longer wanted goes last, in the opposite order.
"""

from dataclasses import dataclass

from readalso.site import Manifest

_FINDERS = (".xml", ".json", ".txt")
"""Feeds, sitemap, robots.txt, search index: in the site's top folder, these name pages."""


@dataclass(frozen=True, slots=True)
class Put:
    """One file to send."""

    path: str
    digest: str
    """Of its bytes, as the site's manifest has it."""
    is_new: bool
    """Whether the host has no file of ours there; else it has one with other bytes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that makes a host equal to a site, in the order in which to do it."""

    puts: tuple[Put, ...]
    deletes: tuple[str, ...]
    """Paths, to be removed when all puts are done."""
    kept: tuple[str, ...]
    """Paths that the host has already, with the same bytes."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.puts or self.deletes)


def plan(site: Manifest, host: Manifest) -> Plan:
    """What turns what we put on the host into the site."""
    puts = [Put(path, digest, path not in host) for path, digest in site.items() if host.get(path) != digest]
    gone = [path for path in host if path not in site]
    kept = [path for path in site if host.get(path) == site[path]]
    return Plan(
        tuple(sorted(puts, key=lambda put: _turn(put.path))),
        tuple(sorted(gone, key=_turn, reverse=True)),
        tuple(sorted(kept)),
    )


def is_page(path: str) -> bool:
    """Whether a path is that of a page for readers."""
    return path.endswith(".html")


def _turn(path: str) -> tuple[int, int, str]:
    """Where a path stands in the order of puts."""
    depth = path.count("/")
    if is_page(path):
        return 1, -depth, path
    return (2 if depth == 0 and path.endswith(_FINDERS) else 0), 0, path
