"""A briefing's address, from the settings' `permalinks`.

By default that is its place in `content/`, so that editing a headline never moves a page.
"""

import re

from readalso.briefing.facts import Facts
from readalso.settings import Settings
from readalso.words import slug

_DATED = re.compile(r"\{(?:year|month|day)")
_CLEAN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def address(facts: Facts, settings: Settings) -> str:
    """The url of a briefing's page: "/2025/port-deal/".

    Only a-z, 0-9, "-" and "/" are in it, whatever the file is called.
    """
    language = facts.matter.language or settings.language
    *above, file = facts.path.split("/")
    folders = [_part(name, language) for name in above]
    last = _part(facts.matter.slug or file.removesuffix(".md"), language) or facts.matter.id
    moment = facts.matter.date if _DATED.search(settings.permalinks) else None
    point = moment and moment.point(settings.zone).astimezone(settings.zone)
    parts = {
        "path": "/".join([*filter(None, folders), last]),
        "section": "/".join(filter(None, folders)),
        "slug": last,
        "language": language.lower(),
        "year": f"{point:%Y}" if point else "undated",
        "month": f"{point:%m}" if point else "",
        "day": f"{point:%d}" if point else "",
    }
    url = settings.permalinks.format_map(parts)
    return re.sub(r"/{2,}", "/", url) if "//" in url else url


def _part(name: str, language: str) -> str:
    return name if _CLEAN.match(name) else slug(name, language)
