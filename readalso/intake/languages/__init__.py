"""What the intake knows of languages. A language is one YAML file in this folder, and that file is all of it."""

from readalso.intake.languages.calendar import months
from readalso.intake.languages.inflection import stem, stems
from readalso.intake.languages.language import Language, background, codes, labels, language

__all__ = ["Language", "background", "codes", "labels", "language", "months", "stem", "stems"]
