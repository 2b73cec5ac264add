"""Pages of a story whose text was edited and nothing else: what they showed before, with the new text."""

from functools import lru_cache
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import fields, replace

from readalso.briefing.facts import Facts
from readalso.pages import views
from readalso.pages.page import encode
from readalso.pages.views import Ninjs, Story

KINDS: dict[str, type[Story | Ninjs]] = {"Story": Story, "Ninjs": Ninjs}
"""The views that print a text, by name."""


def seen(kind: str, data: bytes) -> Story | Ninjs | None:
    """The view of a kind that `page.encode` made those bytes of; None for bytes that it made of no such view."""
    try:
        view = _revived(KINDS[kind], msgspec.msgpack.decode(data))
    except (msgspec.MsgspecError, LookupError, TypeError, ValueError, StopIteration, AssertionError):
        return None
    return view if isinstance(view, Story | Ninjs) and encode(view) == data else None


def retold(view: Story | Ninjs, facts: Facts) -> Story | Ninjs:
    """The same page with another text of the briefing."""
    if isinstance(view, Ninjs):
        return replace(view, story=_with_text(view.story, facts))
    return _with_text(view, facts)


def _with_text(story: Story, facts: Facts) -> Story:
    standfirst = "" if facts.is_lede_first else facts.matter.summary
    return replace(story, text=facts.text_digest, standfirst=standfirst, words=facts.word_count)


def _revived(form: object, value: object) -> object:
    """A value of a type, from what MessagePack makes of it; of several kinds of values, by their `kind`."""
    if isinstance(form, type) and issubclass(form, msgspec.Struct):
        assert isinstance(value, list), "a record is encoded as a list of its fields"
        return form(*(_revived(hint, item) for hint, item in zip(_hints(form), value, strict=True)))
    inner = get_args(form)
    if get_origin(form) is tuple and isinstance(value, list):
        forms = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_revived(one, item) for one, item in zip(forms, value, strict=True))
    if get_origin(form) is UnionType and value is not None:
        return _revived(_choice([one for one in inner if one is not NoneType], value), value)
    return value


def _choice(forms: list[type], value: object) -> type:
    """The one of several types that the value is of."""
    return next(one for one in forms if len(forms) == 1 or (isinstance(value, list) and _is_of(one, value)))


def _is_of(form: type, value: list[object]) -> bool:
    """Whether the value's `kind` is that of a type, which is the default of the type's field."""
    place, kind = next((place, one.default) for place, one in enumerate(fields(form)) if one.name == "kind")
    return len(value) > place and value[place] == kind


@lru_cache
def _hints(form: type) -> tuple[object, ...]:
    """The types of a record's fields, in their order."""
    hints = get_type_hints(form, vars(views))
    return tuple(hints[one.name] for one in fields(form))
