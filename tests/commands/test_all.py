"""The whole job: what a run without a command finds to do, as soon as there is something."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from readalso.cli import main
from readalso.files import SETTLED

Said = pytest.CaptureFixture[str]
SEED = "Port deal signed\n\nCORVAN, Oct 5 (Harbour Wire) - The deal was signed.\n\nRead also: Strike ends\n"


@pytest.fixture
def site(tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site at which there has been nothing to do."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")  # pages say when an article came
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/deal.txt").write_text(SEED)
    for _ in range(3):
        assert said(tmp_path, capsys)
        time.sleep(2 * SETTLED / 1e9)  # a file's stamp is trusted once it has some age
    return tmp_path


def said(site: Path, capsys: Said, *words: str) -> str:
    capsys.readouterr()
    assert main([*words, "-s", str(site)]) == 0
    return capsys.readouterr().out


def briefing(site: Path) -> Path:
    return next((site / "content").glob("**/port-deal-signed.md"))


def test_a_run_with_nothing_to_do_says_what_the_one_before_it_said(site: Path, capsys: Said) -> None:
    last = said(site, capsys)
    (site / ".readalso/imported").unlink()
    again = said(site, capsys)
    assert last.startswith("imported 1 article: 1 unchanged\n1 briefing, 0 pages made, ")
    assert [line.partition("(")[0] for line in last.splitlines()] == [
        line.partition("(")[0] for line in again.splitlines()
    ]


def _add(site: Path) -> None:
    (site / "seeds/strike.txt").write_text("Strike ends\n\nCORVAN, Oct 6 (Harbour Wire) - The strike is over.\n")


def _rewrite(site: Path) -> None:
    (site / "seeds/deal.txt").write_text(SEED.replace("was signed.", "was signed at noon."))


def _edit(site: Path) -> None:
    briefing(site).write_text(briefing(site).read_text().replace("was signed", "has been signed"))


def _remove(site: Path) -> None:
    briefing(site).unlink()


def _forget(site: Path) -> None:
    shutil.rmtree(site / "content/_desk/received")


def _settings(site: Path) -> None:
    (site / "readalso.yml").write_text("title: Desk\n")


@pytest.mark.parametrize("change", [_add, _rewrite, _edit, _remove, _forget, _settings])
def test_whatever_has_changed_is_seen(site: Path, change: Callable[[Path], None], capsys: Said) -> None:
    other = site.with_name(f"{site.name}-other")
    shutil.copytree(site, other)
    change(site)
    change(other)
    shutil.rmtree(other / ".readalso")  # so that it knows nothing of the runs before
    first, second = said(site, capsys), said(other, capsys)
    assert first.splitlines()[0] == second.splitlines()[0]
    assert pages(site) == pages(other)


def pages(site: Path) -> dict[Path, bytes]:
    return {path.relative_to(site): path.read_bytes() for path in (site / "site").rglob("*.html")}


def test_what_is_to_be_told_again_is_told_again(site: Path, capsys: Said) -> None:
    (site / "seeds/bad.txt").write_bytes(b"%PDF-1.4\0\0")
    for _ in range(3):
        assert main(["-s", str(site)]) == 1
        assert "seeds/bad.txt" in capsys.readouterr().err
        time.sleep(2 * SETTLED / 1e9)
