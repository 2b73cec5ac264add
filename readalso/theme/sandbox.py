"""Jinja's sandbox, told what it may trust: the fields of the views, and the macros of the theme.

A sandbox looks into each attribute that a template asks for, and each thing that it calls; for most of what a page
prints that costs more than the printing. A view's field holds texts, numbers, and further views, so it is given as it
is. Everything else goes the sandbox's own way.
"""

from collections import defaultdict
from collections.abc import Mapping, MutableMapping
from functools import cached_property, partial
from typing import ClassVar

from jinja2 import StrictUndefined, Template, TemplateRuntimeError, UndefinedError
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from msgspec import Struct

from readalso.pages import views
from readalso.theme.compiler import Compiler, show

_FIELDS: dict[type, frozenset[str]] = {
    kind: frozenset(kind.__struct_fields__)
    for kind in vars(views).values()
    if isinstance(kind, type) and issubclass(kind, Struct)
}
_FIELDS[LoopContext] = frozenset({"first", "index", "index0", "last", "length"})
"""What may be read of a value of each kind as it is: a view's fields, and where a loop stands."""


_COMPILED_IN = ("_block_vars", "_loop_vars")
"""What Jinja hands to each call from inside a block or a loop; only a function that asks for the context needs it."""


class _Template(Template):
    """A template whose macros are the same for all that import them: here no importer has globals of its own."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
        return self._module


class Absent(UndefinedError):
    """A template uses what is not there: it asked `owner` for `asked`."""

    def __init__(self, owner: object, asked: str, message: str) -> None:
        super().__init__(message)
        self.owner, self.asked = owner, asked


class Nothing(StrictUndefined):
    """What is not there: `is defined` and `default` may be asked of it, whatever else is done with it is `Absent`."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is UndefinedError:
            self._undefined_exception = partial(Absent, obj, str(name))  # type: ignore[assignment]  # Jinja calls it


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment in which templates can read what they are shown, and change nothing."""

    code_generator_class = Compiler
    template_class = _Template
    show = staticmethod(show)
    fields: ClassVar[Mapping[str, frozenset[type]]] = defaultdict(
        frozenset,
        {
            name: frozenset(kind for kind, names in _FIELDS.items() if name in names)
            for name in frozenset[str]().union(*_FIELDS.values())
        },
    )
    """Field -> the kinds that have it."""
    own: frozenset[object] = frozenset()
    """The functions that are ours to call; set once, when they are there."""

    @cached_property
    def _ready(self) -> dict[str, Template]:
        return {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,
    ) -> Template:
        """A template by name, which is the same whoever asks; while a theme is used it is looked up once."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        found = self._ready.get(name)
        if found is None:
            found = self._ready[name] = super().get_template(name)
            found.globals = dict(found.globals)  # Jinja copies them for each page, and it has them in a slow chain
        return found

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
        if obj in self.own:
            for name in _COMPILED_IN:
                kwargs.pop(name, None)
            return obj(*args, **kwargs)  # type: ignore[operator]
        return super().call(context, obj, *args, **kwargs)
