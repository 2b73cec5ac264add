"""Pages of a story whose text was edited and nothing else: what they showed before, with the new text."""

from functools import lru_cache
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import replace

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
    except (msgspec.MsgspecError, LookupError, TypeError, StopIteration, AssertionError):
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
        assert isinstance(value, dict), "a record is encoded as a mapping"
        return form(**{name: _revived(hint, value[name]) for name, hint in _hints(form)})
    inner = get_args(form)
    if get_origin(form) is tuple and isinstance(value, list):
        forms = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_revived(one, item) for one, item in zip(forms, value, strict=True))
    if get_origin(form) is UnionType and value is not None:
        return _revived(_choice([one for one in inner if one is not NoneType], value), value)
    return value


def _choice(forms: list[type], value: object) -> type:
    """The one of several types that the value is of."""
    kind = value.get("kind") if isinstance(value, dict) and len(forms) > 1 else None
    return next(one for one in forms if len(forms) == 1 or _kind(one) == kind)


def _kind(form: type) -> object:
    return next(field.default for field in msgspec.structs.fields(form) if field.name == "kind")


@lru_cache
def _hints(form: type) -> tuple[tuple[str, object], ...]:
    hints = get_type_hints(form, vars(views))
    return tuple((name, hints[name]) for name in form.__struct_fields__)  # type: ignore[attr-defined]
