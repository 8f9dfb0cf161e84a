"""Whatever a command does, nothing of it listens beyond this computer."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.nominatim import Nominatim, place, serving
from tests.previews import started

if TYPE_CHECKING:
    from pathlib import Path

HERE = "127.0.0.1"
PATIENCE = 180  # seconds
TABLE = "title,date,place,country\nOne,1920,Damascus,Syria\n"

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "locations.csv").write_text(TABLE, "utf-8")
    return tmp_path


def listened_to(pid: int) -> set[str]:
    """Return the addresses at which a program and those that it started take connections."""
    found: set[str] = set()
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:  # it has just ended
        return found
    for each in family:
        try:
            found |= {
                seen.laddr.ip
                for seen in each.net_connections("tcp")
                if seen.status == psutil.CONN_LISTEN
            }
        except psutil.Error:  # as above
            continue
    return found


def watched(folder: Path, *words: str) -> set[str]:
    """Run a command to its end; return all addresses at which it ever listened."""
    found: set[str] = set()
    with subprocess.Popen(
        [sys.executable, "-m", "mapgen", *words],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        until = time.monotonic() + PATIENCE
        while program.poll() is None and time.monotonic() < until:
            found |= listened_to(program.pid)
            time.sleep(0.02)
        assert program.stderr is not None
        assert "Traceback" not in (told := program.stderr.read()), told
    return found


def test_a_site_is_made_without_an_ear_to_the_network(folder: Path) -> None:
    assert watched(folder, "build", "--site", "site") == {HERE}
    assert (folder / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    "command", [["build", "-o", "map.html"], ["check"], ["export", "-o", "map.geojson"]]
)
def test_a_page_is_made_without_an_ear_at_all(folder: Path, command: list[str]) -> None:
    assert watched(folder, *command) == set()


def test_a_server_is_asked_without_an_ear_at_all(folder: Path) -> None:
    (folder / "locations.csv").write_text(TABLE.replace("Damascus", "Maaloula"), "utf-8")
    with serving(Nominatim({"Maaloula": [place("Maaloula", 33.84, 36.55)]})) as server:
        heard = watched(folder, "geocode", "--online", "--fresh", "--server", server.url)

    assert heard == set()
    assert server.names == ["Maaloula"]


def test_a_preview_is_heard_here_alone(folder: Path) -> None:
    with started(folder) as preview:
        preview.until("drawn")

        assert listened_to(preview.program.pid) == {HERE}
