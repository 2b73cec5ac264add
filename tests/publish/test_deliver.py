from pathlib import Path

import pytest

from readalso import files
from readalso.errors import Broken, UsageError
from readalso.publish.choose import choose, open_host
from readalso.publish.deliver import deliver
from readalso.publish.sync import Put
from readalso.publish.targets import TARGETS
from readalso.publish.targets.folder import Folder
from readalso.settings import HOSTS, Settings, Target
from readalso.site import MANIFEST
from tests.publish.folders import built, held

PAGES = {f"{number}/index.html": "text" for number in range(30)}


def test_a_dry_run_says_the_plan_and_writes_nothing(tmp_path: Path) -> None:
    delivery = deliver(built(tmp_path / "site", {"index.html": "x"}), Folder(tmp_path / "www"), is_dry=True)
    assert [(put.path, put.is_new) for put in delivery.plan.puts] == [("index.html", True)]
    assert not (tmp_path / "www").exists()


def test_a_site_whose_build_was_killed_is_refused(tmp_path: Path) -> None:
    site = built(tmp_path / "site", PAGES)
    files.write(tmp_path / ".readalso" / "journal.json", "{}")
    with pytest.raises(Broken, match="only half written; run `readalso build`"):
        deliver(site, Folder(tmp_path / "www"))


def test_a_folder_without_a_built_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="holds no built site"):
        deliver(built(tmp_path / "site", {}), Folder(tmp_path / "www"))


@pytest.mark.parametrize("path", ["../x.html", "/x.html", "a//x.html", "a/./x.html", "..\\x.html"])
def test_a_manifest_that_leads_out_of_the_site_is_refused(tmp_path: Path, path: str) -> None:
    site = built(tmp_path / "site", PAGES)
    files.write(tmp_path / "site" / MANIFEST, f'{{"{path.replace(chr(92), chr(92) * 2)}": "0"}}')
    with pytest.raises(Broken, match="damaged manifest"):
        deliver(site, Folder(tmp_path / "www"))
    assert not (tmp_path / "www").exists()


def test_most_of_the_pages_are_not_deleted_unless_that_is_meant(tmp_path: Path) -> None:
    host = Folder(tmp_path / "www")
    few = dict(list(PAGES.items())[:14])
    deliver(built(tmp_path / "site", PAGES), host)
    with pytest.raises(Broken, match=r"would take away 16 of the 30 published pages; .* --force"):
        deliver(built(tmp_path / "site", few), host)
    assert held(host.place) == PAGES
    deliver(built(tmp_path / "site", few), host, is_forced=True)
    assert held(host.place) == few


def test_pages_that_only_say_that_they_are_gone_count_as_taken_away(tmp_path: Path) -> None:
    host = Folder(tmp_path / "www")
    deliver(built(tmp_path / "site", PAGES), host)
    emptied = PAGES | dict.fromkeys(list(PAGES)[:16], "gone")
    with pytest.raises(Broken, match="would take away 16 of the 30"):
        deliver(built(tmp_path / "site", emptied), host, gone=list(PAGES)[:16])
    deliver(built(tmp_path / "site", emptied), host, gone=list(PAGES)[:15], is_forced=True)
    assert held(host.place) == emptied


def test_a_site_without_pages_does_not_replace_one_with_a_few(tmp_path: Path) -> None:
    host = Folder(tmp_path / "www")
    deliver(built(tmp_path / "site", {"index.html": "x", "style.css": "x"}), host)
    with pytest.raises(Broken, match="would take away 1 of the 1 published pages"):
        deliver(built(tmp_path / "site", {"style.css": "x"}), host)


def test_half_of_a_small_site_may_go(tmp_path: Path) -> None:
    host = Folder(tmp_path / "www")
    deliver(built(tmp_path / "site", dict(list(PAGES.items())[:11])), host)
    deliver(built(tmp_path / "site", dict(list(PAGES.items())[:1])), host)
    assert len(held(host.place)) == 1


def test_the_first_target_is_the_one_where_none_is_named() -> None:
    first, second = Target("public", "folder", {}), Target("staging", "folder", {})
    settings = Settings(targets=(first, second))
    assert choose(settings) == first
    assert choose(settings, "staging") == second


def test_without_targets_the_lines_to_add_are_shown() -> None:
    with pytest.raises(UsageError, match=r"deploy:\n  targets:\n    public:\n      kind: folder\n      path: "):
        choose(Settings())


def test_a_misspelt_target_names_the_one_that_is_meant() -> None:
    settings = Settings(targets=(Target("public", "folder", {"path": "www"}),))
    with pytest.raises(UsageError, match=r'no target "publik" in readalso.yml; did you mean "public"\?'):
        choose(settings, "publik")


def test_every_kind_of_host_that_the_settings_know_can_be_opened(tmp_path: Path) -> None:
    assert set(TARGETS) == set(HOSTS)
    for kind in HOSTS:
        assert open_host(Target("public", kind, {"path": "www"}), Settings(), tmp_path).name == str(tmp_path / "www")


def test_puts_carry_the_digests_that_are_held_against_the_files(tmp_path: Path) -> None:
    site = built(tmp_path / "site", {"index.html": "x"})
    delivery = deliver(site, Folder(tmp_path / "www"))
    assert delivery.plan.puts == (Put("index.html", site.manifest()["index.html"], True),)
