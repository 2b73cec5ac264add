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


def parts(page: Page, theme: Mapping[str, int], site: int) -> dict[str, int]:
    """What the page depends on, part by part, each with its checksum: for `explain`, and for nothing else.

    `theme` has the parts that come from the theme, and `site` is the checksum of the public settings.
    The other parts are the view's fields; of a list of cards or citations, each item is a part, named by its url.
    """
    view = page.view
    found = {**theme, "the settings": site}
    for name, value in zip(view.__struct_fields__, astuple(view), strict=True):
        if name in _LISTS and isinstance(value, tuple):
            items = _items(name, value)
            found[f"the order of {name}"] = crc32("\n".join(items).encode())
            for label, item in items.items():
                found[label] = crc32(encode(item))
        else:
            found[name] = crc32(encode(value)) if value else 0
    return found


def _items(field: str, value: Iterable[object]) -> dict[str, object]:
    """The items of a list, told apart by the briefing they show."""
    items: dict[str, object] = {}
    for index, item in enumerate(value):
        card = getattr(item, "card", None)
        name = f"{_ITEMS.get(field, 'card of')} {card.url}" if card else ""
        headline = getattr(item, "headline", "")
        label = name or (f'reference "{headline}"' if headline else f"{field} {index + 1}")
        items[f"{label} ({index + 1})" if label in items else label] = item
    return items


_LISTS = frozenset({"gaps", "backlinks", "related", "days", "beats"})
"""Fields of which each item is a part."""
_ITEMS = {"backlinks": "backlink from", "related": "relation to"}
"""Field -> how an item of it is called, before the address of its card."""


def explain(old: Mapping[str, int] | None, new: Mapping[str, int]) -> str:
    """Why a page is made: what of its parts is new, changed or gone."""
    if old is None:
        return "new"
    changed = [_SAID.get(name, name) + " changed" for name in new if name in old and old[name] != new[name]]
    added = [f"{_SAID.get(name, name)} is new" for name in new if name not in old]
    gone = [f"{_SAID.get(name, name)} is gone" for name in old if name not in new]
    found = sorted(changed + added + gone, key=lambda one: not one.startswith("reference "))  # what healed comes first
    said = [one for one in found if not one.startswith("the order of")] or found
    rest = f" and {len(said) - 4} more" if len(said) > 4 else ""
    return ", ".join(said[:4]) + rest or "its file was changed or removed"


_SAID = {
    "pager": "paging",
    "total": "the count of briefings",
    "waiting": "the count of headlines waited for",
}
