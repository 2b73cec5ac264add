"""The properties of ninjs that Readalso's records may have: names and types as the IPTC's schemas 2.1 and 3.0 state them.

The table is our own reading of https://iptc.org/std/ninjs/ninjs-schema_2.1.json and …_3.0.json (CC BY 4.0). Version 3
writes the same properties with capitals inside ("contentType"). Both are closed: what they do not name is a mistake.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Property:
    """A property, by its way in a record of 2.1: "bodies[].wordcount"."""

    form: str
    """text, moment, uri, whole, list, group, or the words of which it has to be one, apart by "|"."""
    later: str
    """Its own name in 3.0."""
    rule: str
    """What says so, beside the type in both schemas."""


def _named(way: str, rule: str, *more: str) -> dict[str, Property]:
    """A list of names, each with an identifier."""
    later = {"infosources": "infoSources"}.get(way, way)
    found = {way: Property("list", later, rule), f"{way}[]": Property("group", "", "additionalProperties: false")}
    found[f"{way}[].name"] = Property("text", "name", "")
    found[f"{way}[].uri"] = Property("uri", "uri", "format: uri; a complete one (RFC 3986)")
    return found | {f"{way}[].{one}": Property("text", one, "") for one in ("literal", *more)}


def _texts(way: str) -> dict[str, Property]:
    """A list of texts, each with its role and media type."""
    return {
        way: Property("list", way, "an array, since 2.0"),
        f"{way}[]": Property("group", "", "additionalProperties: false; value is required"),
        f"{way}[].role": Property("text", "role", "the provider's own words"),
        f"{way}[].contenttype": Property("media", "contentType", "a media type of IANA's (RFC 6838)"),
        f"{way}[].value": Property("text", "value", "required"),
    }


TABLE: dict[str, Property] = {
    "uri": Property("uri", "uri", "required; of the item, and no link"),
    "type": Property("text|audio|video|picture|graphic|composite|component", "type", "enum of 2.1; 3.0 adds to it"),
    "representationtype": Property("full|partial", "representationType", "enum"),
    "pubstatus": Property("usable|withheld|canceled", "pubStatus", "enum; nar:pubStatus"),
    "firstcreated": Property("moment", "firstCreated", "format: date-time (RFC 3339)"),
    "versioncreated": Property("moment", "versionCreated", "format: date-time (RFC 3339)"),
    "language": Property("language", "language", "IETF BCP 47"),
    "by": Property("text", "by", "nar:by"),
    "located": Property("text", "located", "nar:located"),
    "ednote": Property("text", "edNote", "nar:edNote"),
    "copyrightnotice": Property("text", "copyrightNotice", "nar:copyrightNotice"),
    **_texts("headlines"),
    **_texts("descriptions"),
    **_texts("bodies"),
    "bodies[].wordcount": Property("whole", "wordCount", "a number in 2.1, an integer in 3.0"),
    **_named("people", "nar:subject", "rel"),
    **_named("organisations", "nar:subject", "rel"),
    **_named("places", "nar:subject", "rel"),
    **_named("subjects", "nar:subject", "rel"),
    **_named("infosources", "nar:infoSource", "role"),
    "altids": Property("list", "altIds", "nar:altId"),
    "altids[]": Property("group", "", "additionalProperties: false"),
    "altids[].role": Property("text", "role", ""),
    "altids[].value": Property("text", "value", ""),
    "renditions": Property("list", "renditions", "nar:remoteContent; an array, since 2.0"),
    "renditions[]": Property("group", "", "additionalProperties: false; name is required"),
    "renditions[].name": Property("text", "name", "required"),
    "renditions[].href": Property("uri", "href", "format: uri"),
    "renditions[].contenttype": Property("media", "contentType", "a media type of IANA's (RFC 6838)"),
    "standard": Property("group", "standard", "additionalProperties: false"),
    "standard.name": Property("text", "name", ""),
    "standard.version": Property("text", "version", "a string"),
    "standard.schema": Property("uri", "schema", "format: uri"),
    "associations": Property("list", "associations", "each may have every property of a record"),
    "associations[]": Property("group", "", "name and uri are required"),
}
REQUIRED = {
    "": ("uri",),
    **{f"{way}[]": ("value",) for way in ("headlines", "descriptions", "bodies")},
    "renditions[]": ("name",),
    "associations[]": ("name", "uri"),
}
FORMS = {
    "text": re.compile(r"(?s).*"),
    "uri": re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z", re.IGNORECASE),
    "media": re.compile(r"[a-z]+/[a-z0-9.+-]+\Z"),
    "language": re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z"),
    "moment": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z"),
}


def faults(value: Any, way: str = "") -> list[str]:
    """What of a record is not as the schemas have it, each with its way."""
    if isinstance(value, list):
        return [one for item in value for one in faults(item, f"{way}[]")]
    if not isinstance(value, dict):
        return []
    found = [f"{way} has no {name}" for name in REQUIRED.get(way, ()) if name not in value]
    for name, inner in value.items():
        here = f"{way}.{name}" if way else name
        if way == "associations[]" and name != "name":
            here = name
        known = Property("text", "name", "") if here == "associations[].name" else TABLE.get(here)
        if known is None:
            found.append(f"{here} is unknown")
        elif not _is(known.form, inner):
            found.append(f"{here} is not {known.form}: {inner!r}")
        else:
            found += faults(inner, here)
    return found


def _is(form: str, value: Any) -> bool:
    if form in ("list", "group"):
        return isinstance(value, list if form == "list" else dict)
    if form == "whole":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str):
        return False
    if "|" in form:
        return value in form.split("|")
    return bool(FORMS[form].match(value)) and (form != "moment" or bool(datetime.fromisoformat(value)))
