"""What the tests of sites share: workers, a table, and the site of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from distributed import Client, LocalCluster

from benchmarks.table import write_table
from mapgen.settings import Settings
from mapgen.site import build_site
from tests.site.made import BLOCK, COUNT, PART

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_table(tmp_path_factory.mktemp("table") / "events.csv", COUNT)


@pytest.fixture(scope="module")
def site(dask: Any, table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("made") / "site"
    return build_site(
        [str(table)], output, Settings(title="All"), scheduler=dask, part=PART, block=BLOCK
    ).output
