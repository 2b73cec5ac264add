"""From briefings, links and the desk's decisions to threads, each with an identity that outlives its members' comings.

The rules and what was decided give the groups. A group of three is a thread; one of two is where the desk names it. A
thread is called by its keeper: of its briefings the earliest that already was one by the ledger of addresses, else the
earliest. So a published address stays when an earlier report arrives late; when two threads become one, the address of
the other leads to it; when one falls apart, the keeper's part keeps the address and the other gets its own.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from readalso.library.ledger import Ledger
from readalso.library.threads.beats import Beat, Weights
from readalso.library.threads.decisions import Decision
from readalso.library.threads.evidence import Decided, Tie, Why, ties
from readalso.library.threads.groups import group
from readalso.library.trim import trim
from readalso.words import slug

FEWEST, FEWEST_NAMED = 3, 2
"""Briefings of a thread, and of one that the desk has an entry for."""
OWNER = "thread/"
"""How the owner of a thread's addresses begins in the ledger; its keeper's id follows."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a briefing is in its thread."""

    other: str
    """The briefing that it is tied to; "" where the desk decided."""
    why: Why


@dataclass(frozen=True, slots=True)
class Thread:
    """The connected reports of one story."""

    id: str
    """Of its keeper."""
    url: str
    """"/threads/port-dispute/"."""
    title: str
    description: str
    ids: tuple[str, ...]
    """Its briefings, oldest first."""
    reasons: Mapping[str, Reason]
    """Of each briefing but the first, or those that nothing ties."""
    is_closed: bool
    """Whether the desk closed it."""


@dataclass(frozen=True, slots=True)
class Threads:
    """All threads of a library."""

    all: tuple[Thread, ...] = ()
    """The one with the newest state first."""
    of: Mapping[str, Thread] = field(default_factory=dict)
    """Briefing -> its thread."""


def gather(
    beats: Iterable[Beat],
    references: Mapping[str, Iterable[str]],
    decisions: Sequence[Decision] = (),
    ledger: Ledger = Ledger(),
) -> Threads:
    """The threads of `beats`, in whatever order they come. `references` has for each those that it refers to."""
    known = {beat.id: beat for beat in sorted(beats, key=lambda beat: (beat.order, beat.id))}
    weights = Weights(known.values())
    found = ties(weights, references)
    groups = _decided(group(tuple(known), found, references, weights), decisions, known)
    named = {one: decision for decision in reversed(decisions) for one in (decision.id,)}
    threads: list[Thread] = []
    taken: set[str] = set()
    beside = _beside(found)
    for ids in groups:
        decision = next((named[id] for id in named if id in ids), None)
        if len(ids) >= (FEWEST_NAMED if decision else FEWEST):
            thread = _thread(ids, decision or Decision(""), known, beside, ledger, taken)
            threads.append(thread)
            taken.add(thread.url)
    threads.sort(key=lambda one: (known[one.ids[-1]].order, one.ids[-1]), reverse=True)
    return Threads(tuple(threads), {id: thread for thread in threads for id in thread.ids})


def _beside(found: Iterable[Tie]) -> dict[str, list[Tie]]:
    """The ties of each briefing, the strongest first."""
    beside: dict[str, list[Tie]] = {}
    for tie in found:
        beside.setdefault(tie.later, []).append(tie)
        beside.setdefault(tie.earlier, []).append(tie)
    return beside


def _decided(
    groups: Iterable[tuple[str, ...]], decisions: Iterable[Decision], known: Mapping[str, Beat]
) -> list[tuple[str, ...]]:
    """The groups as the desk wants them, by their first briefing. What names nothing public does nothing."""
    home = {id: members[0] for members in groups for id in members}
    for decision in (one for one in decisions if one.id in known):
        own = home.setdefault(decision.id, decision.id)
        for id in decision.merge:
            other = home.get(id, id)
            home |= {one: own for one, place in home.items() if place == other} | ({id: own} if id in known else {})
        home |= dict.fromkeys((id for id in decision.add if id in known), own)
        alone = {id: id + " alone" for id in decision.without if home.get(id) == own and id != decision.id}
        home |= alone
        if decision.closed:
            home |= {id: own + " later" for id in _later(home, own, decision, known)}
    members: dict[str, list[str]] = {}
    for id in known:
        if id in home:
            members.setdefault(home[id], []).append(id)
    return sorted((tuple(row) for row in members.values()), key=lambda row: (known[row[0]].order, row[0]))


def _later(home: Mapping[str, str], own: str, decision: Decision, known: Mapping[str, Beat]) -> list[str]:
    """The briefings of a thread after the day on which the desk closed it, but for those that it added."""
    ids = (id for id, place in home.items() if place == own and id not in (decision.id, *decision.add))
    return [id for id in ids if (day := known[id].day) and decision.closed and day > decision.closed]


def _thread(
    ids: tuple[str, ...],
    decision: Decision,
    known: Mapping[str, Beat],
    beside: Mapping[str, Sequence[Tie]],
    ledger: Ledger,
    taken: Collection[str],
) -> Thread:
    keeper = next((id for id in ids if ledger.urls_of(OWNER + id)), ids[0])
    title = decision.title or trim(known[keeper].headline).text
    return Thread(
        id=keeper,
        url=_url(keeper, decision.slug, known[keeper], ledger, taken),
        title=title,
        description=decision.description,
        ids=ids,
        reasons=_reasons(ids, decision, beside),
        is_closed=decision.closed is not None,
    )


def _url(keeper: str, wanted: str, beat: Beat, ledger: Ledger, taken: Collection[str]) -> str:
    """The address that the desk wants, or that it has had, or one of its keeper's headline."""
    had = ledger.urls_of(OWNER + keeper)
    if had and not wanted:
        return had[0]
    last = wanted or slug(trim(beat.headline).text, beat.language) or keeper
    url = f"/threads/{last}/"
    is_free = url not in taken and ledger.owners.get(url, OWNER + keeper) == OWNER + keeper
    return url if is_free else f"/threads/{last}-{slug(keeper)}/"


def _reasons(ids: tuple[str, ...], decision: Decision, beside: Mapping[str, Sequence[Tie]]) -> dict[str, Reason]:
    """For each the strongest tie to an earlier one, or else to a later one; what the desk added, it added."""
    inside = set(ids)
    reasons: dict[str, Reason] = {}
    for id in ids:
        own = [tie for tie in beside.get(id, ()) if {tie.later, tie.earlier} <= inside]
        back = [tie for tie in own if tie.later == id] or (own if id != ids[0] else [])
        if id in decision.add:
            reasons[id] = Reason("", Decided())
        elif back:
            tie = back[0]
            reasons[id] = Reason(tie.earlier if tie.later == id else tie.later, tie.why)
        elif id != ids[0]:
            reasons[id] = Reason("", Decided())
    return reasons
