"""Builds on a cluster: a real scheduler and two workers on loopback, with the same bytes as on this machine alone."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from readalso import __version__
from readalso.cli import main
from readalso.workers import FEW
from tests.running_cluster import ROOT, Cluster, until

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    found = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield found
    finally:
        found.end()


def site(root: Path, count: int = 2 * FEW) -> Path:
    (root / "content").mkdir(parents=True)
    for number in range(count):
        text = f'---\ntitle: "Report {number}"\ndate: 2026-10-{number % 28 + 1:02}\ntopics: [Ports, "T {number % 9}"]\n---\n\n'
        text += f"*Ships* wait for the {number}th day.\n\nRead also: Report {number * 7 % count}\n"
        (root / f"content/{number}.md").write_text(text)
    (root / "readalso.yml").write_text("title: Desk\nbase_url: https://news.example/\n")
    return root


def build(root: Path, *words: str) -> int:
    return main(["build", "-q", "-s", str(root), "--clock", "2026-11-01", *words])


def pages(root: Path) -> dict[str, bytes]:
    found = (path for path in sorted((root / "site").rglob("*")) if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in found}


@pytest.mark.parametrize("threads", [1, 3])
def test_a_cluster_builds_the_same_site(cluster: Cluster, tmp_path: Path, threads: int) -> None:
    cluster.add(threads)
    cluster.add(threads)
    alone, together = site(tmp_path / "alone"), site(tmp_path / "together")
    assert build(alone) == build(together, "--executor", cluster.address) == 0
    assert pages(together) == pages(alone)
    for root in (alone, together):
        (root / "content/7.md").write_text('---\ntitle: "Report seven"\n---\n\nNew.\n')
    assert build(alone) == build(together, "--executor", cluster.address) == 0
    assert pages(together) == pages(alone)


def test_a_worker_that_is_killed_midway_costs_nothing_but_time(cluster: Cluster, tmp_path: Path) -> None:
    cluster.add()
    cluster.add()
    alone, together = site(tmp_path / "alone", 5 * FEW), site(tmp_path / "together", 5 * FEW)
    build(alone)
    codes: list[int] = []
    run = Thread(target=lambda: codes.append(build(together, "--executor", cluster.address)))
    run.start()
    until(lambda: any((together / ".readalso/stage").rglob("index.html")))
    cluster.workers[0].send_signal(signal.SIGKILL)
    run.join(120)
    assert codes == [0]
    assert cluster.workers[0].wait() == -signal.SIGKILL
    assert pages(together) == pages(alone)


def refused(root: Path, capsys: pytest.CaptureFixture[str], address: str) -> str:
    assert build(root, "--executor", address) == 2
    assert not (root / "site").exists()
    return capsys.readouterr().err


def test_what_names_no_scheduler_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site(tmp_path / "site", 1)
    for odd in ("tcp://a:1", "dask://a", "dask://:1", "dask://a:b", "a:1", "dask://a:1/b"):
        assert f'"{odd}" names no scheduler; write dask://HOST:PORT' in refused(root, capsys, odd)


def test_a_cluster_without_workers_is_refused(
    cluster: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(site(tmp_path / "site", 1), capsys, cluster.address)
    assert "has no workers; start some with `dask worker`" in said


@pytest.mark.parametrize(
    ("file", "ours", "theirs", "said"),
    [
        (
            "__init__.py",
            f'"{__version__}"',
            '"0.0.7"',
            f"another program: readalso {__version__} here, readalso 0.0.7 there",
        ),
        ("cluster.py", "Path(path).exists()", "False", ".readalso; every machine has to share that folder"),
    ],
    ids=["another version", "a folder it does not see"],
)
def test_a_worker_that_cannot_do_the_work_is_refused(
    cluster: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, ours: str, theirs: str, said: str
) -> None:
    shutil.copytree(ROOT / "readalso", tmp_path / "other/readalso")
    changed = tmp_path / "other/readalso" / file
    changed.write_text(changed.read_text().replace(ours, theirs))
    assert theirs in changed.read_text()
    cluster.add(program=tmp_path / "other")
    root = site(tmp_path / "site", 1)
    assert said in refused(root, capsys, cluster.address)


def test_a_scheduler_that_does_not_answer_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readalso.cluster.PATIENCE", 0.2)
    root = site(tmp_path / "site", 1)
    assert "no scheduler answers at dask://127.0.0.1:9" in refused(root, capsys, "dask://127.0.0.1:9")
