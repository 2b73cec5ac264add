"""What publishing asks of a host: a folder, a server, a branch, a bucket."""

from pathlib import Path
from typing import Protocol

from readalso.errors import Problem
from readalso.publish.sync import Plan
from readalso.site import Manifest


class Host(Protocol):
    """A place that holds a published site, and perhaps other things, which are none of our business."""

    @property
    def name(self) -> str:
        """What people call the place: a path, an address."""

    def manifest(self) -> Manifest:
        """What we put there and is still there, with the digests of what it is now. Changes nothing."""

    def read(self, path: str) -> bytes:
        """The bytes of a file of the manifest."""

    def obstacles(self, plan: Plan) -> tuple[Problem, ...]:
        """What forbids the plan, such as a file of other origin in a page's place. Changes nothing."""

    def apply(self, plan: Plan, source: Path) -> None:
        """Do it, taking the files from the folder `source`, and tidy up after earlier runs that were cut off.

        Each file's bytes are held against its digest before anyone can see it; a difference is `Broken`. On return the
        manifest is the plan's. A host that cannot switch as a whole keeps to the plan's order.
        """
