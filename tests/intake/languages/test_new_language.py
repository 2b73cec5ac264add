"""A language is one file: a copy of the package with one file more reads texts of that language."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
ESPERANTO = """\
labels: Legu ankaŭ

name: Esperanto
script: latin
letters: ĉĝĥĵŝŭ
function_words: la, kaj, de, en, estas, ke, por, li, ŝi, ni

background_heading: Fono
background: Kiel raportite
said: diris, respondis
roles: urbestro, ministro
role_complement: ' de {word}'
articles: la
quotation_marks: ["“”"]
"""
PROGRAM = """
from readalso.intake.anatomy.anatomy import Reference
from readalso.intake.anatomy.dissect import dissect
from readalso.intake.anatomy.known import know
from readalso.intake.formats import plain
from readalso.register import Register
from readalso.settings import Settings
text = '''La ponto

La ponto estas malfermita, diris la urbestro Anna Torno.

“Ni atendis ĝin naŭ jarojn,” ŝi respondis la ministro Karlo Reno.

Legu ankaŭ: La ponto estis fermita

Kiel raportite, la ponto estis malnova.
'''
(article,) = plain.read(text.encode(), "a.txt")
said = dissect(article, Settings(), know(Register()))
print(said.language, *said.names.people, sep=", ")
print(*((block.label, block.headline) for block in said.blocks if isinstance(block, Reference)))
print(*(block.number for block in said.blocks if getattr(block, "is_background", False)))
"""


def test_new_language_is_one_file(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "readalso", tmp_path / "readalso", ignore=shutil.ignore_patterns("__pycache__", "themes"))
    (tmp_path / "readalso/intake/languages/eo.yml").write_text(ESPERANTO)
    ran = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == [
        "eo, Anna Torno, Karlo Reno",
        "('Legu ankaŭ', 'La ponto estis fermita')",
        "4",
    ]
