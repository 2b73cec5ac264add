"""One key for each person, organisation, place and topic, in whatever spelling a briefing has the name.

The desk's register says which spellings are one name's; beside it, spellings that differ in case, quotation marks,
dashes or spaces are one. A spelling that the register has under two names of a kind is nobody's: it stands for itself.
For topics the register lists words that give the topic, which are no spellings of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from readalso.register import KINDS, Register
from readalso.words import headline_key


@dataclass(frozen=True, slots=True)
class Names:
    """Names by kind: people, organisations, places, topics."""

    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """kind -> folded spelling -> key, where the two differ."""
    spellings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """kind -> key -> the register's own spelling."""

    others: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """kind -> key -> the register's other spellings."""
    descriptions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """kind -> key -> what the register says of the name."""

    def key(self, kind: str, name: str) -> str:
        """The key that all spellings of a name share: the register's own spelling, folded, or else the name's."""
        folded = headline_key(name)
        return self.keys.get(kind, {}).get(folded, folded)

    def spelling(self, kind: str, key: str) -> str:
        """How the register spells the name of a key; "" where it does not have it."""
        return self.spellings.get(kind, {}).get(key, "")

    def aliases(self, kind: str, key: str) -> tuple[str, ...]:
        """The other spellings that are the name's and nobody else's."""
        return self.others.get(kind, {}).get(key, ())

    def description(self, kind: str, key: str) -> str:
        """What the register says of the name of a key; "" where it says nothing."""
        return self.descriptions.get(kind, {}).get(key, "")


def index(register: Register) -> Names:
    """The names of a register."""
    keys, spellings, others = {}, {}, {}
    for kind in KINDS:
        names: Mapping[str, tuple[str, ...]] = getattr(register, kind)
        spellings[kind] = {headline_key(name): name for name in names}
        keys[kind] = {} if kind == "topics" else _aliases(names)
        others[kind] = {
            headline_key(name): tuple(one for one in aliases if keys[kind].get(headline_key(one)) == headline_key(name))
            for name, aliases in names.items()
        }
    said = {
        kind: {headline_key(name): text for name, text in texts.items()}
        for kind, texts in register.descriptions.items()
    }
    return Names(keys, spellings, others, said)


def shared(names: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The spellings, folded, that stand under two names or more, each with these names."""
    found: dict[str, list[str]] = {}
    for name, aliases in names.items():
        for folded in dict.fromkeys(map(headline_key, (name, *aliases))):
            found.setdefault(folded, []).append(name)
    return {folded: tuple(owners) for folded, owners in found.items() if len(owners) > 1}


def _aliases(names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    own = {headline_key(name) for name in names}
    unclear = shared(names)
    return {
        folded: headline_key(name)
        for name, aliases in names.items()
        for folded in map(headline_key, aliases)
        if folded and folded not in own and folded not in unclear
    }
