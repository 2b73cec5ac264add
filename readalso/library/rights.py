"""What a source allows of its texts. One function decides for every output, as visibility does.

A briefing of a source that allows an excerpt or its headline alone enters the library without what may not be
published, so that no page, feed, search index or record can have it: not the text, nor the key points, quotations and
citing sentences that are taken from it. What is left of an excerpt is the summary, cut to the characters allowed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from msgspec.structs import replace

from readalso.briefing.facts import Facts
from readalso.briefing.frontmatter import Image
from readalso.briefing.vocabulary import Vocabulary, vocabulary
from readalso.errors import Problem
from readalso.settings import FILE, Settings, Terms
from readalso.words import excerpt, headline_key

ANY = "*"
"""The name, in the settings, of every source without an entry."""


@dataclass(frozen=True, slots=True)
class Rights:
    """The terms of all sources."""

    terms: Mapping[str, Terms] = field(default_factory=dict)
    """By the source's name, folded."""

    def of(self, source: str) -> Terms:
        """The terms of a source, in whatever spelling of case, quotation marks and spaces."""
        found = self.terms.get(headline_key(source)) if self.terms else None
        return found or self.terms.get(ANY) or Terms(ANY)

    def allowed(self, facts: Facts) -> Facts:
        """What may be published of a briefing."""
        terms = self.of(facts.matter.source.name)
        return facts if terms.rights == "full" else _reduced(facts, terms.limit)


def index(settings: Settings) -> Rights:
    """The terms that the settings state."""
    return Rights({headline_key(terms.name): terms for terms in settings.sources})


def _reduced(facts: Facts, limit: int) -> Facts:
    """A briefing's facts without its text: `limit` characters of the summary are left."""
    summary = excerpt(facts.matter.summary, limit) if limit else ""
    matter = replace(facts.matter, summary=summary, key_points=(), quotes=(), image=Image())
    return replace(
        facts,
        matter=matter,
        references=tuple(replace(reference, shown="", sentence="") for reference in facts.references),
        text_digest="",
        word_count=0,
        is_lede_first=False,
        anchors=(),
        mentions=(),
        vocabulary=vocabulary(matter, "") if facts.vocabulary != Vocabulary() else facts.vocabulary,
        pictures=(),
    )


def doubtful(settings: Settings, sources: Iterable[str]) -> Iterator[Problem]:
    """Entries of the settings that no briefing has as its source, and that look like a misspelt one that some has."""
    known = {headline_key(name): name for name in sorted(sources)}
    for terms in settings.sources:
        key = headline_key(terms.name)
        near = get_close_matches(key, known, n=1, cutoff=0.8) if key not in known and key != ANY else []
        if near:
            what = f'sources has "{terms.name}", which is no briefing\'s source'
            hint = f'did you mean "{known[near[0]]}"? As it stands, its texts are published whole'
            yield Problem(FILE, 0, 0, what, hint, is_warning=True)
