"""Where themes lie, and what each says of itself."""

from pathlib import Path

import pytest

from readalso.errors import Broken
from readalso.theme import places
from readalso.theme import theme as themes


def put(root: Path, manifest: str) -> Path:
    (root / "themes/mine/templates").mkdir(parents=True, exist_ok=True)
    (root / "themes/mine/theme.yml").write_text(manifest)
    return root


def test_a_site_can_wear_its_own_themes_and_those_that_ship(tmp_path: Path) -> None:
    assert "mine" in places.names(put(tmp_path, ""))
    assert "default" in places.names(tmp_path)


def test_what_a_theme_says_of_itself(tmp_path: Path) -> None:
    found = places.manifest("mine", put(tmp_path, 'description: "Mine."\nrequires: "0.1"\nlanguages: [en]\n'))
    assert (found.description, found.contract, found.requires) == ("Mine.", places.CONTRACT, "0.1")


@pytest.mark.parametrize("version", ["", "0", '"0.0.9"', '"0.1"', '"0.1.0"'])
def test_a_theme_for_this_version_or_an_older_one_is_taken(tmp_path: Path, version: str) -> None:
    assert places.check("mine", put(tmp_path, f"requires: {version}" if version else "")) == tmp_path / "themes/mine"


def test_a_theme_for_a_newer_version_is_refused(tmp_path: Path) -> None:
    put(tmp_path, 'name: mine\nrequires: "0.10"\n')
    with pytest.raises(Broken, match=r"themes/mine/theme\.yml:2:11: requires Readalso 0\.10, and this is"):
        places.check("mine", tmp_path)


def test_a_misspelt_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(Broken, match=r'unknown key "contrakt"; did you mean "contract"'):
        places.manifest("mine", put(tmp_path, "contrakt: 1\n"))


def test_the_default_themes_words_and_templates_stand_in(tmp_path: Path) -> None:
    theme = themes.load("mine", put(tmp_path, ""))
    assert {"feed.xml", "sitemap.xml", "robots.txt"} <= set(theme.templates)
    assert "uk" in theme.languages
