"""Our compiler of templates prints what Jinja's own does, and lets a template do no more."""

import pytest
from jinja2 import StrictUndefined, TemplateError
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from readalso.pages.views import Label, Time
from readalso.theme.sandbox import Sandbox


class Stock(Sandbox):
    """The same environment with Jinja's compiler."""

    code_generator_class = CodeGenerator  # type: ignore[assignment]


VALUES = {
    "label": Label("Ports & <docks>", "/topics/ports/", 3),
    "time": Time("2026-10-05"),
    "text": 'it\'s "so" & <b>',
    "markup": Markup("<b>bold</b>"),
    "none": None,
    "number": 7,
    "share": 0.5,
    "yes": True,
    "items": [Label("a", ""), Label("b", "/b/")],
    "mapping": {"name": "<key>", "class": "c"},
}
TEMPLATES = (
    "{{ label.name }} {{ label.url }} {{ label.count }} {{ time.iso[:4] }}",
    "{{ text }} {{ markup }} {{ none }} {{ number }} {{ share }} {{ yes }} {{ label }}",
    "{% for one in items %}{{ one.name }}{{ one.url or none }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for one in items %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}"
    "{{ loop.revindex }}{{ loop.nextitem is defined }}{% endfor %}",
    "{{ mapping.name }} {{ mapping['class'] }} {{ mapping.class }} {{ text.upper() }} {{ text|upper }}",
    "{% macro show(one) %}<i>{{ one.name }}</i>{% endmacro %}{{ show(label) }}{{ show(items[0]) }}",
    "{% set first = items|map(attribute='name')|join('&') %}{{ first }} {{ (label if number else time).name }}",
    "{% autoescape false %}{{ text }} {{ none }}{% endautoescape %}{{ '<' ~ text ~ markup }}",
)


def rendered(kind: type[Sandbox], text: str) -> str:
    environment = kind(
        autoescape=True, undefined=StrictUndefined, finalize=lambda value: "" if value is None else value
    )
    return environment.from_string(text).render(VALUES)


@pytest.mark.parametrize("text", TEMPLATES)
def test_both_compilers_print_the_same(text: str) -> None:
    assert rendered(Sandbox, text) == rendered(Stock, text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ label.__class__ }}",
        "{{ label.nothing }}",
        "{{ nothing.name }}",
        "{{ nothing }}",
        "{% for one in items %}{{ loop.__class__ }}{% endfor %}",
        "{% for one in items %}{{ loop._length }}{% endfor %}",
    ],
)
def test_what_may_not_be_read_is_refused_by_both(text: str) -> None:
    for kind in (Sandbox, Stock):
        with pytest.raises((TemplateError, SecurityError)):
            rendered(kind, text)
