"""The kinds of host, one file each. To open a target of the settings is to check its place; nothing is touched."""

from collections.abc import Callable
from pathlib import Path

from readalso.publish.host import Host
from readalso.publish.targets import folder
from readalso.settings import Settings, Target

TARGETS: dict[str, Callable[[Target, Settings, Path], Host]] = {
    "folder": folder.open_folder,
}
"""The `kind` of a target -> what opens it, from the target, the settings, and the site's folder."""
