"""What all tests share: the sample, as a table and as a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mapgen.build import Report, build
from mapgen.settings import read_settings

ROOT = Path(__file__).parent.parent

# No run fails because the machine was busy, and a run that fails can be run again.
settings.register_profile(
    "mapgen", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("mapgen")


@pytest.fixture(scope="session")
def sample() -> Path:
    return ROOT / "locations.csv"


@pytest.fixture(scope="session")
def sample_report(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    output = tmp_path_factory.mktemp("sample") / "map.html"
    return build(sample, output, read_settings(ROOT, {}))


@pytest.fixture(scope="session")
def sample_page(sample_report: Report) -> Path:
    return sample_report.output
