"""What every answer of the preview has in common: whom it is for, and what it says of itself.

Only GET and HEAD are answered, and neither has an effect.
"""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tornado.web import HTTPError, RequestHandler

from readalso.preview.address import Address
from readalso.preview.stage import Stage
from readalso.report import Voice


@dataclass(frozen=True, slots=True)
class Served:
    """What the handlers answer from."""

    output: Path
    """The folder that is served."""
    stage: Stage
    address: Address
    voice: Voice


class Guarded(RequestHandler):
    """An answer to requests for this server only, never kept by the browser."""

    def initialize(self, served: Served) -> None:
        """What to answer from."""
        self.served = served

    def set_default_headers(self) -> None:
        """Nothing is cached, and nothing is taken for another type than is said."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.clear_header("Server")

    def prepare(self) -> None:
        """Refuse what was sent to another name than ours."""
        if not self.served.address.is_host(self.request.host):
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
            self.served.voice.fail(f"the preview failed to answer {self.request.path}: {type(value).__name__}: {value}")
