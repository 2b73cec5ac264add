"""A theme whose every page prints all that a template can see: whatever differs in a view differs in its page."""

from pathlib import Path

_DEFAULT = Path(__file__).parent.parent / "themes/default/templates"
TEMPLATES = tuple(sorted(path.name for path in _DEFAULT.iterdir() if path.is_file() and path.name != "base.html"))
"""Every page that a theme has to have a template for: those of the default theme."""
_ALL = "<h1>{{ page }}</h1>\n{% for piece in body %}{{ piece }}\n{% endfor %}{{ site }} {{ asset('style.css') }}\n"
_SHARED = '{% extends "shared.html" %}{% block more %}{{ page.url|href }}{% endblock %}'


def write_theme(root: Path) -> None:
    """Put the theme into `root/themes/default`, which shadows the one that ships."""
    home = root / "themes" / "default"
    for name, text in {
        "templates/shared.html": _ALL + "{% block more %}{% endblock %}",
        **{f"templates/{name}": _SHARED if name.endswith(".html") else _ALL for name in TEMPLATES},
        "static/style.css": "body { color: black }",
        "languages/en.yml": 'site: "Site"\n',
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text)
