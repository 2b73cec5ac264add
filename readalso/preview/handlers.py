"""What the server answers: pages, its own script and style, and the web socket. The only importer of livereload.

Only GET and HEAD are answered, and neither has an effect. As shipped, livereload answers any Host, lets any page open
its socket, and offers GET /forcereload; so every handler here is guarded, and that one is left out.
"""

import json
from asyncio import Future
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.web import Application, HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError

from readalso import files
from readalso.preview import lookup, markup
from readalso.preview.address import Address
from readalso.preview.lookup import File, Folder
from readalso.preview.stage import Stage
from readalso.report import Voice

_HERE = Path(__file__).parent
_MOST_SAID = 4096
"""Bytes of a message from a page; it only says which page and build it is."""


@dataclass(frozen=True, slots=True)
class Show:
    """What the handlers answer from."""

    output: Path
    """The folder that is served."""
    stage: Stage
    address: Address
    voice: Voice


def application(show: Show) -> Application:
    """The server's answers."""
    return Application(
        [
            (markup.SOCKET, Socket, {"show": show}),
            (markup.SCRIPT, Own, {"show": show}),
            (markup.STYLE, Own, {"show": show}),
        ],
        default_handler_class=Pages,
        default_handler_args={"show": show},
        log_function=lambda handler: None,
        websocket_max_message_size=_MOST_SAID,
    )


class Guarded(RequestHandler):
    """An answer to requests for this server only, never kept by the browser."""

    def initialize(self, show: Show) -> None:
        """What to answer from."""
        self.show = show

    def set_default_headers(self) -> None:
        """Nothing is cached, and nothing is taken for another type than is said."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.clear_header("Server")

    def prepare(self) -> None:
        """Refuse what was sent to another name than ours."""
        if not self.show.address.is_host(self.request.host):
            raise HTTPError(403, reason="Not a host of this preview")

    def compute_etag(self) -> None:
        """None: nothing is cached."""

    def write_error(self, status_code: int, **_: object) -> None:
        """One line."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")

    def log_exception(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        """A refusal is not worth a line; a fault of ours is, and never more than one."""
        if value is not None and not isinstance(value, HTTPError):
            self.show.voice.fail(f"the preview failed to answer {self.request.path}: {type(value).__name__}: {value}")


class Pages(Guarded):
    """The site's files; at the end of each page, what the preview adds."""

    def get(self) -> None:
        """A file, the way to a folder's page, or the site's page for what does not exist."""
        match lookup.find(self.show.output, self.request.path):
            case File(path):
                self._send(path)
            case Folder():
                self.redirect(f"{self.request.path}/" + (f"?{self.request.query}" if self.request.query else ""))
            case _:
                self._send_missing()

    head = get

    def _send(self, path: Path) -> None:
        kind = lookup.content_type(path)
        try:
            data = path.read_bytes()
        except OSError:  # gone since it was found
            self._send_missing()
            return
        self.set_header("Content-Type", kind)
        self.write(data)
        if kind.startswith("text/html"):
            self.write(self._added())

    def _send_missing(self) -> None:
        """404; or 503, while there is no site because its first build failed."""
        is_built = (self.show.output / "index.html").exists()
        self.set_status(404 if is_built or not self.show.stage.problems else 503)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        own = self.show.output / "404.html"
        if own.is_file():
            self.write(files.read_bytes(own))
        elif self.show.stage.problems:
            self.write(markup.bare("Nothing to show yet", "The site cannot be built; mend what is named below."))
        else:
            self.write(markup.bare("No such page", "The site has no page at this address."))
        self.write(self._added())

    def _added(self) -> str:
        return markup.added(self.show.stage.build, self.show.stage.problems)


class Own(Guarded):
    """The preview's own script and style, which lie beside this module under the names they are asked for by."""

    def get(self) -> None:
        """The file."""
        path = _HERE / self.request.path.removeprefix("/")
        self.set_header("Content-Type", lookup.content_type(path))
        self.write(files.read_bytes(path))

    head = get


class Socket(Guarded, LiveReloadHandler):
    """The web socket of livereload, for our own pages only."""

    watcher = Watcher()  # livereload asks it for the name of a changed file; ours has none to tell
    live_css = False  # a style's address changes with its content, so the page has to be loaded again

    def prepare(self) -> None:
        """Refuse a page of another origin, and whoever names none: the socket tells when and what is edited."""
        super().prepare()
        if not self.check_origin(self.request.headers.get("Origin", "")):
            raise HTTPError(403, reason="Not a page of this preview")

    def check_origin(self, origin: str) -> bool:
        """Whether a page of ours asks."""
        return self.show.address.is_origin(origin)

    def on_message(self, message: str | bytes) -> None:
        """Greet, and take note of the page; one that is older than the present build is told at once."""
        said = _command(message)
        if said is None:
            self.close()
            return
        super().on_message(message)
        if said["command"] == "info" and said.get("build", self.show.stage.build) != self.show.stage.build:
            self.send_message({"command": "reload", "path": "/", "liveCSS": False})

    def write_message(self, message: bytes | str | dict[str, Any], binary: bool = False) -> "Future[None]":
        """Send; that the page has gone meanwhile is no fault, and livereload would print a traceback for it."""
        try:
            sent: Future[None] = super().write_message(message, binary)
        except WebSocketClosedError:
            sent = Future()
            sent.set_result(None)
        sent.add_done_callback(lambda future: future.cancelled() or future.exception())
        return sent


def reload_pages() -> None:
    """Tell all open pages to load again. livereload itself would drop this within 3 s of the last one."""
    Socket.reload_waiters("/")


def _command(message: str | bytes) -> dict[str, Any] | None:
    """A message of LiveReload's protocol; None for anything else."""
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return None
    is_command = isinstance(said, dict) and isinstance(said.get("command"), str)
    return said if is_command else None
