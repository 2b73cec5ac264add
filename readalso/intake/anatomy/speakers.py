"""Who speaks in a clause: "Rey said", "said the minister", "she added", "according to Rey".

A clause is the part of a sentence outside quotation marks. The speaker may be named, called by an office, or be a
pronoun; the last two are looked up among the people met so far, the one who spoke or was spoken of last coming first.
"""

import re
from dataclasses import dataclass, replace

from readalso.intake.anatomy.grammar import Grammar, grammar
from readalso.intake.anatomy.people import Cast, Mention, Person
from readalso.intake.anatomy.words import LOWER, WORD, weight
from readalso.intake.languages import Language, stems

_REMEMBERED = 20
"""People that a pronoun may still mean."""
_SURNAME = re.compile(rf"\A\W*(?P<name>{WORD})(?:\s[{LOWER}]+)?\W*\Z")
_OWNER = re.compile(r"['’]s?(?=\s)")


@dataclass(frozen=True, slots=True)
class Listener:
    """What a reader knows at one place of the text."""

    language: Language
    cast: Cast
    recent: tuple[Person, ...] = ()
    """People met so far, the latest speaker or subject first."""
    is_same_paragraph: bool = False
    """Whether the latest was met in the paragraph that is being read."""

    def met(self, person: Person) -> "Listener":
        """The same after `person` spoke or was spoken of."""
        others = tuple(other for other in self.recent if other.name != person.name)
        return replace(self, recent=(person, *others[:_REMEMBERED]), is_same_paragraph=True)

    def turned(self) -> "Listener":
        """The same at the beginning of the next paragraph."""
        return replace(self, is_same_paragraph=False)

    def subject(self, sentence: str) -> Person | None:
        """Whom a sentence is about: who speaks in it, or else is first named or called by an office."""
        mentions = self._mentions(sentence)
        speaker = self.hears(sentence)
        if speaker and speaker.name in {person.name for person in self.cast.people}:
            return speaker
        return mentions[0].person if mentions else self._called(sentence, grammar(self.language), "", after_verb=False)

    def hears(self, clause: str, backwards: bool = False) -> Person | None:
        """Who says something in `clause`; of several verbs of saying the first decides, or `backwards` the last."""
        plain = uninverted(clause, self.language)
        rules = grammar(self.language)
        verbs = list(rules.said.finditer(plain))
        subjects = (self._subject(plain, verb, rules) for verb in (reversed(verbs) if backwards else verbs))
        return next(filter(None, subjects), None) or self._source(plain, rules)

    def named(self, clause: str) -> Person | None:
        """Whom a clause without a verb of saying names or calls, first of all: its verb stands behind the quotation."""
        mentions = self._mentions(clause)
        return mentions[0].person if mentions else self._called(clause, grammar(self.language), "", after_verb=False)

    def _subject(self, clause: str, verb: re.Match[str], rules: Grammar) -> Person | None:
        """The subject of a verb of saying: before it if anybody is named there, else right after it."""
        gender = "f" if verb.group().casefold() in self.language.said_feminine else ""
        subject = self._before(clause[: verb.start()], rules, gender)
        return (
            subject
            if subject or rules.told.fullmatch(verb.group())
            else self._after(clause[verb.end() :], rules, gender)
        )

    def _source(self, clause: str, rules: Grammar) -> Person | None:
        """Whom words are said to be according to."""
        found = rules.according.search(clause)
        return self._after(clause[found.end() :], rules, "") if found else None

    def _before(self, words: str, rules: Grammar, gender: str) -> Person | None:
        """The subject in front of a verb: whoever begins the clause, else whoever is named last."""
        mentions = self._mentions(words)
        if mentions:
            return mentions[0 if _leads(words[: mentions[0].start], rules, most=4) else -1].person
        return self._called(words, rules, gender, after_verb=False) or _stranger(words, self.language)

    def _after(self, words: str, rules: Grammar, gender: str) -> Person | None:
        """The subject behind a verb: whoever is named next, with nothing but an office between."""
        mentions = self._mentions(words)
        gap = words[: mentions[0].start].rpartition(",")[2] if mentions else ""
        if mentions and (_leads(gap, rules, most=12) or self._is_title(gap)):
            return mentions[0].person
        return self._called(words, rules, gender, after_verb=True)

    def _mentions(self, words: str) -> list[Mention]:
        """Who is named, but not as the owner of something: the minister's office is not the minister."""
        return [mention for mention in self.cast.mentions(words) if not _OWNER.match(words, mention.end)]

    def _is_title(self, gap: str) -> bool:
        """Whether a few words between a verb and a name may be its bearer's trade: "said skipper Jan Or"."""
        small = self.language.function_words.difference(self.language.articles)
        words = gap.casefold().split()
        return len(words) <= 3 and not small.intersection(words)

    def _called(self, words: str, rules: Grammar, gender: str, after_verb: bool) -> Person | None:
        """Whom a pronoun or an office beside a verb means."""
        for pattern, choose in ((rules.pronoun, self._by_pronoun), (rules.role, self._by_office)):
            for found in pattern.finditer(words):
                if _is_beside(words, found, after_verb) and not _OWNER.match(words, found.end()):
                    return choose(found.group(), gender)
        return None

    def _by_pronoun(self, word: str, gender: str) -> Person | None:
        """The latest person of the pronoun's gender, if the paragraph itself has not named one of unknown gender."""
        folded = word.casefold()
        he, she = self.language.pronouns_masculine, self.language.pronouns_feminine
        wanted = "m" if folded in he else "f" if folded in she else gender
        same = [person for person in self.recent if not wanted or person.gender == wanted]
        unsaid = [person for person in self.recent if not person.gender]
        here = [person for person in self.recent[:1] if self.is_same_paragraph and person.gender in ("", wanted)]
        return next((replace(person, gender=wanted) for person in (*here, *same, *unsaid)), None)

    def _by_office(self, word: str, gender: str) -> Person | None:
        """The latest holder of an office, or of one that the word is short for: minister for foreign minister."""
        office = stems(word, self.language)
        fits = [person for person in (*self.recent, *self.cast.people) if not gender or person.gender in ("", gender)]
        holders = [person for person in fits if office in person.roles]
        holders += [person for person in fits if any(role.endswith(office) for role in person.roles)]
        return holders[0] if holders else None


def _leads(gap: str, rules: Grammar, most: int) -> bool:
    """Whether a name stands first in a clause: before it is at most a word, or an office of at most `most` words."""
    if weight(gap.strip(" ,–—-:：،、")) <= 1:
        return True
    office = rules.role.search(gap)
    return weight(gap) <= most and office is not None and weight(gap[: office.start()]) <= 2


def _is_beside(words: str, found: re.Match[str], after_verb: bool) -> bool:
    """Whether a pronoun or office is near enough to the verb, or to the clause's start, to be its subject."""
    lead, tail = weight(words[: found.start()].strip(" ,–—-:：،、")), weight(words[found.end() :])
    return lead <= 2 if after_verb else tail <= (12 if lead <= 2 else 3)


def _stranger(words: str, language: Language) -> Person | None:
    """A lone surname in front of a verb, which the text never gives in full."""
    found = _SURNAME.match(words)
    name = found["name"] if found else ""
    strange = language.not_names | language.acronyms | language.organisation_endings
    return Person(name, (name,), frozenset(), "") if name and not name.isupper() and name not in strange else None


def uninverted(clause: str, language: Language) -> str:
    """A clause in the order of a plain sentence: "a-t-il dit" is "il a dit"."""
    for pattern, replacement in language.inversions:
        clause = re.sub(pattern, replacement, clause, flags=re.IGNORECASE)
    return clause
