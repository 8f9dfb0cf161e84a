"""Places as columns are told apart as the places themselves would be."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mapgen.events import Place
from mapgen.events.place_column import PlaceColumn, coded_places

HAMA = Place(name="Hama", country="Syria", lat=35.13, lon=36.75, code="SYR", found="table")
PLACES = st.lists(
    st.sampled_from(
        [
            None,
            HAMA,
            *(replace(HAMA, name="HAMA"), replace(HAMA, country="Syrie"), replace(HAMA, code="")),
            *(replace(HAMA, lat=35.0), replace(HAMA, lon=36.0), replace(HAMA, found="gazetteer")),
            Place(country="Syria", code="SYR", found="country"),
            *(Place(name="Zero", lat=0.0, lon=0.0), Place(name="Zero", lat=-0.0, lon=0.0)),
        ]
    )
)


@given(PLACES)
def test_exact_numbers_tell_places_apart_as_they_differ(places: list[Place | None]) -> None:
    known = list(dict.fromkeys(place for place in places if place))

    numbers = PlaceColumn.of(places).numbers(exact=True)

    assert numbers.tolist() == [known.index(place) if place else -1 for place in places]


@given(PLACES)
def test_capitals_and_what_a_position_came_from_make_no_two_places(
    places: list[Place | None],
) -> None:
    def key(place: Place) -> tuple[object, ...]:
        return place.name.casefold(), place.lat, place.lon, place.code or place.country

    known = list(dict.fromkeys(key(place) for place in places if place))

    numbers = PlaceColumn.of(places).numbers()

    assert numbers.tolist() == [known.index(key(place)) if place else -1 for place in places]


@given(PLACES)
def test_the_distinct_places_of_rows_are_those_of_the_rows(places: list[Place | None]) -> None:
    known, codes = coded_places(places)

    assert [known[code] for code in codes.tolist()] == places
