"""A real preview on a free port of this machine, in a thread, and a browser's side of it for the tests in this folder."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from io import StringIO
from pathlib import Path
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from readalso import files
from readalso.errors import Problem, broken
from readalso.preview.address import Address, listen
from readalso.preview.server import Preview, run
from readalso.report import Voice


@dataclass
class Copying:
    """A build of few words: content/ is copied, and a file that says BROKEN is a problem on its line 2."""

    root: Path
    output: Path
    refused: tuple[Problem, ...] = ()
    prepared: int = 0
    built: int = 0
    threads: set[str] = field(default_factory=set)

    def prepare(self) -> tuple[Problem, ...]:
        self.prepared += 1
        return self.refused

    def ready(self) -> None:
        pass

    def proof(self, changed: Collection[str]) -> bool:
        return False

    def build(self) -> bool:
        self.built += 1
        self.threads.add(threading.current_thread().name)
        wanted = {path: files.read_bytes(Path(entry.path)) for path, entry in files.walk(self.root / "content")}
        if spoilt := [path for path, data in wanted.items() if b"BROKEN" in data]:
            raise broken(f"content/{spoilt[0]}", 'date "<soon>" is not a date', "write 2025-03-27", 2, 7)
        changed = [files.write_changed(self.output / path, data) for path, data in wanted.items()]
        gone = [path for path, _ in files.walk(self.output) if path not in wanted]
        for path in gone:
            files.remove(self.output / path, self.output)
        return any(changed) or bool(gone)


@dataclass(frozen=True)
class Running:
    """A preview that answers."""

    address: Address
    work: Copying
    root: Path
    out: StringIO
    err: StringIO

    def ask(
        self, path: str, method: str = "GET", host: str = "", headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, str]:
        """One request, sent as it is spelt; the answer and its text."""
        connection = HTTPConnection("127.0.0.1", self.address.port, timeout=5)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.address.port}")
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text

    def page(self, path: str = "/") -> str:
        return self.ask(path)[1]

    def build_of(self, path: str = "/") -> str:
        """The number of the build that a page is from."""
        return self.page(path).rpartition('data-build="')[2].partition('"')[0]

    @asynccontextmanager
    async def socket(self, build: str = "") -> AsyncIterator[WebSocketClientConnection]:
        """An open page's web socket, after its greeting."""
        connection = await self.connect({"Origin": f"http://127.0.0.1:{self.address.port}"})
        await connection.write_message(json.dumps({"command": "hello", "protocols": []}))
        assert (await heard(connection))["command"] == "hello"
        info = {"command": "info", "url": self.address.url, "build": build or self.build_of()}
        await connection.write_message(json.dumps(info))
        await asyncio.sleep(0.05)
        try:
            yield connection
        finally:
            await end(connection)

    async def connect(self, headers: dict[str, str]) -> WebSocketClientConnection:
        return await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{self.address.port}/livereload", headers=headers))


async def end(connection: WebSocketClientConnection) -> None:
    """Close it, and wait until it is closed: a loop that ends earlier leaves the socket open."""
    stream = connection.protocol.stream if connection.protocol else None
    connection.close()
    await until(lambda: stream is None or stream.closed())


async def heard(connection: WebSocketClientConnection, seconds: float = 3) -> dict[str, Any]:
    """The next message."""
    message = await asyncio.wait_for(connection.read_message(), seconds)
    assert message is not None, "the server closed the socket"
    said: dict[str, Any] = json.loads(message)
    return said


async def silent(connection: WebSocketClientConnection, seconds: float = 0.4) -> bool:
    """Whether nothing is said for so long."""
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(asyncio.ensure_future(connection.read_message())), seconds)
        return False
    return True


@contextmanager
def running(root: Path, work: Copying | None = None, bind: str = "127.0.0.1") -> Iterator[Running]:
    """The preview of the site in `root`, until the context ends."""
    address, listener = listen(bind, 0)
    voice = Voice(StringIO(), StringIO())
    copying = work or Copying(root, root / ".readalso" / "site")
    opened = threading.Event()
    stop: list[Callable[[], object]] = []

    async def main() -> None:
        task = asyncio.current_task()
        assert task
        loop = asyncio.get_running_loop()
        stop.append(lambda: loop.call_soon_threadsafe(task.cancel))
        with suppress(asyncio.CancelledError):
            await run(Preview(root, copying.output, copying), address, listener, voice, lambda url: opened.set())

    thread = threading.Thread(target=lambda: asyncio.run(main()))
    thread.start()
    try:
        assert opened.wait(10), "the preview did not open"
        yield Running(address, copying, root, voice.out, voice.err)  # type: ignore[arg-type]  # they are ours
    finally:
        stop[0]()
        thread.join(10)
        assert not thread.is_alive(), "the preview did not end"


async def until(is_so: Callable[[], bool], seconds: float = 3) -> None:
    """Wait until something is so."""
    for _ in range(int(seconds / 0.01)):
        if is_so():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come about")
