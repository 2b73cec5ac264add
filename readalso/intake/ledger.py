"""The account of a source's paragraphs: none is lost without a word."""

from collections.abc import Iterator

from readalso.intake.anatomy.anatomy import Anatomy, Prose, Reference
from readalso.intake.article import Article
from readalso.intake.compose import written
from readalso.intake.receipt import Entry


def account(article: Article, anatomy: Anatomy, body: str) -> tuple[Entry, ...]:
    """What became of each paragraph, where `body` is the Markdown that now stands in the briefing's file."""
    printed = {paragraph.number: paragraph.text for paragraph in article.paragraphs}
    return tuple(sorted(_entries(anatomy, printed, body), key=lambda entry: (entry.number, entry.fate)))


def _entries(anatomy: Anatomy, printed: dict[int, str], body: str) -> Iterator[Entry]:
    for block in anatomy.blocks:
        is_there = written(block) in body
        match block:
            case Prose(number=number):
                yield Entry(number, "body" if is_there else "edited", printed[number])
            case Reference(numbers=numbers):
                for number in numbers:
                    yield Entry(number, "reference" if is_there else "edited", printed[number])
    for moved in anatomy.moved:
        yield Entry(moved.number, f"field {moved.field}", moved.text)
    for dropped in anatomy.dropped:
        yield Entry(dropped.number, f"dropped by {dropped.rule}", dropped.text)
