"""Jinja's sandbox, told what it may trust: the fields of the views, and the macros of the theme.

A sandbox looks into each attribute that a template asks for, and each thing that it calls; for most of what a page
prints that costs more than the printing. A view's field holds texts, numbers, and further views, so it is given as it
is. Everything else goes the sandbox's own way.
"""

from dataclasses import fields, is_dataclass

from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from readalso.pages import views

_FIELDS: dict[type, frozenset[str]] = {
    kind: frozenset(field.name for field in fields(kind))
    for kind in vars(views).values()
    if isinstance(kind, type) and is_dataclass(kind)
}


_COMPILED_IN = ("_block_vars", "_loop_vars")
"""What Jinja hands to each call from inside a block or a loop; only a function that asks for the context needs it."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which templates can read what they are shown, and change nothing."""

    def getattr(self, obj: object, attribute: str) -> object:
        """`obj.attribute`, where that is safe."""
        known = _FIELDS.get(type(obj))
        if known is not None and attribute in known:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """`obj(...)`, where that is safe; a macro asks for nothing of the context but how to escape."""
        if type(obj) is Macro:
            for name in _COMPILED_IN:
                kwargs.pop(name, None)
            return obj(context.eval_ctx, *args, **kwargs)
        return super().call(context, obj, *args, **kwargs)
