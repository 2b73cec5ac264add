"""Addresses of articles, in the one form in which two spellings of an address are equal.

    HTTPS://www.wire.example/a/b/?utm_source=x#top    ->  wire.example/a/b
    http://wire.example/a/b                           ->  wire.example/a/b

Scheme, "www.", port of the scheme, fragment, the slash and index page at the end, and what only tells where a reader
came from (WHATWG URL leaves all of these in) are left out; the rest of the query stays, in its order.
"""

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|at_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref|ref_src|cmpid|ocid|ito|xtor|smid|partner"
    r"|source|src|spm|wt_mc)\Z",
    re.IGNORECASE,
)
_INDEX = re.compile(r"/(?:index\.(?:html?|php|aspx?))?\Z", re.IGNORECASE)
LONGEST = 2_000
"""Characters of an address; a longer one is none."""


def canonical(url: str) -> str:
    """An address of the web without what does not tell it from another; "" where it is none, or names only a site."""
    if len(url) > LONGEST or not url.lower().startswith(("http://", "https://")):
        return ""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:  # a port that is no number, a bracket that is not closed
        return ""
    path = _INDEX.sub("", unquote(parts.path)).rstrip("/")
    query = _query(parts)
    return f"{host}{port}{path}{query}" if host and (path or query) else ""


def _query(parts: SplitResult) -> str:
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(key)]
    return f"?{urlencode(kept)}" if kept else ""
