"""What the tests of events share: a check of a table in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.events.rows import Check

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def check(tmp_path: Path) -> Check:
    return Check(tmp_path)
