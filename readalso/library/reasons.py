"""Threads in words: why a briefing is in its own, for `why`; what of the desk's file does not hold, for `check`."""

from collections.abc import Iterator

from readalso.errors import Problem, warning
from readalso.library.library import Library
from readalso.library.threads.decisions import FILE, Decision
from readalso.library.threads.evidence import Recalls, Refers, Renews, Shares
from readalso.library.threads.threads import FEWEST_NAMED, Reason


def explain(library: Library, id: str) -> Iterator[str]:
    """Which thread a briefing is in and why, and what ties the others of the thread to it."""
    thread = library.threads.of.get(id)
    if thread is None:
        yield "in no thread: fewer than three briefings, and no entry of the desk, tie it to a story"
        return
    place = f"{thread.ids.index(id) + 1} of {len(thread.ids)}"
    yield f'in the thread "{thread.title}" ({thread.url}, kept by {thread.id}), {place}'
    reason = thread.reasons.get(id)
    yield f"  it {_said(library, reason)}" if reason else "  the story begins with it"
    for other, why in thread.reasons.items():
        if why.other == id:
            yield f"  {library.entries[other].file} {_said(library, why)}"


def faults(library: Library) -> Iterator[Problem]:
    """The entries of the desk's file that do nothing, or contradict each other."""
    decisions = library.threads.decisions
    public = set(library.entries)
    held = {entry.id for entry in library.hidden}
    for decision in decisions:
        for id in (decision.id, *decision.add, *decision.without, *decision.merge):
            if id not in public:
                what = "is held back" if id in held else "is no briefing's id"
                yield _fault(decision, f"{id} {what}", "mend or remove it" if id not in held else "it may wait")
        for id in sorted({*decision.add, *decision.merge, decision.id} & set(decision.without)):
            yield _fault(decision, f"{id} is put in and kept out", "keep one of the two")
        if decision.id in public and decision.id not in library.threads.of:
            yield _fault(decision, f"there is no thread of {decision.id}", f"add {FEWEST_NAMED - 1} more or remove it")
    yield from _contradictions(library)


def _contradictions(library: Library) -> Iterator[Problem]:
    """Two entries for one thread, one address or one briefing: the first of the file counts for title and address."""
    threads: dict[str, Decision] = {}
    slugs: dict[str, Decision] = {}
    added: dict[str, Decision] = {}
    for decision in library.threads.decisions:
        thread = library.threads.of.get(decision.id)
        if thread and (first := threads.setdefault(thread.id, decision)) is not decision:
            yield _fault(decision, f"is of the same thread as line {first.line}", "make one entry of the two")
        if decision.slug and (first := slugs.setdefault(decision.slug, decision)) is not decision:
            yield _fault(decision, f'wants the slug "{decision.slug}" of line {first.line}', "give it another")
        for id in decision.add:
            if (first := added.setdefault(id, decision)) is not decision:
                yield _fault(decision, f"adds {id}, as does line {first.line}", "leave it in one of them")


def _fault(decision: Decision, what: str, hint: str) -> Problem:
    return warning(FILE, what, hint, decision.line, 1)


def _said(library: Library, reason: Reason) -> str:
    """A reason as a sentence without its subject."""
    other = library.entries[reason.other].file if reason.other else ""
    match reason.why:
        case Refers():
            return f"refers to {other}" if reason.is_own else f"is referred to by {other}"
        case Recalls(day, sentence) if reason.is_own:
            return f'recalls {day}, reported in {other}: "{sentence}"'
        case Recalls(day, _):
            return f"is of {day}, which {other} recalls"
        case Renews():
            return f"is a version of {other}"
        case Shares(names, days):
            shared = " and ".join(library.terms[kind][key].name for kind, key in names[:3])
            return f"names {shared}, as does {other}, {days} days apart"
        case _:
            return "was put there by the desk"
