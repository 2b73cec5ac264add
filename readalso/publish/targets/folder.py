"""Publishing to a folder of this machine: what a web server serves, a network share, a mounted disk.

    deploy: {targets: {public: {kind: folder, path: /srv/www/briefings}}}

The folder is switched as a whole. The new tree is made beside it, as `.NAME.readalso-new`, with hard links to whatever
stays as it is; then the two change names (see `switch`), and the old one is removed. Killed at any moment, a run leaves
the old site or the new one in place, and the next run removes what lies beside it.

`.readalso-published.json` in the folder is the list of what Readalso put there: a JSON array of paths. All else there
is of other origin and goes into the new tree as it is; where such a file is in a page's place, publishing is refused. A
path that is a link is followed to the folder it leads to, and that is switched; links inside the folder stay links.

A server that holds the folder itself open, or a container that it is mounted into, goes on seeing the old tree: let it
hold the folder above.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from readalso import files
from readalso.errors import Broken, Problem, broken
from readalso.lock import locked
from readalso.publish import grounds, trees
from readalso.publish.switch import Switch, switch
from readalso.publish.sync import Plan, Put
from readalso.settings import Settings, Target, problem
from readalso.site import Manifest
from readalso.words import digest

PUBLISHED = ".readalso-published.json"


def open_folder(target: Target, settings: Settings, root: Path) -> "Folder":
    """The folder that the target's `path` names, relative to the site's own. One that may not be used is `Broken`."""
    path = target.options["path"]
    try:
        place = (root / os.path.expanduser(path)).resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links; a character that no path can have
        raise problem(f'deploy.targets.{target.name}: the path "{path}" leads nowhere', "name a folder") from error
    if place.exists() and not place.is_dir():
        raise problem(f'deploy.targets.{target.name}: "{path}" is not a folder', "name a folder, or one to be made")
    if why := grounds.forbidden(place, root, root / settings.output):
        raise problem(f'deploy.targets.{target.name}: "{path}" {why}', "name a folder that is only for this")
    return Folder(place)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as a host."""

    place: Path
    """Absolute, every link on the way followed; it need not exist."""
    switch: Switch = switch
    """How the new tree takes the old one's place."""

    @property
    def name(self) -> str:
        """The folder's path."""
        return str(self.place)

    def manifest(self) -> Manifest:
        """The files that are listed and still there; their digests are of what they hold now."""
        standing = self._standing()
        leaves = trees.scan(standing)
        mine = (path for path in self._listed(standing, leaves) if leaves.get(path) is trees.Leaf.FILE)
        return {path: digest(files.read_bytes(standing / path)) for path in sorted(mine)}

    def read(self, path: str) -> bytes:
        """The bytes of a file that stands there."""
        return files.read_bytes(self._standing() / path)

    def obstacles(self, plan: Plan) -> tuple[Problem, ...]:
        """A folder that cannot change its name; what is of other origin and in the way of a file."""
        if os.path.ismount(self.place):
            return (Problem(self.name, 0, 0, "is where a disk is mounted", "publish to a folder inside it"),)
        foreign = self._foreign()
        inner = {folder for path in foreign for folder in trees.above(path)}
        ways = [PUBLISHED, *(put.path for put in plan.puts)]
        met = {found for way in ways if (found := _met(way, foreign, inner))}
        hint = "move it away, or publish to another folder"
        return tuple(
            Problem(f"{self.name}/{path}", 0, 0, "is in the way and was not put there by Readalso", hint)
            for path in sorted(met)
        )

    def apply(self, plan: Plan, source: Path) -> None:
        """Make the new tree, switch, remove the old one. Also what the disk refuses is `Broken`."""
        try:
            self._apply(plan, source)
        except OSError as error:
            what = f"cannot be published to: {error.filename or 'the disk'}: {error.strerror or error}"
            raise broken(self.name, what, "see to its space and permissions, then publish again") from error

    def _apply(self, plan: Plan, source: Path) -> None:
        self.place.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.place.parent, self.name):
            self._tidy()
            if plan.is_empty and self.place.is_dir():
                return
            if obstacles := self.obstacles(plan):
                raise Broken(obstacles)
            try:
                self._make(plan, source)
                self.switch(self._new, self.place, self._old)
            finally:
                self._tidy()

    def _make(self, plan: Plan, source: Path) -> None:
        """The new tree: what stays, then what is put, then the list of it."""
        leaves = trees.scan(self.place)
        replaced = {*plan.deletes, *(put.path for put in plan.puts), PUBLISHED}
        self._new.mkdir()
        trees.mirror(self.place, self._new, {path: leaf for path, leaf in leaves.items() if path not in replaced})
        for put in plan.puts:
            trees.write_new(self._new / put.path, _read(source, put))
        published = sorted({*plan.kept, *(put.path for put in plan.puts)})
        trees.write_new(self._new / PUBLISHED, json.dumps(published, ensure_ascii=False, indent=0).encode() + b"\n")
        trees.copy_folder_facts(self.place, self._new)

    def _tidy(self) -> None:
        """Put an old tree back that was stepped aside for nothing, and remove what lies beside the folder."""
        if self._old.exists() and not self.place.exists():
            os.rename(self._old, self.place)
        files.remove_tree(self._new)
        files.remove_tree(self._old)

    def _standing(self) -> Path:
        """Where the published tree is: aside, if a run was killed between the two renames of `switch.step_aside`."""
        return self._old if self._old.exists() and not self.place.exists() else self.place

    def _foreign(self) -> dict[str, trees.Leaf]:
        standing = self._standing()
        leaves = trees.scan(standing)
        mine = self._listed(standing, leaves)
        return {
            path: leaf
            for path, leaf in leaves.items()
            if not (leaf is trees.Leaf.FILE and (path in mine or path == PUBLISHED))
        }

    def _listed(self, standing: Path, leaves: Mapping[str, trees.Leaf]) -> frozenset[str]:
        """The paths that Readalso put there, by the list; none where there is no list."""
        if leaves.get(PUBLISHED) is not trees.Leaf.FILE:
            return frozenset()
        try:
            listed = json.loads(files.read_bytes(standing / PUBLISHED))
        except (ValueError, RecursionError):
            listed = None
        if not isinstance(listed, list):
            hint = "restore it, or publish to another folder"
            raise broken(f"{self.name}/{PUBLISHED}", "is damaged: what was published there cannot be told", hint)
        return frozenset(map(str, listed))

    @property
    def _new(self) -> Path:
        return self.place.with_name(f".{self.place.name}.readalso-new")

    @property
    def _old(self) -> Path:
        return self.place.with_name(f".{self.place.name}.readalso-old")


def _met(way: str, foreign: Mapping[str, trees.Leaf], inner: set[str]) -> str:
    """What a file at the path `way` would run into, or ""."""
    if way in foreign or way in inner:
        return way
    blocked = (folder for folder in trees.above(way) if foreign.get(folder, trees.Leaf.FOLDER) is not trees.Leaf.FOLDER)
    return next(blocked, "")


def _read(source: Path, put: Put) -> bytes:
    """The bytes to put, which must be those that the build wrote."""
    data = files.read_bytes(source / put.path)
    if digest(data) != put.digest:
        raise broken(f"{source.name}/{put.path}", "was changed after the build", "build again, then publish")
    return data
