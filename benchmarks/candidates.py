"""Who is measured: mapgen, its peers in an environment of their own, and the floors."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PEERS = HERE.parent / "build" / "peers"
PYTHON = str(PEERS / "bin" / "python")
PATIENCE = 900  # seconds, for the peers to be fetched
READ = "import sys, pandas; pandas.read_csv(sys.argv[1])"
READ_PLAIN = f"import sys; sys.modules['pyarrow'] = None; {READ}"  # as if it were not installed
NEEDS = {
    "folium": ["folium", "pandas"],
    "lonboard": ["lonboard", "geopandas", "pyarrow"],
    "bokeh": ["bokeh", "pandas"],
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """What makes a page (or only costs time), and the way in which its page is read."""

    name: str
    command: tuple[str, ...]  # {table} and {page} stand for their paths
    way: str | None = None  # a key of benchmarks.visit.WAYS, None without a page
    counted: bool = True  # whether the making of it is a figure too

    def call(self, table: Path, page: Path) -> list[str]:
        """Return the command for this table and this page."""
        return [part.format(table=table, page=page) for part in self.command]


OURS = (sys.executable, "-m", "mapgen", "build", "{table}", "-o", "{page}")
MAPGEN = Candidate("mapgen", OURS, "mapgen")
FLOORS = (
    Candidate("pandas.read_csv", (sys.executable, "-c", READ_PLAIN, "{table}")),
    Candidate("read_csv with pyarrow", (sys.executable, "-c", READ, "{table}")),
    Candidate("import pandas, folium", (sys.executable, "-c", "import pandas, folium")),
    Candidate(
        "bare canvas",
        (sys.executable, "-m", "benchmarks.bare", "{table}", "{page}"),
        "bare",
        counted=False,
    ),
)


def candidates() -> list[Candidate]:
    """Return all that can be had here; a line is printed for each peer that cannot."""
    peers = (
        _peer("folium", "folium FastMarkerCluster", "folium_clusters.py", "loaded"),
        _peer("lonboard", "lonboard", "lonboard_points.py", "loaded"),
        _peer("bokeh", "bokeh", "bokeh_dots.py", "bokeh"),
    )
    return [MAPGEN, *filter(None, peers), *FLOORS]


def _peer(package: str, name: str, script: str, way: str) -> Candidate | None:
    if not (PEERS / f"{package}.ready").exists() and not _install(package):
        print(f"{name}: left out, {package} could not be installed from PyPI")
        return None
    return Candidate(name, (PYTHON, str(HERE / "peers" / script), "{table}", "{page}"), way)


def _install(package: str) -> bool:
    print(f"installing {package} into {PEERS}", flush=True)
    steps = (
        [sys.executable, "-m", "venv", str(PEERS)],
        [PYTHON, "-m", "pip", "install", "--quiet", *NEEDS[package]],
    )
    try:
        for step in steps:
            subprocess.run(step, check=True, timeout=PATIENCE, stderr=subprocess.DEVNULL)
    except (subprocess.SubprocessError, OSError):
        return False
    (PEERS / f"{package}.ready").touch()
    return True
