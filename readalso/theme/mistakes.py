"""What is wrong with a template that fails, in the words of who wrote it, with its file and line."""

from jinja2 import TemplateNotFound, TemplateSyntaxError
from msgspec import Struct

from readalso.errors import Broken, broken, did_you_mean
from readalso.pages.page import Page
from readalso.pages.views import Site
from readalso.settings import FILE
from readalso.theme.sandbox import Absent
from readalso.theme.theme import SHADOWED, Theme

_SEE = "see docs/reference/themes.md for what a template can see"


def explain(error: Exception, page: Page, theme: Theme, site: Site) -> Broken:
    """The mistake by which `page` cannot be made, at the template line where it stands."""
    name, line = _place(error, page, theme)
    what, hint = _missing(error, theme) if isinstance(error, TemplateNotFound) else _said(error, page, site)
    return broken(theme.origins.get(name, name), f"cannot make {page.url}: {what}", hint, line)


def _place(error: Exception, page: Page, theme: Theme) -> tuple[str, int]:
    """The innermost template line that the error passed through."""
    name, line = page.template, getattr(error, "lineno", 0) or 0
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_globals.get("__jinja_template__") or trace.tb_frame.f_code.co_filename in theme.templates:
            name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return (error.name or name if isinstance(error, TemplateSyntaxError) else name), line


def _missing(error: TemplateNotFound, theme: Theme) -> tuple[str, str]:
    """That a template is not there, and which is."""
    wanted = [str(name) for name in error.templates]
    is_shadowed = wanted[-1].startswith(SHADOWED)
    near = did_you_mean(wanted[-1], [one for one in theme.templates if one.startswith(SHADOWED) == is_shadowed])
    return "there is no template " + " or ".join(f'"{name}"' for name in wanted), near


def _said(error: Exception, page: Page, site: Site) -> tuple[str, str]:
    """What went wrong with what the template was shown, and what to do."""
    if not isinstance(error, Absent):
        return str(error), _SEE
    if isinstance(error.owner, Struct):
        near = did_you_mean(error.asked, error.owner.__struct_fields__)
        return f'a {type(error.owner).__name__} has no field "{error.asked}"; {near}', _SEE
    file = _extra_of(error.owner, page, site)
    if not file:
        return str(error), _SEE
    return f'extra of {file} has no key "{error.asked}"', 'write |default("") behind a key that may be absent'


def _extra_of(owner: object, page: Page, site: Site) -> str:
    """The file whose `extra` a value is; "" where it is none."""
    if owner is site.extra:
        return FILE
    story = page.story
    return story.path if story and owner is story.extra else ""
