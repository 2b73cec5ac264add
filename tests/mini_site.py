"""A small site with a theme of its own, for the tests that build: every page prints what its view holds, and no more.

`write_site(folder)` makes two briefings, of which one refers to the other and to a third that has not come;
`briefing(...)` is a briefing's text, and `put(...)` writes a file of the site, whole or not at all, as editors do.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from tests import dump_theme

CARD = (
    '<a href="{{ card.url|href }}">{{ card.title }}</a>'
    "{% if card.held %} <mark>{{ card.held }}</mark>{% endif %} {{ card.summary }}"
)

BASE = """\
<!doctype html>
<html lang="{{ site.language }}">
<head><meta charset="utf-8"><title>{% block title %}{{ page.title }}{% endblock %} – {{ site.title }}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="{{ asset("style.css")|href }}"></head>
<body><p><a href="{{ "/"|href }}">{{ site.title }}</a></p>
<main>{% block main %}{% endblock %}</main></body>
</html>
"""

DAYS = """\
{% for day in page.days %}
<h2>{{ day.date|day if day.date else "undated" }}</h2>
<ul>{% for card in day.cards %}<li>{% include "card.html" %}</li>{% endfor %}</ul>
{% endfor %}
"""

STORY = """\
{% extends "base.html" %}
{% block main %}
<h1>{{ page.title }}</h1>
{% if page.held %}<p><mark>{{ page.held }}</mark></p>{% endif %}
{% if page.date %}<p><time datetime="{{ page.date.iso }}">{{ page.date|day }}</time></p>{% endif %}
<p class="summary">{{ page.summary }}</p>
{% for piece in body %}
{% if piece.kind == "prose" %}{{ piece.html }}
{% elif piece.kind == "link" %}
<span>{{ piece.label }} <a href="{{ piece.card.url|href }}" title="{{ piece.card.summary }}">{{ piece.shown }}</a></span>
{% else %}<span class="waiting">{{ piece.label }} {{ piece.shown }}</span>
{% endif %}
{% endfor %}
<ul>{% for name in page.topics + page.people + page.organisations + page.places %}
<li>{% if name.url %}<a href="{{ name.url|href }}">{{ name.name }}</a>{% else %}{{ name.name }}{% endif %}</li>
{% endfor %}</ul>
{% for citation in page.backlinks %}
<p class="backlink"><a href="{{ citation.card.url|href }}">{{ citation.card.title }}</a>: {{ citation.sentence }}</p>
{% endfor %}
{% endblock %}
"""


def _page(main: str) -> str:
    return '{% extends "base.html" %}\n{% block main %}\n' + main + "\n{% endblock %}\n"


TEMPLATES = {
    "base.html": BASE,
    "card.html": CARD,
    "days.html": DAYS,
    "story.html": STORY,
    "front.html": _page(
        '<h1>{{ site.title }}</h1>\n{% include "days.html" %}\n<p>{{ page.waiting }} waited for</p>\n'
        '{% if page.pager.older %}<a href="{{ page.pager.older|href }}">older</a>{% endif %}'
    ),
    "term.html": _page('<h1>{{ page.title }}</h1><p>{{ page.total }}</p>\n{% include "days.html" %}'),
    "terms.html": _page(
        "<h1>{{ page.kind }}</h1>\n{% for letter, names in page.letters %}<h2>{{ letter }}</h2>\n"
        '{% for name in names %}<a href="{{ name.url|href }}">{{ name.name }}</a> {{ name.count }}\n{% endfor %}'
        "{% endfor %}"
    ),
    "archive.html": _page(
        '<h1>{{ page.title or "Archive" }}</h1>\n'
        '{% for part in page.parts %}<a href="{{ part.url|href }}">{{ part.name }}</a> {{ part.count }}\n{% endfor %}'
        '{% include "days.html" %}'
    ),
    "pending.html": _page(
        "<h1>Waited for</h1>\n{% for wanted in page.wanted %}<h2>{{ wanted.headline }}</h2>\n"
        '{% for citation in wanted.waiting %}<a href="{{ citation.card.url|href }}">{{ citation.card.title }}</a>\n'
        "{% endfor %}{% endfor %}"
    ),
    "redirect.html": _page('<a href="{{ page.target|href }}">{{ page.title }}</a>'),
    "withdrawn.html": _page("<h1>Withdrawn</h1>"),
    "404.html": _page("<h1>No such page</h1>"),
    "robots.txt": "User-agent: *\nAllow: /\n",
    "feed.xml": '<rss version="2.0">{% for item in page["items"] %}<item><title>{{ item.card.title|xml }}</title>'
    "<link>{{ item.card.url|absolute }}</link></item>{% endfor %}</rss>\n",
    "atom.xml": '<feed xmlns="http://www.w3.org/2005/Atom">{% for item in page["items"] %}<entry><id>{{ item.id }}</id>'
    "<title>{{ item.card.title|xml }}</title></entry>{% endfor %}</feed>\n",
    "feed.json": '{"items": [{% for item in page["items"] %}{{ item.card.title|tojson }}'
    '{{ "" if loop.last else "," }}{% endfor %}]}\n',
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "{% for entry in page.entries %}<url><loc>{{ entry.url|absolute }}</loc></url>{% endfor %}</urlset>\n",
}
"""Template name -> text: the pages that tests look at, and three parts that they share."""
TEMPLATES |= {name: _page("<h1>{{ page.title }}</h1>") for name in dump_theme.TEMPLATES if name not in TEMPLATES}

BRIEFINGS = {
    "ports/deal.md": (
        "Port deal possible by spring",
        {"id": "aaaaaaaaaaaa", "date": "2026-10-05", "topics": "[Ports]", "summary": "A deal is near."},
        "The minister spoke on Monday.\n\nRead also: [[Dockers end their strike]]\n\nShe gave no date.\n\n"
        "Read also: [[Side letter found]]\n",
    ),
    "ports/strike.md": (
        "Dockers end their strike",
        {"id": "bbbbbbbbbbbb", "date": "2026-10-02", "topics": "[Ports]", "summary": "Work goes on."},
        "The cranes moved again.\n",
    ),
}
"""Path in content/ -> title, front matter and text; of the first one's two references, one waits."""


def briefing(title: str, text: str = "", matter: Mapping[str, str] | None = None) -> str:
    """A briefing's file. The front matter's values are YAML, written as they are."""
    lines = [f'title: "{title}"', *(f"{key}: {value}" for key, value in (matter or {}).items())]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + text


def put(root: Path, path: str, text: str | bytes) -> Path:
    """Write a file of the site as editors do: beside its place, then renamed into it."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    beside.write_bytes(text.encode() if isinstance(text, str) else text)
    os.replace(beside, place)
    return place


def write_site(root: Path, settings: str = "") -> Path:
    """The site: `settings` are more lines of its readalso.yml. Gives `root` back."""
    put(root, "readalso.yml", f"title: Mini\ntheme: mini\n{settings}")
    for name, text in TEMPLATES.items():
        put(root, f"themes/mini/templates/{name}", text)
    put(root, "themes/mini/theme.yml", "name: mini\n")
    put(root, "themes/mini/languages/en.yml", "skip: Skip\n")
    put(root, "themes/mini/static/style.css", "body { margin: 2rem }\n")
    for path, (title, matter, text) in BRIEFINGS.items():
        put(root, f"content/{path}", briefing(title, text, matter))
    return root
