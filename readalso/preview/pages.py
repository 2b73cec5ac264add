"""The pages of the site, and the script and style that the preview adds to them."""

from pathlib import Path

from readalso import files
from readalso.preview import lookup, markup
from readalso.preview.guarded import Guarded
from readalso.preview.lookup import File, Folder

_HERE = Path(__file__).parent


class Pages(Guarded):
    """The site's files; at the end of each page, what the preview adds."""

    def get(self) -> None:
        """A file, the way to a folder's page, or the site's page for what does not exist."""
        match lookup.find(self.served.output, self.request.path):
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
        is_built = (self.served.output / "index.html").exists()
        self.set_status(404 if is_built or not self.served.stage.problems else 503)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        own = self.served.output / "404.html"
        if own.is_file():
            self.write(files.read_bytes(own))
        elif self.served.stage.problems:
            self.write(markup.bare("Nothing to show yet", "The site cannot be built; mend what is named below."))
        else:
            self.write(markup.bare("No such page", "The site has no page at this address."))
        self.write(self._added())

    def _added(self) -> str:
        return markup.added(self.served.stage.build, self.served.stage.problems)


class Own(Guarded):
    """The preview's own script and style, which lie beside this module under the names they are asked for by."""

    def get(self) -> None:
        """The file."""
        path = _HERE / self.request.path.removeprefix("/")
        self.set_header("Content-Type", lookup.content_type(path))
        self.write(files.read_bytes(path))

    head = get
