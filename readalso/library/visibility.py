"""Which briefings the public may see. One function decides for every output: pages, feeds, cards, search."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from readalso.briefing.frontmatter import FrontMatter

WITHDRAWN = "withdrawn"


class Show(Struct, frozen=True):
    """What a run shows that the public does not see; all False for publishing."""

    drafts: bool = False
    """Texts with `status: draft`."""
    future: bool = False
    """Texts whose date or embargo lies ahead."""
    expired: bool = False
    """Texts whose `expires` has passed."""


class Held(Struct, frozen=True):
    """Why a briefing is held back."""

    reason: str
    """draft, future, embargoed, expired or withdrawn."""
    until: datetime | None = None
    """When that ends by itself; None where a person has to end it."""


def held(matter: FrontMatter, now: datetime, zone: ZoneInfo) -> Held | None:
    """Why the public may not see a briefing at the time `now`, or None where it may."""
    if matter.status in (WITHDRAWN, "draft"):
        return Held(matter.status)
    embargo = matter.embargo.point(zone) if matter.embargo else None
    if matter.status == "embargoed" and embargo is None:
        return Held("embargoed")
    if embargo and embargo > now:
        return Held("embargoed", embargo)
    if matter.date and (begins := matter.date.point(zone)) > now:
        return Held("future", begins)
    if matter.expires and matter.expires.point(zone) <= now:
        return Held("expired")
    return None


def is_shown(hold: Held | None, show: Show) -> bool:
    """Whether this run has a page for a briefing that is held back so; a withdrawn one never has."""
    if hold is None:
        return True
    return {
        "draft": show.drafts,
        "future": show.future,
        "embargoed": show.future,
        "expired": show.expired,
    }.get(hold.reason, False)
