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
from readalso.errors import Problem, warning
from readalso.settings import FILE, Licence, Settings
from readalso.words import excerpt, headline_key

ANY = "*"
"""The name, in the settings, of every source without an entry."""


@dataclass(frozen=True, slots=True)
class Rights:
    """The licences of all sources."""

    licences: Mapping[str, Licence] = field(default_factory=dict)
    """By the source's name, folded."""

    def of(self, source: str) -> Licence:
        """The licence of a source, in whatever spelling of case, quotation marks and spaces."""
        found = self.licences.get(headline_key(source)) if self.licences else None
        return found or self.licences.get(ANY) or Licence(ANY)

    def allowed(self, facts: Facts) -> Facts:
        """What may be published of a briefing."""
        licence = self.of(facts.matter.source.name)
        return facts if licence.rights == "full" else _reduced(facts, licence.limit)


def index(settings: Settings) -> Rights:
    """The licences that the settings state."""
    return Rights({headline_key(one.name): one for one in settings.sources})


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
    for licence in settings.sources:
        key = headline_key(licence.name)
        near = get_close_matches(key, known, n=1, cutoff=0.8) if key not in known and key != ANY else []
        if near:
            what = f'sources has "{licence.name}", which is no briefing\'s source'
            hint = f'did you mean "{known[near[0]]}"? As it stands, its texts are published whole'
            yield warning(FILE, what, hint)
