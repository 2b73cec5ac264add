"""Where the preview listens, and which requests are its own.

A page of any web site can make a browser ask 127.0.0.1, under a name of its own if it controls a name server (DNS
rebinding). So a request must name this server in its Host, and a web socket must come from one of its pages (Origin).
"""

import ipaddress
import os
import socket
from dataclasses import dataclass

from readalso.errors import UsageError, broken

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Address:
    """A name or number of this machine, and a port."""

    bind: str
    """As --bind has it: "127.0.0.1", "::1", "0.0.0.0", "desk-pc.local"."""
    port: int

    @property
    def url(self) -> str:
        """The front page, as one opens it on this machine."""
        return f"http://{self._authority('127.0.0.1' if self.is_everywhere else _bracketed(self.bind))}/"

    @property
    def is_everywhere(self) -> bool:
        """Whether it listens on all of this machine's addresses."""
        number = _number(self.bind)
        return number is not None and number.is_unspecified

    @property
    def is_private(self) -> bool:
        """Whether only this machine can reach it."""
        number = _number(self.bind)
        return number.is_loopback if number else self.bind == "localhost"

    def is_host(self, host: str) -> bool:
        """Whether a Host header names this server. On all addresses, any number will do: rebinding needs a name."""
        names = {*_LOOPBACK, _bracketed(self.bind).lower()}
        if self.is_everywhere:
            names.add(socket.gethostname().lower())
        allowed = {self._authority(name) for name in names} | ({*names} if self.port == 80 else set())
        return host.lower() in allowed or (self.is_everywhere and self._is_number(host))

    def is_origin(self, origin: str) -> bool:
        """Whether an Origin header (RFC 6454) names a page of this server."""
        scheme, mark, host = origin.partition("://")
        return scheme == "http" and bool(mark) and self.is_host(host)

    def _authority(self, name: str) -> str:
        return f"{name}:{self.port}"

    def _is_number(self, host: str) -> bool:
        name, _, port = host.rpartition(":")
        return port == str(self.port) and _number(name.removeprefix("[").removesuffix("]")) is not None


def listen(bind: str, port: int) -> tuple[Address, socket.socket]:
    """Take the port, or any free one for 0; a name or port that cannot be had is an error with its reason."""
    if not 0 <= port <= 65535:
        raise UsageError(f"--port: {port} is not a port; write a number up to 65535")
    try:
        found = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, place = found[0]
        server = socket.create_server(place[:2], family=family, backlog=128)
    except (socket.gaierror, UnicodeError) as error:
        raise UsageError(f'--bind: "{bind}" is not an address of this machine; write 127.0.0.1') from error
    except OSError as error:
        what = f"cannot listen on {bind}, port {port}: {os.strerror(error.errno or 0)}"
        raise broken("", what, f"choose another port, say -p {port + 1 if port < 65535 else 8000}") from error
    server.setblocking(False)
    return Address(bind, server.getsockname()[1]), server


def _number(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _bracketed(bind: str) -> str:
    return f"[{bind}]" if ":" in bind else bind
