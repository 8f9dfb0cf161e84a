"""What the tests of exports share: the events of the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.reading import read_events

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.reading import Events


@pytest.fixture(scope="module")
def sample_events(sample: Path) -> Events:
    return read_events(sample)
