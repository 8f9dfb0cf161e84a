"""What workers do with blocks: however events are cut and kept, the site is the same."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from distributed import Client, LocalCluster

from benchmarks.table import write_table
from mapgen.columns import MANY
from tests.site.made import digest, made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a table whose rows are kept in Arrow where they are read at once."""
    path = tmp_path_factory.mktemp("large") / "events.csv"
    return write_table(path, MANY + 3000, shape="distinct")


def test_a_site_is_the_same_whether_blocks_are_kept_in_arrow_or_in_lists(
    dask: Any, large: Path, tmp_path: Path
) -> None:
    size = large.stat().st_size

    whole = made(dask, tmp_path / "whole", large)
    mixed = made(dask, tmp_path / "mixed", large, block=size * 10 // 11)
    lists = made(dask, tmp_path / "lists", large, block=size // 9)

    assert digest(whole) == digest(mixed) == digest(lists)


def test_workers_do_without_pandas(large: Path, tmp_path: Path) -> None:
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0") as own,
        Client(own, set_as_default=False) as dask,
    ):
        made(dask, tmp_path / "site", large)

        loaded = dask.run(lambda: "pandas" in sys.modules)

    assert list(loaded.values()) == [False]
