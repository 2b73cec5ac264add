import socket

import pytest

from readalso.errors import Broken, UsageError
from readalso.preview.address import Address, listen


@pytest.mark.parametrize(
    ("bind", "url", "is_private"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/", True),
        ("localhost", "http://localhost:8000/", True),
        ("::1", "http://[::1]:8000/", True),
        ("0.0.0.0", "http://127.0.0.1:8000/", False),
        ("::", "http://127.0.0.1:8000/", False),
        ("192.168.1.5", "http://192.168.1.5:8000/", False),
        ("desk-pc.local", "http://desk-pc.local:8000/", False),
    ],
)
def test_an_address_knows_its_url_and_who_can_reach_it(bind: str, url: str, is_private: bool) -> None:
    address = Address(bind, 8000)
    assert (address.url, address.is_private) == (url, is_private)
    assert address.is_host(url.removeprefix("http://").rstrip("/"))
    assert address.is_origin(url.rstrip("/"))


def test_port_80_may_go_unsaid() -> None:
    assert Address("127.0.0.1", 80).is_host("localhost")


def test_a_port_in_use_is_a_problem_with_the_fix() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            Broken, match=f"port {port}: Address already in use; choose another port, say -p {port + 1}"
        ):
            listen("127.0.0.1", port)


@pytest.mark.parametrize(
    ("bind", "port"), [("no.such.host.invalid", 0), ("127.0.0.1", 70_000), ("127.0.0.1", -1), ("..", 0)]
)
def test_what_is_no_address_is_refused(bind: str, port: int) -> None:
    with pytest.raises(UsageError, match=r"--bind: |--port: "):
        listen(bind, port)
