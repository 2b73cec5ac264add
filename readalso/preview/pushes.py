"""The web socket by which open pages are told to load again. The only importer of livereload.

As shipped, livereload lets a page of any origin open its socket, drops what it should push within 3 s of the last push,
and offers GET /forcereload. So its handler is guarded here, is told directly, and that address does not exist.
"""

import json
from asyncio import Future
from typing import Any

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError

from readalso.preview.guarded import Guarded


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
        return self.served.address.is_origin(origin)

    def on_message(self, message: str | bytes) -> None:
        """Greet, and take note of the page; one that is older than the present build is told at once."""
        said = _command(message)
        if said is None:
            self.close()
            return
        super().on_message(message)
        if said["command"] == "info" and said.get("build", self.served.stage.build) != self.served.stage.build:
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
    """Tell all open pages to load again; livereload keeps one list of them for the whole process."""
    Socket.reload_waiters("/")


def _command(message: str | bytes) -> dict[str, Any] | None:
    """A message of LiveReload's protocol; None for anything else."""
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return None
    is_command = isinstance(said, dict) and isinstance(said.get("command"), str)
    return said if is_command else None
