from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from tests.fuzz.children import MEMORY, tried
from tests.fuzz.kinds import KINDS, Kind, seeds_of
from tests.fuzz.trial import Trial

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fuzz.judging import Outcome

OF_EACH = 100
PARTS = 2  # each has a child of its own
PATIENCE = 60  # seconds; the trial itself counts those of the processor
PAGE_EVERY = 7  # which brings a page to every kind


def sometimes_with_page(number: int, folder: Path) -> Outcome:
    return Trial.of(number).run(folder, page=number % PAGE_EVERY == 0)


def troubled(number: int, _folder: Path) -> Outcome:
    """Die, hang, grow and fail, one after another."""
    if number == 1:
        os.abort()
    if number == 2:
        time.sleep(60)
    if number == 3:
        assert b"x" * (MEMORY + 1)
    return "read" if 1 / number else "refused"


@pytest.mark.parametrize("part", range(PARTS))
def test_a_broken_file_of_any_kind_is_read_or_refused_in_words(part: int) -> None:
    numbers = range(part, OF_EACH * len(KINDS), PARTS)

    answers = list(tried(numbers, sometimes_with_page, seconds=PATIENCE))

    assert sorted(answer.number for answer in answers) == list(numbers)
    assert [answer for answer in answers if answer.outcome == "lost"] == []


def test_what_dies_hangs_grows_or_fails_is_lost_and_the_next_is_tried() -> None:
    answers = list(tried(range(5), troubled, seconds=12))

    assert [answer.outcome for answer in answers] == [*["lost"] * 4, "read"]
    told = ("ZeroDivisionError", "exit code -6", "no answer", "GiB of memory")
    assert all(text in answer.told for text, answer in zip(told, answers[:4], strict=True))


def test_the_same_number_breaks_a_file_the_same_way() -> None:
    assert Trial.of(7) == Trial.of(7)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_whole_file_of_each_kind_is_read(kind: Kind, tmp_path: Path) -> None:
    name, data = seeds_of(kind)[0]
    (tmp_path / name).write_bytes(data)

    assert kind.ask(tmp_path / name) == "read"
