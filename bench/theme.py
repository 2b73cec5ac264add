"""A theme for Readalso that shows what Hugo's of the benchmark shows, and no more."""

from pathlib import Path

BASE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ page.title }} – {{ site.title }}</title>
{% block description %}{% endblock %}
<link rel="canonical" href="{{ page.url|absolute }}"><link rel="stylesheet" href="{{ "/style.css"|href }}"></head>
<body><p><a href="{{ "/"|href }}">{{ site.title }}</a>{% for kind in ("people", "organisations", "places", "topics") %}
 <a href="{{ ("/" ~ kind ~ "/")|href }}">{{ kind }}</a>{% endfor %}</p>
<main>{% block main %}{% endblock %}</main></body>
</html>
"""
ROW = """\
{% macro row(card) -%}
<li><a href="{{ card.url|href }}">{{ card.title }}</a>
<time datetime="{{ card.date.iso }}">{{ card.date|day }}</time></li>
{%- endmacro %}
"""
STORY = """\
{% extends "base.html" %}
{% block description %}<meta name="description" content="{{ page.summary }}">{% endblock %}
{% block main %}<h1>{{ page.title }}</h1>
<p><time datetime="{{ page.date.iso }}">{{ page.date|day }}</time> {{ page.source.name }}</p>
<p class="summary">{{ page.summary }}</p>
{% for piece in body %}{% if piece.kind == "prose" %}{{ piece.html }}
{% elif piece.kind == "link" %}<p>{{ piece.label }}: <a href="{{ piece.card.url|href }}">{{ piece.shown }}</a></p>
{% else %}<p>{{ piece.label }}: {{ piece.shown }}</p>
{% endif %}{% endfor %}
<ul>{% for names in (page.people, page.organisations, page.places, page.topics) %}{% for name in names %}
<li><a href="{{ name.url|href }}">{{ name.name }}</a></li>{% endfor %}{% endfor %}</ul>{% endblock %}
"""
LIST = """\
{% extends "base.html" %}
{% from "row.html" import row %}
{% block main %}<h1>{{ page.title or site.title }}</h1><ul>{% for day in page.days %}{% for card in day.cards %}
{{ once(row, card) }}{% endfor %}{% endfor %}</ul>
{% if page.pager is defined and page.pager.older %}
<a href="{{ page.pager.older|href }}">older</a>{% endif %}{% endblock %}
"""
TERMS = """\
{% extends "base.html" %}
{% block main %}<h1>{{ page.kind }}</h1><ul>{% for letter, names in page.letters %}{% for name in names %}
<li><a href="{{ name.url|href }}">{{ name.name }}</a> {{ name.count }}</li>{% endfor %}{% endfor %}</ul>{% endblock %}
"""
BARE = '{% extends "base.html" %}{% block main %}<h1>{{ page.title }}</h1>{% endblock %}\n'
FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>{{ site.title }}</title>{% for item in page["items"] %}
<item><title>{{ item.card.title }}</title><link>{{ item.card.url|absolute }}</link></item>{% endfor %}</channel></rss>
"""
SITEMAP = """\
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for entry in page.entries %}
<url><loc>{{ entry.url|absolute }}</loc></url>{% endfor %}</urlset>
"""
OWN = {
    "base.html": BASE,
    "row.html": ROW,
    "story.html": STORY,
    "front.html": LIST,
    "term.html": LIST,
    "archive.html": LIST,
    "terms.html": TERMS,
    "feed.xml": FEED,
    "sitemap.xml": SITEMAP,
}


def write(folder: Path, default: Path) -> None:
    """Put the theme into a folder; of the pages that Hugo does not have, the default theme's list tells the names."""
    names = [path.name for path in (default / "templates").iterdir() if path.is_file() and path.name != "base.html"]
    texts = {name: BARE if name.endswith(".html") else "{{ page.url }}\n" for name in names} | OWN
    for name, text in texts.items():
        (folder / "templates").mkdir(parents=True, exist_ok=True)
        (folder / "templates" / name).write_text(text)
    (folder / "static").mkdir(exist_ok=True)
    (folder / "static/style.css").write_text("body { margin: 2rem auto; max-width: 40rem }\n")
    (folder / "theme.yml").write_text("name: bench\n")
