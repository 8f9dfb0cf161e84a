"""A file of which each worker dies is told by its name, and the old site stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import dask
import pandas as pd
import pytest
from distributed import Client, LocalCluster

from mapgen.errors import MapgenError, PageError, TableError
from mapgen.settings import Settings
from mapgen.site import build_site

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 180  # seconds
TOLD = "cannot be read: it is damaged so that each worker dies of it, or takes more memory than"
# What a worker runs when it starts: a reader that takes its process with it, as native code does.
READER = """
import os, signal
from pyarrow import parquet

def deadly(reader):
    def read(source, *words):
        source.seek(0)
        if b"deadly" in source.read():
            os.kill(os.getpid(), signal.SIGKILL)
        return reader(source, *words)
    return read

parquet.{name} = deadly(parquet.{name})
"""
BOTH = pytest.mark.parametrize("name", ["read_metadata", "ParquetFile"])

pytestmark = [
    pytest.mark.xdist_group("site"),
    pytest.mark.skipif(sys.platform == "win32", reason="it has no such signals"),
]


def write(folder: Path, *titles: str) -> Path:
    folder.mkdir()
    for number, title in enumerate(titles):
        table = pd.DataFrame({"title": [title], "date": ["1920"]})
        table.to_parquet(folder / f"{number}.parquet", compression=None)
    return folder


@BOTH
def test_a_build_tells_the_file_and_leaves_the_site_that_was_there(
    tmp_path: Path, name: str
) -> None:
    write(tmp_path / "t", "One", "deadly", "Two")
    (tmp_path / "preload.py").write_text(READER.format(name=name), "utf-8")
    settings = {
        "DASK_DISTRIBUTED__WORKER__PRELOAD": json.dumps([str(tmp_path / "preload.py")]),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
    }
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text('<meta name="generator" content="mapgen', "utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "mapgen", "build", "t", "--site", "site"],
        cwd=tmp_path,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert done.returncode == 1
    assert done.stderr.startswith(f"t/1.parquet: {TOLD}")
    assert done.stderr.splitlines()[1:] == ["1 error, 0 warnings; nothing was written"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["preload.py", "site", "t"]
    assert [each.name for each in (tmp_path / "site").iterdir()] == ["index.html"]


def refused(code: str, tables: Path, site: Path) -> MapgenError:
    """Return what a site is refused with whose workers run some code when they start."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(
            n_workers=1, threads_per_worker=3, dashboard_address="127.0.0.1:0", preload=[code]
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
        pytest.raises((TableError, PageError)) as caught,
    ):
        build_site([str(tables)], site, Settings(), scheduler=client)
    return caught.value


@BOTH
def test_no_file_is_blamed_for_the_one_beside_it(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "t", *["One"] * 5, "deadly", *["Two"] * 5)

    found = refused(READER.format(name=name), folder, tmp_path / "site")

    assert isinstance(found, TableError)
    assert [problem.file for problem in found.problems] == [f"{folder}/5.parquet"]
    assert list(tmp_path.iterdir()) == [folder]


def test_workers_that_die_of_no_file_are_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "t", "One")
    code = "import os\nfrom mapgen.site import batches\nbatches.part = lambda *_: os._exit(1)\n"

    found = refused(code, folder, tmp_path / "site")

    assert str(found).startswith("the site cannot be made: the workers died again and again")
    assert list(tmp_path.iterdir()) == [folder]
