"""A page: one output file, described and not yet made. And its key, by which the memory knows it."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from zlib import crc32

import msgspec
from msgspec import Struct
from msgspec.structs import astuple, replace

from readalso.pages.views import Ninjs, Story, View


class Page(Struct, frozen=True):
    """One output file."""

    url: str
    """Where it stands on the site; one that ends in "/" is the index.html of a folder."""
    template: str
    """The template that makes it."""
    shows: View | Callable[[], View]
    """Its view, or what plans it when somebody asks: of thousands of pages each worker plans those that it makes."""
    source: str = ""
    """The file in `content/` that it stands for, and whose body a story prints; "" for pages of many briefings."""
    owner: str = ""
    """Whose page it is in the ledger of addresses: a briefing's id, "people/mara veldan"; "" where it is nobody's own
    or no page that an address has to lead to for ever."""
    is_listed: bool = True
    """Whether search engines may list it."""

    @property
    def view(self) -> View:
        """All that the template may see of the library."""
        return self.shows() if callable(self.shows) else self.shows

    @property
    def story(self) -> Story | None:
        """The story whose body it prints, if any."""
        view = self.view
        return view if isinstance(view, Story) else view.story if isinstance(view, Ninjs) else None

    def settled(self) -> "Page":
        """The same page with its view planned."""
        return replace(self, shows=self.view)

    def __reduce__(self) -> tuple[object, ...]:  # what plans a view has the whole library
        return Page, (self.url, self.template, self.view, self.source, self.owner, self.is_listed)


def path(url: str) -> str:
    """The output file of a url: "/topics/" is "topics/index.html"."""
    return url[1:] + "index.html" if url.endswith("/") else url[1:]


encode = msgspec.msgpack.Encoder().encode
"""A value of a view as bytes; equal values give equal bytes."""


def key(view: bytes, *marks: str) -> str:
    """A page's key: the fingerprint of all it depends on, its encoded view and some marks.

    The marks are the fingerprints of what it takes from the theme and of the public settings. The whole view is encoded
    at once: it takes a fifth of the time of its parts.
    """
    return blake2b("".join(marks).encode() + view, digest_size=16).hexdigest()


def parts(view: View, encoded: bytes) -> dict[str, int]:
    """What of a view, which is `encoded`, a page depends on, each with its checksum: for `explain` and nothing else.

    They are the fields that say something; of a list of cards or citations, each item is a part, named by its url.
    """
    fields, said = view.__struct_fields__, _members(encoded)
    found = {name: crc32(one) for name, value, one in zip(fields, astuple(view), said, strict=True) if value}
    for name in _LISTS:
        if name in found and isinstance(value := getattr(view, name), tuple):
            items = _items(name, value)
            found[f"the order of {name}"] = crc32("\n".join(items).encode())
            found |= zip(items, map(crc32, _members(said[fields.index(name)])), strict=True)
            del found[name]
    return found


_members = msgspec.msgpack.Decoder(list[msgspec.Raw]).decode
"""The encoded fields of an encoded record, or the items of a list."""


def _items(field: str, value: Iterable[object]) -> list[str]:
    """What the items of a list are called, told apart by the briefing they show."""
    found: dict[str, None] = {}
    for index, item in enumerate(value):
        card = getattr(item, "card", None)
        name = f"{_ITEMS.get(field, 'card of')} {card.url}" if card else ""
        headline = getattr(item, "headline", "")
        label = name or (f'reference "{headline}"' if headline else f"{field} {index + 1}")
        found[f"{label} ({index + 1})" if label in found else label] = None
    return list(found)


_LISTS = ("gaps", "backlinks", "related", "days", "beats")
"""Fields of which each item is a part."""
_ITEMS = {"backlinks": "backlink from", "related": "relation to"}
"""Field -> how an item of it is called, before the address of its card."""


NEW = "new"
"""Why a page is made that never was."""


def explain(old: Mapping[str, int], new: Mapping[str, int]) -> str:
    """Why a page is made again: what of its parts is new, changed or gone."""
    is_alike = _templates(old) == _templates(new)

    def told(name: str) -> str:
        # Fields that say nothing are left out, so one that came or went is one that a page of the same kind always has.
        is_there = is_alike and name.isidentifier()
        became = "changed" if is_there or (name in old and name in new) else "is new" if name in new else "is gone"
        return f"{_SAID.get(name, name)} {became}"

    changed = [told(name) for name in new if old.get(name) != new[name]]
    gone = [told(name) for name in old if name not in new]
    found = sorted(changed + gone, key=lambda one: not one.startswith("reference "))  # what healed comes first
    said = [one for one in found if not one.startswith("the order of")] or found
    rest = f" and {len(said) - 4} more" if len(said) > 4 else ""
    return ", ".join(said[:4]) + rest or "its file was changed or removed"


def _templates(parts: Mapping[str, int]) -> set[str]:
    return {name for name in parts if name.startswith("template ")}


_SAID = {
    "pager": "paging",
    "total": "the count of briefings",
    "waiting": "the count of headlines waited for",
}
