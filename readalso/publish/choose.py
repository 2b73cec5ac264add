"""Which host the command line means."""

from pathlib import Path

from readalso.errors import UsageError, did_you_mean
from readalso.publish.host import Host
from readalso.publish.targets import TARGETS
from readalso.settings import FILE, Settings, Target

_EXAMPLE = """\
deploy:
  targets:
    public:
      kind: folder
      path: /srv/www/briefings"""


def choose(settings: Settings, name: str = "") -> Target:
    """The target of that name, or the first one. None, or none of that name, is a `UsageError`."""
    targets = {target.name: target for target in settings.targets}
    if not targets:
        raise UsageError(f"{FILE} names no target to publish to; add, say:\n\n{_EXAMPLE}\n")
    if name and name not in targets:
        raise UsageError(f'there is no target "{name}" in {FILE}; {did_you_mean(name, targets)}')
    return targets[name] if name else settings.targets[0]


def open_host(target: Target, settings: Settings, root: Path) -> Host:
    """The host of a target of the site in `root`. One that cannot be published to is `Broken`."""
    return TARGETS[target.kind](target, settings, root)
