"""What publishing would take away from readers: stories, and other pages that tell something.

An address answers for ever. So a site that has lost its texts still has most of its files, which now lead elsewhere or
say that nothing is there any more; and it is asked what a page is at the host, and what it would be. That stands in its
head, in the words that search engines and other sites go by: a refresh leads on, Open Graph's type "article" is a story
(https://ogp.me/#types), and what `robots` is told not to list only says that something is not there.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum

from readalso import files
from readalso.errors import Problem
from readalso.publish.host import Host
from readalso.publish.sync import Plan, is_page
from readalso.site import Site

FEW = 10
"""So many pages may go without a question, whatever their share."""


class Kind(Enum):
    """What a page is to its readers."""

    STORY = "story"
    OTHER = "other page that tells something"
    REDIRECT = "redirect"
    NOTICE = "page that only says that something is not there"


TELLING = frozenset({Kind.STORY, Kind.OTHER})
_COUNTED = {"stories": frozenset({Kind.STORY}), "pages": TELLING}
"""What is counted, each by itself -> its kinds."""
_MARKS = {
    Kind.REDIRECT: re.compile(rb"<meta\b[^>]*\bhttp-equiv=[\"']?refresh\b", re.IGNORECASE),
    Kind.STORY: re.compile(rb"<meta\b[^>]*\bproperty=[\"']?og:type\b[^>]*\barticle\b", re.IGNORECASE),
    Kind.NOTICE: re.compile(rb"<meta\b[^>]*\bname=[\"']?robots\b[^>]*\bnoindex\b", re.IGNORECASE),
}
"""What the head of each kind has, in order of trial: a story that nobody is to list is still one."""


def kind_of(page: bytes) -> Kind:
    """What a page is, by its head."""
    head = page.partition(b"</head>")[0]
    return next((kind for kind, mark in _MARKS.items() if mark.search(head)), Kind.OTHER)


def losses(todo: Plan, host: Host, site: Site, gone: Collection[str] = ()) -> list[Problem]:
    """That most of the published stories, or of all pages that tell something, would go, as a Problem.

    The paths in `gone` are pages that only say that they went, whatever their heads say.
    """
    put, changed = [one.path for one in todo.puts], [one.path for one in todo.puts if not one.is_new]
    few = FEW if any(map(is_page, (*put, *todo.kept))) else 0
    if sum(map(is_page, (*todo.deletes, *changed))) <= few:
        return []
    kept = _kinds(todo.kept, host.read)
    before = kept | _kinds((*todo.deletes, *changed), host.read)
    after = kept | _kinds(put, lambda path: files.read_bytes(site.folder / path)) | dict.fromkeys(gone, Kind.NOTICE)
    for name, counted in _COUNTED.items():
        taken, published = _taken(before, after, counted), sum(kind in counted for kind in before.values())
        if taken > few and 2 * taken > published:
            what = f"publishing would take away {taken:,} of the {published:,} published {name}"
            return [Problem("", 0, 0, what, "if that is meant, publish with --force; --force --dry-run names them")]
    return []


def _kinds(paths: Iterable[str], read: Callable[[str], bytes]) -> dict[str, Kind]:
    """What each page among some files is."""
    return {path: kind_of(read(path)) for path in paths if is_page(path)}


def _taken(before: Mapping[str, Kind], after: Mapping[str, Kind], counted: Collection[Kind]) -> int:
    """How many pages of some kinds go; what leads on to a new one has only moved."""
    lost = [path for path, kind in before.items() if kind in counted and after.get(path) not in TELLING]
    leading = sum(after.get(path) is Kind.REDIRECT for path in lost)
    new = sum(kind in counted and path not in before for path, kind in after.items())
    return len(lost) - min(leading, new)
