"""Places as columns are told apart as the places themselves would be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapgen.columns import Texts
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


@given(PLACES)
def test_places_read_like_a_list(places: list[Place | None]) -> None:
    found = PlaceColumn.of(places)

    assert PlaceColumn.of(found) is found
    assert list(found) == found[:] == places
    assert (found[-1:], found[1:], found[::-2]) == (places[-1:], places[1:], places[::-2])
    assert [found[row] for row in range(-len(found), 0)] == places


@given(PLACES, PLACES)
def test_places_are_taken_and_stand_below_each_other(
    one: list[Place | None], other: list[Place | None]
) -> None:
    some = PlaceColumn.of(one).take(np.arange(len(one))[::-2])

    assert some == one[::-2]
    assert PlaceColumn.joined([some, other, []]) == [*some, *other]


@given(PLACES)
def test_points_are_counted_once(places: list[Place | None]) -> None:
    points = {(place.lat, place.lon) for place in places if place and place.lat is not None}

    assert PlaceColumn.of(places).points() == len(points)


@given(PLACES, st.data())
def test_some_places_are_replaced_by_others(
    places: list[Place | None], data: st.DataObject
) -> None:
    rows = st.integers(0, len(places) - 1) if places else st.nothing()
    others = data.draw(st.dictionaries(rows, st.just(replace(HAMA, name="Other"))))

    found = PlaceColumn.of(places).replaced(others)

    assert found == [others.get(row, place) for row, place in enumerate(places)]


@given(PLACES)
def test_other_columns_are_those_of_the_places(places: list[Place | None]) -> None:
    names = [f"{place.name}!" if place else "" for place in places]

    found = PlaceColumn.of(places).having(names=Texts.of(names))

    assert found == [place and replace(place, name=f"{place.name}!") for place in places]
    assert found.numbers().tolist() == PlaceColumn.of(places).numbers().tolist()
