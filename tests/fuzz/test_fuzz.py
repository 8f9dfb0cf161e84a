from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz.trial import Trial

if TYPE_CHECKING:
    from pathlib import Path

FILES = 500
PARTS = 10
PAGE_EVERY = 10


@pytest.mark.parametrize("part", range(PARTS))
def test_a_broken_file_is_read_or_refused_in_words(part: int, tmp_path: Path) -> None:
    outcomes = {
        Trial.of(number).run(tmp_path, page=number % PAGE_EVERY == 0)
        for number in range(part, FILES, PARTS)
    }

    assert outcomes <= {"read", "refused"}


def test_the_same_number_breaks_a_file_the_same_way() -> None:
    assert Trial.of(7) == Trial.of(7)
