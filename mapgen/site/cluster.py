"""Lends a Dask cluster: the one whose scheduler is named, else one of this machine's cores."""

from __future__ import annotations

import logging
import os
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from mapgen.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEEDED = ("distributed", "fsspec", "pyarrow")  # as `big` in pyproject.toml
_PATIENCE = "20s"  # until a scheduler has answered


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

    Raises SettingsError where nobody answers at the address.
    """
    from distributed import Client, LocalCluster  # noqa: PLC0415  (only a site needs them)

    if scheduler:
        try:
            lent = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"--scheduler: nobody answers at {scheduler!r}; "
                "see that `dask scheduler` runs there, and take the address that it prints"
            ) from error
        with lent:
            yield lent
        return
    with (
        tempfile.TemporaryDirectory(prefix="mapgen-") as space,
        LocalCluster(
            n_workers=os.cpu_count() or 1,
            threads_per_worker=1,
            dashboard_address=":0",
            local_directory=space,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster, set_as_default=False) as own,
    ):
        yield own
