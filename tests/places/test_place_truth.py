"""Places of history by the names that people write, held against where they are.

`place_truth.csv` holds stories: each row has a name, and where the place is in degrees, or the code
of the country that it is. A blank says that no single point or country is true.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from mapgen.events import check
from mapgen.locating import locate
from mapgen.places.geocoding import search
from mapgen.places.geocoding.failures import LISTED, labelled
from mapgen.reading.sources import read
from mapgen.settings import Reading
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.events import Place

_NEAR_KM = 45.0  # between the middle of a town and a battlefield that bears its name

_Row = dict[str, str]


def _stories() -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    with (ROOT / "tests" / "place_truth.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["story"], []).append(row)
    return found


STORIES = _stories()


def _located(folder: Path, rows: list[_Row]) -> list[Place | None]:
    path = folder / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "date", "place", "country"])
        writer.writerows([f"E{n}", r["date"], r["place"], r["country"]] for n, r in enumerate(rows))
    checked = check(read(str(path), Reading()))
    located, _ = locate([*checked.events, *checked.refused], file="t.csv")
    return [event.place for event in sorted(located, key=lambda event: event.line)]


def _verdict(place: Place | None, where: str) -> str:
    if place is None or (place.lat is None and not place.found):
        return "open"
    if place.lat is None or place.lon is None:
        return "right" if where in {place.code, ""} and (where or place.country) else "wrong"
    if " " not in where:
        return "wrong"
    lat, lon = map(float, where.split())
    east = (place.lon - lon) * math.cos(math.radians(lat))
    return "right" if math.hypot(place.lat - lat, east) * 111.2 < _NEAR_KM else "wrong"


@pytest.mark.parametrize("story", STORIES)
def test_no_name_is_put_where_it_is_not(tmp_path: Path, story: str) -> None:
    rows = STORIES[story]

    places = _located(tmp_path, rows)

    verdicts = {
        row["place"]: (verdict, place)
        for row, place in zip(rows, places, strict=True)
        if (verdict := _verdict(place, row["where"])) == "wrong"
    }
    assert verdicts == {}


def test_most_names_are_found(tmp_path: Path) -> None:
    verdicts = Counter(
        _verdict(place, row["where"])
        for rows in STORIES.values()
        for row, place in zip(rows, _located(tmp_path, rows), strict=True)
        if row["where"]
    )

    assert verdicts["right"] >= 0.85 * verdicts.total()


# Names that several places have, as the messages print them.

ASKED = ["Springfield", "Richmond", "Tripoli", "Odessa", "Antioch", "Smyrna", "Cambridge", "Troy"]
ASKED += ["Victoria", "San Fernando", "San José", "Santiago", "Valencia", "Frankfurt", "Córdoba"]
ASKED += ["Waterloo", "Columbia", "Newcastle", "Hyderabad", "Georgetown", "Alexandria", "Salem"]


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("country", [None, "US", "GB", "PH", "ES"])
def test_a_candidate_is_found_as_it_is_printed(name: str, country: str | None) -> None:
    towns = search(name, country=country).candidates[:LISTED]

    for town in labelled(towns):
        point = f"({town.latitude:.4f}, {town.longitude:.4f}; {town.population:,} people)"
        (found,) = search(f"{town.address} {point}").candidates
        assert (found.latitude, found.longitude) == (town.latitude, town.longitude)
        again = search(town.address)
        alike = [each for each in labelled(towns) if each.address == town.address]
        assert len(again.candidates) >= 1
        if len(alike) == 1:
            assert again.sure
            assert again.candidates[0].address.split(",")[0] == town.address.split(",")[0]
            assert again.candidates[0].latitude == town.latitude
