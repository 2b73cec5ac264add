"""What tests of readers share: the articles of some bytes, and their paragraphs as short lines."""

from readalso.intake.article import Article
from readalso.intake.formats import FORMATS


def articles(data: str | bytes, name: str = "seeds/x") -> tuple[Article, ...]:
    """The articles of `data` in the first format that accepts it."""
    raw = data.encode() if isinstance(data, str) else data
    return next(form for form in FORMATS if form.accepts(raw, name)).read(raw, name)


def article(data: str | bytes) -> Article:
    """The only article of `data`."""
    (found,) = articles(data)
    return found


def shown(found: Article) -> list[str]:
    """Each paragraph as "kind label | text -> href", empty parts left out."""
    return [
        f"{f'{item.kind} {item.label}'.strip()}{' | ' if item.kind else ''}{item.text}{f' -> {item.href}' if item.href else ''}"
        for item in found.paragraphs
    ]
