"""A cluster of machines that share the site's folder, as an executor: `build --executor dask://HOST:PORT`.

Each machine reads content/ and writes the stage of the output under the same paths as this one; nothing but tasks and
results goes over the network. Needs the extra `cluster`; the only importer of distributed.
"""

import platform
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit
from uuid import uuid4

from readalso import __version__
from readalso.errors import UsageError

if TYPE_CHECKING:
    from distributed import Client

SCHEME = "dask"
PATIENCE = 10
"""Seconds for which a scheduler may be silent when it is called."""
_PACKAGES = ("markdown", "jinja2", "markupsafe", "nh3", "pyyaml", "babel", "msgspec")
"""What the bytes of a page pass through."""


@contextmanager
def connected(address: str, work: Path) -> Iterator[Executor]:
    """The executor at "dask://HOST:PORT"; one that cannot do the work is a `UsageError`.

    `work` is the site's work folder, which each of its workers has to see.
    """
    place = _place(address)
    if find_spec("distributed") is None:
        raise UsageError("--executor needs the extra: pip install 'readalso[cluster]'")
    from distributed import Client

    try:
        client = Client(place, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(f"--executor: no scheduler answers at {address}; start one with `dask scheduler`") from error
    with client:
        _check(client, address, work)
        yield cast(Executor, client.get_executor(pure=False))  # type: ignore[no-untyped-call]


def _place(address: str) -> str:
    """Where the scheduler listens, as distributed writes it."""
    try:
        parts = urlsplit(address)
        is_place = parts.scheme == SCHEME and bool(parts.hostname and parts.port) and not parts.path.strip("/")
    except ValueError:  # a port that is none
        is_place = False
    if not is_place:
        raise UsageError(f'--executor: "{address}" names no scheduler; write dask://HOST:PORT')
    return f"tcp://{parts.netloc}"


def _check(client: "Client", address: str, work: Path) -> None:
    """Refuse a cluster without workers, one with another program, and one that does not see the site's folder."""
    ours = installed()
    found: dict[str, tuple[str, ...]] = client.run(installed)
    if not found:
        raise UsageError(f"--executor: {address} has no workers; start some with `dask worker`")
    for worker, theirs in sorted(found.items()):
        if differing := [f"{our} here, {their} there" for our, their in zip(ours, theirs, strict=True) if our != their]:
            raise UsageError(f"--executor: the worker {worker} runs another program: {'; '.join(differing)}")
    work.mkdir(parents=True, exist_ok=True)
    mark = work / f"seen-{uuid4().hex}"
    mark.touch()
    try:
        blind = sorted(worker for worker, sees in client.run(_sees, str(mark)).items() if not sees)
    finally:
        with suppress(OSError):
            mark.unlink()
    if blind:
        raise UsageError(
            f"--executor: the worker {blind[0]} does not see {work}; every machine has to share that folder"
        )


def installed() -> tuple[str, ...]:
    """What makes pages here: this program, Python, and the packages that a page's bytes pass through."""
    return (f"readalso {__version__}", f"Python {platform.python_version()}", *map(_package, _PACKAGES))


def _package(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"no {name}"


def _sees(path: str) -> bool:
    """Whether a file is there, and could be removed."""
    return Path(path).exists()
