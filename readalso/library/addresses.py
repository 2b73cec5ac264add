"""A briefing's address, from the settings' `permalinks`.

By default that is its place in `content/`, so that editing a headline never moves a page.
"""

import re
from pathlib import PurePosixPath

from readalso.briefing.facts import Facts
from readalso.settings import Settings
from readalso.words import slug

_CLEAN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def address(facts: Facts, settings: Settings) -> str:
    """The url of a briefing's page: "/2025/port-deal/".

    Only a-z, 0-9, "-" and "/" are in it, whatever the file is called.
    """
    language = facts.matter.language or settings.language
    folders = [_part(name, language) for name in PurePosixPath(facts.path).parent.parts]
    stem = PurePosixPath(facts.path).stem
    last = _part(facts.matter.slug or stem, language) or facts.matter.id
    moment = facts.matter.date and facts.matter.date.point(settings.zone).astimezone(settings.zone)
    parts = {
        "path": "/".join([*filter(None, folders), last]),
        "section": "/".join(filter(None, folders)),
        "slug": last,
        "language": language.lower(),
        "year": f"{moment:%Y}" if moment else "undated",
        "month": f"{moment:%m}" if moment else "",
        "day": f"{moment:%d}" if moment else "",
    }
    return re.sub(r"/{2,}", "/", settings.permalinks.format_map(parts))


def _part(name: str, language: str) -> str:
    return name if _CLEAN.match(name) else slug(name, language)
