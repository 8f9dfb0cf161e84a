"""A run that is killed leaves the old output or the new one; the next run clears the rest."""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.kills.killing import Victim

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signals")
@pytest.mark.parametrize(
    ("name", "kills"), [("build", 2), ("export", 2), ("geocode", 2), ("site", 1)]
)
def test_a_kill_leaves_the_old_output_or_the_new_one(tmp_path: Path, name: str, kills: int) -> None:
    victim = Victim(tmp_path, name)

    outcomes = [victim.kill(Random(number)) for number in range(kills)]  # noqa: S311  (no secret)
    victim.run()

    assert {outcome.found for outcome in outcomes} <= {"old", "new"}
    assert victim.is_new()
    assert not victim.litter()
