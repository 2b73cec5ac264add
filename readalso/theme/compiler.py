"""How templates become Python: Jinja's own compiler, with two things said more briefly.

Most of what a page takes is hundreds of `{{ page.title }}`: an attribute that the sandbox allows, and its escaping.
Jinja compiles each into three calls of Python functions. A field of a view is safe by its type alone, so it is read in
place,
and a text is escaped by MarkupSafe's C function without the object around it. Rendering takes half the time for it, and
not a byte differs: tests/theme/test_compiler.py holds both compilers side by side.
"""

from collections.abc import Callable
from keyword import iskeyword

import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(escape(text)))


def show(value: object) -> str:
    """A value as it stands in HTML or XML; None is nothing."""
    kind = type(value)
    if kind is str:
        return _escape_text(value)  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]
    return "" if value is None else str(escape(value))


class Compiler(CodeGenerator):
    """Writes the Python of one template. The environment has `show` and `fields`."""

    _reads = 0

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.show(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`view.field` in place; any other attribute by the sandbox."""
        if not node.attr.isidentifier() or iskeyword(node.attr) or node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        self._reads += 1
        held = f"held_{self._reads}"
        self.write(f"({held}.{node.attr} if type({held} := ")
        self.visit(node.node, frame)
        self.write(f") in environment.fields[{node.attr!r}] else environment.getattr({held}, {node.attr!r}))")
