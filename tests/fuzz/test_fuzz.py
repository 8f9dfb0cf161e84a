from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz.children import tried
from tests.fuzz.kinds import KINDS, Kind, seeds_of
from tests.fuzz.trial import Trial

if TYPE_CHECKING:
    from pathlib import Path

OF_EACH = 100
PARTS = 2  # each has a child of its own
PAGE_EVERY = 10


@pytest.mark.parametrize("part", range(PARTS))
def test_a_broken_file_of_any_kind_is_read_or_refused_in_words(part: int) -> None:
    numbers = range(part, OF_EACH * len(KINDS), PARTS)

    answers = list(tried(numbers, page_every=PAGE_EVERY))

    assert sorted(answer.number for answer in answers) == list(numbers)
    assert [answer for answer in answers if answer.outcome == "lost"] == []


def test_the_same_number_breaks_a_file_the_same_way() -> None:
    assert Trial.of(7) == Trial.of(7)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_whole_file_of_each_kind_is_read(kind: Kind, tmp_path: Path) -> None:
    name, data = seeds_of(kind)[0]
    (tmp_path / name).write_bytes(data)

    assert kind.ask(tmp_path / name) == "read"
