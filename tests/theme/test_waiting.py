"""What both themes say of a reference that has no briefing to lead to. Whole builds."""

from pathlib import Path

import pytest

from readalso.cli import main
from tests.mini_site import briefing, put

SAID = {"Port deal": "this briefing itself", "Quay sold": "withdrawn", "Nobody knows": "not yet received"}


@pytest.mark.parametrize("theme", ["default", "ledger"])
def test_why_a_reference_leads_nowhere(tmp_path: Path, theme: str) -> None:
    body = "\n\n".join(f"Read also: {headline}\n\nAs told in [[{headline}]]." for headline in SAID)
    put(tmp_path, "readalso.yml", f"title: Desk\ntheme: {theme}\n")
    put(tmp_path, "content/a.md", briefing("Port deal", body))
    put(tmp_path, "content/b.md", briefing("Quay sold", "", {"status": "withdrawn", "updated": "2026-10-02"}))
    assert main(["build", "-s", str(tmp_path), "-q"]) == 0
    story = (tmp_path / "site/a/index.html").read_text().partition("<main")[2].lower()
    assert {words: story.count(words) for words in SAID.values()} == dict.fromkeys(SAID.values(), 2)
