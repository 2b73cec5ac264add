"""What the preview adds to a page, and the page it shows where there is none. All text is escaped."""

from collections.abc import Iterable
from html import escape

from readalso.errors import Problem
from readalso.words import printable

SCRIPT = "/livereload.js"
STYLE = "/livereload.css"
SOCKET = "/livereload"


def added(build: str, problems: Iterable[Problem]) -> str:
    """The end of every page: what is wrong, if anything, and the script that loads the page again.

    It stands after the page's own end, where HTML (section 13.2.6.4.22, "after after body") takes it for the body's. No
    script or style is inline, so it works under any content security policy that allows the page's own.
    """
    return f'{_panel(tuple(problems))}<script src="{SCRIPT}" data-build="{escape(build)}"></script>\n'


def bare(title: str, text: str) -> str:
    """A page for where the site has none."""
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<link rel="icon" href="data:,"></head>\n<body><h1>{escape(title)}</h1>\n<p>{escape(text)}</p></body>\n'
        "</html>\n"
    )


def _panel(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return ""
    rows = "\n".join(f"<li>{_row(problem)}</li>" for problem in problems)
    return (
        f'<link rel="stylesheet" href="{STYLE}">\n<section id="readalso-problems" role="alert">\n'
        f"<h2>To be mended</h2>\n<ul>\n{rows}\n</ul>\n</section>\n"
    )


def _row(problem: Problem) -> str:
    numbers = "".join(f":{number}" for number in (problem.line, problem.column) if number)
    place = f"<code>{_said(problem.path)}{numbers}</code> " if problem.path else ""
    hint = f" <em>{_said(problem.hint)}</em>" if problem.hint else ""
    return f"{place}<span>{_said(problem.what)}</span>{hint}"


def _said(text: str) -> str:
    return escape(printable(text))
