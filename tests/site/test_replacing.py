"""A site takes the place of the one before whole or not at all."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from benchmarks.table import write_table
from mapgen.cli import app
from mapgen.errors import PageError, SettingsError, TableError
from mapgen.settings import Settings
from mapgen.site import build_site
from tests.site.made import COUNT, digest, event, made, parts, rows

pytestmark = pytest.mark.xdist_group("site")


def test_a_site_takes_the_place_of_the_one_before(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(*map(event, range(300))), "utf-8")
    first = made(dask, tmp_path / "site", tmp_path / "t.csv", part=20)
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")

    second = made(dask, tmp_path / "site", tmp_path / "t.csv", part=20)

    assert first == second
    assert len(parts(second)) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "t.csv"]


def test_an_error_leaves_the_site_that_was_there(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")
    before = digest(made(dask, tmp_path / "site", tmp_path / "t.csv"))
    (tmp_path / "t.csv").write_text(rows("e,Event,1982-13,,,,"), "utf-8")

    with pytest.raises(TableError):
        made(dask, tmp_path / "site", tmp_path / "t.csv")

    assert digest(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "t.csv"]


def test_a_run_that_is_stopped_leaves_nothing_behind(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")

    def stop(stage: str) -> None:
        if stage == "drawing the overview":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(dask, tmp_path / "site", tmp_path / "t.csv", tell=stop)

    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_a_run_that_the_system_ends_leaves_nothing_behind(tmp_path: Path) -> None:
    write_table(tmp_path / "t.csv", COUNT)
    command = [sys.executable, "-m", "mapgen", "build", "t.csv", "--site", "site"]

    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not list(tmp_path.glob(".mapgen-*/new/*")):
            time.sleep(0.01)
        process.terminate()

    assert process.returncode == 128 + signal.SIGTERM
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_a_table_that_is_shut_to_a_worker_is_named(
    dask: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")

    def shut(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "t.csv")

    monkeypatch.setattr("mapgen.site.tables.opened", shut)

    with pytest.raises(TableError, match=r"t\.csv: cannot be opened by all .*Permission denied"):
        made(dask, tmp_path / "site", tmp_path / "t.csv")


def test_a_folder_of_somebody_else_is_refused_and_kept(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("Dear all", "utf-8")

    with pytest.raises(PageError, match=r"holds letter\.txt, which mapgen did not write"):
        made(dask, tmp_path / "home", tmp_path / "t.csv")

    assert (tmp_path / "home" / "letter.txt").read_text("utf-8") == "Dear all"


def test_a_page_of_somebody_else_is_refused_and_kept(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(event(1)), "utf-8")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "index.html").write_text("<!doctype html>", "utf-8")

    with pytest.raises(PageError, match=r"holds a page that is not mapgen's"):
        made(dask, tmp_path / "home", tmp_path / "t.csv")


def test_tables_that_are_not_there_are_all_named(dask: Any, tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        made(dask, tmp_path / "site", tmp_path / "no.csv", tmp_path / "*.parquet")

    assert [Path(each.file).name for each in caught.value.problems] == ["no.csv", "*.parquet"]


def test_what_a_site_needs_besides_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mapgen.site.cluster.find_spec", lambda name: name != "fsspec" or None)

    with pytest.raises(SettingsError, match=r"a site needs fsspec.*pip install .*fsspec"):
        build_site(["t.csv"], tmp_path / "site", Settings())


def test_a_page_and_a_site_at_once_are_refused(tmp_path: Path) -> None:
    words = ["build", "t.csv", "-o", str(tmp_path / "m.html"), "--site", str(tmp_path / "site")]

    result = CliRunner().invoke(app, words)

    assert result.exit_code == 2
    assert "--site and -o exclude each other" in result.stderr


def test_a_scheduler_without_a_site_is_refused() -> None:
    result = CliRunner().invoke(app, ["build", "t.csv", "--scheduler", "tcp://127.0.0.1:1"])

    assert result.exit_code == 2
    assert "--scheduler goes with --site" in result.stderr
