"""What a site puts in the place of its theme's files."""

from pathlib import Path

import pytest

from readalso.theme import theme as themes
from readalso.theme.overrides import Override, copied, nearest, overrides, problems


def put(root: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = root / (name.replace("__", "/") + ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(
        tmp_path,
        themes__mine__templates__base="<p>{% block main %}{% endblock %}</p>",
        themes__mine__templates__story='{% extends "base.html" %}\n{% block main %}\nTheirs\n{% endblock %}\n',
    )
    return tmp_path


def find(root: Path) -> dict[str, Override]:
    return {one.name: one for one in overrides(themes.load("mine", root), root)}


def test_a_site_without_templates_overrides_nothing(root: Path) -> None:
    assert find(root) == {}


def test_a_template_that_extends_the_shadowed_one_names_the_blocks_it_fills(root: Path) -> None:
    put(root, templates__story='{% extends "theme/story.html" %}{%- block main %}Ours{% endblock %}')
    one = find(root)["story.html"]
    assert (one.is_extending, one.blocks, one.unknown) == (True, ("main",), ())
    assert one.shadowed == "themes/mine/templates/story.html"


def test_a_block_that_nothing_above_has_is_dead_and_said(root: Path) -> None:
    put(
        root,
        templates__story='{% extends "theme/story.html" %}{% block mian %}Ours{% endblock %}'
        "{% block main %}{% block fresh %}shown{% endblock %}{% endblock %}",
    )
    (problem,) = problems(find(root).values())
    assert (problem.path, problem.is_warning) == ("templates/story.html", True)
    assert '"mian"' in problem.what


def test_a_template_that_replaces_one_has_its_difference(root: Path) -> None:
    put(root, templates__story='{% extends "base.html" %}\n{% block main %}\nOurs\n{% endblock %}\n')
    one = find(root)["story.html"]
    assert not one.is_extending
    assert one.diff[:2] == ("--- theme/story.html", "+++ templates/story.html")
    assert {"-Theirs", "+Ours"} <= set(one.diff)


def test_a_copy_knows_when_the_theme_has_moved_on(root: Path) -> None:
    put(root, templates__story=copied("story.html", themes.load("mine", root)))
    one = find(root)["story.html"]
    assert (one.has_drifted, one.diff) == (False, ())
    put(root, themes__mine__templates__story="Newer")
    assert find(root)["story.html"].has_drifted


def test_a_template_of_no_name_that_the_theme_has_shadows_nothing(root: Path) -> None:
    put(root, templates__storry="Ours")
    one = find(root)["storry.html"]
    assert (one.shadowed, one.diff) == ("", ())
    assert nearest("storry.html", themes.load("mine", root)) == 'did you mean "story.html"?'


def test_two_templates_that_extend_each_other_end(root: Path) -> None:
    put(root, templates__a='{% extends "b.html" %}{% block x %}{% endblock %}', templates__b='{% extends "a.html" %}')
    assert find(root)["a.html"].unknown == ("x",)
