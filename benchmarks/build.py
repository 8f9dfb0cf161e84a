"""Times a build of the sample against its floor, the import of what it stands on.

Both run as whole processes, in turn, so that a machine that slows down slows both; the ratio is
the median of the pairs.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11
TABLE = Path(__file__).parent.parent / "locations.csv"
FLOOR = [sys.executable, "-c", "import pandas, folium"]


def main() -> None:
    """Print the medians in seconds, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "map.html"
        command = [sys.executable, "-m", "mapgen", "build", str(TABLE), "-o", str(page)]
        _seconds(FLOOR)
        _seconds(command)
        pairs = [(_seconds(command), _seconds(FLOOR)) for _ in range(RUNS)]
        size = page.stat().st_size
    builds, floors = zip(*pairs, strict=True)
    ratio = statistics.median(build / floor for build, floor in pairs)
    print(f"mapgen build of the sample  {statistics.median(builds):.3f} s, {size / 1000:.0f} kB")
    print(f"import pandas, folium       {statistics.median(floors):.3f} s")
    print(f"ratio, median of {RUNS} pairs   {ratio:.2f}")


def _seconds(command: list[str]) -> float:
    # Installed libraries have their bytecode; the first, uncounted run may write ours beside them.
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=surroundings)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
