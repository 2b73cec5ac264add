"""Delivering a built site to a host: checked, planned, done."""

from collections.abc import Collection
from dataclasses import dataclass

from readalso.errors import Broken, broken
from readalso.publish.host import Host
from readalso.publish.losses import losses
from readalso.publish.sync import Plan, plan
from readalso.site import Manifest, Site


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was done, or in a dry run would be."""

    place: str
    """The host, as people call it."""
    plan: Plan
    is_dry: bool


def deliver(
    site: Site, host: Host, gone: Collection[str] = (), *, is_dry: bool = False, is_forced: bool = False
) -> Delivery:
    """Make the host hold the site. What forbids it is `Broken`, and the host is then as it was.

    Forbidden are a site that is not whole, and whatever is in the way at the host. That most of the published stories
    or pages would go is taken for a mistake unless `is_forced`; the paths in `gone` only say that they went.
    """
    wanted = _checked(site)
    todo = plan(wanted, host.manifest())
    problems = [*host.obstacles(todo)]
    if not is_forced:
        problems += losses(todo, host, site, gone)
    if problems:
        raise Broken(problems)
    if not is_dry:
        host.apply(todo, site.folder)
    return Delivery(host.name, todo, is_dry)


def _checked(site: Site) -> Manifest:
    """The manifest of a site that is whole, and whose paths stay inside it."""
    name = site.folder.name
    if site.is_unfinished():
        raise broken(name, "is only half written", "run `readalso build` to its end, then publish")
    wanted = site.manifest()
    if not wanted:
        raise broken(name, "holds no built site", "run `readalso build` first")
    for path, digest in wanted.items():
        if not digest or not _is_inside(path):
            raise broken(name, f"has a damaged manifest, at {path!r}", "run `readalso build --fresh`")
    return wanted


def _is_inside(path: str) -> bool:
    return "\\" not in path and not any(part in ("", ".", "..") for part in path.split("/"))
