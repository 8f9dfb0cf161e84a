"""Lends a Dask cluster: the one whose scheduler is named, else one of this machine's cores."""

from __future__ import annotations

import logging
import os
import tempfile
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from mapgen.errors import SettingsError, quoted
from mapgen.errors.boundary import Boundary, reason

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEEDED = ("distributed", "fsspec")  # as `big` in pyproject.toml
_PATIENCE = "20s"  # until a scheduler has answered
_HERE = "127.0.0.1"
_OF_TLS = "Dask's settings distributed.comm.tls name the ca-file, and cert and key of the client"


def require() -> None:
    """Raise SettingsError where what a site needs besides is not installed."""
    for name in _NEEDED:
        if find_spec(name) is None:
            raise SettingsError(
                f"a site needs {name}, which is not installed; "
                f"run: python -m pip install {' '.join(_NEEDED)}"
            )


@contextmanager
def client(scheduler: str = "") -> Iterator[Any]:
    """Lend a client of the cluster whose scheduler has an address, or of one made for the while.

    The one that is made listens on this computer alone. How its parts speak with each other, and
    with a scheduler elsewhere, Dask's own settings say: `distributed.comm` has those of TLS. Raises
    SettingsError where a cluster cannot be had.
    """
    with ExitStack() as lent:
        with Boundary(lambda error: _refusal(error, scheduler)):
            found = scheduler or lent.enter_context(_cluster_of(lent.enter_context(_space())))
            dask = lent.enter_context(_client(found))
        yield dask


def _client(cluster: Any) -> Any:
    from distributed import Client, Security

    security = None
    if isinstance(cluster, str):
        security = Security()
        _check(cluster, security)
    return Client(cluster, timeout=_PATIENCE, set_as_default=False, security=security)


def _check(scheduler: str, security: Any) -> None:
    """Raise ValueError or OSError for what Dask would stumble over."""
    from distributed.comm.addressing import parse_address, parse_host_port

    scheme, place = parse_address(scheduler)
    if scheme not in {"tcp", "tls"}:
        raise ValueError("it begins with neither tcp:// nor tls://")
    parse_host_port(place)
    known = security.get_connection_args("client")
    if scheme == "tls" and not known["ssl_context"]:
        raise ValueError(f"TLS needs certificates: {_OF_TLS}")
    if scheme == "tcp" and known["require_encryption"]:
        raise ValueError("it is not encrypted, as Dask's settings ask for: take a tls:// address")


def _cluster_of(folder: str) -> Any:
    """Return a cluster of this machine's cores, which keeps its files in a folder."""
    from distributed import LocalCluster

    return LocalCluster(
        host=_HERE,
        dashboard_address=f"{_HERE}:0",  # of ":0", Dask would make all networks
        n_workers=os.cpu_count() or 1,
        threads_per_worker=1,
        local_directory=folder,
        silence_logs=logging.CRITICAL,
    )


def _space() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="mapgen-")


def _refusal(error: BaseException, scheduler: str) -> SettingsError:
    """Say what keeps Dask from beginning."""
    why = reason(_first(error))
    if not scheduler:
        return SettingsError(f"Dask cannot begin on this computer ({why}); see its settings")
    return SettingsError(
        f"--scheduler: {quoted(scheduler)} cannot be reached: {why}; "
        "see that `dask scheduler` runs there, and take the address that it prints"
    )


def _first(error: BaseException) -> BaseException:
    """Return the first of a chain of errors that says anything."""
    found = _first(error.__cause__) if error.__cause__ else error
    return found if str(found) else error
