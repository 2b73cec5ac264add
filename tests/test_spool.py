import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readalso import spool
from readalso.cli import main
from readalso.spool import Place, Spool, spooling


@given(st.lists(st.binary(max_size=9), max_size=9), st.integers(0, 40))
def test_what_is_put_in_comes_out(tmp_path_factory: pytest.TempPathFactory, rows: list[bytes], most: int) -> None:
    work = tmp_path_factory.mktemp("work")
    with pytest.MonkeyPatch.context() as patch, spooling(work) as here:
        patch.setattr(spool, "MOST", most)
        kept = [here.put(row) for row in rows]
        assert [spool.get(work, one) for one in kept] == rows
        assert sum(len(one) for one in kept if isinstance(one, bytes)) <= most
        assert any(isinstance(one, Place) for one in kept) == (sum(map(len, rows)) > most)
    assert list(work.iterdir()) == []


def test_where_the_disk_is_full_bytes_are_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MOST", 0)
    if Path("/dev/full").exists():
        with open("/dev/full", "wb", buffering=0) as full:
            here = Spool(full)
            assert [here.put(b"a"), here.put(b"b")] == [b"a", b"b"]
    (tmp_path / "file").touch()
    with spooling(tmp_path / "file/folder") as here:
        assert here.put(b"c") == b"c"


def test_a_build_that_spools_gives_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("held", "spooled"):
        (tmp_path / name / "content").mkdir(parents=True)
        for number in range(9):
            text = f'---\ntitle: "Report {number}"\n---\n\nThe *text* of {number}.\n\nRead also: Report {number // 2}\n'
            (tmp_path / name / f"content/{number}.md").write_text(text)
    asked: list[object] = []
    get = spool.get

    def watched(work: Path, kept: spool.Kept) -> bytes:
        asked.append(kept)
        return get(work, kept)

    monkeypatch.setattr(spool, "get", watched)
    assert main(["build", "-q", "-s", str(tmp_path / "held"), "--clock", "2026-11-01"]) == 0
    assert all(isinstance(one, bytes) for one in asked)
    monkeypatch.setattr(spool, "MOST", 200)
    assert main(["build", "-q", "-s", str(tmp_path / "spooled"), "--clock", "2026-11-01"]) == 0
    assert any(isinstance(one, Place) for one in asked)
    sites = [
        {path.relative_to(top): path.read_bytes() for path in top.rglob("*") if path.is_file()}
        for top in (tmp_path / "held/site", tmp_path / "spooled/site")
    ]
    assert sites[0] == sites[1]
    assert spool.FILE not in os.listdir(tmp_path / "spooled/.readalso")
