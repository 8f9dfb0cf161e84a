"""Answers are kept, and doubtful ones are told."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mapgen.places.geocoding import Candidate, judge, search
from mapgen.places.geocoding.memory import Memory, usual_path
from mapgen.places.geocoding.service import Service

if TYPE_CHECKING:
    from pathlib import Path

    from tests.filling.villages import Time
    from tests.nominatim import Nominatim


# What it keeps.


def test_that_a_place_was_not_found_counts_for_thirty_days(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    somewhere = (Candidate(address="A", latitude=1, longitude=2, box=(0, 2, 1, 3)),)
    first = Memory(path, today=lambda: date(2026, 1, 1))
    first.keep("s", "Nowhere", "SY", ())
    first.keep("s", "A", "", somewhere)

    soon = Memory(path, today=lambda: date(2026, 1, 31))
    late = Memory(path, today=lambda: date(2026, 2, 1))

    assert soon.recall("s", "nowhere", "sy") == ()
    assert late.recall("s", "Nowhere", "SY") is None
    assert late.recall("s", "A", "") == somewhere


def test_a_line_cut_short_by_a_crash_costs_that_answer_alone(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    Memory(path).keep("s", "A", "", ())
    Memory(path).keep("s", "B", "", ())
    path.write_bytes(path.read_bytes()[:-20] + b"\xff")

    Memory(path).keep("s", "C", "", ())

    again = Memory(path)
    assert [again.recall("s", name, "") for name in "ABC"] == [(), None, ()]


def test_answers_are_kept_in_a_file_that_people_can_read(service: Service, memory: Memory) -> None:
    service.ask("Maaloula", "SY")

    kept = json.loads(memory.path.read_text("utf-8"))
    assert (kept["name"], kept["country"]) == ("Maaloula", "SY")
    assert kept["found"][0]["latitude"] == 33.8442


def test_a_memory_that_cannot_be_written_is_told_once_and_stops_nothing(
    server: Nominatim, time: Time, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "kept.jsonl")
    service = Service(memory, server=server.url, clock=time.clock(), tell=told.append)

    service.ask("Maaloula")
    service.ask("Bludan")

    assert sum("cannot be kept" in text for text in told) == 1
    assert server.names == ["Maaloula", "Bludan"]


def test_answers_are_kept_among_what_the_user_can_do_without() -> None:
    assert "mapgen" in usual_path().parts


# What is doubtful.


def somewhere(lat: float = 33.8, lon: float = 36.5, **more: object) -> Candidate:
    words = {"address": "A", "latitude": lat, "longitude": lon, "country": "SY", **more}
    return Candidate(**words)  # type: ignore[arg-type]  # the words of one test at a time


@pytest.mark.parametrize(
    ("candidates", "doubt"),
    [
        ([somewhere()], ""),
        ([], ""),
        ([somewhere(), somewhere(33.9)], ""),
        ([somewhere(), somewhere(34.2)], 'another place is called "A" too'),
        ([somewhere(), somewhere(34.2), somewhere(32)], "2 other places are called"),
        ([somewhere(), somewhere(33.81, country="LB")], "another place is called"),
        ([somewhere(), somewhere(40, group="highway")], ""),
        ([somewhere(), somewhere(35, kind="state", box=(32, 37, 35, 42))], ""),
        ([somewhere(), somewhere(35, kind="state", box=(34.5, 37, 35, 42))], "another place"),
        ([somewhere(country="FR")], "in another country"),
        ([somewhere(group="amenity", kind="cafe")], '"amenity=cafe"'),
        ([somewhere(kind="state")], "a whole state"),
        ([somewhere(importance=0.05)], "so little known"),
        ([somewhere(importance=0.15)], ""),
    ],
)
def test_what_makes_an_answer_doubtful(candidates: list[Candidate], doubt: str) -> None:
    reason = judge("A", candidates, country="sy")

    assert doubt in reason
    assert bool(doubt) == bool(reason)


@pytest.mark.parametrize(
    ("name", "country", "doubt", "first"),
    [
        ("Homs", "SY", "", "Homs, Syria"),
        ("Paris", None, "", "Paris, France"),
        ("Tripoli", None, "3 towns have this name", "Tripoli, Libya"),
        ("Aleppo", "DE", "no larger town of Germany has this name", "Aleppo, Syria"),
        ("Damascos", "SY", "the name is spelt differently", "Damascus, Syria"),
    ],
)
def test_the_gazetteer_says_what_a_name_may_mean(
    name: str, country: str | None, doubt: str, first: str
) -> None:
    answer = search(name, country=country)

    assert (answer.doubt, answer.candidates[0].address) == (doubt, first)
