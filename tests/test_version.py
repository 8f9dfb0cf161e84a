from __future__ import annotations

import tomllib
from pathlib import Path

from mapgen.version import GENERATOR, VERSION

ROOT = Path(__file__).parent.parent


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["version"] == VERSION
    assert f"mapgen {VERSION}" == GENERATOR
