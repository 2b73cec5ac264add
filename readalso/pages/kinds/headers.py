"""What a host is to send with every page, in the form of Netlify and Cloudflare Pages; see docs/guide/hosts.md."""

from collections.abc import Collection, Iterator

from readalso.pages.page import Page
from readalso.pages.views import Notice

URL = "/_headers"


def headers(statics: Collection[str]) -> Iterator[Page]:
    """ "/_headers", where the site has no such file of its own."""
    if URL not in statics:
        yield Page(URL, "_headers", Notice(URL, ""), is_listed=False)
