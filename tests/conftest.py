"""What all tests share: the sample, as a table and as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapgen.build import Report, build
from mapgen.settings import read_settings

ROOT = Path(__file__).parent.parent


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
