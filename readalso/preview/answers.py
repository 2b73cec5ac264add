"""Which address is answered by what."""

import re

from tornado.web import Application

from readalso.preview import markup
from readalso.preview.guarded import Served
from readalso.preview.pages import Own, Pages
from readalso.preview.pushes import Socket

ANSWERS = {markup.SOCKET: Socket, markup.SCRIPT: Own, markup.STYLE: Own}
"""Everything else is the site's."""

_MOST_SAID = 4096
"""Bytes of a message from a page; it only says which page and build it is."""


def application(served: Served) -> Application:
    """The server's answers."""
    return Application(
        [(re.escape(path), handler, {"served": served}) for path, handler in ANSWERS.items()],
        default_handler_class=Pages,
        default_handler_args={"served": served},
        log_function=lambda handler: None,
        websocket_max_message_size=_MOST_SAID,
    )
