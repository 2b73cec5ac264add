"""The docs say what the program has: every command, flag, setting, key and view field."""

import argparse
import dataclasses
import re
import runpy
from importlib import import_module
from pathlib import Path

import pytest

from readalso.briefing.frontmatter import KEYS
from readalso.cli import COMMANDS
from readalso.settings import Settings

DOCS = Path(__file__).parents[1] / "docs"
ROOT = DOCS.parent


def headings(name: str) -> set[str]:
    return set(re.findall(r"^#{2,3} `([^`]+)`$", (DOCS / "reference" / name).read_text(), re.M))


def test_every_setting_has_its_heading() -> None:
    names = {field.name for field in dataclasses.fields(Settings)} - {"targets", "lines"} | {"deploy"}
    assert headings("settings.md") == names


def test_every_front_matter_key_has_its_heading() -> None:
    assert headings("briefings.md") == set(KEYS)


def test_every_command_has_its_heading() -> None:
    assert headings("commands.md") == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_flag_is_named(name: str) -> None:
    parser = argparse.ArgumentParser(add_help=False)
    import_module(f"readalso.commands.{COMMANDS[name].module}").add_arguments(parser)
    text = (DOCS / "reference/commands.md").read_text()
    flags = [flag for action in parser._actions for flag in action.option_strings]
    assert [
        flag for flag in flags if f"`{flag}" not in text and f"{flag}`" not in text and f"{flag} " not in text
    ] == []


def test_every_view_and_field_is_documented() -> None:
    script = runpy.run_path(str(DOCS / "view_reference.py"))
    assert script["DOCUMENT"].read_text() == script["written"](), "run python docs/view_reference.py"


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = []
    for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", re.sub("`[^`\n]*`", "", path.read_text())):
            if "://" not in target and not (path.parent / target).exists():
                broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []


def test_what_nginx_sends_is_what_the_headers_file_says() -> None:
    said = (ROOT / "themes/default/templates/_headers").read_text()
    (block,) = re.findall(r"```nginx\n(.*?)```", (DOCS / "guide/hosts.md").read_text(), re.DOTALL)
    written = [line.strip().split(": ", 1) for line in said.splitlines() if line.startswith("  ")]
    sent = re.findall(r"^( *)add_header (\S+) \"?(.*?)\"? always;$", block, re.M)
    assert [(name, value) for indent, name, value in sent if not indent] == list(map(tuple, written))
    assert block.count("add_header") == len(sent) == len(written), "one inside a location would end those above"
