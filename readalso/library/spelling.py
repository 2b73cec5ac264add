"""English words that Britain and America spell in two ways: "theatre", "theater"."""

import re

from readalso.library.forms import is_form

_RULES = tuple(
    (re.compile(rf"\A{british}\Z"), american)
    for british, american in (
        (r"(\w{3,})tre(s?)", r"\1ter\2"),
        (r"(\w{4,})is(e[sd]?|ing|ation|ations|ers?)", r"\1iz\2"),
        (r"(\w{4,})ys(e[sd]?|ing)", r"\1yz\2"),
        (r"(\w{2,}[ea]l)l(ed|ing|ers?)", r"\1\2"),
        (r"(def|off|lic)ence(s?)", r"\1ense\2"),
        (r"(program)me(s?)", r"\1\2"),
        (r"(catal|dial)ogue(s?)", r"\1og\2"),
        (r"(lab|col|hon|fav|harb|hum|rum|arm|val|vap|neighb|endeav|behavi)our(\w*)", r"\1or\2"),
        (r"grey(\w*)", r"gray\1"),
        (r"tyre(s?)", r"tire\1"),
        (r"plough(\w*)", r"plow\1"),
        (r"aluminium", "aluminum"),
        (r"mould(\w*)", r"mold\1"),
        (r"(p|an|arch)ae(\w+)", r"\1e\2"),
    )
)


def is_respelt(one: str, other: str) -> bool:
    """Whether two words, both folded, are one in the spellings of the two countries, in whatever number."""
    if one[:2] != other[:2] or abs(len(one) - len(other)) > 2:
        return False
    ours, theirs = _american(one), _american(other)
    return (ours, theirs) != (one, other) and (ours == theirs or is_form(ours, theirs, "en"))


def _american(word: str) -> str:
    for rule, american in _RULES:
        word = rule.sub(american, word)
    return word
