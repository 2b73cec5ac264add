"""An article's address in place of a file: fetched once, politely, and only from the public network.

The name is looked up once, each of its addresses is checked, and the connection goes to a checked address and no
other: a
name that answers differently the second time (DNS rebinding) gains nothing. Each redirect is checked in the same way.
"""

import http.client
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from readalso import __version__, files
from readalso.errors import broken
from readalso.words import slug

_T = TypeVar("_T")
_AGENT = f"Readalso/{__version__}"
_SECONDS = 15.0
"""Until a connection, or any piece of an answer, is given up."""
_LARGEST = 10_000_000
"""Bytes of an answer."""
_MOST_REDIRECTS = 5
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "message/rfc822": ".eml",
}
"""How the file of an answer is called, for humans; readers look at what is in it."""
_PORTS = {"http": 80, "https": 443}
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/json, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered."""

    kind: str
    """The type of the content, "text/html"."""
    data: bytes
    """The answer's body; in UTF-8 where only its header says in what encoding it is."""


def is_url(path: str) -> bool:
    """Whether a PATH of the command line is an address to fetch."""
    return path.casefold().startswith(("http://", "https://"))


def save(url: str, folder: Path, allow_private: bool = False) -> Path:
    """Fetch `url` into a file of `folder`, always the same one for the same address, and say which."""
    fetched = fetch(url, allow_private)
    parts = urlsplit(url)
    name = slug(f"{parts.hostname} {unquote(parts.path)} {parts.query}") or "page"
    path = folder / f"{name}{_ENDINGS.get(fetched.kind, '.html')}"
    files.write_changed(path, fetched.data)
    return path


def fetch(url: str, allow_private: bool = False) -> Fetched:
    """The bytes at `url`. What is refused, too large, too slow or not there is `Broken` under the address."""
    place = url
    for _ in range(_MOST_REDIRECTS + 1):
        with closing(_connected(_checked(place, url), url, allow_private)) as connection:
            answer = _asked(connection, urlsplit(place), url)
            onward = answer.getheader("Location") if answer.status in (301, 302, 303, 307, 308) else None
            if onward is None:
                return _fetched(answer, url)
            place = urljoin(place, onward)
    raise broken(url, f"is redirected more than {_MOST_REDIRECTS} times", "give the address of the article itself")


def _checked(place: str, url: str) -> SplitResult:
    """The parts of an address that may be asked."""
    try:
        parts = urlsplit(place)
        _ = parts.port
    except ValueError as error:
        raise broken(url, "is not an address", "write it as https://example.org/article") from error
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        raise broken(
            url,
            f"leads to {parts.scheme or 'an address'} that is not asked",
            "only http and https are, without a user's name",
        )
    return parts


def _connected(parts: SplitResult, url: str, allow_private: bool) -> http.client.HTTPConnection:
    """A connection to the first checked address that answers."""
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    addresses = list(_addresses(host, port, url))
    public = [address for address in addresses if allow_private or _is_public(address)]
    if not public:
        raise broken(url, f"leads to {host}, which is in a private network", "add --allow-private if that is meant")
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    connection.sock = _open(public, port, parts, url)
    return connection


def _addresses(host: str, port: int, url: str) -> Iterator[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise broken(url, f"leads to {host}, which nobody knows", "check the address and the connection") from error
    return (str(address[0]) for *_, address in found)


def _is_public(address: str) -> bool:
    """Whether an address is one of the whole network's; those of IPv4 inside IPv6 are judged as what they stand for."""
    found = ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (inner is None or inner.is_global)


def _open(addresses: list[str], port: int, parts: SplitResult, url: str) -> socket.socket:
    failure: OSError | None = None
    for address in addresses:
        try:
            raw = socket.create_connection((address, port), timeout=_SECONDS)
            return (
                ssl.create_default_context().wrap_socket(raw, server_hostname=parts.hostname)
                if parts.scheme == "https"
                else raw
            )
        except OSError as error:
            failure = error
    raise broken(
        url, f"cannot be reached: {failure}", "try again later, or save the page and import the file"
    ) from failure


def _asked(connection: http.client.HTTPConnection, parts: SplitResult, url: str) -> http.client.HTTPResponse:
    """The answer's head; an answer that is neither a page nor a redirect is `Broken`."""
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    )
    headers = {"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "identity", "Connection": "close"}
    answer = _tried(lambda: _request(connection, target, headers), url)
    if answer.status >= 400 or answer.status in (204, 205, 304):
        raise broken(url, f"answers {answer.status} {answer.reason}".rstrip(), "open it in a browser and save the page")
    return answer


def _request(connection: http.client.HTTPConnection, target: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    connection.request("GET", target, headers=headers)
    return connection.getresponse()


def _fetched(answer: http.client.HTTPResponse, url: str) -> Fetched:
    data, charset = _body(answer, url), answer.headers.get_content_charset()
    return Fetched(answer.headers.get_content_type(), _in_utf_8(data, charset) if charset else data)


def _in_utf_8(data: bytes, charset: str) -> bytes:
    """The same text in UTF-8, if it can be read as its header says."""
    try:
        return data if charset.casefold() in ("utf-8", "utf8") else data.decode(charset).encode()
    except (LookupError, UnicodeError):
        return data


def _body(answer: http.client.HTTPResponse, url: str) -> bytes:
    data = _tried(lambda: answer.read(_LARGEST + 1), url)
    if len(data) > _LARGEST:
        raise broken(url, f"is larger than {_LARGEST // 1_000_000} MB", "save its text as a file of its own")
    return data


def _tried(ask: Callable[[], _T], url: str) -> _T:
    try:
        return ask()
    except (OSError, http.client.HTTPException) as error:
        raise broken(
            url, f"does not answer: {error}", "try again later, or save the page and import the file"
        ) from error
