import asyncio
from pathlib import Path

import pytest

from readalso.errors import Broken
from readalso.layout import SOURCES
from readalso.preview.watch import Watch
from tests.mini_site import put


def test_the_first_time_everything_counts_as_changed_then_what_did(tmp_path: Path) -> None:
    put(tmp_path, "content/a.md", "a")

    async def scene() -> None:
        watch = Watch(tmp_path, is_polling=False)
        async with watch.running():
            assert await watch.changes() == {*SOURCES}
            put(tmp_path, "content/b.md", "b")
            assert await watch.changes() == {"content/b.md"}

    asyncio.run(scene())


def test_by_looking_now_and_then_changes_are_found_as_well(tmp_path: Path) -> None:
    put(tmp_path, "content/a.md", "a")

    async def scene() -> None:
        watch = Watch(tmp_path, is_polling=True)
        async with watch.running():
            assert await watch.changes() == {*SOURCES}
            for text in ("b", "c"):  # within a second, and of one length
                await asyncio.sleep(0.1)
                put(tmp_path, "content/a.md", text)
                assert await asyncio.wait_for(watch.changes(), 5) == {"content/a.md"}
            (tmp_path / "content" / "a.md").unlink()
            assert await asyncio.wait_for(watch.changes(), 5) == {"content/a.md"}
            put(tmp_path, "readalso.yml", "title: Other")
            assert await asyncio.wait_for(watch.changes(), 5) == {"readalso.yml"}

    asyncio.run(scene())


def test_where_nothing_can_be_watched_that_is_said(tmp_path: Path) -> None:
    async def scene() -> None:
        watch = Watch(tmp_path / "gone", is_polling=False)
        async with watch.running():
            for _ in range(2):
                await asyncio.wait_for(watch.changes(), 5)

    with pytest.raises(Broken, match=r"the files cannot be watched: .*; serve with --poll"):
        asyncio.run(scene())
