"""Readalso turns raw news-wire articles into Markdown briefings, and briefings into a cross-linked static site."""

__version__ = "0.1.0"
