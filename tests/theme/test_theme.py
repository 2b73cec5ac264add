"""A theme on the disk, and what of it each page depends on."""

from pathlib import Path

import pytest

from readalso.errors import Broken
from readalso.theme import theme as themes
from readalso.theme.theme import Theme

EVERYTHING = {"base.html", "story.html", "card.html", "alone.html"}


def make(root: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = root / name.replace("__", "/").replace("_html", ".html").replace("_yml", ".yml").replace("_css", ".css")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make(
        tmp_path,
        themes__mine__templates__base_html="base {% block main %}{% endblock %}",
        themes__mine__templates__story_html='{% extends "base.html" %}{% block main %}{% include "card.html" %}{% endblock %}',
        themes__mine__templates__card_html="card",
        themes__mine__templates__alone_html="alone",
        themes__mine__static__style_css="a {}",
        themes__mine__languages__en_yml="pages: Pages",
    )
    return tmp_path


def load(root: Path) -> Theme:
    return themes.load("mine", root)


def changed(root: Path, **texts: str) -> set[str]:
    """The templates whose fingerprint changes with these files."""
    before = load(root)
    make(root, **texts)
    after = load(root)
    return {name for name in EVERYTHING if before.parts(name) != after.parts(name)}


def test_a_template_depends_on_what_it_extends_and_includes(root: Path) -> None:
    assert changed(root, themes__mine__templates__card_html="another") == {"card.html", "story.html"}
    assert changed(root, themes__mine__templates__base_html="another") == {"base.html", "story.html"}


def test_a_template_that_names_another_by_a_variable_depends_on_all(root: Path) -> None:
    make(root, themes__mine__templates__alone_html="{% include page.kind %}")
    assert changed(root, themes__mine__templates__card_html="another") == {"card.html", "story.html", "alone.html"}


def test_words_reach_every_page(root: Path) -> None:
    assert changed(root, themes__mine__languages__en_yml="pages: Sheets") == EVERYTHING


def test_a_static_file_reaches_the_pages_that_ask_its_address(root: Path) -> None:
    assert changed(root, themes__mine__static__style_css="b {}") == set()
    make(root, themes__mine__templates__base_html="{{ asset('style.css')|href }}{% block main %}{% endblock %}")
    assert changed(root, themes__mine__static__style_css="c {}") == {"base.html", "story.html"}
    make(root, themes__mine__templates__alone_html="{{ asset(page.kind ~ '.css') }}")
    assert changed(root, themes__mine__static__other_css="c {}") == {"alone.html"}


def test_every_way_to_write_a_tag_is_seen(root: Path) -> None:
    for tag in (
        '{%+ include "card.html" %}',
        '{%- include "card.html" -%}',
        '{% import "card.html" as x %}',
        '{%\n include\n "card.html"\n%}',
    ):
        make(root, themes__mine__templates__alone_html=tag, themes__mine__templates__card_html="card")
        assert "alone.html" in changed(root, themes__mine__templates__card_html="another"), tag


def test_hidden_files_are_published_and_litter_is_not(root: Path) -> None:
    (root / "static/.well-known").mkdir(parents=True)
    (root / "static/.well-known/security.txt").write_text("x")
    (root / "static/.DS_Store").write_text("x")
    assert [one.url for one in load(root).statics] == ["/.well-known/security.txt", "/style.css"]


def test_the_sites_own_files_shadow_the_themes(root: Path) -> None:
    make(root, templates__card_html="mine", static__style_css="mine {}")
    theme = load(root)
    assert theme.templates["card.html"] == "mine"
    assert theme.templates["theme/card.html"] == "card"
    assert [(one.url, one.path.read_text()) for one in theme.statics] == [("/style.css", "mine {}")]


def test_a_shadowing_template_depends_on_the_shadowed_one_it_extends(root: Path) -> None:
    make(root, templates__card_html='{% extends "theme/card.html" %}')
    assert changed(root, themes__mine__templates__card_html="another") == {"card.html", "story.html"}


def test_a_theme_that_is_nowhere_is_said_with_the_places(root: Path) -> None:
    with pytest.raises(Broken, match=r'readalso\.yml: there is no theme "mime"; did you mean "mine"'):
        themes.load("mime", root)


def test_a_template_that_is_missing_is_named(root: Path) -> None:
    with pytest.raises(Broken, match=r"templates/frond\.html: is missing from the theme"):
        load(root).parts("frond.html")


def test_a_template_that_a_theme_does_not_have_is_the_default_ones_in_the_themes_own_base(root: Path) -> None:
    theme = load(root)
    assert theme.origins["front.html"].endswith("themes/default/templates/front.html")
    assert theme.templates["base.html"].startswith("base ")
    assert changed(root, templates__parts__pager_html="x", themes__mine__templates__base_html="new") >= {"base.html"}


def test_the_default_theme_ships_and_has_every_template_a_plan_asks_for() -> None:
    theme = themes.load("default", Path("/nonexistent"))
    for name in ("front", "story", "term", "terms", "archive", "pending", "redirect", "withdrawn", "404"):
        assert theme.parts(f"{name}.html")


def test_a_theme_for_another_set_of_views_is_refused(root: Path) -> None:
    make(root, themes__mine__theme_yml="contract: 1")
    load(root)
    make(root, themes__mine__theme_yml="name: Mine\ncontract: 2")
    with pytest.raises(Broken, match=r"themes/mine/theme\.yml:2:11: contract is not 1"):
        load(root)
