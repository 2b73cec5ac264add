"""Markdown; the only importer of the markdown package."""

from readalso.briefing.markdown.converter import Converter
from readalso.briefing.markdown.escaping import LabelPattern, escape, escape_headline, label_pattern

__all__ = ["Converter", "LabelPattern", "escape", "escape_headline", "label_pattern"]
