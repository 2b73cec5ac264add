"""From briefings, links and the desk's decisions to threads, each with an identity that outlives its members' comings.

The rules and what was decided give the groups. A group of three is a thread; one of two is where the desk names it. A
thread is called by its keeper: of its briefings the earliest that already was one by the ledger of addresses, else the
earliest. So a published address stays when an earlier report arrives late; when two threads become one, the address of
the other leads to it; when one falls apart, the keeper's part keeps the address and the other gets its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from readalso.library.ledger import Ledger
from readalso.library.threads.beats import Beat, Weights
from readalso.library.threads.decisions import Decision
from readalso.library.threads.evidence import Decided, Refers, Tie, Why, ties
from readalso.library.threads.groups import group
from readalso.library.trim import trim
from readalso.words import digest, slug

FEWEST, FEWEST_NAMED = 3, 2
"""Briefings of a thread, and of one that the desk has an entry for."""
_ADDRESS = re.compile(r"/threads/[^/]+/")
MAP = "/threads/map/"
"""The page of all threads in time; no thread has its address."""
OWNER = "thread/"
"""How the owner of a thread's addresses begins in the ledger; its keeper's id follows."""


class Reason(Struct, frozen=True):
    """Why a briefing is in its thread."""

    other: str
    """The briefing that it is tied to; "" where the desk decided."""
    why: Why
    is_own: bool = True
    """Whether what ties them stands in this briefing, and not in the other."""


class Thread(Struct, frozen=True):
    """The connected reports of one story."""

    id: str
    """Of its keeper."""
    url: str
    """"/threads/port-dispute/"."""
    title: str
    is_named: bool
    """Whether the desk wrote the title; otherwise it is the headline of the keeper."""
    description: str
    ids: tuple[str, ...]
    """Its briefings, oldest first."""
    reasons: Mapping[str, Reason]
    """Of each briefing but the first, or those that nothing ties."""
    is_closed: bool
    """Whether the desk closed it."""


class Threads(Struct, frozen=True):
    """All threads of a library."""

    all: tuple[Thread, ...] = ()
    """The one with the newest state first."""
    of: Mapping[str, Thread] = field(default_factory=dict)
    """Briefing -> its thread."""
    decisions: tuple[Decision, ...] = ()
    """What the desk decided, in the file's order."""


def gather(
    beats: Iterable[Beat],
    references: Mapping[str, Iterable[str]],
    decisions: Sequence[Decision],
    ledger: Ledger,
) -> Threads:
    """The threads of `beats`, in whatever order they come. `references` has for each those that it refers to."""
    known = {beat.id: beat for beat in sorted(beats, key=lambda beat: (beat.order, beat.id))}
    weights = Weights(known.values())
    found = ties(weights, references)
    groups = _decided(group(tuple(known), found, references, weights), decisions, known)
    homes = {id: members[0] for members in groups for id in members}
    beside = _beside(tie for tie in found if homes.get(tie.later, "") == homes.get(tie.earlier))
    chosen = tuple(_chosen(groups, decisions))
    addresses = _addresses(chosen, known, ledger)
    threads = [
        _thread(ids, decision, known, beside, *address)
        for (ids, decision), address in zip(chosen, addresses, strict=True)
    ]
    threads.sort(key=lambda one: (known[one.ids[-1]].order, one.ids[-1]), reverse=True)
    return Threads(tuple(threads), {id: thread for thread in threads for id in thread.ids}, tuple(decisions))


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
    homes = {id: members[0] for members in groups for id in members}
    inside = {members[0]: dict.fromkeys(members) for members in groups}

    def move(ids: Iterable[str], home: str) -> None:
        for id in [id for id in ids if id in known]:
            inside.get(homes.get(id, ""), {}).pop(id, None)
            inside.setdefault(home, {})[id] = None
            homes[id] = home

    for decision in (one for one in decisions if one.id in known):
        if decision.id not in homes:
            move([decision.id], decision.id)
        own = homes[decision.id]
        for id in decision.merge:
            move(tuple(inside[homes[id]]) if id in homes else [id], own)
        move(decision.add, own)
        for id in decision.without:
            if homes.get(id) == own and id != decision.id:
                move([id], f"{id} alone")
        move(_later(inside[own], decision, known), f"{own} later")
    place = {id: index for index, id in enumerate(known)}
    rows = (tuple(sorted(members, key=place.__getitem__)) for members in inside.values() if members)
    return sorted(rows, key=lambda row: place[row[0]])


def _later(ids: Iterable[str], decision: Decision, known: Mapping[str, Beat]) -> tuple[str, ...]:
    """The briefings after the day on which the desk closed the thread, but for those that it added."""
    if decision.closed is None:
        return ()
    free = (id for id in ids if id not in (decision.id, *decision.add))
    return tuple(id for id in free if (day := known[id].day) and day > decision.closed)


def _chosen(
    groups: Iterable[tuple[str, ...]], decisions: Sequence[Decision]
) -> Iterator[tuple[tuple[str, ...], Decision]]:
    """The groups that are threads, each with the first of the desk's entries for it, or one that says nothing."""
    named = {decision.id: index for index, decision in enumerate(decisions)}
    for ids in groups:
        first = min((named[id] for id in ids if id in named), default=None)
        if len(ids) >= (FEWEST if first is None else FEWEST_NAMED):
            yield ids, Decision("") if first is None else decisions[first]


def _addresses(
    chosen: Sequence[tuple[tuple[str, ...], Decision]], known: Mapping[str, Beat], ledger: Ledger
) -> Iterator[tuple[str, str]]:
    """The keeper and the address of each thread."""
    keepers = [next((id for id in ids if ledger.urls_of(OWNER + id)), ids[0]) for ids, _ in chosen]
    owners = {OWNER + keeper for keeper in keepers}
    taken = {MAP}
    for keeper, (_, decision) in zip(keepers, chosen, strict=True):
        had = [url for url in ledger.urls_of(OWNER + keeper) if _ADDRESS.fullmatch(url) and url != MAP]
        beat = known[keeper]
        last = decision.slug or slug(trim(beat.headline).text, beat.language) or keeper
        url = f"/threads/{last}/"
        owner = ledger.owners.get(url, OWNER + keeper)
        is_free = url not in taken and (owner == OWNER + keeper or (bool(decision.slug) and owner not in owners))
        if had and not decision.slug:
            url = had[0]
        elif not is_free:
            url = f"/threads/{last}-{digest(keeper)[:6]}/"
        taken.add(url)
        yield keeper, url


def _thread(
    ids: tuple[str, ...],
    decision: Decision,
    known: Mapping[str, Beat],
    beside: Mapping[str, Sequence[Tie]],
    keeper: str,
    url: str,
) -> Thread:
    return Thread(
        id=keeper,
        url=url,
        title=decision.title or trim(known[keeper].headline).text,
        is_named=bool(decision.title),
        description=decision.description,
        ids=ids,
        reasons=_reasons(ids, decision, beside),
        is_closed=decision.closed is not None,
    )


def _reasons(ids: tuple[str, ...], decision: Decision, beside: Mapping[str, Sequence[Tie]]) -> dict[str, Reason]:
    """For each the strongest tie to an earlier one, or else to a later one; what the desk added, it added."""
    reasons: dict[str, Reason] = {}
    for id in ids:
        own = beside.get(id, ())
        tie = next((tie for tie in own if tie.later == id), own[0] if own else None)
        if id in decision.add or (tie is None and id != ids[0]):
            reasons[id] = Reason("", Decided())
        elif tie and id != ids[0]:
            reasons[id] = _reason(id, tie)
    return reasons


def _reason(id: str, tie: Tie) -> Reason:
    is_later = tie.later == id
    is_own = is_later == tie.why.is_back if isinstance(tie.why, Refers) else is_later
    return Reason(tie.earlier if is_later else tie.later, tie.why, is_own)
