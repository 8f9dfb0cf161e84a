from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_a_wheel_holds_all_that_a_build_needs(sample: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "elsewhere")

    code = "import mapgen, sys; sys.path.pop(0); from mapgen.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", str(sample), "-o", str(tmp_path / "map.html")],
        check=False,
        capture_output=True,
        cwd=tmp_path / "elsewhere",
        env=os.environ | {"PYTHONPATH": str(tmp_path / "elsewhere")},
    )

    names = zipfile.ZipFile(wheel).namelist()
    assert done.returncode == 0
    assert (tmp_path / "map.html").stat().st_size > 100_000
    assert not [name for name in names if "make_" in name or "tests" in name]
