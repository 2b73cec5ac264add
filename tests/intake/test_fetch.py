"""Fetching from a real server on loopback, which is a private address and has to be allowed."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from readalso.errors import Broken
from readalso.intake.fetch import fetch, is_url, save

ANSWERS = {
    "/page": (200, {"Content-Type": "text/html; charset=windows-1251"}, "<h1>Паром</h1>".encode("cp1251")),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, b"<rss/>"),
    "/moved": (302, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/user": (302, {"Location": "http://user:secret@example.org/"}, b""),
    "/gone": (410, {}, b""),
    "/large": (200, {"Content-Type": "text/html"}, b"x" * 10_000_001),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("path", "is_one"), [("https://x.example/a", True), ("HTTP://x", True), ("seeds/http", False)])
def test_addresses_are_told_from_files(path: str, is_one: bool) -> None:
    assert is_url(path) is is_one


def test_page_behind_a_redirect_is_fetched_in_utf_8(host: str) -> None:
    fetched = fetch(f"{host}/moved", allow_private=True)
    assert (fetched.kind, fetched.data.decode()) == ("text/html", "<h1>Паром</h1>")


def test_an_address_has_one_file(host: str, tmp_path: Path) -> None:
    first, second = (save(f"{host}/feed", tmp_path, allow_private=True) for _ in range(2))
    assert first == second
    assert (first.name, first.read_bytes()) == ("127-0-0-1-feed.xml", b"<rss/>")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/loop", "is redirected more than 5 times"),
        ("/file", "leads to file that is not asked"),
        ("/user", "only http and https are"),
        ("/gone", "answers 410 Gone"),
        ("/large", "is larger than 10 MB"),
    ],
)
def test_bad_answers_are_refused(host: str, path: str, what: str) -> None:
    with pytest.raises(Broken, match=what):
        fetch(f"{host}{path}", allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data",
        "http://localhost/",
        "http://0.0.0.0/",
        "http://[2002:7f00:1::]/",
    ],
)
def test_private_addresses_are_refused_however_they_are_written(url: str) -> None:
    with pytest.raises(Broken, match="private network"):
        fetch(url)
