"""Where the rows of an overview stand, each of which is for many events."""

from __future__ import annotations

from mapgen.events import Event, EventRows, Place, columns_of
from mapgen.settings import Settings
from mapgen.site.facts import Facts, cells_of
from mapgen.site.overview import overview


def places_of(*counted: tuple[Place, int]) -> list[tuple[str, float | None, float | None]]:
    """Return name and point of the places of an overview of so many events at each place."""
    places = [place for place, count in counted for _ in range(count)]
    events = [Event(id=f"e{i}", title="A", place=place, line=i) for i, place in enumerate(places)]
    cells = cells_of(Facts(EventRows(columns_of(events))), part=1, zoom=5, most=1)
    payload = overview(cells, Settings(), categories=[], codes=[])
    columns = payload["places"]
    return list(zip(columns["name"], columns["lat"], columns["lon"], strict=True))


def town(name: str, lat: float, lon: float, code: str = "") -> Place:
    return Place(name=name, lat=lat, lon=lon, code=code, found="table")


def test_a_row_of_several_places_stands_amid_their_events() -> None:
    found = places_of((town("Verdun", 49.16, 5.38), 3), (town("Metz", 49.12, 6.18), 1))

    assert found == [("Around Verdun", 49.15, 5.58)]


def test_a_row_of_a_single_place_stands_at_it() -> None:
    found = places_of((town("Verdun", 49.16, 5.38), 3))

    assert found == [("Verdun", 49.16, 5.38)]


def test_a_row_stands_in_a_country_of_its_places_or_at_the_fullest() -> None:
    strasbourg, turin = town("Strasbourg", 48.58, 7.75, "FRA"), town("Turin", 45.07, 7.69, "ITA")
    bern = town("Bern", 46.95, 7.45, "CHE")

    assert places_of((strasbourg, 6), (turin, 5)) == [("Around Strasbourg", 48.58, 7.75)]
    assert places_of((strasbourg, 6), (turin, 5), (bern, 1)) == [
        ("Around Strasbourg", 46.9817, 7.7)
    ]
