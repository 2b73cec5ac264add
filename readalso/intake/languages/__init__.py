"""What the intake knows of languages. A language is one YAML file in this folder, and that file is all of it."""

from readalso.intake.languages.calendar import months
from readalso.intake.languages.detection import detect
from readalso.intake.languages.inflection import stem, stems
from readalso.intake.languages.language import Language, codes, labels, language

__all__ = ["Language", "codes", "detect", "labels", "language", "months", "stem", "stems"]
